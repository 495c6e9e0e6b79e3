import type { Finding } from '../../../../schemas/diagnostic.ts';
import type { Place } from '../../../../schemas/place.ts';
import { addTo } from '../../../model/add-all.ts';
import type { Box } from '../../../model/box.ts';
import type { Doubt } from '../../../model/source.ts';
import type { Unseen } from '../surface/index.ts';

/** More places, pages or amounts than a person reads of one finding. */
const MAX_PLACES = 50;
const MAX_PAGES_NAMED = 20;
const MAX_AMOUNTS = 3;

/** Decimals, groups of thousands, long numbers: what is more than a year, an ordinal or a page. */
const AMOUNT = /\d\.\d|\d,\d{3}|\d{5,}/;

/** Dates and versions look like amounts. */
const DATE = /\d\.\d+\.\d/;

export const isAmount = (word: string): boolean => AMOUNT.test(word) && !DATE.test(word);

/** Characters of one page that nobody sees, for one reason. */
export interface Hidden {
  page: number;
  reason: Unseen;
  characters: number;
  words: readonly string[];
  box: Box;
}

/** What is not seen, or perhaps not, over all pages of a document. */
export class SightTally {
  private readonly hidden: Hidden[] = [];
  private readonly doubts = new Map<string, (Doubt & { page: number })[]>();

  add(page: number, hidden: readonly Hidden[], doubts: readonly Doubt[]): void {
    this.hidden.push(...hidden);
    for (const doubt of doubts) {
      addTo(this.doubts, doubt.ruleId, { ...doubt, page });
    }
  }

  /** The doubt is settled: the page was read in another way. */
  withdraw(ruleId: string, page: number): void {
    const left = this.doubts.get(ruleId)?.filter((doubt) => doubt.page !== page) ?? [];
    if (left.length > 0) this.doubts.set(ruleId, left);
    else this.doubts.delete(ruleId);
  }

  /** Characters that nobody sees, by page and reason; empty where there are none. */
  get summary(): string {
    return named(this.hidden.map(({ page, characters, reason }) => `${page}: ${characters} × ${reason}`));
  }

  /** `pages`: of the document. */
  findings(pages: number): Finding[] {
    const findings: Finding[] = [];
    if (this.hidden.length > 0) {
      // Dates and numbers of a watermark are none of the table's.
      const isAmounts = this.hidden.some(({ reason, words }) => reason !== 'watermark' && words.some((word) => AMOUNT.test(word)));
      const places = this.hidden.slice(0, MAX_PLACES).map(({ page, box }) => placeOn(page, box));
      if (isAmounts) findings.push({ ruleId: 'pdf/hidden-amounts', places, actual: named(this.hidden.map(withAmounts)) });
      else findings.push({ ruleId: 'pdf/hidden-text', places, actual: this.summary });
    }
    for (const [ruleId, own] of this.doubts) {
      const details = new Set(own.flatMap(({ detail }) => detail ?? []));
      const met = details.size > 0 ? details : new Set(own.map(({ page }) => `${page}`));
      const places = own.slice(0, MAX_PLACES).map(({ page, box }) => placeOn(page, box));
      findings.push({ ruleId, places, actual: [...met].join(', '), expected: `${pages}` });
    }
    return findings;
  }
}

function withAmounts({ page, characters, reason, words }: Hidden): string {
  const amounts = words.filter((word) => AMOUNT.test(word));
  const shown = amounts.slice(0, MAX_AMOUNTS).join(' ') + (amounts.length > MAX_AMOUNTS ? ' …' : '');
  return `${page}: ${characters} × ${reason}${amounts.length > 0 ? ` (${shown})` : ''}`;
}

function named(pages: readonly string[]): string {
  return pages.slice(0, MAX_PAGES_NAMED).join('; ') + (pages.length > MAX_PAGES_NAMED ? ' …' : '');
}

function placeOn(page: number, box: Box): Place {
  return { page, line: null, start: null, end: null, bbox: [...box] };
}

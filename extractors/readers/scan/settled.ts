import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Recognised } from './page.ts';

/** Pages of one kind that a finding names: of more the rest are counted. */
const MOST_NAMED = 50;

/** A page that could not be drawn, or broke what recognises. */
export interface Failed {
  kind: 'failed';
  reason: string;
}

/** What became of the pages that are pictures. */
export class Settled {
  readonly #recognised: number[] = [];
  readonly #blank: number[] = [];
  /** With the reason. */
  readonly #unreadable = new Map<number, string>();

  add(number: number, result: Recognised | Failed): void {
    if (result.kind === 'read') this.#recognised.push(number);
    else if (result.kind === 'blank') this.#blank.push(number);
    else this.#unreadable.set(number, reasonOf(result));
  }

  /** Where no page was read: why. */
  fatal(pages: number): Finding | null {
    if (this.#recognised.length > 0) return null;
    if (this.#unreadable.size > 0) return { ruleId: 'scan/unreadable', actual: this.#reasons(), expected: `${pages}` };
    return this.#blank.length > 0 ? { ruleId: 'scan/blank', actual: `${this.#blank.length}` } : null;
  }

  findings(pages: number): Finding[] {
    const found: Finding[] = [];
    if (this.#unreadable.size > 0)
      found.push({
        ruleId: 'scan/page-unreadable',
        places: placesOf([...this.#unreadable.keys()]),
        actual: this.#reasons(),
        expected: `${pages}`,
      });
    if (this.#recognised.length > 0)
      found.push({
        ruleId: 'scan/pages-recognised',
        places: placesOf(this.#recognised),
        actual: listed(stretchesOf(this.#recognised)),
        expected: `${pages}`,
      });
    return found;
  }

  #reasons(): string {
    return listed([...this.#unreadable].map(([page, reason]) => `${page} (${reason})`));
  }
}

function reasonOf(result: Exclude<Recognised | Failed, { kind: 'read' | 'blank' }>): string {
  if (result.kind === 'failed') return result.reason;
  if (result.kind === 'illegible') return `${result.reason}: ${result.measured.toFixed(1)}`;
  return result.kind === 'unsure' ? `${Math.round(100 * result.sureness)} %` : 'too large';
}

function placesOf(pages: readonly number[]): NonNullable<Finding['places']> {
  return pages.slice(0, MOST_NAMED).map((page) => ({ page, line: null, start: null, end: null, bbox: null }));
}

function listed(items: readonly string[]): string {
  const named = items.slice(0, MOST_NAMED).join(', ');
  return items.length > MOST_NAMED ? `${named} … (${items.length})` : named;
}

/** Pages that follow each other as one: 1–3, 5. */
function stretchesOf(pages: readonly number[]): string[] {
  const stretches: [number, number][] = [];
  for (const page of pages) {
    const last = stretches.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else stretches.push([page, page]);
  }
  return stretches.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}

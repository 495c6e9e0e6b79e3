import type { Finding } from '../../../schemas/diagnostic.ts';
import type { StreamDamage } from '../access/pdf-library.ts';
import type { Recognised } from '../scan/page.ts';
import { type Failed, Settled } from '../scan/settled.ts';
import { SightTally } from './reading/findings.ts';

/** Pages of one kind that a finding names: of more the rest are counted. */
const MOST_NAMED = 50;

/** What the pages had in common that made them hard to read. */
export class Tally {
  readonly findings: Finding[] = [];
  scanned: number[] = [];
  readonly broken: number[] = [];
  readonly failed: number[] = [];
  /** Pages that paint with patterns of amounts. */
  readonly patterned: number[] = [];
  readonly sight = new SightTally();
  /** Pages of which only the text that a scanner's software recognised was read. */
  readonly layered: number[] = [];
  /** What became of the pages that are pictures. */
  readonly pictures = new Settled();
  readable = 0;
  readonly #damaged = new Map<number, readonly StreamDamage[]>();
  /** Times that a page is listed again, by its number. */
  readonly #repeated = new Map<number, number>();
  readonly #annotated = { read: [] as number[], unread: [] as number[], leftOut: [] as number[] };
  readonly #pages: number;
  readonly #total: string;
  readonly #format: 'pdf' | 'ofd';

  /** `format`: whose rules say why nothing of the file can be read. */
  constructor(pages: number, format: 'pdf' | 'ofd' = 'pdf') {
    this.#pages = pages;
    this.#format = format;
    this.#total = `${pages}`;
  }

  /** Whether a page was read before, as page `first`; then that is noted. */
  isRepeated(number: number, first: number | undefined): boolean {
    if (first === undefined || first === number) return false;
    this.#repeated.set(first, (this.#repeated.get(first) ?? 0) + 1);
    return true;
  }

  /** Notes what became of a page that is a picture. */
  settle(number: number, result: Recognised | Failed): void {
    const wasUnread = this.scanned.includes(number);
    this.scanned = this.scanned.filter((page) => page !== number);
    if (wasUnread && result.kind === 'read') this.readable++;
    // A page without any ink is as blank as one of text without a character; a text layer is still there where its picture cannot be read.
    if (wasUnread || result.kind === 'read') this.pictures.add(number, result);
  }

  addDamage(number: number, damage: readonly StreamDamage[]): void {
    if (damage.length > 0) this.#damaged.set(number, damage);
  }

  isDamaged(number: number): boolean {
    return this.#damaged.has(number);
  }

  addAnnotations(number: number, { read, unread, isLeftOut }: { read: number; unread: number; isLeftOut: boolean }): void {
    if (read > 0) this.#annotated.read.push(number);
    if (unread > 0) this.#annotated.unread.push(number);
    if (isLeftOut) this.#annotated.leftOut.push(number);
  }

  /** The finding of a document of which nothing can be read; otherwise the damage is listed in `findings`. */
  fatal(): Finding | null {
    const damaged = [...this.#damaged].map(([page, damage]) => `${page} (${damage.map(described).join('; ')})`);
    if (this.readable === 0) {
      if (this.broken.length > 0) return { ruleId: 'pdf/broken-characters', actual: listed(this.broken), expected: this.#total };
      if (damaged.length > 0) return { ruleId: `${this.#format}/damaged`, actual: listed(damaged) };
      if (this.failed.length > 0) return { ruleId: `${this.#format}/damaged`, actual: `${this.failed.length}/${this.#total} pages` };
      const unread = this.pictures.fatal(this.#pages);
      if (unread) return unread;
      const { summary } = this.sight;
      return { ruleId: `${this.#format}/needs-ocr`, actual: summary === '' ? this.#total : `${this.#total}; ${summary}` };
    }
    this.#add('pdf/broken-characters', this.broken);
    this.#add('pdf/page-unreadable', this.failed);
    this.#add('pdf/page-damaged', [...this.#damaged.keys()], damaged);
    this.#add('pdf/page-without-text', this.scanned);
    const times = [...this.#repeated].map(([page, count]) => `${page} (${count + 1} ×)`);
    this.#add('pdf/pages-repeated', [...this.#repeated.keys()], times);
    this.#add('pdf/annotations-unread', this.#annotated.unread);
    this.#add('pdf/pattern-unread', this.patterned);
    this.#add('pdf/annotations-left-out', this.#annotated.leftOut);
    this.#add('pdf/annotations-read', this.#annotated.read);
    this.findings.push(...this.sight.findings(this.#pages), ...this.pictures.findings(this.#pages));
    return null;
  }

  #add(ruleId: string, pages: readonly number[], actual: readonly (number | string)[] = pages): void {
    if (pages.length === 0) return;
    const places = pages.map((page) => ({ page, line: null, start: null, end: null, bbox: null }));
    this.findings.push({ ruleId, places, actual: listed(actual), expected: this.#total });
  }
}

export function listed(items: readonly (number | string)[]): string {
  const named = items.slice(0, MOST_NAMED).join(', ');
  return items.length > MOST_NAMED ? `${named} … (${items.length})` : named;
}

/** Damage of one stream, with the share of its bytes that come before it. */
function described({ flaw, bytes, share }: StreamDamage): string {
  if (flaw === 'cut') return `cut after ${bytes} bytes`;
  if (flaw === 'checksum') return `wrong checksum of ${bytes} bytes`;
  return `${Math.floor(100 * share)}% of ${bytes} bytes`;
}

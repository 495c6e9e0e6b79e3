import type { SourceDocument, SourceLine, Word } from '../../../extractors/model/source.ts';
import { flowDocument } from '../../../extractors/readers/text/index.ts';
import type { Place } from '../../../schemas/place.ts';
import { type Column, hasFacts, type Table } from '../../../schemas/table.ts';
import type { Random } from '../../generator/random.ts';
import { type Canvas, type Change, type DamageKind, type Spot, spoil } from './damage.ts';

export interface Damaged {
  source: SourceDocument;
  changes: Change[];
}

/** What stands at `place` becomes `text`. */
interface Edit {
  place: Place;
  text: string;
}

/**
 * Damage done to a document as it was read, at the places where an undamaged extraction found its numbers. Works for every
 * text and PDF, generated or real, because provenance is all it needs.
 */
export function damage(source: SourceDocument, tables: readonly Table[], kind: DamageKind, rate: number, random: Random): Damaged {
  const found = tables.filter(hasFacts);
  const canvas = new SourceCanvas(source, found);
  const spots = found.flatMap(({ index: table, rows }) =>
    rows.flatMap(({ index: row, cells }) =>
      cells.flatMap(({ value, raw, column, factId, places: [place, ...others] }): Spot<Place>[] =>
        value !== null && place && others.length === 0 && canvas.reads(place) === raw ? [{ table, row, column, raw, factId, place }] : [],
      ),
    ),
  );
  const changes = spoil(canvas, spots, kind, rate, random);
  return { source: spots.length === 0 ? source : canvas.result(), changes };
}

/** A header that is repeated has no more lines than these. */
const HEADER_LINES = 3;

/** What can be spoilt of a page: the lines of a text, the words of a page of fixed layout. */
interface CanvasPage {
  number: number;
  lines: SourceLine[];
  words: Word[];
}

/** Edits of a source, applied all at once so that places stay valid. */
class SourceCanvas implements Canvas<Place> {
  private readonly pages: CanvasPage[];
  private readonly lines = new Map<number, { page: CanvasPage; line: SourceLine }>();
  private readonly edits: Edit[] = [];
  private readonly removed = new Set<number>();
  private readonly added: { page: CanvasPage; word: Word }[] = [];
  private readonly repeated = new Map<number, SourceLine[]>();

  constructor(
    private readonly source: SourceDocument,
    private readonly tables: readonly Table[],
  ) {
    this.pages = source.pages.map((page) => ({
      number: page.number,
      lines: [...page.lines],
      words: 'words' in page ? page.words.map((word) => ({ ...word })) : [],
    }));
    if (!this.isPdf) for (const page of this.pages) for (const line of page.lines) this.lines.set(line.number, { page, line });
  }

  private get isPdf(): boolean {
    return this.source.kind === 'drawn';
  }

  reads(place: Place): string | null {
    if (this.isPdf) return this.word(place)?.text.trim() ?? null;
    return this.line(place)?.text.slice(place.start!, place.end!) ?? null;
  }

  write(place: Place, text: string): void {
    this.edits.push({ place, text });
  }

  /** In a text, behind the number. */
  overprint(place: Place, text: string): void {
    if (!this.isPdf) {
      this.write({ ...place, start: place.end }, ` ${text}`);
      return;
    }
    const word = this.word(place);
    if (!word) return;
    const above: Word = { ...word, text };
    above.starts = spread(above);
    this.added.push({ page: this.pageOf(place), word: above });
  }

  /** The whole printed row at this place. */
  cutLine(place: Place): void {
    if (!this.isPdf) {
      this.removed.add(place.line!);
      return;
    }
    const page = this.pageOf(place);
    const [, top, , bottom] = place.bbox!;
    const middle = (top + bottom) / 2;
    page.words = page.words.filter(({ box }) => box[1] > middle || box[3] < middle);
  }

  /** Into the next column: behind one more tab, or as far to the right as the number is wide. */
  shift(place: Place): void {
    const word = this.isPdf ? this.word(place) : null;
    if (word) {
      const by = (word.box[2] - word.box[0]) * 1.5;
      word.box = [word.box[0] + by, word.box[1], word.box[2] + by, word.box[3]];
      word.starts = word.starts.map((x) => x + by);
      word.clip = null;
    } else this.write(place, `\t${this.reads(place)}`);
  }

  touches(left: Place, right: Place): boolean {
    if (this.isPdf) return this.word(left) !== null && this.word(right) !== null;
    return left.line === right.line && /^[\t ]+$/.test(this.line(left)?.text.slice(left.end!, right.start!) ?? '');
  }

  fuse(left: Place, right: Place): void {
    if (!this.isPdf) {
      this.write({ ...left, start: left.end, end: right.start }, '');
      return;
    }
    const [a, b] = [this.word(left)!, this.word(right)!];
    const page = this.pageOf(left);
    a.text = `${a.text.trim()}${b.text.trim()}`;
    a.box = [a.box[0], a.box[1], b.box[2], b.box[3]];
    a.starts = spread(a);
    a.clip = null;
    page.words = page.words.filter((word) => word !== b);
  }

  hasEmptyCells(place: Place): boolean {
    return !this.isPdf && /\t\t/.test(this.line(place)?.text ?? '');
  }

  dropEmptyCells(place: Place): void {
    const line = this.line(place)!;
    for (const match of line.text.matchAll(/\t(?=\t)/g)) {
      this.write({ ...place, start: match.index, end: match.index + 1 }, '');
    }
  }

  repeatHeader(place: Place): void {
    const header = this.headerOf(place).slice(-HEADER_LINES);
    if (header.length > 0) this.repeated.set(place.line!, header);
  }

  /** The last word of its column's header: of a text, where only one cell is called so; of a page, where it stands above the number. */
  cutHeader(place: Place): void {
    const name = this.columnAt(place)?.path.at(-1) ?? '';
    if (name === '') return;
    if (!this.isPdf) {
      const cells = this.headerOf(place).flatMap(({ number, text }) => [...text.matchAll(/[^\t]+/g)].map((cell) => ({ number, cell })));
      const [only, ...others] = cells.filter(({ cell }) => cell[0].trim() === name);
      if (only && others.length === 0)
        this.write({ ...place, line: only.number, start: only.cell.index, end: only.cell.index + only.cell[0].length }, '');
      return;
    }
    const [left, top, right] = place.bbox!;
    const page = this.pageOf(place);
    const above = page.words.filter(({ box, text }) => name.includes(text) && box[3] < top && box[0] < right && box[2] > left);
    page.words = page.words.filter((word) => !above.includes(word));
  }

  private columnAt({ line, start, page, bbox }: Place): Column | undefined {
    for (const { columns, rows } of this.tables)
      for (const { cells } of rows)
        for (const { column, places } of cells)
          if (places.some((own) => own.page === page && own.line === line && own.start === start && own.bbox === bbox))
            return columns[column];
    return undefined;
  }

  /** The lines of a text between the title of the table and its first row. */
  private headerOf({ line }: Place): SourceLine[] {
    const table = this.tables.find(({ lines }) => lines !== null && line !== null && lines[0] <= line && line <= lines[1]);
    if (this.isPdf || !table?.lines) return [];
    const from = table.lines[0];
    const first = Math.min(...table.rows.flatMap((row) => row.places.map((own) => own.line ?? Number.POSITIVE_INFINITY)));
    return [...this.lines.values()].filter(({ line: { number } }) => number >= from && number < first).map(({ line }) => line);
  }

  result(): SourceDocument {
    for (const { place, text } of [...this.edits].sort((a, b) => (b.place.start ?? 0) - (a.place.start ?? 0))) {
      if (this.isPdf) {
        const word = this.word(place);
        if (!word) continue;
        word.text = text;
        word.starts = spread(word);
      } else {
        const line = this.line(place)!;
        line.text = line.text.slice(0, place.start!) + text + line.text.slice(place.end!);
      }
    }
    for (const { page, word } of this.added) page.words.push(word);
    const { source } = this;
    if (source.kind === 'drawn') {
      const words = new Map(this.pages.map((page) => [page.number, page.words.filter(({ text }) => text !== '')]));
      return { ...source, pages: source.pages.map((page) => ({ ...page, words: words.get(page.number) ?? [] })) };
    }
    const pages = this.pages.map(({ number, lines }) => ({
      number,
      lines: lines.filter((line) => !this.removed.has(line.number)).flatMap((line) => [...(this.repeated.get(line.number) ?? []), line]),
    }));
    return flowDocument(source.media, source.encoding, pages);
  }

  private line(place: Place): SourceLine | undefined {
    const entry = this.lines.get(place.line!);
    if (!entry) return undefined;
    const at = entry.page.lines.indexOf(entry.line);
    if (at >= 0 && entry.line === this.source.pages[this.pages.indexOf(entry.page)]!.lines[at]) {
      entry.line = { ...entry.line };
      entry.page.lines[at] = entry.line;
    }
    return entry.line;
  }

  private pageOf(place: Place): CanvasPage {
    return this.pages.find(({ number }) => number === place.page)!;
  }

  /** The one word at this place; null where the number is printed in pieces. */
  private word(place: Place): Word | null {
    const box = place.bbox;
    if (!box) return null;
    const inside = this.pageOf(place).words.filter(({ box: own }) => {
      const [x, y] = [(own[0] + own[2]) / 2, (own[1] + own[3]) / 2];
      return x >= box[0] - 0.5 && x <= box[2] + 0.5 && y >= box[1] - 0.5 && y <= box[3] + 0.5;
    });
    return inside.length === 1 ? inside[0]! : null;
  }
}

/** The left edges of the characters, as if they were equally wide. */
function spread({ text, box }: Word): number[] {
  return Array.from({ length: text.length }, (_, i) => box[0] + ((box[2] - box[0]) * i) / text.length);
}

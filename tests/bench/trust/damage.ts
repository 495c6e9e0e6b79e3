import type { SourceDocument, SourceLine, Word } from '../../../extractors/model/source.ts';
import { flowDocument } from '../../../extractors/readers/text/index.ts';
import type { Place } from '../../../schemas/place.ts';
import { type FactCell, hasFacts, type Table, type TableRow } from '../../../schemas/table.ts';
import type { Random } from '../../generator/random.ts';

/**
 * Damage done to a document as it was read, at the places where an undamaged extraction found its numbers. Works for every
 * text and PDF, generated or real, because provenance is all it needs.
 */
export const DAMAGES = [
  'wrong-digit',
  'ocr-confusion',
  'dropped-empty-cells',
  'dropped-column',
  'shifted-column',
  'cut-row',
  'fused-cells',
  'swapped-rows',
  'missing-row',
  'repeated-header',
] as const;
export type DamageKind = (typeof DAMAGES)[number];

/** `after` is null where the number is no longer printed. */
export interface Change {
  factId: string;
  before: string;
  after: string | null;
}

export interface Damaged {
  source: SourceDocument;
  changes: Change[];
}

interface Spot {
  table: Table;
  row: TableRow;
  cell: FactCell;
  place: Place;
}

/** What stands at `place` becomes `text`. */
interface Edit {
  place: Place;
  text: string;
}

/** `rate`: share of numbers for damage to single numbers; elsewhere one table, column or row in each document is spoiled. */
export function damage(source: SourceDocument, tables: readonly Table[], kind: DamageKind, rate: number, random: Random): Damaged {
  const spots = tables
    .filter(hasFacts)
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap((cell): Spot[] =>
          cell.value !== null && cell.places.length === 1 ? [{ table, row, cell, place: cell.places[0]! }] : [],
        ),
      ),
    );
  const canvas = new Canvas(source);
  const printed = spots.filter((spot) => canvas.reads(spot.place) === spot.cell.raw);
  if (printed.length === 0) return { source, changes: [] };
  const changes = DO[kind](canvas, printed, rate, random);
  return { source: canvas.result(), changes };
}

type Do = (canvas: Canvas, spots: readonly Spot[], rate: number, random: Random) => Change[];

const DO: Readonly<Record<DamageKind, Do>> = {
  'wrong-digit': (canvas, spots, rate, random) => single(canvas, spots, rate, random, otherDigit),
  'ocr-confusion': (canvas, spots, rate, random) => single(canvas, spots, rate, random, confused),
  'dropped-empty-cells': (canvas, spots, _, random) => {
    const rows = rowsOf(spots).filter(([first]) => canvas.hasEmptyCells(first!.place));
    for (const row of random.sample(rows, Math.ceil(rows.length / 20))) canvas.dropEmptyCells(row[0]!.place);
    return [];
  },
  'dropped-column': (canvas, spots, _, random) => {
    const column = columnOf(spots, random);
    for (const { place } of column) canvas.cut(place);
    return column.map(gone);
  },
  'shifted-column': (canvas, spots, _, random) => {
    const column = columnOf(spots, random);
    const from = random.int(0, column.length - 1);
    for (const { place } of column.slice(from)) canvas.shift(place);
    return column.slice(from).map((spot) => ({ factId: spot.cell.factId, before: spot.cell.raw, after: spot.cell.raw }));
  },
  'cut-row': (canvas, spots, _, random) => {
    const rows = rowsOf(spots).filter((row) => row.length > 1);
    if (rows.length === 0) return [];
    const row = random.pick(rows);
    const rest = row.slice(random.int(1, row.length - 1));
    for (const { place } of rest) canvas.cut(place);
    return rest.map(gone);
  },
  'fused-cells': (canvas, spots, _, random) => {
    const pairs = rowsOf(spots).flatMap((row) =>
      row.slice(1).flatMap((spot, i): [Spot, Spot][] => (canvas.touches(row[i]!.place, spot.place) ? [[row[i]!, spot]] : [])),
    );
    if (pairs.length === 0) return [];
    const [left, right] = random.pick(pairs);
    canvas.fuse(left.place, right.place);
    return [left, right].map(gone);
  },
  'swapped-rows': (canvas, spots, _, random) => {
    const rows = rowsOf(spots);
    const pairs = rows
      .slice(1)
      .flatMap((row, i): [Spot[], Spot[]][] =>
        rows[i]![0]!.table === row[0]!.table && rows[i]!.map(({ cell }) => cell.column).join() === row.map(({ cell }) => cell.column).join()
          ? [[rows[i]!, row]]
          : [],
      )
      .filter(([a, b]) => a.some((spot, i) => spot.cell.value !== b[i]!.cell.value));
    if (pairs.length === 0) return [];
    const [above, below] = random.pick(pairs);
    return above.flatMap((spot, i) => {
      const other = below[i]!;
      canvas.write({ place: spot.place, text: other.cell.raw });
      canvas.write({ place: other.place, text: spot.cell.raw });
      if (spot.cell.value === other.cell.value) return [];
      return [
        { factId: spot.cell.factId, before: spot.cell.raw, after: other.cell.raw },
        { factId: other.cell.factId, before: other.cell.raw, after: spot.cell.raw },
      ];
    });
  },
  'missing-row': (canvas, spots, _, random) => {
    const row = random.pick(rowsOf(spots));
    for (const { place } of row) canvas.cutLine(place);
    return row.map(gone);
  },
  'repeated-header': (canvas, spots, _, random) => {
    const rows = rowsOf(spots).slice(2);
    if (rows.length === 0) return [];
    const [{ table, place }] = random.pick(rows) as [Spot];
    canvas.repeatHeader(table, place);
    return [];
  },
};

const gone = ({ cell }: Spot): Change => ({ factId: cell.factId, before: cell.raw, after: null });

function single(
  canvas: Canvas,
  spots: readonly Spot[],
  rate: number,
  random: Random,
  spoil: (raw: string, random: Random) => string,
): Change[] {
  return spots.flatMap(({ cell, place }) => {
    if (!/[1-9]/.test(cell.raw) || !random.chance(rate)) return [];
    const after = spoil(cell.raw, random);
    if (after === cell.raw) return [];
    canvas.write({ place, text: after });
    return [{ factId: cell.factId, before: cell.raw, after }];
  });
}

/** One digit replaced; the first one not by 0. */
export function otherDigit(raw: string, random: Random): string {
  const at = random.pick([...raw].flatMap((char, i) => (/\d/.test(char) ? [i] : [])));
  const first = !/\d/.test(raw.slice(0, at));
  const digits = [...'0123456789'].filter((digit) => digit !== raw[at] && !(first && digit === '0' && raw.length > 1));
  return raw.slice(0, at) + random.pick(digits) + raw.slice(at + 1);
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  0: '8O',
  1: '7l',
  2: 'Z7',
  3: '8',
  4: '9',
  5: '6S',
  6: '85',
  7: '1',
  8: '3B',
  9: '4',
};

/** What recognition of printed digits does: a lookalike, a lost or doubled character, a lost or mistaken point. */
function confused(raw: string, random: Random): string {
  const digits = [...raw].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  const at = random.pick(digits);
  switch (random.int(0, 5)) {
    case 0:
      return raw.slice(0, at) + raw.slice(at + 1);
    case 1:
      return raw.slice(0, at) + raw[at] + raw.slice(at);
    case 2:
      return raw.includes('.') ? raw.replace('.', random.chance(0.5) ? '' : ',') : raw;
    case 3: {
      const pair = digits.filter((i) => /\d/.test(raw[i + 1] ?? '') && raw[i] !== raw[i + 1]);
      if (pair.length === 0) return raw;
      const i = random.pick(pair);
      return raw.slice(0, i) + raw[i + 1] + raw[i] + raw.slice(i + 2);
    }
    default:
      return raw.slice(0, at) + random.pick([...LOOKALIKES[raw[at]!]!]) + raw.slice(at + 1);
  }
}

/** The spots of each printed row, left to right. */
function rowsOf(spots: readonly Spot[]): Spot[][] {
  const rows = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${spot.table.index}.${spot.row.index}`;
    rows.set(key, [...(rows.get(key) ?? []), spot]);
  }
  return [...rows.values()];
}

function columnOf(spots: readonly Spot[], random: Random): Spot[] {
  const { table, cell } = random.pick(spots);
  return spots.filter((spot) => spot.table === table && spot.cell.column === cell.column);
}

/** What can be spoilt of a page: the lines of a text, the words of a page of fixed layout. */
interface CanvasPage {
  number: number;
  lines: SourceLine[];
  words: Word[];
}

/** Edits of a source, applied all at once so that places stay valid. */
class Canvas {
  private readonly pages: CanvasPage[];
  private readonly lines = new Map<number, { page: CanvasPage; line: SourceLine }>();
  private readonly edits: Edit[] = [];
  private readonly removed = new Set<number>();
  private readonly repeated = new Map<number, SourceLine[]>();

  constructor(private readonly source: SourceDocument) {
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

  write(edit: Edit): void {
    this.edits.push(edit);
  }

  cut(place: Place): void {
    this.write({ place, text: '' });
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
    } else this.write({ place, text: `\t${this.reads(place)}` });
  }

  touches(left: Place, right: Place): boolean {
    if (this.isPdf) return this.word(left) !== null && this.word(right) !== null;
    return left.line === right.line && /^[\t ]+$/.test(this.line(left)?.text.slice(left.end!, right.start!) ?? '');
  }

  fuse(left: Place, right: Place): void {
    if (!this.isPdf) {
      this.write({ place: { ...left, start: left.end, end: right.start }, text: '' });
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
      this.write({ place: { ...place, start: match.index, end: match.index + 1 }, text: '' });
    }
  }

  /** The lines between title and first row once more above the row at `place`. */
  repeatHeader(table: Table, place: Place): void {
    if (this.isPdf || table.lines === null) return;
    const first = Math.min(...table.rows.flatMap((row) => row.places.map(({ line }) => line ?? Number.POSITIVE_INFINITY)));
    const header = [...this.lines.values()]
      .filter(({ line }) => line.number >= table.lines![0] && line.number < first)
      .map(({ line }) => line);
    this.repeated.set(place.line!, header.slice(-3));
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

import type { Random } from '../../generator/random.ts';
import { confused, moved, otherDigit, type Spoil, TOO_NARROW, withFootnote, withoutPoint } from './characters.ts';

/**
 * Damage to the numbers of a document, wherever they stand: as it was read (text, PDF), or before it is written in some form. A canvas
 * says how each form is changed; what is changed is the same for all.
 */
export const DAMAGES = [
  'wrong-digit',
  'ocr-confusion',
  'mapped-digits',
  'lost-points',
  'factor-100',
  'factor-10000',
  'footnote-digits',
  'too-narrow',
  'hidden-text',
  'fused-cells',
  'dropped-empty-cells',
  'dropped-column',
  'lost-column',
  'shifted-column',
  'cut-row',
  'swapped-rows',
  'missing-row',
  'missing-rows',
  'repeated-header',
] as const;
export type DamageKind = (typeof DAMAGES)[number];

/** `after` is null where the number is no longer printed. */
export interface Change {
  factId: string;
  before: string;
  after: string | null;
}

/** A printed number: its table, row and column by any numbers that tell them apart, and where its canvas finds it. */
export interface Spot<P> {
  table: number;
  row: number;
  column: number;
  raw: string;
  factId: string;
  place: P;
}

/** What can be done to the numbers of a document of one form. */
export interface Canvas<P> {
  /** The number becomes `text`. */
  write(place: P, text: string): void;
  /** `text` is printed where the number stands, and the number remains. */
  overprint(place: P, text: string): void;
  /** The whole printed row of the number is lost. */
  cutLine(place: P): void;
  /** The header of the number's column is lost, where that can be told. */
  cutHeader(place: P): void;
  /** The number stands in the next column. */
  shift(place: P): void;
  touches(left: P, right: P): boolean;
  fuse(left: P, right: P): void;
  hasEmptyCells(place: P): boolean;
  dropEmptyCells(place: P): void;
  /** The header of the table is printed once more above the row. */
  repeatHeader(place: P): void;
}

/** `rate`: share of numbers for damage to single numbers; elsewhere one table, column or row in each document is spoiled. */
export function spoil<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], kind: DamageKind, rate: number, random: Random): Change[] {
  return spots.length === 0 ? [] : damagesOf<P>()[kind](canvas, spots, rate, random);
}

type Do<P> = (canvas: Canvas<P>, spots: readonly Spot<P>[], rate: number, random: Random) => Change[];

const damagesOf = <P>(): Readonly<Record<DamageKind, Do<P>>> => ({
  'wrong-digit': single(otherDigit),
  'ocr-confusion': single(confused),
  'mapped-digits': mappedDigits,
  'lost-points': wholeTable(withoutPoint),
  'factor-100': wholeTable((raw) => moved(raw, 2)),
  'factor-10000': wholeTable((raw) => moved(raw, 4)),
  'footnote-digits': single(withFootnote),
  'too-narrow': single(() => TOO_NARROW),
  'hidden-text': hiddenText,
  'fused-cells': fusedCells,
  'dropped-empty-cells': droppedEmptyCells,
  'dropped-column': (canvas, spots, _, random) => lose(canvas, columnOf(spots, random)),
  'lost-column': (canvas, spots, _, random) => {
    const column = columnOf(spots, random);
    for (const { place } of column.slice(0, 1)) canvas.cutHeader(place);
    return lose(canvas, column);
  },
  'shifted-column': shiftedColumn,
  'cut-row': cutRow,
  'swapped-rows': swappedRows,
  'missing-row': missingRows(1),
  'missing-rows': missingRows(SEVERAL),
  'repeated-header': repeatedHeader,
});

/** So many rows below each other are lost at a page break. */
const SEVERAL = 3;

/** Of the rows with empty cells, every so many-th loses them. */
const EMPTY_SHARE = 20;

function lose<P>(canvas: Canvas<P>, spots: readonly Spot<P>[]): Change[] {
  for (const { place } of spots) canvas.write(place, '');
  return spots.map(gone);
}

const gone = ({ factId, raw }: Spot<unknown>): Change => ({ factId, before: raw, after: null });

function rewrite<P>(canvas: Canvas<P>, { place, raw, factId }: Spot<P>, after: string): Change[] {
  if (after === raw) return [];
  canvas.write(place, after);
  return [{ factId, before: raw, after }];
}

const isAmount = ({ raw }: Spot<unknown>): boolean => /[1-9]/.test(raw);

/** Every number by itself, as often as `rate` says. */
function single<P>(change: Spoil): Do<P> {
  return (canvas, spots, rate, random) =>
    spots.flatMap((spot) => (isAmount(spot) && random.chance(rate) ? rewrite(canvas, spot, change(spot.raw, random)) : []));
}

/** Every number of one table alike. */
function wholeTable<P>(change: (raw: string) => string): Do<P> {
  return (canvas, spots, _, random) => {
    const { table } = random.pick(spots);
    return spots.filter((spot) => spot.table === table && isAmount(spot)).flatMap((spot) => rewrite(canvas, spot, change(spot.raw)));
  };
}

/** The font of one table draws a digit as another: both are printed, but one of them stands for two. */
function mappedDigits<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const { table } = random.pick(spots);
  const [from, to] = random.sample([...'123456789'], 2) as [string, string];
  return spots.filter((spot) => spot.table === table).flatMap((spot) => rewrite(canvas, spot, spot.raw.replaceAll(from, to)));
}

/** Another number below the one that is seen. */
function hiddenText<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], rate: number, random: Random): Change[] {
  for (const spot of spots) if (isAmount(spot) && random.chance(rate)) canvas.overprint(spot.place, otherDigit(spot.raw, random));
  return [];
}

function fusedCells<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const pairs = rowsOf(spots).flatMap((row) =>
    row.slice(1).flatMap((spot, i): [Spot<P>, Spot<P>][] => (canvas.touches(row[i]!.place, spot.place) ? [[row[i]!, spot]] : [])),
  );
  if (pairs.length === 0) return [];
  const [left, right] = random.pick(pairs);
  canvas.fuse(left.place, right.place);
  return [left, right].map(gone);
}

function droppedEmptyCells<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const rows = rowsOf(spots).filter(([first]) => canvas.hasEmptyCells(first!.place));
  for (const row of random.sample(rows, Math.ceil(rows.length / EMPTY_SHARE))) canvas.dropEmptyCells(row[0]!.place);
  return [];
}

function shiftedColumn<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const column = columnOf(spots, random);
  const below = column.slice(random.int(0, column.length - 1));
  for (const { place } of below) canvas.shift(place);
  return below.map(({ factId, raw }) => ({ factId, before: raw, after: raw }));
}

function cutRow<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const rows = rowsOf(spots).filter((row) => row.length > 1);
  if (rows.length === 0) return [];
  const row = random.pick(rows);
  return lose(canvas, row.slice(random.int(1, row.length - 1)));
}

function swappedRows<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const rows = rowsOf(spots);
  const columnsOf = (row: readonly Spot<P>[]): string => row.map(({ column }) => column).join();
  const pairs = rows
    .slice(1)
    .flatMap((row, i): [Spot<P>[], Spot<P>[]][] =>
      rows[i]![0]!.table === row[0]!.table && columnsOf(rows[i]!) === columnsOf(row) ? [[rows[i]!, row]] : [],
    )
    .filter(([a, b]) => a.some(({ raw }, i) => raw !== b[i]!.raw));
  if (pairs.length === 0) return [];
  const [above, below] = random.pick(pairs);
  return above.flatMap((spot, i) => [...rewrite(canvas, spot, below[i]!.raw), ...rewrite(canvas, below[i]!, spot.raw)]);
}

function missingRows<P>(count: number): Do<P> {
  return (canvas, spots, _, random) => {
    const rows = rowsOf(spots);
    const first = random.int(0, Math.max(0, rows.length - count));
    const lost = rows.slice(first, first + count).filter(([spot]) => spot!.table === rows[first]![0]!.table);
    for (const row of lost) for (const { place } of row) canvas.cutLine(place);
    return lost.flat().map(gone);
  };
}

function repeatedHeader<P>(canvas: Canvas<P>, spots: readonly Spot<P>[], _: number, random: Random): Change[] {
  const rows = rowsOf(spots).slice(2);
  if (rows.length > 0) canvas.repeatHeader(random.pick(rows)[0]!.place);
  return [];
}

/** The spots of each printed row, left to right. */
function rowsOf<P>(spots: readonly Spot<P>[]): Spot<P>[][] {
  const rows = new Map<string, Spot<P>[]>();
  for (const spot of spots) {
    const key = `${spot.table}.${spot.row}`;
    rows.set(key, [...(rows.get(key) ?? []), spot]);
  }
  return [...rows.values()];
}

function columnOf<P>(spots: readonly Spot<P>[], random: Random): Spot<P>[] {
  const { table, column } = random.pick(spots);
  return spots.filter((spot) => spot.table === table && spot.column === column);
}

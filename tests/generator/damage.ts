import { Random } from './random.ts';
import { columnsOf, type Row, type Sheet } from './sheet.ts';

/** What can be spoilt, and what one spoilt place is. */
export const DAMAGE_KINDS = {
  'wrong-digit': 'a digit of a number is another one',
  'lost-digit': 'a digit of a number is missing',
  'blanked-cell': 'a number is not printed',
  'fused-cells': 'a number stands in the cell of its left neighbour, behind the number there',
  'swapped-cells': 'two neighbours of a row are exchanged',
  'missing-row': 'a row with a number is left out',
  'dropped-column': 'a column of numbers is left out',
} as const;

export type DamageKind = keyof typeof DAMAGE_KINDS;

export interface DamageOptions {
  kind: DamageKind;
  /** Share of the places (numbers; rows; columns) that are spoilt, from 0 to 1. At least one is, where there is one: 0 spoils one. */
  rate: number;
  seed: number;
  /** Which rows may be hit; rows of coded tables with a code when left out, because equations speak of those. */
  among?: (sheet: Sheet, row: Row) => boolean;
}

export interface Damage {
  kind: DamageKind;
  table: string;
  /** Empty where a whole column is gone. */
  code: string;
  label: string;
  column: string;
  before: string;
  /** What is printed instead; empty where nothing is. */
  after: string;
  /** The other cell of a pair, before and after. */
  neighbour?: { column: string; before: string; after: string };
}

interface Spot {
  sheet: Sheet;
  row: Row;
  column: number;
}

const codedRows = (sheet: Sheet, row: Row): boolean => sheet.shape === 'coded' && row.code !== null;

function spots(sheets: readonly Sheet[], among: (sheet: Sheet, row: Row) => boolean): Spot[] {
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      among(sheet, row)
        ? row.values.flatMap((value, column) => (value !== null && !sheet.text?.includes(column) ? [{ sheet, row, column }] : []))
        : [],
    ),
  );
}

/** Of several numbers in a row or a column that goes as a whole, one stands for all. */
function firstOfEach(places: readonly Spot[], keyOf: (spot: Spot) => unknown): Spot[] {
  const seen = new Set<unknown>();
  return places.filter((spot) => {
    const key = keyOf(spot);
    return !seen.has(key) && seen.add(key);
  });
}

function otherDigit(value: string, random: Random): string {
  const at = random.pick([...value].flatMap((char, i) => (/\d/.test(char) && (i > 0 || value.length === 1) ? [i] : [])));
  const digit = (Number(value[at]) + random.int(1, 9)) % 10;
  return value.slice(0, at) + digit + value.slice(at + 1);
}

/** A digit before the decimals: `120.00` without its last one would be the same number. */
function withoutDigit(value: string, random: Random): string {
  const whole = /^-?\d+/.exec(value)?.[0] ?? '';
  if (whole.replace('-', '').length < 2) return otherDigit(value, random);
  const at = random.int(whole.startsWith('-') ? 1 : 0, whole.length - 1);
  const rest = value.slice(0, at) + value.slice(at + 1);
  return Number(rest) === Number(value) ? otherDigit(value, random) : rest;
}

/** Null where the place does not allow it: nothing to the left to fuse with, one column only. */
function spoil(kind: DamageKind, { sheet, row, column }: Spot, random: Random): Damage | null {
  const before = row.values[column]!;
  const columns = columnsOf(sheet, row.side);
  const nameOf = (index: number): string => columns[index]!.join(' > ');
  const damage: Damage = { kind, table: sheet.title, code: row.code ?? '', label: row.label, column: nameOf(column), before, after: '' };
  const pair = (other: number, mine: string | null, its: string | null): Damage => {
    damage.neighbour = { column: nameOf(other), before: row.values[other] ?? '', after: its ?? '' };
    [row.values[column], row.values[other]] = [mine, its];
    return { ...damage, after: mine ?? '' };
  };
  switch (kind) {
    case 'wrong-digit':
    case 'lost-digit':
      damage.after = kind === 'wrong-digit' ? otherDigit(before, random) : withoutDigit(before, random);
      row.values[column] = damage.after;
      return damage;
    case 'blanked-cell':
      row.values[column] = null;
      return damage;
    case 'missing-row':
      sheet.rows.splice(sheet.rows.indexOf(row), 1);
      return damage;
    case 'dropped-column':
      if (!Array.isArray(sheet.columns) || sheet.columns.length < 2) return null;
      sheet.columns = sheet.columns.filter((_, i) => i !== column);
      for (const each of sheet.rows) each.values = each.values.filter((_, i) => i !== column);
      return { ...damage, code: '', label: '' };
    case 'fused-cells': {
      const left = column === 0 ? null : row.values[column - 1];
      return left ? pair(column - 1, null, `${left}${random.pick(['', ' '])}${before}`) : null;
    }
    case 'swapped-cells': {
      const other = column + 1 < row.values.length ? column + 1 : column - 1;
      return other < 0 || row.values[other] === before ? null : pair(other, row.values[other]!, before);
    }
  }
}

/**
 * Spoils the tables of a document before it is printed, so that both what was meant and what is printed stay known. The document that is
 * handed in is not changed and comes back as `truth`; `damaged` says what differs from it, in the order of the tables. The same options do
 * the same.
 */
export function damageDocument<Document extends { readonly sheets: Sheet[] }>(
  truth: Document,
  { kind, rate, seed, among = codedRows }: DamageOptions,
): { document: Document; truth: Document; damaged: Damage[] } {
  const random = new Random(seed);
  const document = { ...truth, sheets: structuredClone(truth.sheets) };
  const all = spots(document.sheets, among);
  const places =
    kind === 'missing-row'
      ? firstOfEach(all, ({ row }) => row)
      : kind === 'dropped-column'
        ? firstOfEach(all, ({ sheet, column }) => `${document.sheets.indexOf(sheet)} ${column}`)
        : all;
  const wanted = places.length === 0 ? 0 : Math.min(places.length, Math.max(1, Math.round(places.length * rate)));
  const rest = places.map((spot, at) => ({ spot, at }));
  const touched = new Set<unknown>();
  const done: { at: number; damage: Damage }[] = [];
  while (done.length < wanted && rest.length > 0) {
    const [{ spot, at }] = rest.splice(random.int(0, rest.length - 1), 1) as [(typeof rest)[number]];
    // One a row: the neighbours of a spoilt number stay as they are.
    const owner = kind === 'dropped-column' ? spot.sheet : spot.row;
    if (touched.has(owner)) continue;
    const damage = spoil(kind, spot, random);
    if (!damage) continue;
    touched.add(owner);
    done.push({ at, damage });
  }
  return { document, truth, damaged: done.sort((a, b) => a.at - b.at).map(({ damage }) => damage) };
}

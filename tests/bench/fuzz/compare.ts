import type { Result, Row } from '../../support/program.ts';
import type { Mutant } from './mutants.ts';
import type { Spot } from './mutation.ts';

/** What came out of one file. */
export type Outcome = Pick<Result, 'facts' | 'flagged'>;

/** A number that came out otherwise than from the undamaged document, where nobody is told. */
export interface SilentChange {
  id: string;
  mutator: string;
  place: string;
  /** Empty where nothing was printed. */
  base: string;
  now: string;
  state: string;
  confidence: string;
}

const ROW = ['table_title', 'side', 'panel', 'code', 'label', 'label_path', 'keys'] as const;
const COLUMN = ['table_title', 'side', 'panel', 'column_path'] as const;

/** Inside an archive the member, too. */
const told = (row: Row, columns: readonly string[]): string =>
  [/\.zip\/(.*)$/.exec(row.source_file!)?.[1] ?? '', ...columns.map((column) => row[column]!)].join('|');

const rowOf = (row: Row): string => told(row, ROW);
const columnOf = (row: Row): string => told(row, COLUMN);
/** What a number is about, in words. */
const placeOf = (row: Row): string => told(row, [...ROW, 'column_path']);

/** Rows by place; a place that stands twice tells nothing. */
function unique(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  const doubled = new Set<string>();
  for (const row of rows) {
    const place = placeOf(row);
    if (found.has(place)) doubled.add(place);
    found.set(place, row);
  }
  for (const place of doubled) found.delete(place);
  return found;
}

const spotOf = (row: Row): Spot => ({ raw: row.raw!, page: Number(row.page), line: Number(row.line) });

/** Values as decimal strings: 1.0 is 1. */
const same = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && Number(a) === Number(b));

export interface Compared {
  /** Numbers that could be compared: of places that both documents have once. */
  compared: number;
  silent: SilentChange[];
  /** Other values, of which somebody is told. */
  flagged: number;
  /** Other values where the damage itself is. */
  touched: number;
}

/** The undamaged document: its numbers by place, and the places that are empty in it, which are those of its rows and columns without one. */
class Sound {
  readonly #numbers: ReadonlyMap<string, Row>;
  readonly #all: ReadonlySet<string>;
  readonly #rows: ReadonlySet<string>;
  readonly #columns: ReadonlySet<string>;

  constructor(facts: readonly Row[]) {
    this.#numbers = unique(facts);
    this.#all = new Set(facts.map(placeOf));
    this.#rows = new Set(facts.map(rowOf));
    this.#columns = new Set(facts.map(columnOf));
  }

  /** The number at the place of `row`; empty where the place is; null where nobody can say. */
  at(row: Row): Row | 'empty' | null {
    const place = placeOf(row);
    const number = this.#numbers.get(place);
    if (number) return number;
    return !this.#all.has(place) && this.#rows.has(rowOf(row)) && this.#columns.has(columnOf(row)) ? 'empty' : null;
  }
}

export function compare({ touched, id, mutator }: Mutant, base: Outcome, now: Outcome): Compared {
  const sound = new Sound(base.facts);
  const result: Compared = { compared: 0, silent: [], flagged: 0, touched: 0 };
  for (const [place, row] of unique(now.facts)) {
    const was = sound.at(row);
    if (!was) continue;
    result.compared++;
    const value = was === 'empty' ? '' : was.value!;
    if (same(value, row.value!)) continue;
    if ((was !== 'empty' && touched.inBase(spotOf(was))) || touched.inMutant(spotOf(row))) result.touched++;
    else if (row.review === 'true' || now.flagged.has(`${row.document_id} ${row.fact_id}`)) result.flagged++;
    else {
      const state = `${row.value_state}/${row.placement_state}`;
      result.silent.push({ id, mutator, place, base: value, now: row.value!, state, confidence: row.confidence! });
    }
  }
  return result;
}

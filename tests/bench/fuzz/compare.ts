import type { Result, Row } from '../../support/program.ts';
import type { Mutant } from './mutants.ts';

/** What came out of one file. */
export type Outcome = Pick<Result, 'facts' | 'flagged'>;

/** A number that came out otherwise than from the undamaged document, where nobody is told. */
export interface SilentChange {
  mutant: Mutant;
  place: string;
  base: string;
  now: string;
  state: string;
  confidence: string;
}

const COLUMNS = ['table_title', 'side', 'panel', 'code', 'label', 'label_path', 'keys', 'column_path'] as const;

/** What a number is about, in words; inside an archive the member, too. */
function placeOf(row: Row): string {
  const member = /\.zip\/(.*)$/.exec(row.source_file!)?.[1] ?? '';
  return [member, ...COLUMNS.map((column) => row[column]!)].join('|');
}

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

const spotOf = (row: Row) => ({ raw: row.raw!, page: Number(row.page), line: Number(row.line) });

/** Values as decimal strings: 1.0 is 1. */
const same = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && Number(a) === Number(b));

export interface Compared {
  silent: SilentChange[];
  /** Other values, of which somebody is told. */
  flagged: number;
  /** Other values where the damage itself is. */
  touched: number;
}

export function compare(mutant: Mutant, base: Outcome, now: Outcome): Compared {
  const before = unique(base.facts);
  const result: Compared = { silent: [], flagged: 0, touched: 0 };
  for (const [place, row] of unique(now.facts)) {
    const was = before.get(place);
    if (!was || same(was.value!, row.value!)) continue;
    if (mutant.touched.inBase(spotOf(was)) || mutant.touched.inMutant(spotOf(row))) result.touched++;
    else if (row.review === 'true' || now.flagged.has(`${row.document_id} ${row.fact_id}`)) result.flagged++;
    else {
      const state = `${row.value_state}/${row.placement_state}`;
      result.silent.push({ mutant, place, base: was.value!, now: row.value!, state, confidence: row.confidence! });
    }
  }
  return result;
}

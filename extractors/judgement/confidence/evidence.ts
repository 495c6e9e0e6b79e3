/** What speaks for and against each number in, the probability that it is right out; imports schemas, model, notation, proof. */

import { NAMES_TEXTS } from '../../../schemas/lexicon/tables/columns.ts';
import type { PlacementState } from '../../../schemas/table.ts';
import { at, entryOf } from '../../model/at.ts';
import type { PlacedCell, PlacedTable } from '../../model/tables.ts';
import type { Proof } from '../../proof/proof.ts';
import { SURE_READING } from './settings.ts';

/** What speaks for and against one number. Shares are between 0 and 1. */
export interface Evidence {
  /** Number of exact equations with another number, those apart that were spent on placing it. */
  exact: number;
  proved: boolean;
  tail: boolean;
  /** In a broken equation. */
  broken: boolean;
  /** Likelihood that a smallest repair changes it. */
  blame: number;
  contradicted: boolean;
  placement: PlacementState;
  /** Readable only by guessing. */
  doubtful: boolean;
  /** Its column has no name of its own, or one that the equations speak against. */
  headerUnsure: boolean;
  /** How probable what was recognised in a picture is; 1 for a text of the file, and where an exact equation holds with it. */
  posterior: number;
  /** The layout is lost: the text gives only the order of the row's numbers. */
  floating: boolean;
  /** Share of doubted numbers among the others of its row, and of its column. */
  rowDoubt: number;
  columnDoubt: number;
  /** Share of broken equations among those of the document. */
  documentDoubt: number;
}

/** Of a number in no equation, with nothing against it; the numbers of forms are such. */
export const NO_EVIDENCE: Evidence = {
  exact: 0,
  proved: false,
  tail: false,
  broken: false,
  blame: 0,
  contradicted: false,
  placement: 'printed',
  doubtful: false,
  headerUnsure: false,
  posterior: 1,
  floating: false,
  rowDoubt: 0,
  columnDoubt: 0,
  documentDoubt: 0,
};

/** What the proof says, with `table.column` of the columns whose header does not fit. */
export type Proved = Proof & { misfits: ReadonlySet<string> };

/** By fact id. */
export function evidenceOf(document: Proved): Map<string, Evidence> {
  const counts = new Map<string, { exact: number; tail: boolean; broken: boolean }>();
  for (const { terms, status } of document.equations) {
    if (terms.length < 2 && status !== 'broken') continue;
    for (const { id } of terms) {
      const known = counts.get(id);
      const count = known ?? { exact: 0, tail: false, broken: false };
      if (!known) counts.set(id, count);
      if (status === 'exact') count.exact++;
      else count[status] = true;
    }
  }
  const broken = document.equations.filter(({ status }) => status === 'broken').length;
  const documentDoubt = document.equations.length === 0 ? 0 : broken / document.equations.length;
  const evidence = new Map<string, Evidence>();
  const alike = new Alike();
  document.tables.forEach((table, t) => {
    const unsure = unsureColumns(table, document, t);
    const own = table.items.map(({ floating, cells }) =>
      cells.map((cell): Evidence => {
        const state = document.states.get(cell.id) ?? 'unconstrained';
        const confirmed = state === 'confirmed';
        const { exact, tail, broken } = counts.get(cell.id) ?? NO_EVIDENCE;
        return alike.one({
          exact,
          tail,
          broken,
          proved: state === 'proved',
          blame: document.blame.get(cell.id) ?? 0,
          contradicted: state === 'contradicted',
          placement: confirmed ? 'printed' : cell.placement,
          doubtful: !confirmed && (cell.doubtful || cell.value === null),
          posterior: confirmed ? 1 : posteriorOf(cell, exact, state === 'contradicted'),
          headerUnsure: !confirmed && cell.column !== null && unsure.has(cell.column),
          floating,
          rowDoubt: 0,
          columnDoubt: 0,
          documentDoubt,
        });
      }),
    );
    addDoubted(table, own, evidence, alike);
  });
  return evidence;
}

/** Most numbers of a document have the same evidence: one object for all of them, as there are more numbers than anything else. */
class Alike {
  private readonly known = new Map<string, Evidence>();

  one(evidence: Evidence): Evidence {
    const { exact, proved, tail, broken, contradicted, doubtful, headerUnsure, floating } = evidence;
    const said = (proved ? 1 : 0) + (tail ? 2 : 0) + (broken ? 4 : 0) + (contradicted ? 8 : 0);
    const bits = said + (doubtful ? 16 : 0) + (headerUnsure ? 32 : 0) + (floating ? 64 : 0);
    const key = `${exact}|${bits}|${evidence.placement}|${evidence.posterior}|${evidence.blame}|${evidence.rowDoubt}|${evidence.columnDoubt}`;
    const known = this.known.get(key);
    if (known) return known;
    this.known.set(key, evidence);
    return evidence;
  }
}

/** Whether a person should look, before any weighing. */
export function isDoubted({ contradicted, placement, doubtful, headerUnsure, posterior }: Evidence): boolean {
  return contradicted || placement === 'ambiguous' || doubtful || headerUnsure || posterior < SURE_READING;
}

/** A wrong digit breaks the equation: one that is exact and that nothing contradicts says more than the recogniser. */
function posteriorOf({ reading }: PlacedCell, exact: number, contradicted: boolean): number {
  if (!reading || (exact > 0 && !contradicted)) return 1;
  return Math.round(reading.posterior * 10_000) / 10_000;
}

/** The evidence of a table's numbers, with the share of doubted ones among the others of each row and column. */
function addDoubted(table: PlacedTable, own: readonly (readonly Evidence[])[], evidence: Map<string, Evidence>, alike: Alike): void {
  const ofColumns = new Map<number, Doubted>();
  const ofRows = table.items.map(({ cells }, i) => {
    const ofRow = { doubted: 0, all: cells.length };
    cells.forEach(({ column }, c) => {
      const doubted = Number(isDoubted(at(at(own, i), c)));
      ofRow.doubted += doubted;
      if (column === null) return;
      const ofColumn = ofColumns.get(column) ?? { doubted: 0, all: 0 };
      ofColumns.set(column, { doubted: ofColumn.doubted + doubted, all: ofColumn.all + 1 });
    });
    return ofRow;
  });
  table.items.forEach(({ cells }, i) => {
    cells.forEach(({ id, column }, c) => {
      const one = at(at(own, i), c);
      const rowDoubt = shareOfOthers(one, at(ofRows, i));
      const columnDoubt = column === null ? 0 : shareOfOthers(one, entryOf(ofColumns, column));
      evidence.set(id, rowDoubt + columnDoubt === 0 ? one : alike.one({ ...one, rowDoubt, columnDoubt }));
    });
  });
}

/** How many of the numbers of a row or column are doubted. */
interface Doubted {
  doubted: number;
  all: number;
}

function shareOfOthers(one: Evidence, { doubted, all }: Doubted): number {
  return doubted === 0 || all < 2 ? 0 : (doubted - Number(isDoubted(one))) / (all - 1);
}

/**
 * Columns below a header row that is shifted, those without a name of their own, two with the same name, or whose header the equations speak against; those from one on that
 * bears the name of a column of texts, since the header stands beside its columns there; and guessed ones that are named like texts. Where columns are guessed or only the
 * order of the numbers is known, those of which no equation knows a number; shares between known amounts are none of them.
 */
function unsureColumns(table: PlacedTable, { misfits, states }: Proved, position: number): Set<number> {
  const unsure = new Set<number>();
  const first = new Map<string, number>();
  for (const column of table.columns) {
    const name = `${column.panel}|${column.path.join('>')}`;
    const twin = first.get(name);
    if (twin !== undefined) unsure.add(twin).add(column.index);
    first.set(name, column.index);
    if (column.shifted || column.path.length === 0 || misfits.has(`${position}.${column.index}`)) unsure.add(column.index);
  }
  for (const column of shifted(table)) unsure.add(column);
  const isFloating = table.layout === 'sequence';
  if ((!table.guessed && !isFloating) || table.columns.length < 2) return unsure;
  // Amounts below the name of texts belong to a column beside it.
  if (table.guessed) for (const { index, path } of table.columns) if (NAMES_TEXTS.test(path.at(-1) ?? '')) unsure.add(index);
  const cells = table.items.flatMap((row) => row.cells);
  const known = new Set(cells.filter(({ id }) => /^(?:consistent|proved)$/.test(states.get(id) ?? '')).map(({ column }) => column));
  // A zero adds nothing to any sum: where nothing else stands, the order of the numbers is not refuted.
  const isOpen = ({ column, value }: PlacedCell): boolean => !known.has(column) && (!isFloating || /[1-9]/.test(value ?? '1'));
  // A share (增减 %) is in no sum: between amounts that all are, it stands where its name does.
  const areKnown = table.columns.every(({ type, index }) => type !== 'money' || (known.has(index) && !unsure.has(index)));
  const isShare = (column: number): boolean => areKnown && table.columns[column]?.type === 'percent';
  for (const cell of cells) if (cell.column !== null && isOpen(cell) && !isShare(cell.column)) unsure.add(cell.column);
  return unsure;
}

/** Value columns from the first one on that a panel names as it names a column of texts left of it. */
function shifted({ panels, columns }: PlacedTable): number[] {
  return panels.flatMap(({ keys, values }) => {
    const repeats = (index: number): boolean => {
      const { path, grid } = at(columns, index);
      return path.length === 1 && grid !== null && keys.some((key) => key.header === path[0] && key.grid < grid);
    };
    const first = values.findIndex(repeats);
    return first === -1 ? [] : values.slice(first);
  });
}

import { COORDINATES, type Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { coordinatesOf } from '../../schemas/lexicon/coordinates/index.ts';
import { type FactCell, hasFacts, type Table, type TableRow } from '../../schemas/table.ts';
import { groupBy } from '../model/add-all.ts';
import { STATES } from './choosing.ts';

interface Occurrence {
  table: Table;
  row: TableRow;
  cell: FactCell;
  of: Coordinates;
}

/**
 * The numbers to count, by fact id: of equal coordinates, period and unit those of one table, in it no part beside its total and no unit
 * beside its aggregate. `chosen`: the ids that measures were taken from; their tables come first. Where coordinates are not known what is
 * another amount is counted, too.
 */
export function primaryFacts(tables: readonly Table[], chosen: ReadonlySet<string>): Set<string> {
  const groups = groupBy(tables.filter(hasFacts).flatMap(occurrencesIn), keyOf);
  const wholes = new Set([...groups].flatMap(([, [first]]) => (first.of.entity === null ? [wholeKeyOf(first)] : [])));
  const primary = new Set<string>();
  for (const [, group] of groups) {
    const [first] = group;
    if (first.of.entity !== null && wholes.has(wholeKeyOf(first))) continue;
    for (const { cell } of countedAmong(group, chosen)) primary.add(cell.factId);
  }
  return primary;
}

/** Rows of the only body that a table names are of the table's body. */
function occurrencesIn(table: Table): Occurrence[] {
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  const bodies = new Set(table.rows.flatMap(({ coordinates }) => coordinates.entity ?? []));
  return table.rows.flatMap((row) =>
    row.cells.map((cell): Occurrence => {
      const of = coordinatesOf(table.coordinates, row.coordinates, columns.get(cell.column)?.coordinates ?? {});
      return { table, row, cell, of: bodies.size < 2 ? { ...of, entity: null } : of };
    }),
  );
}

/** What rows are classified by is no part of what they are amounts of. */
const KEYED = COORDINATES.filter((coordinate) => coordinate !== 'classification' && coordinate !== 'entity');

function wholeKeyOf({ table, cell, of }: Occurrence): string {
  const type = table.columns.find(({ index }) => index === cell.column)?.type ?? '';
  return [table.entity ?? '', type, cell.period, ...KEYED.map((coordinate) => of[coordinate])].join('|');
}

const keyOf = (occurrence: Occurrence): string => `${wholeKeyOf(occurrence)}|${occurrence.of.entity}`;

function countedAmong(group: readonly Occurrence[], chosen: ReadonlySet<string>): Occurrence[] {
  const ofTables = [...groupBy(group, ({ table }) => table.index).values()].map(withoutParts);
  const ranked = ofTables.sort((a, b) => rankOf(a, chosen) - rankOf(b, chosen));
  const [best = [], ...others] = ranked;
  if (group.every(({ of }) => isKnown(of))) return best;
  const known = new Set(best.map(({ cell }) => cell.valueYuan ?? cell.value));
  return [
    ...best,
    ...others.flat().filter(({ cell }) => !known.has(cell.valueYuan ?? cell.value) && known.add(cell.valueYuan ?? cell.value)),
  ];
}

/** Of one table: a total before what it adds up, a row before those below it, one number of a row; rows beside each other are all counted. */
function withoutParts(group: readonly Occurrence[]): Occurrence[] {
  const totals = group.filter(({ row }) => row.role === 'total');
  const above = new Set(group.map(({ row }) => row.index));
  const rows = totals.length > 0 ? totals.slice(0, 1) : group.filter(({ row }) => row.parent === null || !above.has(row.parent));
  const seen = new Set<number>();
  return rows.filter(({ row }) => !seen.has(row.index) && seen.add(row.index));
}

/** Least for the table that a measure was taken from, then for the number that is best proved; equal ones stay in the order of the tables. */
function rankOf(group: readonly Occurrence[], chosen: ReadonlySet<string>): number {
  if (group.some(({ cell }) => chosen.has(cell.factId))) return -1;
  return Math.max(...group.map(({ cell }) => (cell.value === null ? STATES.length : STATES.indexOf(cell.valueState))));
}

/** Numbers of the same known coordinates are one amount; of others they may be several. */
const isKnown = ({ flow, fund, component, memo }: Coordinates): boolean =>
  flow !== null && (fund !== null || memo !== null) && (flow === 'revenue' || component !== null);

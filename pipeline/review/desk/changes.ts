import type { Change, TableView } from '../../../schemas/reviewing/api.ts';
import type { FactCell } from '../../../schemas/table.ts';
import type { Shown } from './opened.ts';

type Differences = Pick<Change, 'cleared' | 'added' | 'cells' | 'tables' | 'removedTables'>;

/** What differs between what was shown before a click and after it. */
export function differences(before: Shown, after: Shown): Differences {
  const [had, has] = [before, after].map(({ items }) => new Set(items.map(({ itemId }) => itemId)));
  const old = new Map(before.tables.map((table) => [table.index, table]));
  const now = new Set(after.tables.map(({ index }) => index));
  const oldCells = new Map(
    before.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => [cell.factId, cell] as const))),
  );
  const cells = after.tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.filter((cell) => differs(oldCells.get(cell.factId), cell)).map(({ factId }) => factId)),
  );
  return {
    cleared: before.items.flatMap(({ itemId }) => (has?.has(itemId) ? [] : [itemId])),
    added: after.items.flatMap(({ itemId }) => (had?.has(itemId) ? [] : [itemId])),
    cells,
    tables: after.tables.filter((table) => isChanged(old.get(table.index), table)),
    removedTables: before.tables.flatMap(({ index }) => (now.has(index) ? [] : [index])),
  };
}

const differs = (before: FactCell | undefined, { value, valueState, column, placementState }: FactCell): boolean =>
  !before ||
  before.value !== value ||
  before.valueState !== valueState ||
  before.column !== column ||
  before.placementState !== placementState;

/** By all that is shown of it; a table has some hundred cells. */
const isChanged = (before: TableView | undefined, after: TableView): boolean => !before || JSON.stringify(before) !== JSON.stringify(after);

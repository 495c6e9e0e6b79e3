import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { PlacedTable, ValueColumn } from '../../model/tables.ts';
import { withPeriods } from '../../notation/periods.ts';
import { withCoordinates } from '../coordinates/index.ts';
import { fitOf, groupsOf } from '../identities/groups.ts';
import { Ledger } from '../ledger/ledger.ts';
import { FEWEST_COLUMNS, LIKENESS, MORE_COLUMNS } from './settings.ts';

/**
 * The template of a table's title instead of its printed header, where the two differ and the rows' equations hold in the
 * template's order and not as well in the printed one. null when the printed header stands.
 */
export function restoreHeader(table: PlacedTable): PlacedTable | null {
  if (table.panels.length !== 1 || table.columns.length < FEWEST_COLUMNS) return null;
  const printed = strength(table);
  for (const paths of table.templates) {
    if (same(table, paths) || paths.length < table.columns.length || paths.length > table.columns.length + MORE_COLUMNS) continue;
    if (likeness(table, paths) < LIKENESS) continue;
    const restored = withColumns(table, paths);
    const strengthOfTemplate = strength(restored);
    const sameWords = leaves(paths.slice(0, table.columns.length)).join() === leaves(table.columns.map((column) => column.path)).join();
    if (strengthOfTemplate.broken > printed.broken) continue;
    if (
      strengthOfTemplate.exact > printed.exact ||
      strengthOfTemplate.broken < printed.broken ||
      ((sameWords || table.headerDamaged !== null) && strengthOfTemplate.exact >= printed.exact)
    )
      return restored;
  }
  return null;
}

function strength(table: PlacedTable): { exact: number; broken: number } {
  const ledger = new Ledger([table]);
  let exact = 0;
  let broken = 0;
  for (const group of groupsOf(table).columns) {
    const fit = fitOf(ledger, 0, group);
    exact += fit.exact;
    broken += fit.broken;
  }
  return { exact, broken };
}

/** Values keep their place in the row: the i-th printed column becomes the template's i-th. */
function withColumns(table: PlacedTable, paths: readonly (readonly string[])[]): PlacedTable {
  const columns = paths.map((path, i): ValueColumn => {
    const printed = table.columns[i];
    return {
      index: i,
      panel: 0,
      grid: printed?.grid ?? null,
      path: [...path],
      pathRaw: printed ? printed.path : [],
      measure: measureOf(path),
      period: printed?.period ?? null,
      type: 'money',
      unit: printed?.unit ?? table.caption.unit,
    };
  });
  const panels = table.panels.map((panel) => ({ ...panel, values: columns.map((column) => column.index) }));
  return withCoordinates({ ...table, columns: withPeriods(columns, table.year), panels });
}

function same(table: PlacedTable, paths: readonly (readonly string[])[]): boolean {
  return paths.length === table.columns.length && paths.every((path, i) => path.join('>') === table.columns[i]?.path.join('>'));
}

function leaves(paths: readonly (readonly string[])[]): string[] {
  return paths.map((path) => path.at(-1) ?? '');
}

function likeness(table: PlacedTable, paths: readonly (readonly string[])[]): number {
  const words = new Set(table.columns.flatMap((column) => column.path));
  const expected = new Set(paths.flat());
  return [...expected].filter((word) => words.has(word)).length / expected.size;
}

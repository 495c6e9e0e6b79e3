/** Whole tables in, tables with their columns, key columns and panels out; imports schemas, model, notation, layout/joining, ordering, lines, words. */
import { BODY_KEYS, PROJECT_KEYS, PROJECT_NAMES, SUBJECT_KEYS } from '../../../schemas/lexicon/tables/columns.ts';
import { TOTAL_COLUMN, tableKindOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { TableShape } from '../../../schemas/table.ts';
import { hasLevelHeader, isFormTitle } from '../../layout/joining/form-kinds.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { HeaderedTable, JoinedTable, PanelSpec, ValueColumn } from '../../model/tables.ts';
import { compact } from '../../notation/text.ts';
import { type PageNumbers, pageNumbersOf } from '../ordering/index.ts';
import { readColumns } from './columns.ts';
import { isInReadingOrder } from './reading-order.ts';
import { readSequence } from './sequence.ts';

/** Which columns a table has, what they are for, and the path of printed header cells above each. */
export const header: Stage<readonly JoinedTable[], HeaderedTable[]> = {
  name: 'header',
  run(tables, context) {
    const inReadingOrder = isInReadingOrder(tables) ? pageNumbersOf(tables) : null;
    return tables.map((table) => readHeader(table, inReadingOrder, context));
  },
};

function readHeader(table: JoinedTable, inReadingOrder: PageNumbers | null, context: StageContext): HeaderedTable {
  const title = table.caption.title ?? table.caption.number ?? '';
  const kind = tableKindOf(title, context.profile.titles);
  const base = { ...table, title, kind };
  if (isFormTitle(title) || hasLevelHeader(table.rows)) {
    return {
      ...base,
      shape: 'text-form',
      layout: layoutOf(table),
      panels: [],
      columns: [],
      templates: [],
      readings: [],
      headerDamaged: null,
      doubt: null,
      data: [],
    };
  }
  const templates = context.profile.columns
    .filter((template) => template.title.test(compact(title)))
    .map((template) => template.paths.map((path) => path.split(' > ')));
  const read =
    layoutOf(table) === 'sequence' ? readSequence(table, inReadingOrder) : { ...readColumns(table, context), readings: [], doubt: null };
  const measured = (columns: readonly ValueColumn[]) => columns.map((column) => ({ ...column, measure: measureIn(kind, column) }));
  const columns = measured(read.columns);
  const readings = read.readings.map((other) => ({ ...other, columns: measured(other.columns) }));
  return { ...base, ...read, columns, readings, templates, shape: shapeOf(kind, read.panels, read.columns) };
}

/** The measure of a column by the kind of its table: 总计 > 一般公共预算 in a table of 三公 is 三公 paid from that fund. */
export function measureIn(kind: string, { path, measure }: ValueColumn): string | null {
  const [outer, inner] = path;
  if (kind !== 'threePublicExpenses' || outer === undefined || inner === undefined || measure === null) return measure;
  return TOTAL_COLUMN.test(outer) && measure !== 'total' ? `threePublicExpenses.${measure}` : measure;
}

function layoutOf(table: JoinedTable): 'columns' | 'sequence' {
  return table.rows.some((row) => row.layout === 'sequence') ? 'sequence' : 'columns';
}

function shapeOf(kind: string, panels: readonly PanelSpec[], columns: readonly ValueColumn[]): TableShape {
  const filled = panels.filter((panel) => panel.values.length > 0);
  if (kind === 'threePublicExpenses') return 'three-public';
  if (filled.length > 1) return filled.length === 2 && filled.some((panel) => panel.side) ? 'two-sided' : 'panels';
  const keys = panels[0]?.keys ?? [];
  const headers = keys.map((key) => key.header);
  if (headers.some((text) => SUBJECT_KEYS.test(text)) && !headers.some((text) => PROJECT_NAMES.test(text))) return 'coded';
  if (headers.some((text) => PROJECT_KEYS.test(text)) && (columns.length > 2 || headers.length > 1)) return 'projects';
  if (headers.some((text) => BODY_KEYS.test(text))) return 'units';
  return 'other';
}

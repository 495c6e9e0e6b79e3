import { NAMES_EXPENDITURE, NAMES_REVENUE } from '../../../schemas/lexicon/tables/columns.ts';
import type { Side } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { KeyColumn, PanelSpec, ValueColumn } from '../../model/tables.ts';
import { type ColumnFacts, type ColumnRole, carriesCodeAndName, columnRole } from './column-roles.ts';
import type { HeaderCell } from './tree.ts';
import { columnsByPanel } from './value-columns.ts';

/** The blocks of columns that stand side by side in one table (收入 beside 支出), each with keys of its own. */

/** A column of the grid: the header cells above it and what stands in it. */
export interface GridColumn {
  grid: number;
  path: HeaderCell[];
  facts: ColumnFacts;
}

/** Key columns and the value columns to their right. */
export interface Panel {
  keys: KeyColumn[];
  /** The header cells above the first key column. */
  above: readonly HeaderCell[];
  values: GridColumn[];
}

export interface HeadedPanel extends Panel {
  /** The header cells that name the panel as a whole. */
  heads: readonly HeaderCell[];
}

export function panelsOf(columns: readonly GridColumn[], data: readonly GridRow[]): HeadedPanel[] {
  const panels = splitPanels(columns, data);
  for (const { keys } of panels) nameRows(keys, data);
  return panels.map((panel) => ({ ...panel, heads: headsOf(panel) }));
}

function splitPanels(columns: readonly GridColumn[], data: readonly GridRow[]): Panel[] {
  let panel: Panel = { keys: [], above: [], values: [] };
  const panels = [panel];
  const lastAmounts = columns.findLastIndex(({ facts }) => facts.amounts > 0);
  for (const [i, column] of columns.entries()) {
    const printed = columnRole(column.path, column.facts, panel.values.length === 0);
    const role = isPartOfCode(column, columns[i - 1], panel) ? 'code-part' : printed;
    const left = panel.keys.at(-1);
    if (role === 'code-part' && left?.role === 'code') left.role = role;
    if (role === 'value') {
      panel.values.push(column);
      continue;
    }
    const valuesFollow = data.length === 0 || lastAmounts > i;
    if (panel.values.length > 0 && opensPanel(role, data) && valuesFollow) {
      panel = { keys: [], above: [], values: [] };
      panels.push(panel);
    }
    if (panel.keys.length === 0) panel.above = column.path;
    panel.keys.push(keyColumn(column, panel.values.length > 0 && role === 'name' ? 'text' : role));
  }
  return panels;
}

/**
 * Own digits of a level right of a code, in a column that its header does not tell from that of the code: 208 | 05 | 05 below one
 * 科目编码.
 */
function isPartOfCode({ grid, path, facts }: GridColumn, left: GridColumn | undefined, panel: Panel): boolean {
  const key = panel.keys.at(-1);
  if (!left || key?.grid !== grid - 1 || panel.values.length > 0) return false;
  if (key.role !== 'code-part' && !(key.role === 'code' && left.facts.codes > 0)) return false;
  const headed = path.at(-1);
  if (headed !== undefined && headed !== left.path.at(-1)) return false;
  const levels = facts.parts + (headed === undefined ? 0 : facts.codes);
  return levels > 0 && levels === facts.amounts + facts.texts;
}

/** Where the grid is printed, a classification to the right of amounts heads a block of its own. */
function opensPanel(role: ColumnRole, data: readonly GridRow[]): boolean {
  return role === 'name' || role === 'code' || (role === 'key' && data[0]?.borders !== undefined);
}

function keyColumn({ grid, path }: GridColumn, role: KeyColumn['role']): KeyColumn {
  const group = path.at(-2);
  return { grid, role, header: path.at(-1)?.text ?? '', ...(group ? { group: group.text } : {}) };
}

/**
 * Rows are called by something: without a column of names, the first classification (功能科目 after 类 | 款 | 项); where no code
 * names them either, the first text that stands before the amounts.
 */
function nameRows(keys: KeyColumn[], data: readonly GridRow[]): void {
  if (keys.some((key) => key.role === 'name' || (key.role === 'code' && carriesCodeAndName(data, key.grid)))) return;
  const coded = keys.some((key) => key.role === 'code' || key.role === 'code-part');
  const first = keys.find((key) => key.role === 'key') ?? (coded ? undefined : keys.find((key) => key.role === 'text'));
  if (first) first.role = 'name';
}

/** Header cells that span the key columns of a panel as well as its values name the panel (收入, 支出 > 功能分类, 人员经费 …). */
function headsOf({ above, values }: Panel): readonly HeaderCell[] {
  if (values.length === 0) return [];
  const own = above.findIndex((cell, i) => values.some(({ path }) => path[i] !== cell || path.length <= i + 1));
  return above.slice(0, own < 0 ? above.length : own);
}

export function panelSpecs(panels: readonly HeadedPanel[], columns: readonly ValueColumn[]): PanelSpec[] {
  const ofPanels = columnsByPanel(columns);
  /** In how many panels each name stands. */
  const shared = new Map<string, number>();
  for (const name of panels.flatMap((panel) => [...new Set(namesOf(panel))])) shared.set(name, (shared.get(name) ?? 0) + 1);
  const sides = panels.map(({ keys }) => sideOf(nameKey(keys)));
  const areSides = sides.includes('revenue') && sides.includes('expenditure');
  return panels.map((panel, index) => {
    const [head] = panel.heads;
    // 收入 | 预算数 | 支出 | 预算数: the names of the rows are headed by the side.
    const side = head ? sideOf(head.text) : areSides ? at(sides, index) : null;
    return {
      index,
      side,
      name: head ? (namesOf(panel).find((name) => name !== '' && shared.get(name) === 1) ?? head.text) : side ? nameKey(panel.keys) : '',
      keys: panel.keys,
      values: ofPanels.get(index) ?? [],
    };
  });
}

const nameKey = (keys: readonly KeyColumn[]): string => keys.find((key) => key.role === 'name')?.header ?? '';

/** Outermost first. Its name is the first that no other panel has (支出功能分类 beside 支出经济分类, both below 支出). */
function namesOf({ heads, keys }: HeadedPanel): string[] {
  return [...heads.map((cell) => cell.text), nameKey(keys)];
}

/** 收入 or 支出 in the name of a panel. */
export function sideOf(text: string): Side | null {
  if (NAMES_EXPENDITURE.test(text)) return 'expenditure';
  return NAMES_REVENUE.test(text) ? 'revenue' : null;
}

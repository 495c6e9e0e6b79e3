import { BALANCE_AT_START, NAMED_TOTALS, OF_ANOTHER_YEAR, REPEATS_A_PART } from '../../../../schemas/lexicon/tables/sums.ts';
import { TOTAL_COLUMN } from '../../../../schemas/lexicon/vocabulary.ts';
import { at } from '../../../model/at.ts';
import type { PlacedTable, ValueColumn } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { ColumnGroup, Identity } from '../../ledger/identity.ts';

interface Node {
  text: string;
  column: number | null;
  children: Node[];
}

/** 合计, 小计, 总计 and the columns that stand beside it below the same header cell. */
export const headerGroupTotal: Identity = {
  id: 'header-group-total',
  columns: headerTotals,
};

export function headerTotals(table: PlacedTable): ColumnGroup[] {
  return table.panels.flatMap(({ values }) => groupsOf(treeOf(values.map((column) => at(table.columns, column)))));
}

function treeOf(columns: readonly ValueColumn[]): Node {
  const root: Node = { text: '', column: null, children: [] };
  for (const column of columns) {
    if (column.type !== 'money') continue;
    let node = root;
    column.path.forEach((text, depth) => {
      const leaf = depth === column.path.length - 1;
      const last = node.children.at(-1);
      if (!leaf && last && last.text === text && last.column === null) node = last;
      else {
        const child: Node = { text, column: leaf ? column.index : null, children: [] };
        node.children.push(child);
        node = child;
      }
    });
  }
  return root;
}

function groupsOf(node: Node): ColumnGroup[] {
  const groups = node.children.flatMap(groupsOf);
  const total = node.children.find(isTotal);
  if (!total) return [...groups, ...totalsByLeaf(node)];
  const strange = NAMED_TOTALS.find((named) => named.total.test(total.text))?.strange;
  const others = node.children.filter(
    (child) => child !== total && !REPEATS_A_PART.test(child.text) && !strange?.test(compact(child.text)),
  );
  if (others.some((child) => isTotal(child) && child.children.length === 0)) return groups;
  const addends = isRollForward(node, others) ? [] : others.flatMap(columnsOf);
  return addends.length < 2 ? groups : [...groups, groupOf(total.column, addends)];
}

function groupOf(total: number, addends: readonly number[]): ColumnGroup {
  return { identity: 'header-group-total', total, addends: addends.map((column) => ({ column, sign: 1 })) };
}

/** At the top of the header: balances of the year's beginning and end are no addends of one total. */
function isRollForward({ text }: Node, children: readonly Node[]): boolean {
  const balances = children.some((child) => BALANCE_AT_START.test(child.text));
  return text === '' && balances && children.some((child) => OF_ANOTHER_YEAR.test(child.text));
}

/** 总计 that is itself divided (总计 > 一般公共预算, 政府性基金预算): each part is the sum of the same part of the groups beside it. */
function totalsByLeaf(node: Node): ColumnGroup[] {
  const [total, ...further] = node.children.filter((child) => child.column === null && TOTAL_COLUMN.test(compact(child.text)));
  const others = node.children.filter((child) => child !== total && !REPEATS_A_PART.test(child.text));
  if (!total || further.length > 0 || others.length < 2 || others.some((child) => OF_ANOTHER_YEAR.test(child.text))) return [];
  return total.children.flatMap((leaf): ColumnGroup[] => {
    const addends = others.flatMap((other) => sameLeaf(other, leaf.text) ?? []);
    return leaf.column === null || addends.length < others.length ? [] : [groupOf(leaf.column, addends)];
  });
}

/** The column of a group with this name; where the group has parts of its own, that of its total. */
function sameLeaf(group: Node, text: string): number | null {
  const leaf = group.children.find((child) => child.text === text);
  if (leaf) return leaf.column;
  const total = group.children.find((child) => child.column === null && TOTAL_COLUMN.test(compact(child.text)));
  return total ? sameLeaf(total, text) : null;
}

function isTotal(node: Node): node is Node & { column: number } {
  return node.column !== null && TOTAL_COLUMN.test(compact(node.text));
}

/** A group counts by its own total, where it has one. */
function columnsOf(node: Node): number[] {
  if (node.column !== null) return [node.column];
  const total = node.children.find(isTotal);
  if (total) return [total.column];
  return node.children.filter((child) => !REPEATS_A_PART.test(child.text)).flatMap(columnsOf);
}

/** The column that stands for the whole table: the total at the top of the header, or its only money column. */
export function grandColumn(table: PlacedTable, panel = 0): number | null {
  const known = GRAND.get(table) ?? new Map<number, number | null>();
  GRAND.set(table, known);
  const column = known.get(panel);
  if (column !== undefined) return column;
  const found = findGrandColumn(table, panel);
  known.set(panel, found);
  return found;
}

/** Asked for every cell, and the same for a table as long as it lives. */
const GRAND = new WeakMap<PlacedTable, Map<number, number | null>>();

function findGrandColumn(table: PlacedTable, panel: number): number | null {
  const values = table.panels[panel]?.values ?? [];
  const columns = values.map((column) => at(table.columns, column)).filter(({ type }) => type === 'money');
  const [only, ...others] = columns;
  if (only && others.length === 0) return only.index;
  return topCells(treeOf(columns)).find(isTotal)?.column ?? null;
}

/** The first header cells that stand beside others: those above span everything. */
function topCells({ children }: Node): readonly Node[] {
  const [only, ...others] = children;
  return only?.column === null && others.length === 0 ? topCells(only) : children;
}

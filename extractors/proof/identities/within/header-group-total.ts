import { TOTAL_COLUMN } from '../../../../schemas/lexicon/vocabulary.ts';
import type { PlacedTable, ValueColumn } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { ColumnGroup, Identity } from '../../ledger/identity.ts';

interface Node {
  text: string;
  column: number | null;
  children: Node[];
}

/** Columns that repeat a part of the others: 其中, what of it is procured, what remains after a deduction. */
const MEMO = /^其中|政府采购项目|^扣除/;
/** A total that names what it adds up: other expenses printed beside it (会议费, 培训费) are none of its parts. */
const NAMED_TOTALS: readonly { total: RegExp; strange: RegExp }[] = [
  { total: /三公/, strange: /^(?!.*(?:出国|出境|车|接待)).*费(?:用|支出)?$/ },
];
const FLOW = /年初|上年|年末|年终|结转/;

/** 合计, 小计, 总计 and the columns that stand beside it below the same header cell. */
export const headerGroupTotal: Identity = {
  id: 'header-group-total',
  zh: '表头合计列 = 同组各列之和',
  en: 'total column = sum of the columns beside it',
  columns(table) {
    return table.panels.flatMap((panel) => groupsOf(treeOf(panel.values.map((c) => table.columns[c]!))));
  },
};

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
  const others = node.children.filter((child) => child !== total && !MEMO.test(child.text) && !strange?.test(compact(child.text)));
  if (others.some((child) => isTotal(child) && child.children.length === 0)) return groups;
  const root = node.text === '';
  if (root && others.some((child) => /^(?:年初|年末|年终)/.test(child.text)) && others.some((child) => FLOW.test(child.text)))
    return groups;
  const addends = others.flatMap(columnsOf);
  if (addends.length < 2) return groups;
  groups.push({ identity: 'header-group-total', total: total.column!, addends: addends.map((column) => ({ column, sign: 1 })) });
  return groups;
}

/** 总计 that is itself divided (总计 > 一般公共预算, 政府性基金预算): each part is the sum of the same part of the groups beside it. */
function totalsByLeaf(node: Node): ColumnGroup[] {
  const totals = node.children.filter((child) => child.column === null && TOTAL_COLUMN.test(compact(child.text)));
  const [total] = totals;
  const others = node.children.filter((child) => child !== total && !MEMO.test(child.text));
  if (totals.length !== 1 || others.length < 2 || others.some((child) => FLOW.test(child.text))) return [];
  return total!.children.flatMap((leaf): ColumnGroup[] => {
    const addends = others.map((other) => sameLeaf(other, leaf.text));
    if (leaf.column === null || addends.some((column) => column === null)) return [];
    return [{ identity: 'header-group-total', total: leaf.column, addends: addends.map((column) => ({ column: column!, sign: 1 })) }];
  });
}

/** The column of a group with this name; where the group has parts of its own, that of its total. */
function sameLeaf(group: Node, text: string): number | null {
  const leaf = group.children.find((child) => child.text === text);
  if (leaf) return leaf.column;
  const total = group.children.find((child) => child.column === null && TOTAL_COLUMN.test(compact(child.text)));
  return total ? sameLeaf(total, text) : null;
}

function isTotal(node: Node): boolean {
  return node.column !== null && TOTAL_COLUMN.test(compact(node.text));
}

/** A group counts by its own total, where it has one. */
function columnsOf(node: Node): number[] {
  if (node.column !== null) return [node.column];
  const total = node.children.find(isTotal);
  if (total) return [total.column!];
  return node.children.filter((child) => !MEMO.test(child.text)).flatMap(columnsOf);
}

/** The column that stands for the whole table: the total at the top of the header, or its only money column. */
export function grandColumn(table: PlacedTable, panel = 0): number | null {
  const known = GRAND.get(table) ?? new Map<number, number | null>();
  GRAND.set(table, known);
  const column = known.has(panel) ? known.get(panel)! : findGrandColumn(table, panel);
  known.set(panel, column);
  return column;
}

/** Asked for every cell, and the same for a table as long as it lives. */
const GRAND = new WeakMap<PlacedTable, Map<number, number | null>>();

function findGrandColumn(table: PlacedTable, panel: number): number | null {
  const columns = (table.panels[panel]?.values ?? []).map((c) => table.columns[c]!).filter((column) => column.type === 'money');
  if (columns.length === 1) return columns[0]!.index;
  let level = treeOf(columns).children;
  while (level.length === 1 && level[0]!.column === null) level = level[0]!.children;
  const total = level.find(isTotal);
  return total?.column ?? null;
}

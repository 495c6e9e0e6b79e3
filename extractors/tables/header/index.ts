import { measureOf, TOTAL_COLUMN, tableKindOf } from '../../../schemas/lexicon/vocabulary.ts';
import type { ColumnType, Side, TableShape } from '../../../schemas/table.ts';
import { isBlank } from '../../layout/grids/cell.ts';
import { hasLevelHeader, isFormTitle } from '../../layout/joining/form-kinds.ts';
import { sequenceDataStart } from '../../layout/joining/header-end.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { HeaderedTable, JoinedTable, KeyColumn, PanelSpec, ValueColumn } from '../../model/tables.ts';
import { namedPeriod } from '../../notation/periods.ts';
import { isAmount, isIndexRow } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { carriesCodeAndName, columnFacts, columnRole } from './column-roles.ts';
import { readSequenceHeader } from './sequence.ts';
import { type HeaderCell, headerPaths } from './tree.ts';

/** Which columns a table has, what they are for, and the path of printed header cells above each. */
export const header: Stage<readonly JoinedTable[], HeaderedTable[]> = {
  name: 'header',
  run(tables, context) {
    return tables.map((table) => readHeader(table, context));
  },
};

function readHeader(table: JoinedTable, context: StageContext): HeaderedTable {
  const title = table.caption.title ?? table.caption.number ?? '';
  const kind = tableKindOf(title, context.profile.titles);
  const base = { ...table, title, kind };
  if (isFormTitle(title) || hasLevelHeader(table.rows)) {
    return { ...base, shape: 'text-form', layout: layoutOf(table), panels: [], columns: [], templates: [], headerDamaged: null, data: [] };
  }
  const templates = context.profile.columns
    .filter((template) => template.title.test(compact(title)))
    .map((template) => template.paths.map((path) => path.split(' > ')));
  const read = layoutOf(table) === 'sequence' ? readSequence(table) : readColumns(table, context);
  const columns = read.columns.map((column) => ({ ...column, measure: measureIn(kind, column) }));
  return { ...base, ...read, columns, templates, shape: shapeOf(kind, read.panels, read.columns) };
}

/** 总计 > 一般公共预算 in a table of 三公 is 三公 paid from that fund. */
function measureIn(kind: string, { path, measure }: ValueColumn): string | null {
  const ofFund =
    kind === 'threePublicExpenses' && path.length > 1 && TOTAL_COLUMN.test(path[0]!) && measure !== null && measure !== 'total';
  return ofFund ? `threePublicExpenses.${measure}` : measure;
}

function layoutOf(table: JoinedTable): 'columns' | 'sequence' {
  return table.rows.some((row) => row.layout === 'sequence') ? 'sequence' : 'columns';
}

type Read = Pick<HeaderedTable, 'layout' | 'panels' | 'columns' | 'headerDamaged' | 'data'>;

function readColumns(table: JoinedTable, context: StageContext): Read {
  const headerRows = table.rows.slice(0, table.headerRows).map((row) => applyLookups(row, context.profile.lookups));
  const data = table.rows.slice(table.headerRows).filter((row) => !isIndexRow(row.cells) && row.cells.some((cell) => !isBlank(cell)));
  const width = usedWidth([...headerRows, ...data]);
  const paths = headerPaths(headerRows, width);
  const panels: { keys: KeyColumn[]; values: number[] }[] = [{ keys: [], values: [] }];
  const ghosts: number[] = [];
  for (let c = 0; c < width; c++) {
    const path = paths[c]!;
    const facts = columnFacts(data, c);
    const ownsHeader = path.some((cell) => cell.column === c);
    if (!ownsHeader && facts.amounts + facts.texts === 0) {
      ghosts.push(c);
      continue;
    }
    let panel = panels.at(-1)!;
    const role = columnRole(path, facts, panel.values.length === 0);
    if (role === 'value') {
      panel.values.push(c);
      continue;
    }
    const opens = role === 'name' || role === 'code' || (role === 'key' && isRuled(data));
    const startsPanel = opens && panel.values.length > 0 && hasValuesAfter(c, width, data);
    if (startsPanel) {
      panel = { keys: [], values: [] };
      panels.push(panel);
    }
    const group = path.length > 1 ? { group: path.at(-2)!.text } : {};
    panel.keys.push({
      grid: c,
      role: panel.values.length > 0 && role === 'name' ? 'text' : role,
      header: path.at(-1)?.text ?? '',
      ...group,
    });
  }
  for (const panel of panels) nameRows(panel.keys, data);
  const columns: ValueColumn[] = [];
  const heads = panels.map((panel) => panelHeads(panel, paths));
  const names = panels.map((panel, index) => [
    ...heads[index]!.map((cell) => cell.text),
    panel.keys.find((key) => key.role === 'name')?.header ?? '',
  ]);
  const specs = panels.map((panel, index): PanelSpec => {
    const values = panel.values.map((c) => {
      const path = paths[c]!.filter((cell) => !heads[index]!.includes(cell)).map((cell) => cell.text);
      columns.push(valueColumn(columns.length, index, c, path, table.caption.unit));
      return columns.length - 1;
    });
    const head = heads[index]![0]?.text ?? '';
    return { index, side: sideOf(head), name: head && ownName(index, names), keys: panel.keys, values };
  });
  return { layout: 'columns', panels: specs, columns, headerDamaged: damage(columns, table), data };
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
function panelHeads(panel: { keys: KeyColumn[]; values: number[] }, paths: readonly HeaderCell[][]): HeaderCell[] {
  const key = panel.keys[0] ? (paths[panel.keys[0].grid] ?? []) : [];
  if (panel.values.length === 0) return [];
  const own = key.findIndex((cell, i) => panel.values.some((c) => paths[c]?.[i] !== cell || paths[c]!.length <= i + 1));
  return key.slice(0, own < 0 ? key.length : own);
}

/** The outermost name that no other panel has (支出功能分类 beside 支出经济分类, both below 支出); the outermost where none is. */
function ownName(index: number, names: readonly (readonly string[])[]): string {
  const own = names[index]!;
  return own.find((name) => name !== '' && names.every((other, i) => i === index || !other.includes(name))) ?? own[0]!;
}

/** Where the grid is printed, a classification to the right of amounts heads a block of its own. */
function isRuled(data: readonly GridRow[]): boolean {
  return data[0]?.borders !== undefined;
}

function hasValuesAfter(column: number, width: number, data: readonly GridRow[]): boolean {
  for (let c = column + 1; c < width; c++) if (columnFacts(data, c).amounts > 0) return true;
  return data.length === 0;
}

function readSequence(table: JoinedTable): Read {
  const start = sequenceDataStart(table.rows);
  const read = readSequenceHeader(table.rows.slice(0, start));
  const columns: ValueColumn[] = [];
  const twoSided = read.panels.length === 2;
  const panels = read.panels.map((panel, index): PanelSpec => {
    const values = panel.paths.map((path) => {
      columns.push({ ...valueColumn(columns.length, index, null, path, table.caption.unit) });
      return columns.length - 1;
    });
    const side: Side | null = twoSided ? (index === 0 ? 'revenue' : 'expenditure') : null;
    const keys = panel.keys.map((word): KeyColumn => ({ grid: -1, role: sequenceRole(word), header: word }));
    return { index, side, name: twoSided ? (index === 0 ? '收入' : '支出') : '', keys, values };
  });
  const most = table.rows.slice(start).reduce((max, row) => Math.max(max, row.cells.filter((cell) => isAmount(cell.text)).length), 0);
  if (columns.length === 0 && most > 0) {
    for (let i = 0; i < most; i++) columns.push(valueColumn(i, 0, null, [], table.caption.unit));
    panels[0] = { ...(panels[0] ?? { index: 0, side: null, name: '', keys: [] }), values: columns.map((column) => column.index) };
  }
  const damaged = read.unknown.length > 0 ? read.unknown.join(' ') : null;
  return { layout: 'sequence', panels, columns, headerDamaged: damaged, data: table.rows.slice(start) };
}

function sequenceRole(word: string): KeyColumn['role'] {
  if (/^[类款项]$/.test(word)) return 'code-part';
  if (/编码|代码$/.test(word) && !/名称/.test(word)) return 'code';
  if (/^(?:行次|栏次|序号)$/.test(word)) return 'line-no';
  if (/类别$/.test(word)) return 'text';
  return /分类|目录|功能科目/.test(word) && !/名称$/.test(word) ? 'key' : 'name';
}

function valueColumn(index: number, panel: number, grid: number | null, path: string[], tableUnit: string | null): ValueColumn {
  const type = typeOf(path);
  return {
    index,
    panel,
    grid,
    path,
    pathRaw: path,
    measure: measureOf(path),
    period: namedPeriod(path),
    type,
    unit: unitOf(path, type, tableUnit),
  };
}

export function typeOf(path: readonly string[]): ColumnType {
  const leaf = path.at(-1) ?? '';
  if (/%|％|率$|比例|比重|占比|增长|幅度/.test(leaf)) return 'percent';
  if (/人数|个数|辆数|台数|数量|次数|批次|人次|户数/.test(leaf)) return /数量/.test(leaf) ? 'quantity' : 'count';
  return 'money';
}

const UNIT_IN_HEADER = /[（(](?:单位[:：])?(百万元|万元|千元|亿元|元|%|％|人|个|辆|台|套|平方米)[)）]/;

function unitOf(path: readonly string[], type: ColumnType, tableUnit: string | null): string | null {
  for (const cell of [...path].reverse()) {
    const unit = UNIT_IN_HEADER.exec(cell);
    if (unit?.[1]) return unit[1].replace('％', '%');
  }
  if (type === 'percent') return '%';
  return type === 'money' ? tableUnit : null;
}

function sideOf(text: string): Side | null {
  if (/支出/.test(text)) return 'expenditure';
  return /收入/.test(text) ? 'revenue' : null;
}

function shapeOf(kind: string, panels: readonly PanelSpec[], columns: readonly ValueColumn[]): TableShape {
  const filled = panels.filter((panel) => panel.values.length > 0);
  if (kind === 'threePublicExpenses') return 'three-public';
  if (filled.length > 1) return filled.length === 2 && filled.some((panel) => panel.side) ? 'two-sided' : 'panels';
  const keys = panels[0]?.keys ?? [];
  const headers = keys.map((key) => key.header);
  if (headers.some((text) => /科目|功能分类|经济分类/.test(text)) && !headers.some((text) => /项目名称|采购项目/.test(text)))
    return 'coded';
  if (headers.some((text) => /项目|采购|品目|资产/.test(text)) && (columns.length > 2 || headers.length > 1)) return 'projects';
  if (headers.some((text) => /单位|部门/.test(text))) return 'units';
  return 'other';
}

/** Two columns that cannot be told apart, or a column without any header, mean that the header was damaged. */
function damage(columns: readonly ValueColumn[], table: JoinedTable): string | null {
  if (table.headerRows === 0) return '—';
  const seen = new Set<string>();
  for (const column of columns) {
    const key = `${column.panel}|${column.path.join('>')}`;
    if (column.path.length === 0) return `#${column.index + 1}`;
    if (seen.has(key)) return column.path.join(' > ');
    seen.add(key);
  }
  return null;
}

function usedWidth(rows: readonly GridRow[]): number {
  return rows.reduce((max, row) => {
    let last = row.cells.length;
    while (last > 0 && isBlank(row.cells[last - 1])) last--;
    return Math.max(max, last);
  }, 0);
}

function applyLookups(row: GridRow, lookups: Readonly<Record<string, string>>): GridRow {
  if (Object.keys(lookups).length === 0) return row;
  return { ...row, cells: row.cells.map((cell) => (cell.text in lookups ? { ...cell, text: lookups[cell.text]! } : cell)) };
}

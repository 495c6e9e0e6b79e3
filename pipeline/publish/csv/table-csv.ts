import type { Indicator } from '../../../schemas/disclosure.ts';
import type { FactCell, Table, TableRow } from '../../../schemas/table.ts';
import { slugOf } from '../../base/slug.ts';
import { BOM, csvLines } from './csv.ts';

/** amount: a number; count: a whole number such as a year or a page; text: anything as printed. */
export interface PrintedCell {
  text: string;
  kind: 'text' | 'amount' | 'count';
  review: boolean;
}

/** One printed column of a block: its header and what a line prints there; `row` is absent where the line has none in the block. */
interface PrintedColumn {
  header: string;
  cellOf(row: TableRow | undefined, cells: ReadonlyMap<number, FactCell>): PrintedCell;
}

const textCell = (text: string | null | undefined): PrintedCell => ({ text: text ?? '', kind: 'text', review: false });

function amountCell(cell: FactCell | undefined): PrintedCell {
  if (!cell) return textCell('');
  return { text: cell.value ?? cell.raw, kind: cell.value === null ? 'text' : 'amount', review: cell.review };
}

const keyNames = (rows: readonly TableRow[], pick: (row: TableRow) => Readonly<Record<string, string>>): string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(pick(row)))),
];

/** The columns of one panel: its keys, its value columns under their paths, its text columns. */
function panelColumns(table: Table, panel: number, rows: readonly TableRow[]): PrintedColumn[] {
  const columns: PrintedColumn[] = [];
  if (rows.some(({ lineNo }) => lineNo !== null)) columns.push({ header: '行次', cellOf: (row) => textCell(row?.lineNo ?? '') });
  if (rows.some(({ code }) => code !== null)) columns.push({ header: '编码', cellOf: (row) => textCell(row?.code) });
  columns.push({ header: '名称', cellOf: (row) => textCell(row?.label) });
  for (const name of keyNames(rows, ({ keys }) => keys)) columns.push({ header: name, cellOf: (row) => textCell(row?.keys[name]) });
  for (const column of table.columns.filter((candidate) => candidate.panel === panel)) {
    columns.push({
      header: column.path.join(' > '),
      cellOf: (_row, cells) => amountCell(cells.get(column.index)),
    });
  }
  for (const name of keyNames(rows, ({ attributes }) => attributes)) {
    columns.push({ header: name, cellOf: (row) => textCell(row?.attributes[name]) });
  }
  return columns;
}

/** The first cell of each column in a line; a total (公用经费合计) may print its amount in the block to the right of its label. */
function cellsByColumn(rows: Iterable<TableRow>): Map<number, FactCell> {
  const cells = new Map<number, FactCell>();
  for (const row of rows) for (const cell of row.cells) if (!cells.has(cell.column)) cells.set(cell.column, cell);
  return cells;
}

/** Rows of different panels that stand on one printed line; a lone row fills its own panel only. */
function printedRows(rows: readonly TableRow[]): Map<number, TableRow>[] {
  const printed: { page: number; line: number; byPanel: Map<number, TableRow> }[] = [];
  const open = new Map<string, Map<number, TableRow>>();
  for (const row of rows) {
    const place = row.places[0];
    const top = place?.bbox?.[1] ?? place?.line ?? null;
    const key = place && top !== null ? `${place.page}:${top}` : null;
    const beside = key === null ? undefined : open.get(key);
    if (beside && !beside.has(row.panel)) {
      beside.set(row.panel, row);
      continue;
    }
    const byPanel = new Map([[row.panel, row]]);
    printed.push({ page: place?.page ?? printed.at(-1)?.page ?? 0, line: top ?? printed.at(-1)?.line ?? 0, byPanel });
    if (key !== null) open.set(key, byPanel);
  }
  return printed.sort((a, b) => a.page - b.page || a.line - b.line).map(({ byPanel }) => byPanel);
}

const INDICATOR_HEADER = [
  '一级指标',
  '二级指标',
  '三级指标',
  '运算符号',
  '指标值',
  '度量单位',
  '完成时限',
  '实际完成值',
  '完成率',
  '权重',
  '得分',
];

function formCells(table: Table, indicators: readonly Indicator[]): PrintedCell[][] {
  const fields = table.fields.map(({ label, value }) => [textCell(label), textCell(value)]);
  if (indicators.length === 0) return fields;
  const rows = indicators.map((indicator) => [
    textCell(indicator.level1),
    textCell(indicator.level2),
    textCell(indicator.level3),
    textCell(indicator.operator),
    textCell(indicator.target),
    textCell(indicator.targetUnit),
    textCell(indicator.deadline),
    textCell(indicator.actual),
    textCell(indicator.completion),
    textCell(indicator.weight),
    textCell(indicator.score),
  ]);
  return [...fields, ...(fields.length > 0 ? [[textCell('')]] : []), INDICATOR_HEADER.map(textCell), ...rows];
}

/** Cells of one table as a person would type them: panels side by side, key columns before value columns, printed order. */
export function tableCells(table: Table, indicators: readonly Indicator[] = []): PrintedCell[][] {
  if (table.shape === 'text-form') return formCells(table, indicators);
  const panels = table.panels.length > 0 ? table.panels.map(({ index }) => index) : [0];
  const blocks = panels.map((panel) => ({
    panel,
    columns: panelColumns(
      table,
      panel,
      table.rows.filter((row) => row.panel === panel),
    ),
  }));
  const header = blocks.flatMap(({ columns }) => columns.map((column) => textCell(column.header)));
  const body = printedRows(table.rows).map((byPanel) => {
    const cells = cellsByColumn(byPanel.values());
    return blocks.flatMap(({ panel, columns }) => columns.map((column) => column.cellOf(byPanel.get(panel), cells)));
  });
  return [header, ...body];
}

export function tableCsv(table: Table, indicators: readonly Indicator[] = []): string {
  return BOM + csvLines(tableCells(table, indicators).map((row) => row.map(({ text }) => text)));
}

const TITLE_LENGTH = 60;

/** `03-支出预算总表.csv` */
export function tableFileName(table: Table): string {
  return `${String(table.index).padStart(2, '0')}-${slugOf(table.title, TITLE_LENGTH) || 'table'}.csv`;
}

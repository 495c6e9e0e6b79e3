import { html } from 'hono/html';
import { TOTAL_COLUMN } from '../../../../schemas/lexicon/vocabulary.ts';
import type { Column, FactCell, Table, TableRow } from '../../../../schemas/table.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { columnOf, tableName } from '../facts.ts';
import { both, linkTo, type Markup, tableAnchor } from '../markup.ts';

const BAR_WIDTH = 320;
const MAX_BARS = 24;
const FUNCTION_CATEGORY = /^2\d\d$/;

/** `parts` lie inside the bar of `cell`. */
export interface Bar {
  label: string;
  cell: FactCell;
  parts?: { cell: FactCell | undefined; mark: string }[];
}

/** Geometry only: amounts are printed from their decimal strings. */
const length = (cell: FactCell | undefined): number => Math.max(0, Number(cell?.value ?? 0));

function barTable(title: Markup, table: Table, bars: readonly Bar[], key: Markup | '' = ''): Markup | '' {
  const shown = bars.slice(0, MAX_BARS);
  const longest = Math.max(...shown.map((bar) => length(bar.cell)), 0);
  if (longest === 0) return '';
  const scale = (cell: FactCell | undefined) => (length(cell) / longest) * BAR_WIDTH;
  const rows = shown.map((bar) => {
    let x = 0;
    const parts = (bar.parts ?? []).map(({ cell, mark }) => {
      const width = Math.min(scale(cell), BAR_WIDTH - x);
      const rect = html`<rect class="${mark}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="14"/>`;
      x += width;
      return rect;
    });
    return html`<tr><th scope="row" lang="zh-CN">${bar.label}</th><td><svg class="bar" viewBox="0 0 ${BAR_WIDTH} 14" width="${BAR_WIDTH}" height="14" aria-hidden="true"><rect class="whole" width="${Math.max(scale(bar.cell), 0.5).toFixed(1)}" height="14"/>${parts}</svg></td>
<td class="n">${linkTo(bar.cell.factId, grouped(bar.cell.value ?? bar.cell.raw))}</td></tr>
`;
  });
  const source = linkTo(tableAnchor(table.index), html`<span lang="zh-CN">${tableName(table)}</span>`);
  const unit = table.unit ? html`, <span lang="zh-CN">${table.unit}</span>` : '';
  const left = bars.length - shown.length;
  const more = left > 0 ? html`<p class="dim">${both(`另有 ${left} 项`, `${left} more`)}</p>` : '';
  return html`<figure><div class="scroll" tabindex="0"><table class="chart"><caption><h3>${title}</h3><span class="dim">${source}${unit}</span>${key}</caption>
<thead class="hide"><tr><th scope="col">${both('项', 'item')}</th><td></td><th scope="col">${both('金额', 'amount')}</th></tr></thead><tbody>
${rows}</tbody></table></div>${more}</figure>`;
}

const lastMeasure = (column: Column) => column.measure?.split('.').at(-1) ?? '';

function totalColumn(columns: readonly Column[]): Column | undefined {
  const money = columns.filter((column) => column.type === 'money');
  return (
    money.find((column) => column.measure === 'total') ??
    money.find((column) => TOTAL_COLUMN.test(column.path.at(-1)?.replace(/\s+/g, '') ?? '')) ??
    money[0]
  );
}

function cellIn(row: TableRow, column: Column | undefined): FactCell | undefined {
  return column && row.cells.find((cell) => cell.column === column.index && cell.value !== null);
}

/** The total row and the top-level function subjects, each with its basic and project expenditure where the table splits them. */
function subjectBars(table: Table): Bar[] {
  const categories = table.rows.filter(
    (row) => row.code !== null && FUNCTION_CATEGORY.test(row.code) && row.role !== 'memo' && row.role !== 'unit',
  );
  const codes = new Set(categories.map((row) => row.code));
  const [first] = categories;
  if (first === undefined || codes.size < categories.length) return [];
  const columns = table.columns.filter((column) => column.panel === first.panel);
  const total = totalColumn(columns);
  const basic = columns.find((column) => lastMeasure(column) === 'basicExpenditure');
  const project = columns.find((column) => lastMeasure(column) === 'projectExpenditure');
  const head = table.rows.find((row) => row.role === 'total' && cellIn(row, total));
  return (head ? [head, ...categories] : categories).flatMap((row) => {
    const cell = cellIn(row, total);
    if (!cell) return [];
    const parts = [
      { cell: cellIn(row, basic), mark: 'basic' },
      { cell: cellIn(row, project), mark: 'project' },
    ];
    return [{ label: [row.code, row.label].filter(Boolean).join(' '), cell, parts }];
  });
}

/** The top-level items of one side of a two-sided table. */
function sideBars(table: Table, side: 'revenue' | 'expenditure'): Bar[] {
  const panel = table.panels.find((it) => it.side === side);
  if (!panel) return [];
  const total = totalColumn(table.columns.filter((column) => column.panel === panel.index));
  return table.rows.flatMap((row) => {
    if (row.panel !== panel.index || row.role !== 'item' || row.labelPath.length > 0) return [];
    const cell = cellIn(row, total);
    return cell && length(cell) > 0 ? [{ label: row.label, cell }] : [];
  });
}

/** The columns of the total row that are no totals themselves. */
function columnBars(table: Table): Bar[] {
  const row = table.rows.find((it) => it.role === 'total') ?? table.rows[0];
  if (!row) return [];
  return row.cells.flatMap((cell) => {
    const column = columnOf(table, row, cell);
    if (column?.type !== 'money' || cell.value === null || length(cell) === 0) return [];
    if (TOTAL_COLUMN.test(column.path.at(-1)?.replace(/\s+/g, '') ?? '')) return [];
    return [{ label: column.path.join(' › '), cell }];
  });
}

/** Every money cell of a small table: the three public expenses by item and year. */
function threePublicBars(table: Table): Bar[] {
  const years = new Set(table.columns.map((column) => column.period));
  const total = table.rows.find((row) => row.role === 'total');
  const byRow = years.size > 1 || new Set(table.columns.map((column) => column.path.join('>'))).size === 1;
  const rows = byRow ? table.rows : [total ?? table.rows[0]].filter((row) => row !== undefined);
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const column = columnOf(table, row, cell);
      if (column?.type !== 'money' || cell.value === null) return [];
      const label = byRow ? [row.label, column.path.join(' › ')] : [column.path.join(' › '), years.size > 1 ? column.period : ''];
      return [{ label: label.filter(Boolean).join(' · '), cell }];
    }),
  );
}

function firstWith(
  tables: readonly Table[],
  kinds: readonly string[],
  barsOf: (table: Table) => Bar[],
): { table: Table; bars: Bar[] } | undefined {
  for (const kind of kinds) {
    for (const table of tables) {
      if (table.kind !== kind) continue;
      const bars = barsOf(table);
      if (bars.length > 0) return { table, bars };
    }
  }
  return undefined;
}

/** Charts where a person would rather look than read; nothing for tables that the document does not have. */
export function chartsSection(tables: readonly Table[]): Markup | '' {
  const figures: (Markup | '')[] = [];
  const subjects =
    firstWith(tables, ['expenditureSummary', 'functionalClassification', 'generalPublicBudgetExpenditure'], subjectBars) ??
    firstWith(tables, ['revenueExpenditureSummary', 'fiscalAppropriationSummary'], (table) => sideBars(table, 'expenditure'));
  if (subjects) {
    const split = subjects.bars.some((bar) => bar.parts?.some((part) => part.cell));
    const key = split
      ? html`<span class="dim"><span class="key basic"></span>${both('基本支出', 'basic')} <span class="key project"></span>${both('项目支出', 'project')}</span>`
      : '';
    figures.push(barTable(both('支出按功能分类', 'Expenditure by function'), subjects.table, subjects.bars, key));
  }
  const income =
    firstWith(tables, ['revenueExpenditureSummary'], (table) => sideBars(table, 'revenue')) ??
    firstWith(tables, ['revenueSummary', 'revenueByUnit'], columnBars);
  if (income) figures.push(barTable(both('收入按来源', 'Income by source'), income.table, income.bars));
  for (const table of tables) {
    if (table.kind === 'threePublicExpenses')
      figures.push(barTable(both('“三公”经费', 'Three public expenses'), table, threePublicBars(table)));
  }
  return figures.some((figure) => figure !== '') ? html`<div class="figures">${figures}</div>` : '';
}

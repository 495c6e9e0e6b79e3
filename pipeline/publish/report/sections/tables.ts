/** An indexed report in, the sections of report.html as markup out; imports schemas, extractors, base, publish/report. */
import { html, raw } from 'hono/html';
import { entryOf } from '../../../../extractors/model/at.ts';
import type { Disclosure } from '../../../../schemas/disclosure.ts';
import type { Place } from '../../../../schemas/place.ts';
import type { FactCell, Table, TableRow } from '../../../../schemas/table.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { tableName } from '../facts.ts';
import { type HeaderCell, headerDepth, headerTree } from '../header.ts';
import { cellsByColumn, layoutTable, type PanelLayout, type TableLayout } from '../layout.ts';
import { both, dataTable, escaped, indicatorsAnchor, linkTo, type Markup, tableAnchor } from '../markup.ts';
import { PLACEMENT_STATES, STATE_ORDER, tableKindName, VALUE_STATES } from '../names.ts';
import type { Tally } from './proof.ts';

const OPEN_ROWS = 12;
const MAX_INDENT = 6;
const PLACES_PER_CELL = 4;
/** Half a character, which no address can carry: a file may name its sheets by any. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Places as `page:line:start:end`, blank where unknown, or as `@` and the address of a cell; the page's script reads them back. */
export function placesAttribute(places: readonly Place[]): string {
  return places
    .slice(0, PLACES_PER_CELL)
    .map(({ page, line, start, end, cell }) => {
      if (cell !== undefined) return `@${encodeURIComponent(cell.replace(LONE_SURROGATE, '\ufffd'))}`;
      const parts = `${page}:${line ?? ''}:${start ?? ''}:${end ?? ''}`;
      return end === null ? parts.replace(/:+$/, '') : parts;
    })
    .join(' ');
}

/** Everything about a cell travels in short attributes; only what the visible text does not say. HTML, escaped. */
function cellAttributes(cell: FactCell, cellClass: string, shown: string): string {
  const { mark } = VALUE_STATES[cell.valueState];
  const ambiguous = cell.placementState === 'ambiguous';
  const classes = `f ${mark}${cell.review ? ' r' : ''}${ambiguous ? ' a' : ''}${cellClass}`;
  const raw = cell.raw === shown ? '' : ` data-r="${escaped(cell.raw)}"`;
  const placed = cell.placementState === 'printed' ? '' : ` data-m="${cell.placementState}"`;
  const others = cell.alternatives.length === 0 ? '' : ` data-o="${cell.alternatives.join(' ')}"`;
  return ` id="${escaped(cell.factId)}" class="${classes}" data-c="${cell.column}" data-l="${placesAttribute(cell.places)}" data-q="${cell.confidence}"${raw}${placed}${others}`;
}

function valueCell(cells: readonly FactCell[]): string {
  const [first, ...further] = cells;
  if (!first) return '<td></td>';
  const shown = first.value === null ? first.raw : grouped(first.value);
  let rest = '';
  for (const cell of further) {
    const text = cell.value === null ? cell.raw : grouped(cell.value);
    rest += `<br><span${cellAttributes(cell, '', text)}>${escaped(text)}</span>`;
  }
  return `<td${cellAttributes(first, ' n', shown)}>${escaped(shown)}${rest}</td>`;
}

const NO_CELLS: readonly FactCell[] = [];

/** Ancestors that no row of the table prints above this one. */
function crumbs(row: TableRow, seen: ReadonlySet<string>): string {
  const hidden = row.labelPath.filter((part) => !seen.has(part));
  return hidden.length > 0 ? `<span class="dim">${escaped(hidden.join(' › '))} › </span>` : '';
}

function widthOf({ lineNo, code, keys, label, columns, attributes }: PanelLayout): number {
  return Number(lineNo) + Number(code) + keys.length + Number(label) + columns.length + attributes.length;
}

/** What a row is called, below the names above it. */
function labelCell(row: TableRow, seen: Set<string>): string {
  const indent = Math.min(row.labelPath.length, MAX_INDENT);
  const cell = `<th scope="row"${indent > 0 ? ` class="i${indent}"` : ''}>${crumbs(row, seen)}${escaped(row.label)}</th>`;
  if (row.label) seen.add(row.label);
  return cell;
}

/** The key columns of a panel. */
function keyCells(layout: PanelLayout, row: TableRow, seen: Set<string>): string {
  const code = escaped(row.code ?? '');
  let out = '';
  if (layout.lineNo) out += `<td class="dim">${escaped(row.lineNo ?? '')}</td>`;
  if (layout.code) out += layout.label ? `<td class="code">${code}</td>` : `<th scope="row">${code}</th>`;
  for (const key of layout.keys) out += `<td>${escaped(row.keys[key] ?? '')}</td>`;
  return layout.label ? out + labelCell(row, seen) : out;
}

/** The cells of one printed line that belong to one panel, as escaped HTML. */
function panelCells(layout: PanelLayout, row: TableRow | undefined, seen: Set<string>): string {
  if (!row) return '<td></td>'.repeat(widthOf(layout));
  let out = keyCells(layout, row, seen);
  const cells = cellsByColumn(row);
  for (const column of layout.columns) out += valueCell(cells.get(column.index) ?? NO_CELLS);
  for (const name of layout.attributes) out += `<td class="text">${escaped(row.attributes[name] ?? '')}</td>`;
  return out;
}

function sideName(layout: PanelLayout): Markup | string {
  if (layout.panel?.name) return layout.panel.name;
  if (layout.panel?.side === 'revenue') return both('收入', 'revenue');
  if (layout.panel?.side === 'expenditure') return both('支出', 'expenditure');
  return String(layout.index + 1);
}

function headCell({ text, colspan, rowspan, leaf }: HeaderCell): Markup {
  const spans = html`${colspan > 1 ? html` colspan="${colspan}"` : ''}${rowspan > 1 ? html` rowspan="${rowspan}"` : ''}`;
  return html`<th scope="${leaf ? 'col' : 'colgroup'}"${spans}>${text || '–'}</th>`;
}

/** The header of one panel, a list for each of its `depth` rows. */
function panelHead(panel: PanelLayout, depth: number): Markup[][] {
  const key = (text: unknown): Markup => html`<th scope="col" rowspan="${depth}">${text}</th>`;
  const paths = panel.columns.map((column) => column.path);
  const before = [
    ...(panel.lineNo ? [key(both('行次', 'line'))] : []),
    ...(panel.code ? [key(both('编码', 'code'))] : []),
    ...panel.keys.map(key),
    ...(panel.label ? [key(both('名称', 'name'))] : []),
  ];
  const after = panel.attributes.map(key);
  return headerTree(paths, depth).map((cells, level) => {
    const named = cells.map(headCell);
    return level === 0 ? [...before, ...named, ...after] : named;
  });
}

function tableHead({ panels }: TableLayout): Markup {
  const depth = headerDepth(panels.flatMap((panel) => panel.columns.map((column) => column.path)));
  const heads = panels.map((panel) => panelHead(panel, depth));
  const rows = Array.from({ length: depth }, (_, level) => heads.flatMap((head) => head[level] ?? []));
  const sides = panels.map((panel) => html`<th scope="colgroup" colspan="${widthOf(panel)}">${sideName(panel)}</th>`);
  const top = panels.length > 1 ? html`<tr>${sides}</tr>` : '';
  return html`<thead>${top}${rows.map((row) => html`<tr>${row}</tr>`)}</thead>`;
}

function columnNames(table: Table): string {
  const names: Record<number, string> = {};
  for (const column of table.columns) names[column.index] ??= column.path.join(' > ');
  return JSON.stringify(names);
}

function tableBody(table: Table): Markup | '' {
  if (table.rows.length + table.columns.length === 0) return '';
  const layout = layoutTable(table);
  const panels = layout.panels.map((panel) => ({ panel, seen: new Set<string>() }));
  const rows = layout.lines.map((line) => {
    const roles = new Set(line.flatMap((row) => row?.role ?? []));
    const role = roles.size === 1 ? [...roles][0] : 'item';
    const cells = panels.map(({ panel, seen }, i) => panelCells(panel, line[i], seen)).join('');
    return `<tr${role === 'item' ? '' : ` class="${role}"`}>${cells}</tr>\n`;
  });
  const single = layout.panels.length === 1 ? ' one' : '';
  return html`<div class="scroll" tabindex="0"><table class="grid${single}" data-cols="${columnNames(table)}">
<caption class="hide">${tableName(table)}</caption>${tableHead(layout)}<tbody>
${raw(rows.join(''))}</tbody></table></div>`;
}

function formFields(table: Table): Markup | '' {
  if (table.fields.length === 0) return '';
  return html`<dl>${table.fields.map((field) => html`<div><dt>${field.label}</dt><dd>${field.value}</dd></div>`)}</dl>`;
}

function pagesText(table: Table): Markup {
  const [first, last] = table.pages;
  const lines = table.lines ? `${table.lines[0]}–${table.lines[1]}` : '';
  const pages = first === last ? `${first}` : `${first}–${last}`;
  return both(`第 ${pages} 页${lines ? `，第 ${lines} 行` : ''}`, `p. ${pages}${lines ? `, lines ${lines}` : ''}`);
}

/** What the performance records say about a table: the project it is about and how many indicators it lists. */
interface FormNote {
  project: string;
  indicators: number;
}

function formNotes({ projects, indicators }: Disclosure): Map<number, FormNote> {
  const notes = new Map<number, FormNote>();
  const noteOf = (tableIndex: number): FormNote => {
    const note = notes.get(tableIndex) ?? { project: '', indicators: 0 };
    notes.set(tableIndex, note);
    return note;
  };
  for (const { tableIndex, name } of projects) noteOf(tableIndex).project ||= name;
  for (const { tableIndex } of indicators) noteOf(tableIndex).indicators += 1;
  return notes;
}

function tableHeading(table: Table, note: FormNote | undefined): Markup {
  return html`${tableName(table)}${note?.project && table.shape === 'text-form' ? html` · ${note.project}` : ''}`;
}

function tableDetails(table: Table, tally: Tally, note: FormNote | undefined): Markup {
  const kind = tableKindName(table.kind);
  const empty = table.empty
    ? html`<p class="dim">${both('空表：文件说明没有这项内容。', 'An empty table: the document states that there is none.')}</p>`
    : '';
  const records = note?.indicators
    ? html`<p>${linkTo(indicatorsAnchor(table.index), both(`${note.indicators} 条指标`, `${note.indicators} indicators`))}</p>`
    : '';
  const notes = table.notes.map((note) => html`<p class="dim">${note}</p>`);
  const unit = table.unit ? html` · ${both('单位', 'unit')} <span lang="zh-CN">${table.unit}</span>` : '';
  const open = table.rows.length > 0 && table.rows.length <= OPEN_ROWS ? html` open` : '';
  return html`<details class="table" id="${tableAnchor(table.index)}"${open}><summary><h3 lang="zh-CN">${tableHeading(table, note)}</h3>
<span class="dim">${both(kind.zh, kind.en)} · ${pagesText(table)}${unit} · ${both(`${tally.facts} 个数`, `${tally.facts} facts`)}</span></summary>
<div lang="zh-CN">${empty}${formFields(table)}${tableBody(table)}${records}${notes}</div></details>
`;
}

export function legend(): Markup {
  const states = STATE_ORDER.map((state) => {
    const { zh, en, mark } = VALUE_STATES[state];
    return html`<li><span class="f ${mark} sample">12.30</span> ${both(zh, en)}</li>`;
  });
  const { ambiguous } = PLACEMENT_STATES;
  return html`<ul class="legend">${states}<li><span class="f u a sample">12.30</span> ${both(ambiguous.zh, ambiguous.en)}</li>
<li><span class="f u r sample">12.30</span> ${both('请人核对', 'for review')}</li></ul>
<p class="dim">${both('点击数字（或用方向键移到该格后按回车）可看出处与所在等式。', 'Click a number (or move there with the arrow keys and press Enter) to see where it is printed and which equations it is in.')}</p>`;
}

/** An index of the tables, then each table as it is printed. */
export function tablesSection(disclosure: Disclosure, tallies: ReadonlyMap<number, Tally>): Markup {
  const { tables } = disclosure;
  const forms = formNotes(disclosure);
  const columns = [
    { head: '#', n: true },
    { head: both('表', 'table') },
    { head: both('种类', 'kind') },
    { head: both('行', 'rows'), n: true },
    { head: both('数', 'facts'), n: true },
    { head: both('请看', 'to review'), n: true },
  ];
  const index = tables.map((table) => {
    const kind = tableKindName(table.kind);
    const tally = entryOf(tallies, table.index);
    const title = html`${linkTo(tableAnchor(table.index), html`<span lang="zh-CN">${tableHeading(table, forms.get(table.index))}</span>`)}`;
    const facts = table.empty ? both('空表', 'empty') : tally.facts;
    return { cells: [table.index, title, both(kind.zh, kind.en), table.rows.length, facts, tally.review] };
  });
  return html`${dataTable(both('目录', 'index'), columns, index)}${legend()}${tables.map((table) => tableDetails(table, entryOf(tallies, table.index), forms.get(table.index)))}`;
}

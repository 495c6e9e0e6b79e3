import type { FactCell, Table, TableRow } from '../../../../schemas/table.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { type HeaderCell, headerDepth, headerTree } from '../../../publish/report/header.ts';
import { cellsByColumn, type PanelLayout } from '../../../publish/report/layout.ts';
import { PLACEMENT_STATES, VALUE_STATES } from '../../../publish/report/names.ts';
import { type Child, h, replaceChildren } from '../base/dom.ts';
import { scrolledTo, seenRows } from '../base/seen-rows.ts';
import { say, word } from '../base/words.ts';
import { columnsOfPanel, type GridShape, gridShape, neighbour, type Step } from '../model/grid-shape.ts';

/** Height of a row in CSS pixels; the style says the same. */
const ROW = 26;
const DEEPEST = 6;

/** What is marked in the grid. */
export interface GridMarks {
  item: ReadonlySet<string>;
  selected: string | null;
  /** Numbers that the last decision changed. */
  changed: ReadonlySet<string>;
}

const NO_MARKS: GridMarks = { item: new Set(), selected: null, changed: new Set() };

export const gridCellId = (factId: string): string => `cell-${factId}`;

/** A table as it is printed, of which only the rows that are seen are drawn. */
export class TableGrid {
  readonly element = h('div', { class: 'grid-scroll' });
  readonly #pick: (factId: string) => void;
  #shape: GridShape | null = null;
  #table: Table | null = null;
  #marks = NO_MARKS;
  #grid = h('table');
  #body = h('tbody');
  #first = -1;
  #last = -1;

  constructor(pick: (factId: string) => void) {
    this.#pick = pick;
    this.element.addEventListener('scroll', () => this.#drawRows(false));
    this.element.addEventListener('click', (event) => {
      const cell = event.target instanceof Element ? event.target.closest('[data-fact]') : null;
      const factId = cell?.getAttribute('data-fact');
      if (factId) this.#pick(factId);
    });
    new ResizeObserver(() => this.#drawRows(false)).observe(this.element);
  }

  show(table: Table | null, marks: GridMarks): void {
    this.#marks = marks;
    if (table === null) {
      this.#table = null;
      this.#shape = null;
      replaceChildren(this.element);
      return;
    }
    if (table !== this.#table) this.#open(table);
    // Without its rows the table is too low to scroll.
    this.#drawRows(true);
    this.#scrollToFocus();
    this.#drawRows(true);
    const { selected } = marks;
    if (selected !== null && this.#shape?.positions.has(selected)) this.#grid.setAttribute('aria-activedescendant', gridCellId(selected));
    else this.#grid.removeAttribute('aria-activedescendant');
  }

  focus(): void {
    this.#grid.focus({ preventScroll: true });
  }

  /** The number beside the selected one; null at the edge. */
  beside(factId: string | null, step: Step): string | null {
    return this.#shape ? neighbour(this.#shape, factId ?? '', step) : null;
  }

  #open(table: Table): void {
    const shape = gridShape(table);
    this.#table = table;
    this.#shape = shape;
    this.#body = h('tbody');
    const columns = shape.widths.map((width) => {
      const column = h('col');
      column.style.width = `${width + 1.6}ch`;
      return column;
    });
    const rows = shape.layout.lines.length + shape.headerRows;
    this.#grid = h(
      'table',
      { class: 'grid', role: 'grid', tabindex: 0, 'aria-rowcount': rows, 'aria-label': table.title || word('tablePane'), lang: 'zh-CN' },
      h('colgroup', {}, columns),
      headOf(shape),
      this.#body,
    );
    this.#grid.style.width = `${shape.widths.reduce((sum, width) => sum + width + 1.6, 0)}ch`;
    replaceChildren(this.element, this.#grid);
    this.element.scrollTop = 0;
    this.element.scrollLeft = 0;
    this.#first = -1;
  }

  get #headHeight(): number {
    return this.#grid.tHead?.offsetHeight ?? 0;
  }

  #scrollToFocus(): void {
    const shape = this.#shape;
    if (!shape) return;
    const { selected, item } = this.#marks;
    const focus = selected !== null && shape.positions.has(selected) ? selected : [...item].find((id) => shape.positions.has(id));
    const line = shape.positions.get(focus ?? '')?.line;
    if (line === undefined) return;
    const height = this.element.clientHeight - this.#headHeight;
    this.element.scrollTop = scrolledTo(line, this.element.scrollTop, height, ROW);
  }

  #drawRows(all: boolean): void {
    const shape = this.#shape;
    if (!shape) return;
    const count = shape.layout.lines.length;
    const { first, last } = seenRows(this.element.scrollTop, this.element.clientHeight, ROW, count);
    if (!all && first === this.#first && last === this.#last) return;
    this.#first = first;
    this.#last = last;
    const rows = shape.layout.lines.slice(first, last).map((line, i) => this.#row(shape, line, first + i));
    replaceChildren(this.#body, spacer(first), rows, spacer(count - last));
    if (all) this.#scrollSideways();
  }

  /** The selected cell is not hidden behind the edge. */
  #scrollSideways(): void {
    const cell = this.#body.querySelector<HTMLElement>('.selected');
    if (!cell) return;
    const { offsetLeft, offsetWidth } = cell;
    const { scrollLeft, clientWidth } = this.element;
    if (offsetLeft < scrollLeft + 120 || offsetLeft + offsetWidth > scrollLeft + clientWidth) {
      this.element.scrollLeft = Math.max(0, offsetLeft - clientWidth / 2);
    }
  }

  #row({ layout, headerRows }: GridShape, line: readonly (TableRow | undefined)[], at: number): HTMLElement {
    const roles = new Set(line.flatMap((row) => row?.role ?? []));
    const role = roles.size === 1 ? [...roles][0] : 'item';
    const cells = layout.panels.map((panel, p) => {
      const row = line[p];
      return row ? this.#cells(panel, row) : Array.from({ length: columnsOfPanel(panel) }, () => h('td', { role: 'gridcell' }));
    });
    return h('tr', { class: role === 'item' ? null : role, 'aria-rowindex': headerRows + at + 1 }, cells);
  }

  #cells(panel: PanelLayout, row: TableRow): Child[] {
    const key = (text: string, name = '') => h('td', { role: 'gridcell', class: name, title: text }, text);
    const indent = Math.min(row.labelPath.length, DEEPEST);
    const byColumn = cellsByColumn(row);
    return [
      panel.lineNo && key(row.lineNo ?? '', 'dim'),
      panel.code && key(row.code ?? '', 'code'),
      panel.keys.map((name) => key(row.keys[name] ?? '')),
      panel.label &&
        h('th', { scope: 'row', class: indent > 0 ? `i${indent}` : null, title: [...row.labelPath, row.label].join(' › ') }, row.label),
      panel.columns.map(({ index }) => this.#valueCell(byColumn.get(index) ?? [])),
      panel.attributes.map((name) => key(row.attributes[name] ?? '', 'text')),
    ];
  }

  #valueCell([first, ...further]: readonly FactCell[]): HTMLElement {
    if (!first) return h('td', { role: 'gridcell', class: 'n' });
    const rest = further.map((cell) => h('span', this.#about(cell, 'f'), ' ', shownOf(cell)));
    return h('td', { ...this.#about(first, 'f n'), role: 'gridcell' }, shownOf(first), rest);
  }

  #about(cell: FactCell, base: string): Record<string, string | boolean> {
    const { item, selected, changed } = this.#marks;
    const { factId, valueState, placementState, review, raw } = cell;
    const classes = [
      base,
      VALUE_STATES[valueState].mark,
      review && 'r',
      placementState === 'ambiguous' && 'a',
      item.has(factId) && 'of-item',
      factId === selected && 'selected',
      changed.has(factId) && 'changed',
    ];
    const says = [
      raw === shownOf(cell) ? '' : word('printedAs', raw),
      say(VALUE_STATES[valueState]),
      say(PLACEMENT_STATES[placementState]),
    ];
    return {
      id: gridCellId(factId),
      class: classes.filter(Boolean).join(' '),
      'data-fact': factId,
      'aria-selected': String(factId === selected),
      title: says.filter(Boolean).join(' · '),
    };
  }
}

export const shownOf = ({ value, raw }: Pick<FactCell, 'value' | 'raw'>): string => (value === null ? raw : grouped(value));

function spacer(rows: number): HTMLElement | null {
  if (rows <= 0) return null;
  const row = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td'));
  row.style.height = `${rows * ROW}px`;
  return row;
}

function headCell({ text, colspan, rowspan, leaf }: HeaderCell): HTMLElement {
  const spans = { colspan: colspan > 1 && colspan, rowspan: rowspan > 1 && rowspan };
  return h('th', { scope: leaf ? 'col' : 'colgroup', ...spans, title: text }, text || '–');
}

function panelHead(panel: PanelLayout, depth: number): HTMLElement[][] {
  const key = (text: string) => h('th', { scope: 'col', rowspan: depth > 1 && depth, title: text }, text);
  const before = [
    ...(panel.lineNo ? [key(word('lineNo'))] : []),
    ...(panel.code ? [key(word('code'))] : []),
    ...panel.keys.map(key),
    ...(panel.label ? [key(word('name'))] : []),
  ];
  const after = panel.attributes.map(key);
  const levels = headerTree(
    panel.columns.map(({ path }) => path),
    depth,
  );
  return levels.map((cells, level) => (level === 0 ? [...before, ...cells.map(headCell), ...after] : cells.map(headCell)));
}

function sideName({ panel, index }: PanelLayout): string {
  if (panel?.name) return panel.name;
  return panel?.side ? word(panel.side) : String(index + 1);
}

function headOf({ layout: { panels } }: GridShape): HTMLElement {
  const depth = headerDepth(panels.flatMap((panel) => panel.columns.map(({ path }) => path)));
  const heads = panels.map((panel) => panelHead(panel, depth));
  const rows = Array.from({ length: depth }, (_, level) =>
    h(
      'tr',
      {},
      heads.flatMap((head) => head[level] ?? []),
    ),
  );
  const sides = panels.map((panel) => h('th', { scope: 'colgroup', colspan: columnsOfPanel(panel) }, sideName(panel)));
  return h('thead', {}, panels.length > 1 && h('tr', {}, sides), rows);
}

import { isCell } from './hidden.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

/** The rows and cells of a `<table>` element as browsers arrange them. */

export interface TableRow {
  element: HtmlElement;
  /** Rows of one `<thead>`, `<tbody>` or `<tfoot>` have one number. */
  group: number;
  /** Rows of the group that follow. */
  below: number;
  cells: readonly HtmlElement[];
}

export interface TableParts {
  captions: readonly HtmlElement[];
  /** A `<tfoot>` last, wherever it stands. */
  rows: readonly TableRow[];
}

/** In the order in which they are displayed. */
const GROUPS: readonly string[] = ['thead', 'tbody', 'tfoot'];

/** `isGone`: what is not displayed has no place in the table either. */
export function partsOfTable(table: HtmlElement, isGone: (element: HtmlElement) => boolean): TableParts {
  const rows: TableRow[] = [];
  const children = elementsOf(table, (element) => !isGone(element));
  let group = 0;
  for (const kind of GROUPS) {
    for (const section of children) {
      if (section.tag !== kind) continue;
      const own = elementsOf(section, (child) => child.tag === 'tr' && !isGone(child));
      for (const [i, element] of own.entries()) {
        const cells = elementsOf(element, (cell) => isCell(cell) && !isGone(cell));
        rows.push({ element, group, below: own.length - 1 - i, cells });
      }
      group++;
    }
  }
  return { captions: children.filter(({ tag }) => tag === 'caption'), rows };
}

function elementsOf({ children }: HtmlElement, wanted: (element: HtmlElement) => boolean): HtmlElement[] {
  const elements: HtmlElement[] = [];
  for (const child of children) if (child.kind === 'element' && wanted(child)) elements.push(child);
  return elements;
}

/** Rows that a cell may be merged over (HTML, section 4.9.12); 0 is all that are left of its group. */
const MOST_ROWS = 65_534;
const MOST_COLUMNS = 1000;

export function spansOf(cell: HtmlElement): { columns: number; rows: number } {
  if (cell.attributes === null) return SINGLE;
  const columns = spanOf(attributeOf(cell, 'colspan'), MOST_COLUMNS);
  const rows = spanOf(attributeOf(cell, 'rowspan'), MOST_ROWS);
  return { columns: Math.max(1, columns), rows: rows === 0 ? MOST_ROWS : rows };
}

const SINGLE = { columns: 1, rows: 1 };

function spanOf(written: string | null, most: number): number {
  const digits = written === null ? undefined : /^\s*\+?(\d+)/.exec(written)?.[1];
  return digits === undefined ? 1 : Math.min(most, Number(digits));
}

/** The tables that hold another table. `onStyle` is told of each `<style>` met on the way. */
export function tablesAround(root: HtmlElement, onStyle: (style: HtmlElement) => void): Set<HtmlElement> {
  const around = new Set<HtmlElement>();
  const visit = (element: HtmlElement, table: HtmlElement | null): void => {
    if (element.tag === 'style') onStyle(element);
    const isTable = element.tag === 'table';
    if (isTable && table) around.add(table);
    for (const child of element.children) if (child.kind === 'element') visit(child, isTable ? element : table);
  };
  visit(root, null);
  return around;
}

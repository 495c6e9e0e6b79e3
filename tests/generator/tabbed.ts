import type { DocumentBuilder } from './document.ts';
import { columnsOf, headerRows, keyCells, type Row, type Sheet } from './sheet.ts';

export interface TabbedStyle {
  show: (value: string) => string;
  sides: [string, string];
  project: string;
  /** Letter-space or otherwise dress labels of totals. */
  dress: (label: string) => string;
  /** Rows to a page; null never cuts. */
  pageRows: number | null;
  /** Empty cells that only the first page of a cut table has at the end of each line. */
  ghosts: number;
  /** Written before each page: title, number, unit. `first` is false on continuations. */
  opening: (sheet: Sheet, first: boolean) => void;
  /** Print the column headers again on continuations. */
  repeatHeader: boolean;
  /** Break a long label of a page's last row and go on below the cut. */
  breakLabels: boolean;
}

export const join = (cells: readonly string[]): string => cells.join('\t');

export function showCells(values: readonly (string | null)[], show: (value: string) => string): string[] {
  return values.map((value) => (value === null ? '' : show(value)));
}

function twoSidedLines(sheet: Sheet, style: TabbedStyle): { header: string[][]; rows: { rows: Row[]; cells: string[] }[] } {
  const [left, right] = (['收入', '支出'] as const).map((side) => sheet.rows.filter((row) => row.side === side)) as [Row[], Row[]];
  const [revenue, expenditure] = [columnsOf(sheet, '收入'), columnsOf(sheet, '支出')];
  const header = [
    [style.sides[0], ...revenue.map(() => ''), style.sides[1], ...expenditure.map(() => '')],
    [style.project, ...revenue.map((path) => path.at(-1)!), style.project, ...expenditure.map((path) => path.at(-1)!)],
  ];
  const half = (row: Row | undefined, width: number): string[] =>
    row ? [style.dress(row.label), ...showCells(row.values, style.show)] : Array<string>(width + 1).fill('');
  return {
    header,
    rows: alignSides(left, right).map(([l, r]) => ({
      rows: [l, r].filter((row) => row !== undefined),
      cells: [...half(l, revenue.length), ...half(r, expenditure.length)],
    })),
  };
}

const CLOSING = /^(本年收入合计|上年结转结余|收入总计|本年支出合计|年终结转结余|支出总计|二、年终结转结余|二、结转下年)$/;

/** Sides run down together; the closing totals of both stand side by side at the bottom. */
export function alignSides(left: readonly Row[], right: readonly Row[]): [Row | undefined, Row | undefined][] {
  const split = (rows: readonly Row[]): [Row[], Row[]] => {
    let at = rows.length;
    while (at > 0 && CLOSING.test(rows[at - 1]!.label)) at -= 1;
    return [rows.slice(0, at), rows.slice(at)];
  };
  const [bodyL, endL] = split(left);
  const [bodyR, endR] = split(right);
  const zip = (a: (Row | undefined)[], b: (Row | undefined)[]): [Row | undefined, Row | undefined][] =>
    Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i], b[i]]);
  const padTop = (rows: Row[], length: number): (Row | undefined)[] => [
    ...Array<undefined>(Math.max(0, length - rows.length)).fill(undefined),
    ...rows,
  ];
  const length = Math.max(endL.length, endR.length);
  return [...zip(bodyL, bodyR), ...zip(padTop(endL, length), padTop(endR, length))];
}

function plainLines(sheet: Sheet, style: TabbedStyle): { header: string[][]; rows: { rows: Row[]; cells: string[] }[] } {
  const columns = columnsOf(sheet, null);
  const shown = (row: Row): string[] => showCells(row.values.slice(0, columns.length), style.show);
  return {
    header: headerRows(sheet.keys, columns),
    rows: sheet.rows.map((row) => ({ rows: [row], cells: [...keyCells(sheet, row).map(style.dress), ...shown(row)] })),
  };
}

const LONG_LABEL = 12;
const REACH = 5;

/** Where a page ends: behind the next long label if one is near, so that it is cut in two. */
function cutAtLongLabel(rows: readonly { cells: string[] }[], end: number): number {
  const near = rows.slice(end - 1, end - 1 + REACH).findIndex(({ cells }) => cells[1]!.length > LONG_LABEL);
  return near < 0 ? end : end + near;
}

/** Writes a sheet with tabs between cells, cut into pages. Returns the number of pages. */
export function writeTabbed(builder: DocumentBuilder, sheet: Sheet, style: TabbedStyle): number {
  const { header, rows } = sheet.shape === 'two-sided' ? twoSidedLines(sheet, style) : plainLines(sheet, style);
  const size = Math.max(1, style.pageRows ?? rows.length);
  const pages: (typeof rows)[] = [];
  for (let start = 0; start < Math.max(rows.length, 1); ) {
    const end = style.breakLabels && sheet.keys.length > 1 ? cutAtLongLabel(rows, start + size) : start + size;
    pages.push(rows.slice(start, end));
    start = end;
  }
  pages.forEach((page, p) => {
    const ghosts = pages.length > 1 && p === 0 ? Array<string>(style.ghosts).fill('') : [];
    style.opening(sheet, p === 0);
    if (p === 0 || style.repeatHeader) for (const cells of header) builder.write(join([...cells, ...ghosts]));
    let continued = false;
    page.forEach((line, i) => {
      const label = line.cells[1] ?? '';
      const cut = style.breakLabels && i === page.length - 1 && p < pages.length - 1 && sheet.keys.length > 1 && label.length > LONG_LABEL;
      if (!cut) {
        const start = builder.next;
        builder.write(join([...line.cells, ...ghosts]));
        for (const row of line.rows) builder.mark(row, start);
        return;
      }
      continued = true;
      const at = label.length - 3;
      const start = builder.next;
      builder.write(join([line.cells[0]!, label.slice(0, at), ...line.cells.slice(2), ...ghosts]), '');
      builder.write(join(['', label.slice(at), ...line.cells.slice(2).map(() => '')]));
      for (const row of line.rows) builder.mark(row, start);
    });
    if (!continued) builder.write('');
  });
  builder.paragraphs(...sheet.notes);
  return pages.length;
}

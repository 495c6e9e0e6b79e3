import { emsOf, type PdfLine, type PdfPageSpec, type PdfText, wrapped } from './pdf.ts';

/** A cell of a drawn table; `columns` and `rows` count what it is merged over. */
export interface DrawnCell {
  text: string;
  columns?: number;
  rows?: number;
  align?: 'left' | 'centre' | 'right';
  indent?: number;
}

/**
 * How the cells of a table are told apart. ruled: lines as long as the table; segments: as long as a cell; filled: thin boxes; grey;
 * doubled; half: between rows only; none; clipped: nothing drawn, every text in a clip box with a gap to the next; tight: the clip boxes are
 * the cells, and the longest numbers run a little over them.
 */
export const RULES = ['ruled', 'segments', 'filled', 'grey', 'doubled', 'half', 'none', 'clipped', 'tight'] as const;
export type Rules = (typeof RULES)[number];

export interface DrawnTable {
  x: number;
  y: number;
  widths: readonly number[];
  /** Of all rows, or of each. */
  height: number | readonly number[];
  /** Of the text, in points. */
  size?: number;
  /** null: the place belongs to a merged cell. */
  rows: readonly (readonly (DrawnCell | null)[])[];
  rules: Rules;
}

const SIZE = 9;
const PADDING = 3;
/** Lines of one cell follow each other at this many ems. */
export const LINE_HEIGHT = 1.25;

export const paddingOf = (rules: Rules): number => (rules === 'tight' ? 0.5 : PADDING);

interface Placed {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  cell: DrawnCell;
}

function place(table: DrawnTable): Placed[] {
  const left = (column: number) => table.x + table.widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const { height } = table;
  const top = (row: number) =>
    table.y + (typeof height === 'number' ? row * height : height.slice(0, row).reduce((sum, each) => sum + each, 0));
  return table.rows.flatMap((row, r) =>
    row.flatMap((cell, c): Placed[] =>
      cell
        ? [
            {
              x0: left(c),
              y0: top(r),
              x1: left(c + (cell.columns ?? 1)),
              y1: top(r + (cell.rows ?? 1)),
              cell,
            },
          ]
        : [],
    ),
  );
}

const NUMBER = /^-?[\d,.]+$/;

/** Labels wrap in their cell; a number stays in one piece, however wide it is. */
export function cellLines(text: string, width: number, size: number, rules: Rules): string[] {
  return NUMBER.test(text) ? [text] : wrapped(text, (width - 2 * paddingOf(rules)) / size);
}

function textOf({ x0, y0, x1, y1, cell }: Placed, { rules, size = SIZE }: DrawnTable): PdfText[] {
  if (cell.text === '') return [];
  const padding = paddingOf(rules);
  const align = cell.align ?? 'left';
  const indent = cell.indent ?? 0;
  const lines = cellLines(cell.text, x1 - x0 - indent, size, rules);
  const first = (y0 + y1) / 2 + 0.35 * size - ((lines.length - 1) / 2) * LINE_HEIGHT * size;
  const inset = rules === 'tight' ? 0 : 1;
  return lines.map((line, i): PdfText => {
    const width = emsOf(line) * size;
    const x = align === 'right' ? x1 - padding - width : align === 'centre' ? (x0 + x1 - width) / 2 : x0 + padding + indent;
    const text: PdfText = { x, y: first + i * LINE_HEIGHT * size, size, text: line };
    return rules === 'clipped' || rules === 'tight' ? { ...text, clip: [x0 + inset, y0 + inset, x1 - inset, y1 - inset] } : text;
  });
}

function linesOf(cells: readonly Placed[], { rules }: DrawnTable): PdfLine[] {
  if (rules === 'none' || rules === 'clipped' || rules === 'tight') return [];
  const style: Partial<PdfLine> = rules === 'filled' ? { filled: true } : rules === 'grey' ? { grey: 0.8 } : {};
  const lines = distinct(
    cells.flatMap(({ x0, y0, x1, y1 }): PdfLine[] => {
      const across = [
        { x0, y0, x1, y1: y0, ...style },
        { x0, y0: y1, x1, y1, ...style },
      ];
      return rules === 'half' ? across : [...across, { x0, y0, x1: x0, y1, ...style }, { x0: x1, y0, x1, y1, ...style }];
    }),
  );
  if (rules === 'segments') return lines;
  const long = joined(lines);
  if (rules !== 'doubled') return long;
  return [...long, ...long.map((line) => ({ ...line, x0: line.x0 + 1.2, x1: line.x1 + 1.2, y0: line.y0 + 1.2, y1: line.y1 + 1.2 }))];
}

const key = ({ x0, y0, x1, y1 }: PdfLine): string => [x0, y0, x1, y1].map((n) => n.toFixed(2)).join(' ');

/** Neighbouring cells share their border. */
function distinct(lines: readonly PdfLine[]): PdfLine[] {
  return [...new Map(lines.map((line) => [key(line), line])).values()];
}

/** Lines that go on where another ends, as one. */
function joined(lines: readonly PdfLine[]): PdfLine[] {
  const out: PdfLine[] = [];
  const isFlat = (line: PdfLine) => line.y0 === line.y1;
  const sorted = [...lines].sort(
    (a, b) => Number(isFlat(a)) - Number(isFlat(b)) || (isFlat(a) ? a.y0 - b.y0 || a.x0 - b.x0 : a.x0 - b.x0 || a.y0 - b.y0),
  );
  for (const line of sorted) {
    const last = out.at(-1);
    const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
    if (last && isFlat(last) === isFlat(line) && near(last.x1, line.x0) && near(last.y1, line.y0)) {
      last.x1 = line.x1;
      last.y1 = line.y1;
    } else out.push({ ...line });
  }
  return out;
}

export interface Caption {
  title?: string;
  number?: string | null;
  /** Of the amounts, and who publishes. */
  unit?: string | null;
  entity?: string;
}

/** Captions centred or right above a table, and the table itself, on one page. */
export function drawTable(page: PdfPageSpec, table: DrawnTable, caption: Caption = {}): void {
  const middle = table.x + table.widths.reduce((sum, width) => sum + width, 0) / 2;
  const right = middle * 2 - table.x;
  const line = (text: string, x: number, y: number, size: number) => page.texts.push({ x, y, size, text });
  if (caption.number) line(caption.number, table.x, table.y - 44, 10);
  if (caption.title) line(caption.title, middle - (emsOf(caption.title) * 14) / 2, table.y - 24, 14);
  if (caption.unit) line(`单位：${caption.unit}`, right - emsOf(`单位：${caption.unit}`) * 9, table.y - 6, 9);
  if (caption.entity) line(`部门：${caption.entity}`, table.x, table.y - 6, 9);
  const cells = place(table);
  page.lines.push(...linesOf(cells, table));
  page.texts.push(...cells.flatMap((cell) => textOf(cell, table)));
}

import { emsOf, type PdfLine, type PdfPageSpec, type PdfText } from './pdf.ts';

/** A cell of a drawn table; `columns` and `rows` count what it is merged over. */
export interface DrawnCell {
  text: string;
  columns?: number;
  rows?: number;
  align?: 'left' | 'centre' | 'right';
  indent?: number;
}

export type Rules = 'ruled' | 'segments' | 'filled' | 'grey' | 'doubled' | 'half' | 'none' | 'clipped';

export interface DrawnTable {
  x: number;
  y: number;
  widths: readonly number[];
  height: number;
  /** null: the place belongs to a merged cell. */
  rows: readonly (readonly (DrawnCell | null)[])[];
  rules: Rules;
}

const SIZE = 9;
const PADDING = 3;

interface Placed {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  cell: DrawnCell;
}

function place(table: DrawnTable): Placed[] {
  const left = (column: number) => table.x + table.widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  return table.rows.flatMap((row, r) =>
    row.flatMap((cell, c): Placed[] =>
      cell
        ? [
            {
              x0: left(c),
              y0: table.y + r * table.height,
              x1: left(c + (cell.columns ?? 1)),
              y1: table.y + (r + (cell.rows ?? 1)) * table.height,
              cell,
            },
          ]
        : [],
    ),
  );
}

function textOf({ x0, y0, x1, y1, cell }: Placed, rules: Rules): PdfText[] {
  if (cell.text === '') return [];
  const width = emsOf(cell.text) * SIZE;
  const align = cell.align ?? 'left';
  const x = align === 'right' ? x1 - PADDING - width : align === 'centre' ? (x0 + x1 - width) / 2 : x0 + PADDING + (cell.indent ?? 0);
  const text: PdfText = { x, y: (y0 + y1) / 2 + 0.35 * SIZE, size: SIZE, text: cell.text };
  return [rules === 'clipped' ? { ...text, clip: [x0 + 1, y0 + 1, x1 - 1, y1 - 1] } : text];
}

function linesOf(cells: readonly Placed[], { rules }: DrawnTable): PdfLine[] {
  if (rules === 'none' || rules === 'clipped') return [];
  const style: Partial<PdfLine> = rules === 'filled' ? { filled: true } : rules === 'grey' ? { grey: 0.8 } : {};
  return cells.flatMap(({ x0, y0, x1, y1 }): PdfLine[] => {
    const across = [
      { x0, y0, x1, y1: y0, ...style },
      { x0, y0: y1, x1, y1, ...style },
    ];
    if (rules === 'half') return across;
    const sides = [
      { x0, y0, x1: x0, y1, ...style },
      { x0: x1, y0, x1, y1, ...style },
    ];
    const lines = [...across, ...sides];
    if (rules !== 'doubled') return lines;
    return [...lines, ...lines.map((line) => ({ ...line, x0: line.x0 + 1.2, x1: line.x1 + 1.2, y0: line.y0 + 1.2, y1: line.y1 + 1.2 }))];
  });
}

/** Captions centred or right above a table, and the table itself, on one page. */
export function drawTable(page: PdfPageSpec, table: DrawnTable, caption: { title?: string; number?: string; unit?: string } = {}): void {
  const middle = table.x + table.widths.reduce((sum, width) => sum + width, 0) / 2;
  const right = middle * 2 - table.x;
  const line = (text: string, x: number, y: number, size: number) => page.texts.push({ x, y, size, text });
  if (caption.number) line(caption.number, table.x, table.y - 44, 10);
  if (caption.title) line(caption.title, middle - (emsOf(caption.title) * 14) / 2, table.y - 24, 14);
  if (caption.unit) line(`单位：${caption.unit}`, right - emsOf(`单位：${caption.unit}`) * 9, table.y - 6, 9);
  const cells = place(table);
  page.lines.push(...linesOf(cells, table));
  page.texts.push(...cells.flatMap((cell) => textOf(cell, table.rules)));
}

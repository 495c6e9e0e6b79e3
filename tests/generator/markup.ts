import type { DocumentBuilder } from './document.ts';
import { columnsOf, headerRows, keyCells, type Row, type Sheet } from './sheet.ts';
import { alignSides, showCells } from './tabbed.ts';

interface Laid {
  header: string[][];
  rows: { rows: Row[]; cells: string[] }[];
}

function lay(sheet: Sheet, show: (value: string) => string): Laid {
  if (sheet.shape !== 'two-sided') {
    return {
      header: headerRows(sheet.keys, columnsOf(sheet, null)),
      rows: sheet.rows.map((row) => ({ rows: [row], cells: [...keyCells(sheet, row), ...showCells(row.values, show)] })),
    };
  }
  const [left, right] = (['收入', '支出'] as const).map((side) => sheet.rows.filter((row) => row.side === side)) as [Row[], Row[]];
  const [revenue, expenditure] = [columnsOf(sheet, '收入'), columnsOf(sheet, '支出')];
  const half = (row: Row | undefined, width: number): string[] =>
    row ? [row.label, ...showCells(row.values, show)] : Array<string>(width + 1).fill('');
  return {
    header: [
      ['收入', ...revenue.map(() => ''), '支出', ...expenditure.map(() => '')],
      ['项目', ...revenue.map((path) => path[0]!), '项目', ...expenditure.map((path) => path[0]!)],
    ],
    rows: alignSides(left, right).map(([l, r]) => ({
      rows: [l, r].filter((row) => row !== undefined),
      cells: [...half(l, revenue.length), ...half(r, expenditure.length)],
    })),
  };
}

export function pipeTable(builder: DocumentBuilder, sheet: Sheet, show: (value: string) => string): void {
  const { header, rows } = lay(sheet, show);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  builder.write(line(header[0]!), line(header[0]!.map(() => '---')), ...header.slice(1).map(line));
  for (const { rows: printed, cells } of rows) {
    const start = builder.next;
    builder.write(line(cells));
    for (const row of printed) builder.mark(row, start);
  }
  builder.write('');
}

/** Header cells with colspan and rowspan: '' continues the cell to the left, or the one above when nothing stands left. */
function headerCells(header: readonly string[][], row: number): string {
  const depth = header.length;
  let html = '';
  header[row]!.forEach((text, column) => {
    if (text === '') return;
    let colspan = 1;
    const below = header.slice(row + 1).some((cells) => cells[column] !== '');
    while (
      below &&
      column + colspan < header[row]!.length &&
      header[row]![column + colspan] === '' &&
      header.slice(row + 1).some((cells) => cells[column + colspan] !== '')
    ) {
      const startsAbove = header.slice(0, row).some((cells) => cells[column + colspan] !== '');
      if (startsAbove) break;
      colspan += 1;
    }
    const rowspan = below ? 1 : depth - row;
    html += `<th${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}>${text}</th>`;
  });
  return `<tr>${html}</tr>`;
}

export function htmlTable(builder: DocumentBuilder, sheet: Sheet, show: (value: string) => string): void {
  const { header, rows } = lay(sheet, show);
  builder.write('<table border="1">', '<thead>', ...header.map((_, i) => headerCells(header, i)), '</thead>', '<tbody>');
  for (const { rows: printed, cells } of rows) {
    const start = builder.next;
    builder.write(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    for (const row of printed) builder.mark(row, start);
  }
  builder.write('</tbody>', '</table>', '');
}

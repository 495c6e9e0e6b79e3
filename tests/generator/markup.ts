import type { DocumentBuilder } from './document.ts';
import { lay, mergedHeader } from './laid.ts';
import type { Sheet } from './sheet.ts';

export function pipeTable(builder: DocumentBuilder, sheet: Sheet, show: (value: string) => string): void {
  const { header, lines } = lay(sheet, show);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  builder.write(line(header[0]!), line(header[0]!.map(() => '---')), ...header.slice(1).map(line));
  for (const { rows: printed, cells } of lines) {
    const start = builder.next;
    builder.write(line(cells));
    for (const row of printed) builder.mark(row, start);
  }
  builder.write('');
}

function headerCells(cells: ReturnType<typeof mergedHeader>[number]): string {
  const html = cells.map(({ text, columns, rows }) => {
    const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
    return `<th${spans}>${text}</th>`;
  });
  return `<tr>${html.join('')}</tr>`;
}

export function htmlTable(builder: DocumentBuilder, sheet: Sheet, show: (value: string) => string): void {
  const { header, lines } = lay(sheet, show);
  builder.write('<table border="1">', '<thead>', ...mergedHeader(header).map(headerCells), '</thead>', '<tbody>');
  for (const { rows: printed, cells } of lines) {
    const start = builder.next;
    builder.write(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    for (const row of printed) builder.mark(row, start);
  }
  builder.write('</tbody>', '</table>', '');
}

import type { FormBlock, FormCell, FormRow, FormTable } from './blocks.ts';
import { escapeHtml } from './html.ts';

/** Markdown as converters of PDFs write it: each knows another way to say that cells are merged. */

type Row = string[];

/** The positions of a table, each with the text that stands there. `covered`: what a position shows that a merged cell covers. */
function positions({ header, rows, width }: FormTable, covered: (cell: FormCell) => string): { header: Row[]; rows: Row[] } {
  const all: FormRow[] = [...header, ...rows];
  const grid = all.map(() => Array<string>(width).fill(''));
  all.forEach((cells, r) => {
    for (const cell of cells)
      for (let y = 0; y < cell.rows; y++)
        for (let x = 0; x < cell.columns; x++) {
          const row = grid[r + y];
          if (row) row[cell.column + x] = x + y === 0 ? cell.text : covered(cell);
        }
  });
  return { header: grid.slice(0, header.length), rows: grid.slice(header.length) };
}

const pipes = (cells: readonly string[]): string => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;

function captionOf({ number, title, unit }: FormTable): string[] {
  return [...(number === null ? [] : [number, '']), `## ${title}`, '', ...(unit === null ? [] : [`单位：${unit}`, ''])];
}

function linesOf(block: FormBlock, table: (table: FormTable) => string[]): string[] {
  switch (block.kind) {
    case 'title':
      return [`# ${block.text}`, ''];
    case 'heading':
      return [`## ${block.text}`, ''];
    case 'entry':
      return [block.name, ''];
    case 'prose':
      return [block.text, ''];
    case 'page':
      return [];
    case 'table':
      return [...captionOf(block), ...table(block), '', ...block.notes.flatMap((note) => [note, ''])];
  }
}

const write = (blocks: readonly FormBlock[], table: (table: FormTable) => string[]): string =>
  blocks.flatMap((block) => linesOf(block, table)).join('\n');

/** Docling prints the text of a merged cell in every position that it covers, in columns of one width, with the rule below the first row. */
export function writeDocling(blocks: readonly FormBlock[]): string {
  return write(blocks, (table) => {
    const { header, rows } = positions(table, ({ text }) => text);
    const all = [...header, ...rows];
    const widths = Array.from({ length: table.width }, (_, c) => Math.max(3, ...all.map((row) => row[c]?.length ?? 0)));
    const [first = [], ...others] = all.map((row) => pipes(row.map((text, c) => text.padEnd(widths[c] ?? 0))));
    return [String(first), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...others];
  });
}

/** Marker leaves them blank, breaks long texts by `<br>` and numbers in bold. */
export function writeMarker(blocks: readonly FormBlock[]): string {
  const wrap = (text: string): string => text.replace(/([\u4e00-\u9fff]{10})(?=[\u4e00-\u9fff])/g, '$1<br>');
  return write(blocks, (table) => {
    const { header, rows } = positions(table, () => '');
    const shown = rows.map((row) =>
      pipes(row.map((text, c) => (table.rows.length > 0 && row[0] === '合计' && c > 1 && text ? `**${text}**` : wrap(text)))),
    );
    const [first, ...others] = header.map((row) => pipes(row.map(wrap)));
    const rule = `|${'---|'.repeat(table.width)}`;
    return first === undefined ? [...shown.slice(0, 1), rule, ...shown.slice(1)] : [first, rule, ...others, ...shown];
  });
}

const markup = (cells: FormRow): string =>
  `<tr>${cells
    .map(
      ({ text, columns, rows }) =>
        `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>${escapeHtml(text)}</td>`,
    )
    .join('')}</tr>`;

/** MinerU writes each table as HTML on one line, headings as headings. */
export function writeMinerU(blocks: readonly FormBlock[]): string {
  return write(blocks, ({ header, rows }) => [`<table>${[...header, ...rows].map(markup).join('')}</table>`]);
}

/** PaddleOCR writes a page around each table, and centres it. */
export function writePaddle(blocks: readonly FormBlock[]): string {
  return write(blocks, ({ header, rows }) => [
    `<div style="text-align: center;"><html><body><table border="1"><tbody>${[...header, ...rows].map(markup).join('')}</tbody></table></body></html></div>`,
  ]);
}

import type { FormBlock, FormCell, FormTable } from './blocks.ts';

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const spansOf = ({ columns, rows }: FormCell): string =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;

function rowOf(cells: readonly FormCell[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${tag}${spansOf(cell)}>${escapeHtml(cell.text)}</${tag}>`).join('')}</tr>`;
}

function tableOf({ number, title, unit, header, rows, notes }: FormTable): string[] {
  const head = header.length === 0 ? [] : ['<thead>', ...header.map((cells) => rowOf(cells, 'th')), '</thead>'];
  return [
    ...(number === null ? [] : [`<p>${escapeHtml(number)}</p>`]),
    `<h3>${escapeHtml(title)}</h3>`,
    ...(unit === null ? [] : [`<p align="right">单位：${escapeHtml(unit)}</p>`]),
    '<table border="1">',
    ...head,
    '<tbody>',
    ...rows.map((cells) => rowOf(cells, 'td')),
    '</tbody>',
    '</table>',
    ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
  ];
}

function linesOf(block: FormBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [`<h1>${escapeHtml(block.text)}</h1>`];
    case 'heading':
      return [`<h2>${escapeHtml(block.text)}</h2>`];
    case 'entry':
      return [`<p>${escapeHtml(block.name)}</p>`];
    case 'prose':
      return [`<p>${escapeHtml(block.text)}</p>`];
    case 'page':
      return ['<hr>'];
    case 'table':
      return tableOf(block);
  }
}

/** A page as an editor writes it: an element a line, a table row a line. */
export function writeHtml(blocks: readonly FormBlock[]): string {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? '';
  return [
    '<!DOCTYPE html>',
    '<html>',
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body>',
    ...blocks.flatMap(linesOf),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

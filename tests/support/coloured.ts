import { GB1, HELVETICA } from './hidden/page.ts';
import { rawPdf, stream } from './hostile-pdfs.ts';

/** A cell of a table: its text, and the colour that it is painted in (`#rrggbb`, else black). */
export type Coloured = string | readonly [text: string, colour: string];

/** As spreadsheets paint what the number format `[Red]` applies to. */
export const red = (text: string): Coloured => [text, '#ff0000'];

const LEFT = 40;
const TOP = 700;
const ROW = 24;
const WIDTH = 96;
/** Of an Arabic figure or a Latin character at size 10. */
const NARROW = /^[\x20-\x7e]*$/;

const hex = (text: string): string => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const shown = (x: number, y: number, text: string): string =>
  NARROW.test(text)
    ? `BT /F2 10 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
    : `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`;
const paint = (colour: string): string =>
  `${[1, 3, 5].map((i) => (Number.parseInt(colour.slice(i, i + 2), 16) / 255).toFixed(3)).join(' ')} rg`;

/** A page with one ruled table, its header first, in the colours given. */
export function colouredTable(rows: readonly (readonly Coloured[])[], title = '一般公共预算支出表'): Uint8Array {
  const columns = Math.max(...rows.map((row) => row.length));
  const right = LEFT + columns * WIDTH;
  const bottom = TOP - rows.length * ROW;
  const across = Array.from({ length: rows.length + 1 }, (_, r) => `${LEFT} ${TOP - r * ROW} m ${right} ${TOP - r * ROW} l S`);
  const down = Array.from({ length: columns + 1 }, (_, c) => `${LEFT + c * WIDTH} ${TOP} m ${LEFT + c * WIDTH} ${bottom} l S`);
  const texts = rows.flatMap((row, r) =>
    row.map((cell, c) => {
      const [text, colour] = typeof cell === 'string' ? [cell, '#000000'] : cell;
      return text === '' ? '' : `${paint(colour)}\n${shown(LEFT + c * WIDTH + 3, TOP - r * ROW - 16, text)}`;
    }),
  );
  const above = [shown(180, 780, '青禾市水务局2026年部门预算'), shown(220, 740, title), shown(480, 715, '单位：万元')];
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${Math.max(595, right + LEFT)} 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    stream([...above, '0.5 w', ...across, ...down, ...texts].join('\n')),
    GB1,
    HELVETICA,
  ]);
}

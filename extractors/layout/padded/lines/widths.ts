import { at } from '../../../model/at.ts';

/** How many columns a character takes in a text whose columns are made with spaces. */
export type Width = (code: number) => number;

/** Writers that count characters (`pdftotext -layout`): each takes one column, however wide it is drawn. */
export const counted: Width = () => 1;

/** Ranges of East Asian Width W and F (Unicode Standard Annex 11) as far as Chinese documents use them: first and last code. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
];

/** Ambiguous ones that Chinese fonts draw wide: “ ” ‘ ’ — … ① ■ ○ ×. */
const WIDE_IN_CHINESE: readonly (readonly [number, number])[] = [
  [0x00b7, 0x00b7],
  [0x00d7, 0x00d7],
  [0x2010, 0x2016],
  [0x2018, 0x201d],
  [0x2025, 0x2026],
  [0x2030, 0x2030],
  [0x203b, 0x203b],
  [0x2160, 0x217f],
  [0x2190, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x26ff],
];

const isIn = (ranges: readonly (readonly [number, number])[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

/** A fixed-width font (a terminal, an editor): wide characters take two columns. */
export const drawn: Width = (code) => (code >= 0x1100 && isIn(WIDE, code) ? 2 : 1);

/** The same in a Chinese font, where ambiguous characters are wide too. */
export const drawnInChinese: Width = (code) => (code >= 0xb7 && (isIn(WIDE, code) || isIn(WIDE_IN_CHINESE, code)) ? 2 : 1);

export const WIDTHS: readonly Width[] = [counted, drawn, drawnInChinese];

/** Columns at which each UTF-16 unit of a text begins, and where the last one ends: one more than units. */
export function columnsOf(text: string, width: Width): number[] {
  const columns = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a surrogate pair takes none.
    const taken = code >= 0xdc00 && code <= 0xdfff ? 0 : width(code);
    columns.push(at(columns, i) + taken);
  }
  return columns;
}

/** Width of a text on paper in halves of a wide character. */
export function paperWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) > 0xff ? 2 : 1;
  return width;
}

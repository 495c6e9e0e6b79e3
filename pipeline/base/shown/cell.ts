/** Text of documents and names in, text that a spreadsheet does not run and a terminal does not obey out; imports nothing. */

/**
 * What spreadsheets and other readers pass over before a formula: blanks of all kinds, control characters, and characters
 * without a width such as a byte-order mark. Written so that JavaScript and the engine of `query` (RE2) read it alike.
 */
const PASSED_OVER = '[\\x00-\\x20\\x7f-\\xa0\\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*';

/** Spreadsheets take the full-width signs for the others. */
const SIGN = '[=+\\-@＝＋－＠]';

/** How numbers are written: a sign, digits, grouping commas, a decimal point, a percent sign. No spreadsheet runs them. */
const NUMBER = '[+-]?[0-9][0-9,]*(?:\\.[0-9]+)?%?';

/**
 * Patterns of cells, without flags, for `regexp_matches` as well: a formula is what `start` matches and `number` does not.
 * Apostrophes before it are part of both, so that text which was printed with one comes back as it was.
 */
export const FORMULA = { start: `^'*(?:[\\t\\r\\n]|${PASSED_OVER}${SIGN})`, number: `^'*${NUMBER}$` } as const;

const START = new RegExp(FORMULA.start);
const PLAIN = new RegExp(FORMULA.number);

const isFormula = (text: string): boolean => START.test(text) && !PLAIN.test(text);

/** A cell of a CSV file: text that a spreadsheet could run as a formula with an apostrophe before it, everything else as it is. */
export function toCell(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** The text that `toCell` made this cell of. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell;
}

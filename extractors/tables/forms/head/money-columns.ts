import { HEADS_DATES, HEADS_NUMBERS, HEADS_PROJECTS } from '../../../../schemas/lexicon/forms/labels.ts';
import type { Place } from '../../../../schemas/place.ts';
import { isNone } from '../../../notation/numbers.ts';
import { compact } from '../../../notation/text.ts';
import { type AlignRole, align } from '../tokens/align.ts';
import type { FormMoneyRow } from '../tokens/content.ts';
import { isDate, isNumeric, isPlaced, type PlacedToken, type Token } from '../tokens/tokens.ts';

/** A column of a table of tasks or of money, by what its heading promises. `heading`: the upper cell that it divides. */
export type Cell = AlignRole<'text' | 'number' | 'date'> & { title: string; heading?: string };

export function cellOf(token: Token): Cell {
  const title = compact(token.text);
  const name = HEADS_DATES.test(title) ? 'date' : HEADS_NUMBERS.test(title) ? 'number' : 'text';
  return { name, column: token.column, title, whenEmpty: name === 'text' ? 1 : 0.5, whenJoined: name === 'text' ? 6 : 20 };
}

export function cellFit(token: Token, name: Cell['name']): number {
  const number = isNumeric(token.text);
  if (name === 'number') return number ? 5 : isNone(token.text) ? 4 : -8;
  if (name === 'date') return isDate(token.text) ? 6 : -6;
  return number ? -6 : isDate(token.text) ? -4 : 2;
}

/** The columns after a second header row that divides cells of numbers (总额, 财政拨款 below 预算金额); null for any other row. */
export function dividedColumns(columns: readonly Cell[], tokens: readonly Token[]): Cell[] | null {
  if (tokens.length < 2 || !tokens.every(isPlaced) || tokens.some(({ text }) => isNumeric(text) || isNone(text))) return null;
  const parts = columns.map((cell, i) => {
    const end = columns[i + 1]?.column ?? Number.POSITIVE_INFINITY;
    const divides = ({ column }: PlacedToken) => cell.name === 'number' && cell.column !== null && column >= cell.column && column < end;
    return { cell, below: tokens.filter(divides) };
  });
  const all = parts.every(({ cell, below: [first, second] }) => !first || (second !== undefined && first.column === cell.column));
  if (!all || parts.flatMap(({ below }) => below).length !== tokens.length) return null;
  return parts.flatMap(({ cell, below }) =>
    below.length === 0
      ? [cell]
      : below.map((token): Cell => ({ ...cell, column: token.column, title: compact(token.text), heading: cell.title })),
  );
}

/** The cells of one column in one row of the table. */
export interface TablePart {
  column: Cell;
  tokens: Token[];
}

interface TableCells {
  parts: TablePart[];
  /** The cell that names the row. */
  own: TablePart;
  row: Omit<FormMoneyRow, 'path' | 'label'>;
}

/** A row in the columns of its table; null where it has no text or fits nowhere. */
export function tableCells(tokens: readonly Token[], columns: readonly Cell[]): TableCells | null {
  const aligned = align(tokens, columns, (token, role) => cellFit(token, role.name));
  if (!aligned) return null;
  const parts = columns
    .map((column, index) => ({ column, tokens: tokens.filter((_, i) => aligned.roles[i] === index) }))
    .filter((part) => part.tokens.length > 0);
  const texts = parts.filter((part) => part.column.name === 'text');
  const own = texts.find((part) => HEADS_PROJECTS.test(part.column.title)) ?? texts[0];
  if (!own) return null;
  const attributes = parts
    .filter((part) => part !== own && part.column.name !== 'number')
    .map((part) => [part.column.title, part.tokens.map((token) => token.text).join('')] as const);
  const numbers = parts.filter((part) => part.column.name === 'number');
  const values = numbers.flatMap(({ column, tokens: cells }) =>
    cells.filter((token) => !isNone(token.text)).map((token) => ({ column: pathOf(column), raw: token.text, place: placeOf(token) })),
  );
  const printed = columns.filter((column) => column.name === 'number').map(pathOf);
  return { parts, own, row: { attributes: Object.fromEntries(attributes), columns: printed, values } };
}

const pathOf = ({ heading, title }: Cell): string[] => (heading === undefined ? [title] : [heading, title]);

export const placeOf = (token: Token): Place => token.places[0] ?? { page: 1, line: null, start: null, end: null, bbox: null };

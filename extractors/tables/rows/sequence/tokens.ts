import { LETTERS_BELOW } from '../../../../schemas/lexicon/tables/spaced-words.ts';
import type { Place } from '../../../../schemas/place.ts';
import { addAll } from '../../../model/add-all.ts';
import type { Cell, GridRow } from '../../../model/blocks.ts';
import { isAmount, isIndexRow } from '../../../notation/row-kinds.ts';
import { tidy } from '../../../notation/text.ts';

/** Cells of a table whose layout was lost, in their order, and the rows that they are put together to. */

export interface Token {
  kind: 'amount' | 'text';
  text: string;
  cell: Cell;
  line: number;
  firstInLine: boolean;
  /** It opens its line, and amounts stand after it there. */
  amountsFollow: boolean;
  indent: number;
}

export interface SequenceRow {
  panel: number;
  code: string | null;
  /** Parallel classifications (政府 beside 部门支出经济分类), in their order. */
  further: { code: string; label: string }[];
  /** Codes in columns of other classifications, under their headers. */
  beside?: Record<string, string>;
  label: string;
  /** Names in the columns left of the label's. */
  outer: string[];
  lineNo: string | null;
  attributes: Record<string, string>;
  indent: number;
  /** Its label is painted red. */
  red?: true;
  /** Pieces of its label may be names of their own. */
  unsureName?: true;
  lastLine: number;
  places: Place[];
  cells: Cell[];
}

/** 行次 counts the lines of a table. */
export const isLineNumber = (text: string): boolean => /^\d{1,3}$/.test(text.trim());

export function tokensOf(rows: readonly GridRow[]): Token[] {
  const tokens: Token[] = [];
  for (const row of rows) {
    if (isIndexRow(row.cells)) continue;
    for (const [i, cell] of row.cells.entries()) {
      const previous = tokens.at(-1);
      if (previous && goesOnWithWord(previous, cell, row, i)) {
        previous.text += cell.text;
        previous.line = row.line;
      } else tokens.push(tokenOf(cell, row, i));
    }
  }
  return tokens;
}

function tokenOf(cell: Cell, row: GridRow, i: number): Token {
  return {
    kind: isAmount(cell.text) ? 'amount' : 'text',
    text: tidy(cell.text),
    cell,
    line: row.line,
    firstInLine: i === 0,
    amountsFollow: i === 0 && row.cells.slice(1).some((other) => isAmount(other.text)),
    indent: i === 0 ? (cell.places[0]?.start ?? 0) : 0,
  };
}

/** 收 / 入 / 总 / 计: a letter-spaced word whose letters stand on lines of their own. */
function goesOnWithWord(previous: Token, cell: Cell, row: GridRow, i: number): boolean {
  return previous.kind === 'text' && isLetter(cell.text) && isLetters(previous.text) && (i > 0 || row.line - previous.line <= 2);
}

function isLetter(text: string): boolean {
  return text.length === 1 && /[\u4e00-\u9fff]/.test(text);
}

function isLetters(text: string): boolean {
  return !LETTERS_BELOW.includes(text) && LETTERS_BELOW.some((word) => word.startsWith(text));
}

/** Begins a row. */
export function openRow(rows: SequenceRow[], panel: number, token: Token): SequenceRow {
  const row: SequenceRow = {
    panel,
    code: null,
    further: [],
    label: '',
    outer: [],
    lineNo: null,
    attributes: {},
    indent: token.indent,
    lastLine: token.line,
    places: [],
    cells: [],
  };
  rows.push(row);
  return row;
}

export function addLabel(row: SequenceRow, token: Token): void {
  if (row.label === '') row.indent = Math.max(row.indent, token.indent);
  row.label += token.text;
  if (token.cell.red) row.red = true;
  row.lastLine = token.line;
  addAll(row.places, token.cell.places);
}

export function addAmount(row: SequenceRow, token: Token): void {
  row.cells.push(token.cell);
  addAll(row.places, token.cell.places);
  row.lastLine = token.line;
}

/** No amount was read yet, so that a label or a code may still go on. */
export function takesText(row: SequenceRow): boolean {
  return row.cells.length === 0;
}

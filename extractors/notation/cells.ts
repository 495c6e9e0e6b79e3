import type { Place } from '../../schemas/place.ts';
import type { Cell, Likely, Reading, TextLine } from '../model/blocks.ts';
import type { PrintedCell } from '../model/tables.ts';
import { MOST_ALTERNATIVES } from './settings.ts';
import { tidy } from './text.ts';

export const NO_CELL: Cell = { text: '', raw: '', places: [] };

/** The cell that the characters [from, to) of a clean line make up, with its place in the original line. */
export function cellOf(line: TextLine, from: number, to: number): Cell {
  const piece = line.text.slice(from, to);
  const text = tidy(piece);
  if (text === '') return NO_CELL;
  const start = from + (piece.length - piece.trimStart().length);
  const end = to - (piece.length - piece.trimEnd().length);
  const [first, last] = original(line, start, end);
  const raw = first < 0 ? text : line.raw.slice(first, last);
  const place: Place = { page: line.page, line: line.line, start: first < 0 ? null : first, end: first < 0 ? null : last, bbox: null };
  return { text, raw, places: [place] };
}

function original(line: TextLine, start: number, end: number): [number, number] {
  if (!line.offsets) return [start, end];
  const first = line.offsets[start] ?? -1;
  const last = line.offsets[end - 1] ?? -1;
  return first < 0 || last < 0 ? [-1, -1] : [first, last + 1];
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.text === '';
}

/** The cell that pieces of one make up, from the first of them on, nothing between them. */
export function joinedCell(pieces: readonly [Cell, ...Cell[]]): Cell {
  const joined: Cell = {
    ...pieces[0],
    text: pieces.map(({ text }) => text).join(''),
    raw: pieces.map(({ raw }) => raw).join(''),
    places: pieces.flatMap(({ places }) => places),
  };
  if (pieces.some(({ reading }) => reading)) joined.reading = joinedReading(pieces, (texts) => texts.join(''));
  return joined;
}

/**
 * How sure a text is that is made of several, recognised in a picture or not, and what else it may be if one of them is another. `join`: how
 * the texts make up the whole.
 */
export function joinedReading(parts: readonly { text: string; reading?: Reading }[], join: (texts: readonly string[]) => string): Reading {
  const posterior = parts.reduce((product, { reading }) => product * (reading?.posterior ?? 1), 1);
  const alternatives = parts.flatMap(({ reading }, i) =>
    (reading?.alternatives ?? []).map((other): Likely => {
      const text = join(parts.map((part, k) => (k === i ? other.text : part.text)));
      return { text, posterior: (posterior * other.posterior) / (reading?.posterior || 1) };
    }),
  );
  return { posterior, alternatives: alternatives.sort((a, b) => b.posterior - a.posterior).slice(0, MOST_ALTERNATIVES) };
}

/** A cell of a grid as a number of its row. `column` as in PrintedCell. */
export function printedCell(id: string, column: number | null, { raw, places, red, reading }: Cell): PrintedCell {
  const cell: PrintedCell = { id, column, raw, places };
  if (red) cell.red = red;
  if (reading) cell.reading = reading;
  return cell;
}

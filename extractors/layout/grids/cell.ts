/** Room: lines of text, or words and rulings, in; rows of cells out; imports model, notation, geometry, lattice, schemas. */

import type { Place } from '../../../schemas/place.ts';
import type { Cell, CleanLine } from '../../model/blocks.ts';
import { tidy } from '../../notation/text.ts';

const EMPTY: Cell = { text: '', raw: '', places: [] };

/** The cell that the characters [from, to) of a clean line make up, with its place in the original line. */
export function cellOf(line: CleanLine, from: number, to: number): Cell {
  const piece = line.text.slice(from, to);
  const text = tidy(piece);
  if (text === '') return EMPTY;
  const start = from + (piece.length - piece.trimStart().length);
  const end = to - (piece.length - piece.trimEnd().length);
  const [first, last] = original(line, start, end);
  const raw = first < 0 ? text : line.raw.slice(first, last);
  const place: Place = { page: line.page, line: line.line, start: first < 0 ? null : first, end: first < 0 ? null : last, bbox: null };
  return { text, raw, places: [place] };
}

function original(line: CleanLine, start: number, end: number): [number, number] {
  if (!line.offsets) return [start, end];
  const first = line.offsets[start] ?? -1;
  const last = line.offsets[end - 1] ?? -1;
  return first < 0 || last < 0 ? [-1, -1] : [first, last + 1];
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.text === '';
}

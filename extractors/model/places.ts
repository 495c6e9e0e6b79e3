import { type Place, placeOfLine } from '../../schemas/place.ts';
import type { TextLine } from './blocks.ts';

/** Where characters [start, end) of a line are printed; on fixed pages the box is the whole line's. */
export function placeOfText(line: TextLine, start: number | null = null, end: number | null = null): Place {
  const place = placeOfLine(line.page, line.line, start, end);
  if (line.cell !== undefined) return { ...place, cell: line.cell };
  return line.box ? { ...place, bbox: [...line.box] } : place;
}

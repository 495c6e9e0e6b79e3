import { type Place, placeOfLine } from '../../schemas/place.ts';
import type { CleanLine } from './blocks.ts';

/** Where characters [start, end) of a line are printed; for PDF pages the box is the whole line's. */
export function placeOfText(line: CleanLine, start: number | null = null, end: number | null = null): Place {
  const place = placeOfLine(line.page, line.line, start, end);
  return line.box ? { ...place, bbox: [...line.box] } : place;
}

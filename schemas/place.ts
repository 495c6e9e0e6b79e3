import { z } from 'zod';

/**
 * Where something is printed. `page` and `line` count from 1; for text `line` is the line of the original file and
 * `start`/`end` are UTF-16 offsets within that line (end exclusive); for PDF `line` is the printed line, counted over the
 * document in reading order, and `bbox` is [x0, y0, x1, y1] in points with
 * the origin at the top left of the page as displayed.
 */
export const Place = z.strictObject({
  page: z.int().min(1),
  line: z.int().min(1).nullable(),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});
export type Place = z.infer<typeof Place>;

export function placeOfLine(page: number, line: number, start: number | null = null, end: number | null = null): Place {
  return { page, line, start, end, bbox: null };
}

/** `[x0,y0,x1,y1]` as one CSV cell; empty when the place has no box. */
export function formatBox(place: Place | undefined): string {
  return place?.bbox ? place.bbox.map((n) => n.toFixed(1)).join(' ') : '';
}

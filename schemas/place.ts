import { z } from 'zod';

/**
 * Where something is printed. `page` and `line` count from 1; for text `line` is the line of the original file and
 * `start`/`end` are UTF-16 offsets within that line (end exclusive); for PDF `line` is the printed line, counted over the
 * document in reading order, and `bbox` is [x0, y0, x1, y1] in points with
 * the origin at the top left of the page as displayed. In a workbook a page is a sheet and `line` a filled row, in a Word file a
 * paragraph, both counted over the document; `cell` is then the address that a person looks up: `收支总表!B7`, of a Word file
 * `表3!B7` (third table, second column, seventh row).
 */
export const Place = z.strictObject({
  page: z.int().min(1),
  line: z.int().min(1).nullable(),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  cell: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

export function placeOfLine(page: number, line: number, start: number | null = null, end: number | null = null): Place {
  return { page, line, start, end, bbox: null };
}

/** Where a cell of a sheet or of a table in a Word file stands; `line` as in Place, `cell` its address. */
export function placeOfCell(page: number, line: number, cell: string): Place {
  return { page, line, start: null, end: null, bbox: null, cell };
}

/** Letters of a spreadsheet's column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}

/** `[x0,y0,x1,y1]` as one CSV cell; empty when the place has no box. */
export function formatBox(place: Place | undefined): string {
  return place?.bbox ? place.bbox.map((n) => n.toFixed(1)).join(' ') : '';
}

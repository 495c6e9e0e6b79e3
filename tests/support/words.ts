import type { Word } from '../../extractors/model/source.ts';

/** A word of a text whose columns are spaces: rows and characters are points apart as the reader has them, x in points. */
export const wordAt = (text: string, row: number, x: number, width = 6 * text.length): Word => ({
  text,
  box: [x, 12 * row, x + width, 12 * (row + 1)],
  fontSize: 7,
  rotation: 0,
  clip: null,
  starts: [],
});

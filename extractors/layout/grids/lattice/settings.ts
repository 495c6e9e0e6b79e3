/** How exactly ruling lines must be drawn: each with why. All in points; rules are about half a point wide, and rows ten or more high. */

export interface LatticeSettings {
  /** Lines that are no further apart are one line: rules that are drawn doubled, or anew for every cell. */
  snap: number;
  /** Pieces that are no further apart are one line: a segment a cell. */
  gap: number;
  /** How far a crossing may miss the end of a line. */
  reach: number;
  /** Shorter lines, after joining, are no rulings: dashes, ticks, underscores. */
  shortest: number;
}

export const LATTICE: LatticeSettings = { snap: 2.5, gap: 4, reach: 4, shortest: 6 };
/** A line draws the border of a cell whose ends it misses by less than `reach`, and by this share of it. */
export const MOST_MISSED = 0.25;
/** A table whose outer rules are not drawn ends where its cross rules end, if they stand out this far: less is how they were drawn. */
export const OPEN_SIDE = 12;

/** Columns and rows thinner than this that hold no text come from lines that do not quite meet: no text is as narrow, or as low. */
export const THIN_COLUMN = 7;
export const THIN_ROW = 4.5;

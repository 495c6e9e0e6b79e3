/** Points of the page as displayed, origin top left. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

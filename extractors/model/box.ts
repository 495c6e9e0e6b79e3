/** Points of the page as displayed, origin top left. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** An affine map [a, b, c, d, e, f]: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type PictureMap = readonly [number, number, number, number, number, number];

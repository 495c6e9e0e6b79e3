/**
 * The picture of a page in, what is seen on it before any character is recognised out: the upright page, its rules, its printed lines as
 * the recogniser takes them; imports model, access, layout/grids/lattice, ink, straight, rulings, lines.
 */
export { cropped, windowOf } from './crop.ts';
export { greyOf } from './grey.ts';
export { halfTurned, layoutOf } from './layout.ts';
export { type Illegible, illegible, isBlank, sharpnessOf } from './legibility.ts';
export { composed, mapped, moved, turned, turnOf } from './straight/index.ts';

/** A grey picture in, which dots are ink, its connected pieces and the noise of its paper out; imports model. */
export { faintAcross, faintDown } from './faint.ts';
export { bothOf, type Mask, maskOf, transposed } from './mask.ts';
export { noiseOf } from './noise.ts';
export { type Piece, piecesOf } from './pieces.ts';
export { groupedRuns, longRuns, type Run, type RunSettings } from './runs.ts';

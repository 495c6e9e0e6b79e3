/** A picture in, the same upright (turned by quarters, straightened) with the map back out; imports model, ink. */
export { composed, IDENTITY, mapped, moved } from './map.ts';
export { isSideways } from './sideways.ts';
export { type Slant, slantOf } from './slant.ts';
export { turned, turnOf } from './turning.ts';
export { straightened } from './warp.ts';

/** Ink without rules and the cells of a page in, its printed lines and the size of its characters out; imports model, ink. */

export { linesWithin } from './bands.ts';
export { characterHeightOf } from './height.ts';
export { CELL_GAP, type Gap, PAGE_GAP } from './settings.ts';

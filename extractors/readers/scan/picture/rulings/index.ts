/** Ink of an upright picture in, the straight lines that are rules of tables out; imports model, ink. */
export { type Rules, rulesOf, type Stroke } from './rules.ts';

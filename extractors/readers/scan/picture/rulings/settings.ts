/** Which straight lines of ink are rules of tables: each with why. All in points. */

/** A horizontal stroke is long at least: two characters of usual size. */
export const SHORTEST_ACROSS = 24;
/** A vertical one: rows are low. */
export const SHORTEST_DOWN = 8;
/** A lower one counts only where a rule of another row continues it: characters are as high. */
export const SHORT_DOWN = 14;
export const ALIGNED = 1;
/** Missing ink in a rule: where it is thin, or dotted. */
export const GAP = 1;
export const FILLED = 0.85;
/** Thicker ink is a filled area. */
export const THICKEST = 4.5;
/** So long a stroke is a rule by itself: none of a character's is. */
export const LONG = 58;
/** How far a rule may miss another that it runs to. */
export const REACH = 1.5;
/** Ink on two neighbouring rows of a short rule, as a share of its length: strokes of different characters do not lie on one line. */
export const SOLID = 0.9;
/** Ink beside a short rule, as a share of its length: more is the rest of the characters that it belongs to. */
export const BESIDE = 0.4;

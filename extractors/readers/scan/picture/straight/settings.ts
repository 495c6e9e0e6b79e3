/** How the lie of a page is found: each with why. */

/** Degrees that a page may lie aslant: more is no scan of a flat bed or a feeder. */
export const MOST_SLANT = 3;
/** Degrees by which columns may lean against what is square to the rows: a sheet drawn in askew. */
export const MOST_SHEAR = 1.2;
/** Degrees of the first look: a line of text is as sharp within a tenth as exactly. */
export const COARSE_STEP = 0.1;
/** Then around the best: at last a tenth of a dot over the width of a page at 150 dpi. */
export const FINE_STEPS = [0.02, 0.005] as const;
/** So many of these steps to either side. */
export const FINE_REACH = 6;
/** Points of the lines that are looked for first: strokes of characters do not lie on one line, the characters do. */
export const BROAD_LINE = 1.5;
/** A page is turned where its lines get sharper by this factor: a few characters are about as sharp at any angle. */
export const LEAST_GAIN = 1.05;
/** Degrees that are left alone: over a page of 1,240 dots less than one, and redrawing blurs. */
export const LEAST_SLANT = 0.04;
/** Fewer dots of ink (half of them are looked at) are no lines: dirt on a blank page. */
export const FEWEST_DOTS = 200;
/** Points that a vertical run of ink is long at least to count as a rule: twice the height of usual characters. */
export const SHORTEST_RULE = 24;
export const RULE_GAP = 1;
export const RULE_FILLED = 0.9;
/** Fewer say nothing: one may be a stroke of a large character. */
export const FEWEST_RULES = 2;
/** Characters between which a neighbour is looked for, in heights of a character: lines are seldom further apart. */
export const NEIGHBOUR_REACH = 2;
/** Fewer neighbours do not say how the lines run. */
export const FEWEST_PAIRS = 12;

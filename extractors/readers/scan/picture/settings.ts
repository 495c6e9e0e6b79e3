/** How the picture of a line is cut: each with why. */

/** Dots of the height that the recogniser was trained on. */
export const LINE_HEIGHT = 48;
/** Its widths are whole multiples of this: it looks at eight dots at a time. */
export const WIDTH_STEP = 8;
/** Margin above and below, as a share of the ink's height: characters cut at their ink are read worse (0 and 12 % lose some, 6 % least). */
export const PADDING_ACROSS = 0.06;
/** Margin left and right, as a share of the height: a first or last character at the very edge is lost. */
export const PADDING_ALONG = 0.15;
/** The grey that this share of a line's dots is darker than is its paper: a line is a fifth to a third ink. */
export const PAPER_RANK = 0.7;

/** How ink is told from paper: each with why. */

/** Points around a dot whose mean is its paper: about a character, so that filled cells and shadows are paper. */
export const RADIUS = 6;
/** Steps of grey that a dot is darker than its paper to be a rule: hair lines are grey. */
export const CONTRAST = 16;
/** … and to tell how the page lies: JPEG leaves faint squares that always lie straight. */
export const SLANT_CONTRAST = 40;
/** … and to be a character, where the paper has no noise. */
export const INK_CONTRAST = 16;
/** … and this many standard deviations of noise, … */
export const NOISES = 5;
/** … but thin strokes are no darker than this. */
export const MOST_CONTRAST = 30;
/** Points of a usual character where nothing is printed. */
export const NO_PRINT = 10;

/** When print cannot be read. */

/** Dots of a usual character's height (digits are lower than Chinese characters): of fewer, strokes run into each other. */
export const LEAST_HEIGHT = 8;
/** The steepest steps of grey between neighbours over the contrast of ink and paper: below, strokes of a character run into each other. */
export const LEAST_SHARPNESS = 0.2;
/** Of all steps and greys in lines those at this rank are looked at: fewer are noise. */
export const SHARP_RANK = 0.97;
/** Fewer dots in lines do not tell. */
export const FEWEST_INK_DOTS = 400;

/** What is a red seal. */

/** Steps by which red exceeds the other colours of its ring, … */
export const RED = 60;
/** … and of its paler dots. */
export const REDDISH = 20;
/** Its size as a share of the page's shorter side: round ones are 38 to 58 mm wide, A4 is 210; red figures are lower, red tables larger. */
export const SMALLEST_SEAL = 0.1;
export const LARGEST_SEAL = 0.4;
/** Oval ones are at most so much longer than high. */
export const LONGEST_SIDE = 2;

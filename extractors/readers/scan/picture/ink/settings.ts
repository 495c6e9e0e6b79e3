/** How faint lines are seen: each with why. In points but for the contrast. */

/** Faint lines are looked at over this length: longer than a gap between characters, shorter than any rule, … */
export const FAINT_LENGTH = 10;
/** … against the paper so far beside them: beyond their own blur, within the margin of a cell, … */
export const FAINT_APART = 1.5;
/** … and are darker by so many steps of grey: less is noise, and what JPEG leaves. */
export const FAINT_CONTRAST = 10;

/** What of the recogniser's probabilities is looked at: each with why. */

/** Characters less probable at a place are none of its: the wrong ones of a clear print are some 10^-6, those it hesitates over above 10^-4. */
export const NEVER = 1e-5;
/** Texts that are followed from place to place: two open characters of three readings each, and some to spare. */
export const BEAM = 16;
/** A text so much less likely than the best one so far does not come back. */
export const HOPELESS = 1e-7;

/** What of a probability counts: each with why. */

/** Below this a person should look: the number is likelier wrong than right. */
export const REVIEW_BELOW = 0.5;
/** No number is certain: four decimals are printed. */
export const HIGHEST = 0.9999;
/** Repairs that change a number and hold more than this of the likelihood blame nothing else. */
export const SOLE_BLAME = 0.9;
/**
 * A number that was recognised less surely than this, and that no equation confirms, is looked at. Of single amounts of damaged pages some 5 %
 * are less sure; at 150 dpi a third of those that are wrong are surer.
 */
export const SURE_READING = 0.9;

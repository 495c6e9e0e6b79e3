/** How near a number and a doubt of its page must be: with why. */

/** Boxes that share no more than this (points, across or down) only touch: glyphs and rules are drawn a little over their edges. */
export const TOUCHING = 1;

/** A colour is #rrggbb; one that is not known (a pattern, a picture) is ''. */
export const UNKNOWN = '';
export const PAPER = '#ffffff';

/**
 * Channels (of 255) that differ by less are one colour to the eye: #f0f0f0 on white has a contrast of 1.14, where text asks for 4.5
 * (WCAG 2.2, 1.4.3) and the faintest watermarks have 1.3.
 */
export const SAME = 16;

/** Whether ink of one colour cannot be seen on the other. What is not known is told from everything. */
export function looksAlike(one: string, other: string): boolean {
  if (one === UNKNOWN || other === UNKNOWN) return false;
  if (one === other) return true;
  const [a, b] = [channels(one), channels(other)];
  return difference(a, b, 16) < SAME && difference(a, b, 8) < SAME && difference(a, b, 0) < SAME;
}

/**
 * Hues (degrees from pure red) that are red: what spreadsheets write negative numbers in (#ff0000, #c00000, #9c0006) and what other
 * writers call red (#dc143c, CMYK 0 1 1 0) are within 12; orange (#ff6600) is 24 away, magenta (#ff00ff) 60.
 */
const REDDEST = 20;
/** Channels (of 255) between the strongest and the weakest: below it stand greys and browns; the palest red text (#ef4444) has 171. */
const COLOURED = 96;

/** Whether a colour is red to the eye; one that is not known is not. */
export function isRed(colour: string): boolean {
  if (colour === UNKNOWN) return false;
  const rgb = channels(colour);
  const [red, green, blue] = [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
  const chroma = red - Math.min(green, blue);
  return chroma >= COLOURED && red > Math.max(green, blue) && 60 * Math.abs(green - blue) <= REDDEST * chroma;
}

/** Channels (of 255) from which on a colour is pale: dark text is read through it; #a0a0a0 on white has a contrast of 2.6, where text asks for 4.5. */
const PALE = 160;

/** Whether what is painted in a colour leaves the text below it to be read; one that is not known is taken not to. */
export function isPale(colour: string | null): boolean {
  if (colour === null || colour === UNKNOWN) return false;
  const rgb = channels(colour);
  return Math.min(rgb >> 16, (rgb >> 8) & 255, rgb & 255) >= PALE;
}

const channels = (colour: string): number => Number.parseInt(colour.slice(1), 16);

function difference(one: number, other: number, shift: number): number {
  return Math.abs(((one >> shift) & 255) - ((other >> shift) & 255));
}

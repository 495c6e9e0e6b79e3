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

const channels = (colour: string): number => Number.parseInt(colour.slice(1), 16);

function difference(one: number, other: number, shift: number): number {
  return Math.abs(((one >> shift) & 255) - ((other >> shift) & 255));
}

/** Degrees clockwise by which a page is turned so that most of its text reads from left to right. */
export type Turn = 0 | 90 | 180 | 270;

const TURNS: readonly Turn[] = [0, 90, 180, 270];

/** Of a page as displayed: `rotation` of a word as in extractors/model/source.ts. */
export function uprightTurn(words: readonly { text: string; rotation: number }[]): Turn {
  const characters = new Map<number, number>();
  for (const { text, rotation } of words) characters.set(rotation, (characters.get(rotation) ?? 0) + text.length);
  const [main] = [...characters].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return TURNS.find((turn) => turn === (360 - main) % 360) ?? 0;
}

/** Width and height of a page once it is turned. */
export function turnedSize(width: number, height: number, turn: Turn): { width: number; height: number } {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** SVG transform from points of the page as displayed to points of the page turned. */
export function turnTransform(width: number, height: number, turn: Turn): string {
  switch (turn) {
    case 0:
      return '';
    case 90:
      return `translate(${height} 0) rotate(90)`;
    case 180:
      return `translate(${width} ${height}) rotate(180)`;
    case 270:
      return `translate(0 ${width}) rotate(-90)`;
  }
}

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** The same for a box. */
export function turnedBox([x0, y0, x1, y1]: Box, width: number, height: number, turn: Turn): Box {
  switch (turn) {
    case 0:
      return [x0, y0, x1, y1];
    case 90:
      return [height - y1, x0, height - y0, x1];
    case 180:
      return [width - x1, height - y1, width - x0, height - y0];
    case 270:
      return [y0, width - x1, y1, width - x0];
  }
}

/** Where a word begins and which way it runs, as an SVG transform; `size` is its height across its direction. */
export function wordTransform([x0, y0, x1, y1]: Box, rotation: number, size: number): string {
  // The baseline stands above the lower edge of a glyph's box.
  const drop = 0.12 * size;
  const at = (x: number, y: number): string => `translate(${round(x)} ${round(y)})`;
  switch (rotation) {
    case 90:
      return `${at(x0 + drop, y0)} rotate(90)`;
    case 180:
      return `${at(x1, y0 + drop)} rotate(180)`;
    case 270:
      return `${at(x1 - drop, y1)} rotate(-90)`;
    default:
      return at(x0, y1 - drop);
  }
}

/** Tenths of a point: finer is not seen. */
export const round = (points: number): number => Math.round(points * 10) / 10;

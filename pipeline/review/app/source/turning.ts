import type { PageView } from '../../../../schemas/reviewing/api.ts';

export type DrawnView = Extract<PageView, { form: 'drawn' }>;

/** Degrees clockwise by which a page is turned so that most of its text reads from left to right. */
export type Turn = 0 | 90 | 180 | 270;

const TURNS: readonly Turn[] = [0, 90, 180, 270];

export function uprightTurn(words: DrawnView['words']): Turn {
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

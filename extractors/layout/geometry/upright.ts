import { at } from '../../model/at.ts';
import type { Box } from '../../model/box.ts';
import type { DrawnPage, Ruling, Word } from '../../model/source.ts';

/** A page turned so that most of its text reads from left to right; `display` leads a box back to the page as displayed. */
export interface UprightPage {
  words: Word[];
  rulings: Ruling[];
  width: number;
  height: number;
  display(box: Box): Box;
}

/** Text that stands across the rest (a vertical label in a merged cell) keeps its rotation. */
export function uprightPage(page: DrawnPage): UprightPage {
  const width = page.width ?? 0;
  const height = page.height ?? 0;
  const counts = new Map<Rotation, number>();
  for (const word of page.words) counts.set(word.rotation, (counts.get(word.rotation) ?? 0) + word.text.length);
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const shown = shownOn(page);
  if (main === 0) return { words: page.words, rulings: page.rulings, width, height, display: shown };
  const turn = TURNS[main];
  const back = TURNS[rotationLeft(0, main)];
  const sideways = main !== 180;
  const newWidth = sideways ? height : width;
  const newHeight = sideways ? width : height;
  return {
    words: page.words.map((word) => {
      const box = turn(word.box, width, height);
      return {
        ...word,
        box,
        clip: word.clip ? turn(word.clip, width, height) : null,
        rotation: rotationLeft(word.rotation, main),
        // Where single characters start is known along the unturned page only; spread them evenly.
        starts: Array.from(word.text, (_, i) => box[0] + ((box[2] - box[0]) * i) / word.text.length),
      };
    }),
    rulings: page.rulings.map((ruling) => {
      const [x0, y0, x1, y1] = turn([ruling.x0, ruling.y0, ruling.x1, ruling.y1], width, height);
      return { x0, y0, x1, y1 };
    }),
    width: newWidth,
    height: newHeight,
    display: (box) => shown(back(box, newWidth, newHeight)),
  };
}

/** From a box of the page to the box around the same on what is displayed: a picture may have been turned and straightened. */
function shownOn({ recognised }: DrawnPage): (box: Box) => Box {
  if (!recognised) return (box) => box;
  const [a, b, c, d, e, f] = recognised.shown;
  return ([x0, y0, x1, y1]) => {
    const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
    const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
    return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f];
  };
}

type Rotation = Word['rotation'];

const ROTATIONS: readonly Rotation[] = [0, 90, 180, 270];

/** The rotation that text has left when its page is turned so that `turned` reads from left to right. */
function rotationLeft(rotation: Rotation, turned: Rotation): Rotation {
  return at(ROTATIONS, ((rotation - turned + 360) % 360) / 90);
}

type Turn = (box: Box, width: number, height: number) => Box;

/** How a box moves when text of this rotation is turned to read from left to right, on a page of the given size. */
const TURNS: Readonly<Record<Rotation, Turn>> = {
  0: (box) => box,
  90: ([x0, y0, x1, y1], width) => [y0, width - x1, y1, width - x0],
  180: ([x0, y0, x1, y1], width, height) => [width - x1, height - y1, width - x0, height - y0],
  270: ([x0, y0, x1, y1], _width, height) => [height - y1, x0, height - y0, x1],
};

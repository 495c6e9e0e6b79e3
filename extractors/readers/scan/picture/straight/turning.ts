import type { Picture, PictureMap } from '../../../../model/picture.ts';

/** The picture turned clockwise by quarters; without a turn it is the picture given. */
export function turned(picture: Picture, quarterTurns: number): Picture {
  const { width, height, grey } = picture;
  const quarters = ((quarterTurns % 4) + 4) % 4;
  if (quarters === 0) return picture;
  if (quarters === 2) return { width, height, grey: grey.slice().reverse() };
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const column = quarters === 1 ? height - 1 - y : y;
    for (let x = 0; x < width; x++) out[(quarters === 1 ? x : width - 1 - x) * height + column] = grey[y * width + x] ?? 0;
  }
  return { width: height, height: width, grey: out };
}

/** From a point of the picture turned clockwise by quarters to the same point of the picture before, whose size is given. */
export function turnOf({ width, height }: { width: number; height: number }, quarterTurns: number): PictureMap {
  const quarters = ((quarterTurns % 4) + 4) % 4;
  if (quarters === 1) return [0, -1, 1, 0, 0, height];
  if (quarters === 2) return [-1, 0, 0, -1, width, height];
  if (quarters === 3) return [0, 1, -1, 0, width, 0];
  return [1, 0, 0, 1, 0, 0];
}

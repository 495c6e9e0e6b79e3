import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../../../extractors/model/picture.ts';
import { maskOf, piecesOf } from '../../../../../extractors/readers/scan/picture/ink/index.ts';
import {
  composed,
  IDENTITY,
  isSideways,
  mapped,
  moved,
  slantOf,
  straightened,
  turned,
  turnOf,
} from '../../../../../extractors/readers/scan/picture/straight/index.ts';
import { damaged } from '../../../../support/scan/damage.ts';
import { Drawing } from '../../../../support/scan/drawing.ts';

const DPI = 144;

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((grey): Picture => ({ width, height, grey })),
  );

describe('turning by quarters', () => {
  test('clockwise', () => {
    const picture = { width: 3, height: 2, grey: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect(turned(picture, 1)).toEqual({ width: 2, height: 3, grey: Uint8Array.of(4, 1, 5, 2, 6, 3) });
    expect(turned(picture, 2)).toEqual({ width: 3, height: 2, grey: Uint8Array.of(6, 5, 4, 3, 2, 1) });
    expect(turned(picture, -1)).toEqual({ width: 2, height: 3, grey: Uint8Array.of(3, 6, 2, 5, 1, 4) });
  });

  test('and back is the picture as it was; four quarters are none', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: -5, max: 5 }), (picture, quarters) => {
        expect(turned(turned(picture, quarters), -quarters)).toEqual(picture);
        expect(turned(turned(picture, quarters), 4 - quarters)).toEqual(picture);
      }),
    );
  });

  test('the map leads each dot back to where it was', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 0, max: 3 }), (picture, quarters) => {
        const turn = turned(picture, quarters);
        const map = turnOf(picture, quarters);
        for (let i = 0; i < turn.grey.length; i++) {
          const [x, y] = moved(map, (i % turn.width) + 0.5, Math.floor(i / turn.width) + 0.5);
          expect(picture.grey[Math.floor(y) * picture.width + Math.floor(x)]).toBe(turn.grey[i]);
        }
      }),
    );
  });

  test('maps one after the other', () => {
    const size = { width: 30, height: 20 };
    expect(composed(turnOf({ width: 20, height: 30 }, 3), turnOf(size, 1)).map((value) => value + 0)).toEqual([...IDENTITY]);
    expect(mapped(turnOf(size, 1), [0, 0, 20, 1])).toEqual([0, 0, 1, 20]);
  });
});

/** Lines of text and a table. */
function page(): Drawing {
  const drawing = new Drawing(500, 560);
  for (let line = 0; line < 4; line++) drawing.text(40, 30 + 36 * line, 18);
  return drawing.table([40, 150, 300, 440], [190, 270, 350, 430, 510]);
}

describe('how a page lies', () => {
  const lieOf = (picture: Picture) => slantOf(picture, maskOf(picture, 12, 40), DPI);
  const degrees = (radians: number) => (radians * 180) / Math.PI;
  /** On so small a page one dot more or less at the far end is so much. */
  const near = (radians: number | undefined, turn: number) => expect(Math.abs(degrees(radians ?? 9) - turn)).toBeLessThan(0.1);

  test.each([-2.9, -0.7, 0.3, 1.5, 2.9])('turned by %d degrees', (turn) => {
    const slant = lieOf(damaged(page(), { turn }, 1));
    near(slant?.across, turn);
    near(slant?.down, -turn);
  });

  test('columns that lean are told from rows that slant', () => {
    const slant = lieOf(damaged(page(), { turn: 0.8, shear: 0.6 }, 1));
    near(slant?.across, 0.8);
    near(slant?.down, -0.2);
  });

  test('a page without rules is turned, its letters may lean', () => {
    const text = new Drawing(500, 400);
    for (let line = 0; line < 8; line++) text.text(40, 20 + 36 * line, 18);
    const slant = lieOf(damaged(text, { turn: 1 }, 1));
    expect(slant?.down).toBe(-(slant?.across ?? 0));
  });

  test('straight and blank pages are left alone', () => {
    expect(lieOf(page())).toBeNull();
    expect(lieOf(new Drawing(500, 400))).toBeNull();
    expect(lieOf(new Drawing(500, 400).fill([10, 10, 20, 29]))).toBeNull();
  });

  test('squares that JPEG leaves do not pass for lines', () => {
    const text = new Drawing(500, 400);
    for (let line = 0; line < 5; line++) text.text(40, 20 + 60 * line, 10);
    const bad = damaged(text, { turn: 0.7, blur: 0.6, noise: 6, jpeg: 40 }, 7);
    near(lieOf(bad)?.across, 0.7);
  });
});

describe('straightened', () => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;

  test('a page that lies straight is as it was', () => {
    const picture = page();
    const { picture: same, map } = straightened(picture, { across: 0, down: 0 });
    expect(map).toEqual([1, 0, 0, 1, 0, 0]);
    expect([same.width, same.height]).toEqual([picture.width, picture.height]);
    expect(Buffer.compare(same.grey, picture.grey)).toBe(0);
  });

  test('holds all of the page, and the map leads back to it', () => {
    const dot = new Drawing(200, 150).fill([160, 20, 170, 30]).fill([0, 0, 2, 2]);
    const { picture, map } = straightened(dot, { across: radians(2.5), down: radians(-2) });
    let [sum, x, y] = [0, 0, 0];
    for (const [i, grey] of picture.grey.entries()) {
      const [column, row] = moved(map, (i % picture.width) + 0.5, Math.floor(i / picture.width) + 0.5);
      if (grey > 127 || column < 100) continue;
      sum++;
      x += column;
      y += row;
    }
    expect([x / sum, y / sum].map(Math.round)).toEqual([165, 25]);
    for (const corner of [
      [0, 0],
      [200, 0],
      [0, 150],
      [200, 150],
    ] as const) {
      const [a, b, c, d, e, f] = map;
      const [u, v] = [corner[0] - e, corner[1] - f];
      const place = [(d * u - c * v) / (a * d - b * c), (a * v - b * u) / (a * d - b * c)];
      expect(place[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(place[1]).toBeGreaterThanOrEqual(-1e-9);
      expect(place[0]).toBeLessThanOrEqual(picture.width + 1e-9);
      expect(place[1]).toBeLessThanOrEqual(picture.height + 1e-9);
    }
  });
});

describe('sideways', () => {
  const piecesIn = (picture: Picture) => piecesOf(maskOf(picture, 12, 40));
  const lines = new Drawing(400, 400);
  for (let line = 0; line < 6; line++) lines.text(40, 30 + 40 * line, 9, 20, 24);

  test('lines that run down the page', () => {
    expect(isSideways(piecesIn(lines), 20)).toBe(false);
    expect(isSideways(piecesIn(turned(lines, 1)), 20)).toBe(true);
    expect(isSideways(piecesIn(turned(lines, 3)), 20)).toBe(true);
  });

  test('a few characters do not tell', () => {
    const column = (count: number) => {
      const drawing = new Drawing(100, 400);
      for (let i = 0; i < count; i++) drawing.text(40, 5 + 24 * i, 1);
      return piecesIn(drawing);
    };
    expect(isSideways(column(12), 20)).toBe(false);
    expect(isSideways(column(13), 20)).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture, PictureLayout } from '../../../../../extractors/model/picture.ts';
import {
  cropped,
  greyOf,
  halfTurned,
  illegible,
  isBlank,
  layoutOf,
  mapped,
  turned,
  windowOf,
} from '../../../../../extractors/readers/scan/picture/index.ts';
import { damaged, sealed } from '../../../../support/scan/damage.ts';
import { Drawing } from '../../../../support/scan/drawing.ts';

/** Two dots a point. */
const DPI = 144;
const XS = [40, 200, 300, 400];
const YS = [60, 100, 140, 180];

/** A title and a table: in each cell a line, in the first column names. */
function page(paper = 255, rule = 0): Drawing {
  const drawing = new Drawing(480, 240, paper).text(140, 20, 8).table(XS, YS, 2, rule);
  for (const y of YS.slice(0, -1)) for (const [i, x] of XS.slice(0, -1).entries()) drawing.text(x + 12, y + 11, i === 0 ? 5 : 3);
  return drawing;
}

const rounded = ({ rulings, lines }: PictureLayout) => ({
  rulings: rulings.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round)),
  lines: lines.map(({ box }) => box.map(Math.round)),
});

describe('a page with a table', () => {
  const layout = layoutOf(page(), DPI);

  test('its rules', () => {
    expect(layout.rulings).toEqual([
      ...YS.map((y) => ({ x0: 40, x1: 402, y0: y + 1, y1: y + 1 })),
      ...XS.map((x) => ({ x0: x + 1, x1: x + 1, y0: 60, y1: 182 })),
    ]);
  });

  test('a line a cell, bound by the cell, and the title bound by the page', () => {
    expect(layout.lines).toHaveLength(10);
    expect(layout.lines[0]?.box).toEqual([52, 71, 168, 91]);
    expect(layout.lines[0]?.bound.map(Math.round)).toEqual([41, 61, 201, 101]);
    expect(layout.lines.at(-1)).toEqual({ box: [140, 20, 328, 40], bound: [0, 0, 480, 240] });
    expect(layout.characterHeight).toBe(20);
  });

  test('on grey paper, with grey rules and noise it is the same', () => {
    expect(rounded(layoutOf(page(190), DPI))).toEqual(rounded(layout));
    expect(rounded(layoutOf(page(255, 200), DPI))).toEqual(rounded(layout));
    expect(rounded(layoutOf(damaged(page(), { noise: 8 }, 3), DPI)).rulings).toHaveLength(layout.rulings.length);
    expect(layoutOf(damaged(page(), { noise: 8 }, 3), DPI).lines).toHaveLength(layout.lines.length);
  });

  test('moved, all on it is moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (right, down) => {
        const moved = new Drawing(480 + right, 240 + down);
        for (let y = 0; y < 240; y++) moved.grey.set(page().grey.subarray(480 * y, 480 * (y + 1)), (y + down) * moved.width + right);
        const { rulings, lines } = rounded(layout);
        const shift = (box: number[]) => box.map((value, i) => value + (i % 2 === 0 ? right : down));
        expect(rounded(layoutOf(moved, DPI))).toEqual({ rulings: rulings.map(shift), lines: lines.map(shift) });
      }),
      { numRuns: 5 },
    );
  });

  test('on its side it is turned upright or upside down; the map leads back', () => {
    for (const quarters of [1, 3]) {
      const side = layoutOf(turned(page(), quarters), DPI);
      const upright = quarters === 3 ? side : halfTurned(side);
      expect([upright.upright.width, upright.upright.height]).toEqual([480, 240]);
      expect(Buffer.compare(upright.upright.grey, page().grey)).toBe(0);
      const first = upright.lines.find(({ box }) => box[0] === 52 && box[1] === 71);
      expect(mapped(upright.toOriginal, first?.box ?? [0, 0, 0, 0])).toEqual(quarters === 3 ? [71, 312, 91, 428] : [149, 52, 169, 168]);
    }
  });

  test('turned by half twice it is as it was', () => {
    expect(rounded(halfTurned(halfTurned(layout)))).toEqual(rounded(layout));
  });
});

describe('rules', () => {
  const rulesOn = (drawing: Drawing) => layoutOf(drawing, DPI).rulings.length;

  test('strokes of large characters are none', () => {
    expect(rulesOn(new Drawing(480, 200).text(40, 40, 3, 80, 100))).toBe(0);
  });

  test('a stroke of 58 points is one by itself, a shorter one is none', () => {
    expect(rulesOn(new Drawing(480, 100).fill([40, 50, 40 + 115, 52]))).toBe(0);
    expect(rulesOn(new Drawing(480, 100).fill([40, 50, 40 + 116, 52]))).toBe(1);
  });

  test('short ones run from rule to rule', () => {
    const frame = () => new Drawing(480, 240).table([40, 400], [60, 200]);
    expect(rulesOn(frame().fill([200, 60, 202, 202]))).toBe(5);
    expect(rulesOn(frame().fill([200, 80, 202, 160]))).toBe(4);
  });

  test('dashed and faint ones count, filled cells do not add any but their edges', () => {
    const dashed = new Drawing(480, 100);
    for (let x = 40; x < 400; x += 12) dashed.fill([x, 50, x + 11, 52]);
    expect(rulesOn(dashed)).toBe(1);
    expect(rulesOn(new Drawing(480, 100).fill([40, 50, 400, 52], 243))).toBe(1);
    const filled = new Drawing(480, 240).fill([42, 62, 400, 100], 215).table([40, 200, 400], [60, 100, 140]);
    expect(rulesOn(filled)).toBe(6);
  });

  test('noise adds none', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        (seed) => rulesOn(Object.assign(new Drawing(300, 200), damaged(new Drawing(300, 200, 230), { noise: 12 }, seed))) === 0,
      ),
      { numRuns: 5 },
    );
  });
});

describe('lines', () => {
  const boxesOn = (drawing: Drawing) => layoutOf(drawing, DPI).lines.map(({ box }) => [box[0], box[2]]);

  test('gaps wider than a character part columns where no cell does', () => {
    const two = (gap: number) => new Drawing(480, 60).text(40, 20, 4, 20, 22).text(126 + gap, 20, 4, 20, 22);
    expect(boxesOn(two(20))).toEqual([[40, 232]]);
    expect(boxesOn(two(21))).toEqual([
      [40, 126],
      [147, 233],
    ]);
  });

  test('single characters spaced out are one word', () => {
    expect(boxesOn(new Drawing(480, 60).text(40, 20, 4, 20, 60))).toEqual([[40, 240]]);
    expect(boxesOn(new Drawing(480, 60).text(40, 20, 4, 20, 66))).toHaveLength(4);
  });

  test('strokes above each other are one line, dirt is none', () => {
    const text = new Drawing(480, 300).text(40, 140, 14).text(40, 180, 14).text(40, 220, 14);
    const two = text.text(40, 40, 3).fill([110, 42, 130, 44]).fill([108, 56, 132, 58]).fill([300, 90, 302, 92]);
    expect(layoutOf(two, DPI).lines.map(({ box }) => [box[0], box[1]])).toEqual([40, 140, 180, 220].map((y) => [40, y]));
  });
});

describe('pages without print', () => {
  test('are blank, also with dirt', () => {
    expect(isBlank(layoutOf(new Drawing(300, 200), DPI))).toBe(true);
    expect(isBlank(layoutOf(new Drawing(300, 200).fill([100, 100, 102, 102]), DPI))).toBe(true);
    expect(isBlank(layoutOf(damaged(new Drawing(300, 200, 235), { noise: 6, jpeg: 40 }, 1), DPI))).toBe(true);
    expect(isBlank(layoutOf(page(), DPI))).toBe(false);
  });

  test.each([
    [1, 1],
    [3, 2],
    [1, 500],
    [500, 1],
  ])('of %d × %d dots', (width, height) => {
    expect(isBlank(layoutOf(new Drawing(width, height), DPI))).toBe(true);
  });
});

describe('print that cannot be read', () => {
  const small = (characterHeight: number) => ({ ...layoutOf(page(), DPI), characterHeight });

  test('characters of fewer than eight dots', () => {
    expect(illegible(small(7))).toEqual({ reason: 'small', measured: 7 });
    expect(illegible(small(8))).toBeNull();
  });

  test('smeared print', () => {
    expect(illegible(layoutOf(damaged(page(), { blur: 0.8 }, 1), DPI))).toBeNull();
    expect(illegible(layoutOf(damaged(page(), { blur: 4 }, 1), DPI))?.reason).toBe('blurred');
    expect(illegible(layoutOf(new Drawing(30, 20), DPI))).toBeNull();
  });
});

describe('the picture of a line', () => {
  const picture: Picture = new Drawing(200, 100).text(20, 20, 5).fill([150, 0, 152, 100]);
  const line = { box: [20, 20, 128, 40], bound: [10, 10, 150, 60] } as const;

  test('is 48 dots high, a multiple of 8 wide, three equal planes from −1 to 1', () => {
    const { width, height, planes } = cropped(picture, line);
    expect([width, height, planes.length]).toEqual([248, 48, 3 * 248 * 48]);
    expect(width % 8).toBe(0);
    expect(planes.subarray(0, width * 48)).toEqual(planes.subarray(2 * width * 48));
    expect([Math.min(...planes), Math.max(...planes)]).toEqual([-1, 1]);
  });

  test('shows the ink with a margin, and paper beyond its bound', () => {
    const window = windowOf(line);
    expect(window[1]).toBeCloseTo(18.8, 5);
    expect(window[0]).toBeLessThan(20 - 3);
    const { width, planes } = cropped(picture, { ...line, box: [20, 20, 149, 40] });
    for (let y = 0; y < 48; y++) expect(planes[y * width + width - 1]).toBeCloseTo(1, 5);
  });
});

describe('colour', () => {
  test('red print stays as dark as it looks, what is not opaque is paper', () => {
    const { grey } = greyOf({ width: 4, height: 1, rgba: Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255) });
    expect(grey[0]).toBeGreaterThan(60);
    expect(grey[0]).toBeLessThan(160);
    expect([grey[1], grey[2], grey[3]]).toEqual([0, 255, 255]);
  });

  test('lines under a seal are found', () => {
    const under = layoutOf(greyOf(sealed(page(), [340, 130], 45)), DPI);
    const inside = under.lines.filter(({ bound }) => bound[3] < 239);
    expect(inside).toHaveLength(9);
  });
});

import { describe, expect, it } from 'vitest';
import type { Area, Look } from '../../../../extractors/readers/pdf/surface/areas.ts';
import { looksAlike } from '../../../../extractors/readers/pdf/surface/colour.ts';
import { imagesIn, opacityOf } from '../../../../extractors/readers/pdf/surface/images.ts';
import { type Mark, visibilityOf } from '../../../../extractors/readers/pdf/surface/index.ts';
import { IDENTITY, type Matrix } from '../../../../extractors/readers/pdf/surface/matrix.ts';
import { Budget, rectanglePath, Shape, uprightRectangle } from '../../../../extractors/readers/pdf/surface/shape.ts';

const plenty = () => new Budget(1e9);

describe('the inside of a path', () => {
  /** A five-pointed star drawn in one stroke: its middle is wound around twice. */
  const star = [0, 50, 0, 1, 80, 95, 1, 2, 36, 1, 98, 36, 1, 20, 95, 4];
  it.each([
    ['nonzero', false, true],
    ['even-odd', true, false],
  ])('%s', (_rule, evenOdd, middle) => {
    const shape = new Shape(star, IDENTITY, evenOdd);
    expect(shape.contains(50, 50, plenty())).toBe(middle);
    expect(shape.contains(50, 10, plenty())).toBe(true);
    expect(shape.contains(5, 5, plenty())).toBe(false);
  });

  it.each([
    ['of no points', []],
    ['of one point', rectanglePath([5, 5, 5, 5])],
  ])('%s is empty', (_name, path) => {
    expect(new Shape(path, IDENTITY, false).contains(5, 5, plenty())).toBe(false);
  });

  it('of many subpaths is found in few steps', () => {
    const path: number[] = [];
    for (let i = 0; i < 10_000; i++) path.push(...rectanglePath([0, 2 * i, 10, 2 * i + 1]));
    const shape = new Shape(path, IDENTITY, false);
    shape.contains(5, 0, plenty());
    const budget = new Budget(2000);
    expect([shape.contains(5, 9000.5, budget), shape.contains(5, 9001.5, budget), budget.isSpent]).toEqual([true, false, false]);
  });

  const turned: Matrix = [0, 1, -1, 0, 100, 0];
  const leaning: Matrix = [1, 0.1, -0.1, 1, 0, 0];
  it.each([
    ['a rectangle', rectanglePath([1, 2, 3, 4]), IDENTITY, [1, 2, 3, 4]],
    ['turned by a quarter', rectanglePath([1, 2, 3, 4]), turned, [96, 1, 98, 3]],
    ['leaning', rectanglePath([1, 2, 3, 4]), leaning, null],
    ['closed by a fifth corner', [0, 0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 1, 0, 0], IDENTITY, [0, 0, 9, 9]],
    ['a fifth corner elsewhere', [0, 0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 1, 5, 5], IDENTITY, null],
    ['a triangle', [0, 0, 0, 1, 9, 0, 1, 9, 9, 4], IDENTITY, null],
    ['two rectangles', [...rectanglePath([0, 0, 1, 1]), ...rectanglePath([2, 2, 3, 3])], IDENTITY, null],
  ])('as an upright rectangle: %s', (_name, path, ctm, box) => {
    expect(uprightRectangle(path, ctm)).toEqual(box);
  });
});

it.each([
  ['#ffffff', '#f0f0f0', true],
  ['#ffffff', '#efefef', false],
  ['#ffffff', '#ffffef', false],
  ['#000000', '#000000', true],
  ['', '', false],
])('%s and %s look alike: %s', (one, other, alike) => {
  expect(looksAlike(one, other)).toBe(alike);
});

describe('pictures of a file', () => {
  const dictionary = (entries: string) => `5 0 obj\n<< /Type /XObject /Subtype /Image ${entries} >>\nstream\n`;
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('are those with a size; masks of others are none', () => {
    const file =
      dictionary('/Width 200 /Height 100') +
      dictionary('/Width 30 /Height 30 /SMask 7 0 R').replace('5 0', '6 0') +
      dictionary('/Width 30 /Height 30').replace('5 0', '7 0') +
      dictionary('/Width 8 0 R /Height 30').replace('5 0', '9 0');
    expect(imagesIn(bytes(file))).toEqual([
      { width: 200, height: 100, opaque: true },
      { width: 30, height: 30, opaque: false },
    ]);
  });

  const images = [
    { width: 200, height: 100, opaque: true },
    { width: 30, height: 30, opaque: false },
  ];
  it.each([
    [400, 200, true],
    [90, 90, false],
    [90, 300, null],
  ])('a place of %d by %d is filled by one that hides what is below: %s', (width, height, opaque) => {
    expect(opacityOf(images, width, height)).toBe(opaque);
  });
});

describe('the work on a page', () => {
  const SIZE = [600, 800] as const;
  const look = (order: number, fill = '#000000'): Look => ({ order, fill, stroke: null, inkless: null, isDoubtful: false, region: null });
  const area = (order: number, box: Area['box'], shape: Shape | null = null): Area => ({
    order,
    box,
    shape,
    region: null,
    colour: '#000000',
    opaque: true,
    isImage: false,
  });
  /** `count` characters, each in a square of its own, and as many boxes, each below one of them and in its colour. */
  function squares(count: number): { marks: Mark[]; areas: Area[] } {
    const side = Math.sqrt((SIZE[0] * SIZE[1]) / count);
    const columns = Math.floor(SIZE[0] / side);
    const boxes = Array.from({ length: count }, (_, i): Area['box'] => {
      const x = (i % columns) * side;
      const y = Math.floor(i / columns) * side;
      return [x, y, x + side, y + side];
    });
    return {
      marks: boxes.map((box, i) => ({ box, size: 10, look: look(2 * i + 1) })),
      areas: boxes.map((box, i) => area(2 * i, box)),
    };
  }

  it.each([1000, 4000, 16_000])('grows with characters and boxes, not with their product: %d', (count) => {
    const { marks, areas } = squares(count);
    const { verdicts, isUnsure } = visibilityOf(marks, areas, SIZE, 100 * count);
    expect(isUnsure).toBe(false);
    expect(verdicts.filter((verdict) => verdict === 'same-colour').length).toBeGreaterThan(0.9 * count);
  });

  it('is bounded where shapes surround characters without covering them: then what is seen is in doubt', () => {
    const ring = new Shape([...rectanglePath([0, 0, 600, 800]), ...rectanglePath([1, 1, 599, 799])], IDENTITY, true);
    const marks = squares(1000).marks.map(({ box }, i): Mark => ({ box, size: 10, look: look(i) }));
    const areas = Array.from({ length: 1000 }, (_, i) => area(2000 + i, [0, 0, 600, 800], ring));
    expect(visibilityOf(marks, areas, SIZE, 100_000).isUnsure).toBe(true);
    expect(visibilityOf(marks, areas.slice(0, 2), SIZE, 100_000).isUnsure).toBe(false);
  });
});

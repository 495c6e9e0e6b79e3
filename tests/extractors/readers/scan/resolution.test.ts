import { expect, test } from 'vitest';
import { drawingDpi, pictureDpi, shrinking, shrunk } from '../../../../extractors/readers/scan/resolution.ts';

test.each<[name: string, size: [number, number], wish: number, dpi: number | null]>([
  ['A4 as wished', [595, 842], 200, 200],
  ['A4, finer', [595, 842], 300, 300],
  ['A0, as fine as 16 million dots allow', [2384, 3370], 200, 101],
  ['a sheet of 3.2 m, at 90 dpi', [3200, 3200], 200, 90],
  ['one a little larger, not at all', [3201, 3200], 200, null],
  ['of no number', [Number.NaN, 842], 200, null],
])('a page is drawn: %s', (_, size, wish, dpi) => expect(drawingDpi(size, wish)).toBe(dpi));

test.each<[name: string, width: number, height: number, said: number | null, dpi: number]>([
  ['what the file says', 1240, 1754, 150, 150],
  ['a screen says 96 of A4 at 300', 2480, 3508, 96, 3508 / 11.69],
  ['at most 24 inches', 2400, 1000, 100, 100],
  ['more than 24 inches', 2401, 1000, 100, 2401 / 11.69],
  ['at least 4 inches', 400, 300, 100, 100],
  ['less than 4 inches', 399, 300, 100, 399 / 11.69],
  ['nothing said', 1754, 1240, null, 1754 / 11.69],
])('the resolution of a picture: %s', (_, width, height, said, dpi) => expect(pictureDpi({ width, height }, said)).toBeCloseTo(dpi));

test('a picture is made smaller above 330 dpi and above 16 million dots, by whole dots', () => {
  expect(shrinking({ width: 100, height: 100 }, 330)).toBe(1);
  expect(shrinking({ width: 100, height: 100 }, 331)).toBe(2);
  expect(shrinking({ width: 4000, height: 4000 }, 300)).toBe(1);
  expect(shrinking({ width: 4001, height: 4000 }, 300)).toBe(2);
});

test('a dot of a smaller picture is the mean of a square of dots; what is left at the edges goes', () => {
  const dots = [0, 100, 9, 40, 60, 9, 9, 9, 9];
  const rgba = Uint8Array.from(dots.flatMap((grey) => [grey, grey, grey, 255]));
  expect(shrunk({ width: 3, height: 3, rgba }, 2)).toEqual({ width: 1, height: 1, rgba: Uint8Array.from([50, 50, 50, 255]) });
  const whole = { width: 3, height: 3, rgba };
  expect(shrunk(whole, 1)).toBe(whole);
});

import { expect, it } from 'vitest';
import type { Glyph } from '../../../../extractors/readers/pdf/content/glyphs.ts';
import { withoutDuplicates } from '../../../../extractors/readers/pdf/reading/duplicates.ts';
import type { Look } from '../../../../extractors/readers/pdf/surface/areas.ts';

const look = (order: number): Look => ({ order, fill: '#000000', stroke: null, inkless: null, isDoubtful: false, region: null });
const glyph = (text: string, x: number, y: number, own: Look, size = 10): Glyph => ({
  text,
  x,
  y,
  size,
  box: [x, y - size, x + size / 2, y],
  rotation: 0,
  clip: null,
  look: own,
  misnamed: null,
  nextX: x + size / 2,
  nextY: y,
});

/** How often the place of a glyph is looked at. */
function looksAt(glyphs: Glyph[]): number {
  let looks = 0;
  const watched = glyphs.map((own) => {
    const { x } = own;
    return Object.defineProperty({ ...own }, 'x', {
      get: () => {
        looks++;
        return x;
      },
    });
  });
  withoutDuplicates(watched);
  return looks;
}

it.each<[string, (i: number) => Glyph]>([
  ['one place', (i) => glyph('1', 100, 100, look(i))],
  ['one line', (i) => glyph('1', 3 * i, 100, look(i))],
  ['one line, nearly on each other', (i) => glyph('1', 0.0001 * i, 100, look(i))],
  ['one line, tiny', (i) => glyph('1', 0.01 * i, 100, look(i), 0.01)],
  ['different texts on one place', (i) => glyph(String.fromCharCode(0x4e00 + i), 100, 100, look(i))],
])('the work on many characters grows with their number: %s', (_name, make) => {
  const work = (count: number) => looksAt(Array.from({ length: count }, (_, i) => make(i)));
  expect(work(8000)).toBeLessThanOrEqual(5 * work(2000));
});

const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join('');
const run = (text: string, x: number, order: number) => {
  const own = look(order);
  return [...text].map((char, i) => glyph(char, x + 5 * i, 100, own));
};

it.each([
  ['a shadow goes', [...run('12.00', 100, 1), ...run('12.00', 101.9, 2)], '12.00'],
  ['what is a fifth of the em away stays', [...run('12.00', 100, 1), ...run('12.00', 102, 2)], '12.0012.00'],
  ['a shadow of a part goes', [...run('12.00', 100, 1), ...run('2.00', 105.5, 2)], '12.00'],
  ['a shadow that goes on loses what is repeated', [...run('12', 100, 1), ...run('12.00', 100, 2)], '12.00'],
  ['another number over the first keeps all its characters', [...run('210.00', 100, 1), ...run('130.00', 100, 2)], '210.00130.00'],
])('%s', (_name, glyphs, text) => {
  expect(textOf(withoutDuplicates(glyphs))).toBe(text);
});

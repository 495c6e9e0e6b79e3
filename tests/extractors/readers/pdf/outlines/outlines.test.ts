import { describe, expect, test } from 'vitest';
import { charstringPath } from '../../../../../extractors/readers/pdf/outlines/charstring.ts';
import { figuresLike } from '../../../../../extractors/readers/pdf/outlines/figures.ts';
import { drawnFigures } from '../../../../../extractors/readers/pdf/outlines/index.ts';
import { OpenType } from '../../../../../extractors/readers/pdf/outlines/open-type.ts';
import { silhouetteOf } from '../../../../../extractors/readers/pdf/outlines/silhouette.ts';
import { trueTypePath } from '../../../../../extractors/readers/pdf/outlines/true-type.ts';
import { liberation } from '../../../../support/figure-fonts.ts';

const FIGURES = [...'0123456789'];
const glyph = (fontChar: string) => ({ unicode: fontChar, width: 556, isSpace: false, fontChar });

/** An outline of closed polygons, their points as x, y, x, y … */
const polygons = (...all: readonly (readonly number[])[]): number[] =>
  all.flatMap((points) => points.flatMap((value, i) => (i % 2 === 0 ? [i === 0 ? 0 : 1, value] : [value])));
const like = (...all: readonly (readonly number[])[]): string => {
  const silhouette = silhouetteOf(polygons(...all));
  return silhouette ? figuresLike(silhouette).join('') : 'nothing';
};

describe('figures of a real font look like themselves and like no other', () => {
  test.each(['Regular', 'Bold', 'Italic', 'BoldItalic'])('%s', (style) => {
    const figures = drawnFigures({ data: liberation(style) });
    expect(FIGURES.map((figure) => figures(glyph(figure)).join(''))).toEqual(FIGURES);
  });
});

describe('what is not known looks like none', () => {
  const figures = drawnFigures({ data: liberation('Regular') });
  test.each(['.', '-', ' '])('%s', (char) => expect(figures(glyph(char))).toEqual([]));
  test('a character that the font has not', () => expect(figures(glyph('（'))).toEqual([]));
  test('no font', () => expect(drawnFigures({})(glyph('3'))).toEqual([]));
  test('no character', () => expect(figures({ unicode: '3', width: 0, isSpace: false })).toEqual([]));
  test.each([0, 4, 11, 200, 1000, 20_000, 100_000])('a font cut after %i bytes is not known, and harms nothing', (length) => {
    const cut = drawnFigures({ data: liberation('Regular').slice(0, length) });
    for (const figure of FIGURES) expect([[], [figure]]).toContainEqual(cut(glyph(figure)));
  });
});

describe('forms', () => {
  const BOX = [0, 0, 60, 0, 60, 100, 0, 100];
  const inner = (x: number, y: number, width: number, height: number) => [x, y, x, y + height, x + width, y + height, x + width, y];

  test('one hole in the middle', () => expect(like(BOX, inner(15, 15, 30, 70))).toBe('0'));
  test('below', () => expect(like(BOX, inner(15, 10, 30, 35))).toBe('6'));
  test('above', () => expect(like(BOX, inner(15, 55, 30, 35))).toBe('9'));
  test('two above each other', () => expect(like(BOX, inner(15, 10, 30, 35), inner(15, 55, 30, 35))).toBe('8'));
  test('two aside of each other: a stroke through nought', () => {
    expect(like(BOX, inner(8, 50, 15, 40), inner(37, 10, 15, 40))).toBe('0');
  });
  test('three', () => expect(like(BOX, inner(15, 5, 30, 20), inner(15, 40, 30, 20), inner(15, 70, 30, 20))).toBe(''));
  test('4 that is closed', () =>
    expect(like([35, 0, 45, 0, 45, 25, 60, 25, 60, 35, 45, 35, 45, 100, 35, 100, 0, 35, 0, 25, 35, 25], [12, 35, 35, 80, 35, 35])).toBe(
      '4',
    ));
  test('4 that is open', () => {
    expect(
      like([35, 0, 45, 0, 45, 25, 60, 25, 60, 35, 45, 35, 45, 80, 35, 80, 35, 35, 12, 35, 25, 100, 15, 100, 0, 35, 0, 25, 35, 25]),
    ).toBe('4');
  });
  test('holes of half a hundredth are where strokes cross', () => {
    expect(like(BOX, inner(15, 10, 30, 35), inner(25, 70, 5, 5.5))).toBe('6');
    expect(like(BOX, inner(15, 10, 30, 35), inner(25, 70, 6, 6.5))).toBe('8');
  });
  test('the same contour drawn twice is filled', () => expect(like(BOX, BOX, inner(15, 15, 30, 70))).toBe(''));
  test('nothing', () => expect([like(), like([0, 0, 10, 0])]).toEqual(['nothing', 'nothing']));
  test('more edges than are looked at', () => {
    const comb = (teeth: number) => like([0, 0, ...Array.from({ length: teeth }, (_, i) => [i, 100, i, 50]).flat(), teeth, 0]);
    expect([comb(1900), comb(2100)]).toEqual(['', 'nothing']);
  });
});

describe('charstrings', () => {
  const view = (...bytes: number[]) => new DataView(new Uint8Array(bytes).buffer);
  /** A number from -107 to 107. */
  const n = (value: number) => value + 139;
  const HSTEM = [n(0), n(1), 1];

  test('moves, lines along the axes in turn, and a curve', () => {
    const data = view(n(50), n(10), n(20), 21, n(5), n(6), n(7), 6, n(1), n(2), n(3), n(4), n(5), n(6), 8, 14);
    expect(charstringPath(data, { global: [], local: [] })).toEqual([
      0, 10, 20, 1, 15, 20, 1, 15, 26, 1, 22, 26, 2, 23, 28, 26, 32, 31, 38,
    ]);
  });
  test('both ends along one axis, and from one axis to the other', () => {
    const data = view(n(0), 22, n(9), n(1), n(2), n(3), n(4), 27, n(1), n(2), n(3), n(4), n(5), 31, 14);
    expect(charstringPath(data, { global: [], local: [] })).toEqual([0, 0, 0, 2, 1, 9, 3, 12, 7, 12, 2, 8, 12, 10, 15, 15, 19]);
  });
  test('the mask of hints has a bit for each', () => {
    const nine = Array.from({ length: 9 }, () => HSTEM).flat();
    expect(charstringPath(view(...nine, 19, 255, 255, n(7), 22, 14), { global: [], local: [] })).toEqual([0, 7, 0]);
  });
  test('subroutines, ten deep and no deeper', () => {
    const call = (i: number) => [n(i - 107), 10];
    const local = Array.from({ length: 11 }, (_, i) => (i === 10 ? view(n(7), 22, 11) : view(...call(i + 1), 11)));
    expect(charstringPath(view(...call(1), 14), { global: [], local })).toEqual([0, 7, 0]);
    expect(charstringPath(view(...call(0), 14), { global: [], local })).toEqual([]);
  });
  test('subroutines that call each other without end', () => {
    const twice = [n(-107), 10, n(-107), 10];
    expect(charstringPath(view(...twice), { global: [], local: [view(n(1), 22, ...twice)] })).toHaveLength(30);
  });
  test('one that is not there', () => {
    expect(() => charstringPath(view(n(5), 10), { global: [], local: [] })).toThrow(RangeError);
  });
});

test('glyphs that are made of themselves end', () => {
  const bytes = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
  /** Glyph 1: eight times itself, as words and with an offset. */
  const component = (flags: number) => bytes(flags, 1, 0, 0);
  const glyf = [...bytes(-1, 0, 0, 100, 100), ...Array.from({ length: 8 }, (_, i) => component(i < 7 ? 0x23 : 0x03)).flat()];
  const tables: [string, number[]][] = [
    ['cmap', bytes(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 0, 0, 0, 0x33, 0, 0x33, -0x32, 0)],
    ['glyf', glyf],
    ['head', Array.from({ length: 54 }, () => 0)],
    ['loca', bytes(0, 0, glyf.length / 2)],
  ];
  let offset = 12 + 16 * tables.length;
  const directory = tables.flatMap(([tag, data]) => {
    const entry = [...[...tag].map((char) => char.charCodeAt(0)), 0, 0, 0, 0, ...bytes(0, offset, 0, data.length)];
    offset += data.length;
    return entry;
  });
  const data = new Uint8Array([...bytes(0, 1, tables.length, 0, 0, 0), ...directory, ...tables.flatMap(([, table]) => table)]);
  expect(new OpenType(data).glyphOf(0x33)).toBe(1);
  expect(trueTypePath(new OpenType(data), 1)).toEqual([]);
});

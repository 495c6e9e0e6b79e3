import { describe, expect, it, test } from 'vitest';
import { boxFrom, matrixFrom, numbersOf } from '../../../../extractors/readers/ofd/base/values.ts';
import { curvesOfArc } from '../../../../extractors/readers/ofd/content/arcs.ts';
import { pathFrom } from '../../../../extractors/readers/ofd/content/paths.ts';
import { styleOf } from '../../../../extractors/readers/ofd/content/styles.ts';
import { Deltas } from '../../../../extractors/readers/ofd/content/texts.ts';
import { noResources } from '../../../../extractors/readers/ofd/document/resources.ts';
import { parseXml } from '../../../../extractors/readers/package/xml.ts';
import { IDENTITY } from '../../../../extractors/readers/pdf/surface/matrix.ts';

describe('values', () => {
  test('boxes are left, top, width, height', () => {
    expect(boxFrom('1 2 3 4')).toEqual([1, 2, 4, 6]);
    expect([boxFrom('1 2 3'), boxFrom('a 2 3 4'), boxFrom(undefined), boxFrom('')]).toEqual([null, null, null, null]);
  });
  test('a transformation is six numbers, or none', () => {
    expect([matrixFrom('1 0 0 1 5 6'), matrixFrom(undefined), matrixFrom('1 0 0 1 5')]).toEqual([[1, 0, 0, 1, 5, 6], IDENTITY, null]);
  });
  test('what is no number is NaN', () => expect(numbersOf(' 1 x\n2.5 ')).toEqual([1, Number.NaN, 2.5]));
});

describe('offsets', () => {
  const taken = (text: string | undefined, count: number): (number | null)[] => {
    const deltas = new Deltas(text);
    return Array.from({ length: count }, () => deltas.take());
  };
  it.each([
    ['3 3 1.5', 3, [3, 3, 1.5]],
    ['g 2 3 1.5', 3, [3, 3, 1.5]],
    ['1.5 g 2 3', 3, [1.5, 3, 3]],
    ['g 0 0 3', 2, [3, 3]],
    ['1.59', 3, [1.59, 1.59, 1.59]],
    ['g 1000000000 2', 2, [2, 2]],
    ['g 2 1 -5 g 2 1', 5, [1, 1, -5, 1, 1]],
    [undefined, 2, [null, null]],
    ['', 1, [null]],
    ['g x 1', 1, [Number.NaN]],
    ['g 2', 1, [Number.NaN]],
  ])('%s', (text, count, expected) => expect(taken(text, count)).toEqual(expected));
});

describe('abbreviated data', () => {
  const dataOf = (text: string) => pathFrom(text, IDENTITY)?.data;
  it.each([
    ['M 1 2 L 3 4 C', [0, 1, 2, 1, 3, 4, 4]],
    ['S 1 2 L 3 4', [0, 1, 2, 1, 3, 4]],
    ['M1 2L3-4', [0, 1, 2, 1, 3, -4]],
    ['M 0 0 Q 1 1 2 0', [0, 0, 0, 3, 1, 1, 2, 0]],
    ['M 0 0 B 1 1 2 1 3 0', [0, 0, 0, 2, 1, 1, 2, 1, 3, 0]],
  ])('%s', (text, expected) => expect(dataOf(text)).toEqual(expected));

  test('is in the coordinates that are asked for, with a box around it', () => {
    expect(pathFrom('M 1 1 L 3 2', [2, 0, 0, 2, 10, 20])).toEqual({ data: [0, 12, 22, 1, 16, 24], box: [12, 22, 16, 24], isCut: false });
  });
  test('ends where it is not as the standard says', () => {
    expect(pathFrom('M 0 0 L 1 1 L 2', IDENTITY)).toMatchObject({ data: [0, 0, 0, 1, 1, 1], isCut: true });
    expect(pathFrom('M 0 0 X 1', IDENTITY)?.isCut).toBe(true);
    expect(pathFrom(' ', IDENTITY)).toBeNull();
  });
});

describe('arcs', () => {
  const ends = (curves: number[][]): number[][] =>
    curves.map((curve) => curve.slice(4).map((value) => Math.round(value * 1000) / 1000 + 0));
  test('half a circle, clockwise as the page is seen, over its top', () => {
    expect(ends(curvesOfArc([0, 0], [5, 5], 0, false, true, [10, 0]))).toEqual([
      [5, -5],
      [10, 0],
    ]);
  });
  test('and the other way around, below', () => {
    expect(ends(curvesOfArc([0, 0], [5, 5], 0, false, false, [10, 0]))[0]).toEqual([5, 5]);
  });
  test('the longer way is three quarters', () => expect(curvesOfArc([0, 0], [5, 5], 0, true, true, [5, 5])).toHaveLength(3));
  test('radii that are too short grow', () => expect(ends(curvesOfArc([0, 0], [1, 1], 0, false, true, [10, 0]))[0]).toEqual([5, -5]));
  test('an ellipse without width is a line', () =>
    expect(curvesOfArc([0, 0], [0, 5], 0, false, true, [10, 0])).toEqual([[0, 0, 10, 0, 10, 0]]));
});

describe('styles', () => {
  const resources = noResources();
  resources.drawParams.set('1', parseXml('<DrawParam ID="1" LineWidth="2"><FillColor Value="255 0 0" Alpha="51"/></DrawParam>'));
  resources.drawParams.set('2', parseXml('<DrawParam ID="2" Relative="1"><StrokeColor Value="#0 #ff #0"/></DrawParam>'));
  resources.drawParams.set('3', parseXml('<DrawParam ID="3" DashPattern="1 1"><FillColor Value="1 2 3"/></DrawParam>'));
  test('of the object before its parameters, of those before what they refer to, of all before the layer', () => {
    const style = styleOf(parseXml('<T DrawParam="2"/>'), '3', resources);
    expect(style).toEqual({
      fill: { colour: '#ff0000', alpha: 0.2, pattern: null },
      stroke: { colour: '#00ff00', alpha: 1, pattern: null },
      lineWidth: 2,
      isDashed: true,
    });
    expect(styleOf(parseXml('<T DrawParam="2"><FillColor Value="0 0 0"/></T>'), '3', resources).fill?.colour).toBe('#000000');
  });
  test('what says nothing has no colour', () => {
    expect(styleOf(parseXml('<T/>'), undefined, resources)).toEqual({ fill: null, stroke: null, lineWidth: 0.353, isDashed: false });
  });
});

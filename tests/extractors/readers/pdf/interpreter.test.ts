import { expect, it } from 'vitest';
import { Interpreter } from '../../../../extractors/readers/pdf/content/interpreter.ts';
import type { Matrix } from '../../../../extractors/readers/pdf/surface/matrix.ts';

const NAMES = [
  'beginText',
  'setFont',
  'moveText',
  'setCharSpacing',
  'setTextMatrix',
  'showText',
  'transform',
  'setGState',
  'constructPath',
  'stroke',
  'clip',
  'save',
  'restore',
] as const;
type Name = (typeof NAMES)[number];
const OPS: Readonly<Record<string, number>> = Object.fromEntries(NAMES.map((name, i) => [name, i + 1]));

/** A page of 100 by 100 points, displayed as PDF counts: from the bottom left. */
const UPRIGHT: Matrix = [1, 0, 0, -1, 0, 100];

function run(...operators: readonly (readonly [Name, ArrayLike<unknown> | null])[]) {
  const interpreter = new Interpreter(OPS, UPRIGHT, 100, 100, { fontOf: () => ({}), isLayerOn: () => true, images: () => [] });
  return interpreter.run({ fnArray: operators.map(([name]) => OPS[name] ?? 0), argsArray: operators.map(([, operands]) => operands) });
}

const text = (string: string) => Array.from(string, (unicode) => ({ unicode, width: 500, isSpace: unicode === ' ' }));
const path = (...numbers: number[]) => [new Float32Array(numbers)];

it('places characters one behind the other, from the top left', () => {
  const { glyphs } = run(
    ['beginText', null],
    ['setFont', ['F1', 10]],
    ['moveText', [20, 60]],
    ['showText', [[...text('a b'), -1000, ...text('c')]]],
  );
  expect(glyphs.map(({ text, x, y, nextX }) => [text, x, y, nextX])).toEqual([
    ['a', 20, 40, 25],
    ['b', 30, 40, 35],
    ['c', 45, 40, 50],
  ]);
});

it('passes over what is no text among the text', () => {
  const { glyphs } = run(
    ['beginText', null],
    ['setFont', ['F1', 10]],
    ['moveText', [20, 60]],
    ['setGState', [[['Font', 'F2'], 'Font']]],
    ['showText', [null]],
    ['showText', [[null, { unicode: 'x' }, ...text('a')]]],
  );
  expect(glyphs.map(({ text, x, y, size }) => [text, x, y, size])).toEqual([['a', 20, 40, 10]]);
});

it.each<[(typeof NAMES)[number], unknown[]]>([
  ['moveText', ['3', null]],
  ['setFont', ['F1', '12']],
  ['setTextMatrix', [[1, 0, 0]]],
  ['transform', [1, 0, 0, 1, 'e', 0]],
])('paints nothing where %s leaves open where the text stands', (operator, operands) => {
  const { glyphs } = run(
    ['save', null],
    ['beginText', null],
    ['setFont', ['F1', 10]],
    ['moveText', [20, 60]],
    [operator, operands],
    ['showText', [text('lost')]],
    ['restore', null],
    ['beginText', null],
    ['setFont', ['F1', 10]],
    ['moveText', [20, 30]],
    ['showText', [text('a')]],
  );
  expect(glyphs.filter(({ x, y, size }) => Number.isFinite(x + y + size)).map(({ text, x, y }) => [text, x, y])).toEqual([['a', 20, 70]]);
});

it('draws upright lines, cut to the clip, and no slanting ones', () => {
  const box = new Float32Array([0, 0, 50, 100]);
  const { rulings } = run(
    ['clip', null],
    ['constructPath', [0, path(0, 0, 0, 1, 50, 0, 1, 50, 100, 1, 0, 100, 4), box]],
    ['constructPath', [OPS.stroke, path(0, 10, 20, 1, 90, 20), null]],
    ['constructPath', [OPS.stroke, path(0, 10, 20, 1, 40, 60), null]],
    ['constructPath', [OPS.stroke, [null], null]],
  );
  expect(rulings).toEqual([{ x0: 10, y0: 80, x1: 50, y1: 80 }]);
});

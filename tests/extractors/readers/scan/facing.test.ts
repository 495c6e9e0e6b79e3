import { expect, test } from 'vitest';
import type { PictureLayout } from '../../../../extractors/model/picture.ts';
import { facedLayout } from '../../../../extractors/readers/scan/facing.ts';
import { fakeScans } from '../../../support/scan/access.ts';

/** A page of one grey with one line; the grey tells the recogniser which page it is. */
function page(grey: number): PictureLayout {
  const upright = { width: 200, height: 60, grey: new Uint8Array(200 * 60).fill(grey) };
  for (let y = 20; y < 40; y++) upright.grey.fill(0, y * 200 + 20, y * 200 + 60);
  const line = { box: [20, 20, 60, 40], bound: [0, 0, 200, 60] } as const;
  return { upright, toOriginal: [1, 0, 0, 1, 0, 0], dpi: 100, rulings: [], lines: [line], characterHeight: 20 };
}

/** The paper at the corner of a line's picture. */
const paperOf = (planes: Float32Array): number => Math.round(((planes[0] ?? 0) + 1) * 127.5);

async function faced(sureness: Readonly<Record<number, number>>): Promise<{ chosen: number; tried: number }> {
  const [first = 0, ...others] = [200, 210, 220, 230].map(page);
  let tried = 0;
  const access = fakeScans({ sure: ({ planes }) => sureness[paperOf(planes)] ?? 0 });
  if (first === 0) throw new RangeError('no page');
  const layouts = others.map((layout) => () => {
    tried++;
    return layout;
  });
  const { upright } = await facedLayout({ layout: first, others: layouts }, access);
  return { chosen: upright.grey[0] ?? 0, tried };
}

test('a page that is surely read keeps its direction, and no other is tried', async () => {
  expect(await faced({ 200: 0.9, 210: 0.99 })).toEqual({ chosen: 200, tried: 0 });
});

test('the others are tried in turn until one is surely read', async () => {
  expect(await faced({ 200: 0.5, 210: 0.95, 220: 0.99 })).toEqual({ chosen: 210, tried: 1 });
});

test('the best one is taken where none is surely read', async () => {
  expect(await faced({ 200: 0.5, 210: 0.6, 220: 0.7, 230: 0.55 })).toEqual({ chosen: 220, tried: 3 });
});

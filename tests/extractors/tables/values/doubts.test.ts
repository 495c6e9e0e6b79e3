import { expect, it } from 'vitest';
import type { Doubt, DrawnDocument } from '../../../../extractors/model/source.ts';
import { Doubts } from '../../../../extractors/tables/values/doubts.ts';
import type { Place } from '../../../../schemas/place.ts';

const doubt = (ruleId: string, box: Doubt['box']): Doubt => ({ ruleId, box });
const document = (...doubts: Doubt[]): DrawnDocument => ({
  kind: 'drawn',
  media: 'pdf',
  encoding: null,
  pages: [{ number: 2, lines: [], words: [], rulings: [], doubts, width: 600, height: 800 }],
});
const on = (page: number, ...bbox: [number, number, number, number]): Place => ({ page, line: 1, start: null, end: null, bbox });

const doubts = new Doubts(document(doubt('a', [100, 100, 130, 110]), doubt('b', [0, 500, 600, 800])));

it.each<[string, Place[], string | null]>([
  ['on it', [on(2, 95, 98, 135, 112)], 'a'],
  ['on another page', [on(1, 95, 98, 135, 112)], null],
  ['touching it', [on(2, 95, 109.5, 135, 120)], null],
  ['beside it', [on(2, 140, 98, 160, 112)], null],
  ['by its second place', [on(2, 140, 98, 160, 112), on(2, 300, 700, 310, 710)], 'b'],
  ['without a box', [{ page: 2, line: 1, start: 0, end: 2, bbox: null }], null],
])('a number is in doubt where its place meets a doubt: %s', (_name, places, rule) => {
  expect(doubts.at(places)).toBe(rule);
});

it('boxes that share a point only touch', () => {
  expect([129, 128.9].map((left) => doubts.at([on(2, left, 98, 160, 112)]))).toEqual([null, 'a']);
  expect([109, 108.9].map((top) => doubts.at([on(2, 95, top, 135, 120)]))).toEqual([null, 'a']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY_TEXT, likeliestTexts } from '../../../../../extractors/readers/scan/recognition/decoding/beam.ts';
import { bestPath } from '../../../../../extractors/readers/scan/recognition/decoding/best-path.ts';
import { placesOf } from '../../../../../extractors/readers/scan/recognition/decoding/places.ts';
import { type Place, steps, surely } from './probabilities.ts';

const rounded = (texts: readonly { text: string; posterior: number }[]) =>
  texts.map(({ text, posterior }) => [text, Math.round(posterior * 10_000) / 10_000]);

describe('places of a line', () => {
  test('hold what is probable, the likeliest first, and nothing below 10^-5', () => {
    const [first] = steps({ 1: 0.25, 2: 0.5, 3: 0.000002 });
    expect(first?.options.map(({ text }) => text)).toEqual(['2', '1']);
    expect(first?.blank).toBeCloseTo(0.25, 5);
  });
});

describe('the best path', () => {
  test('takes a run of the same character for one, and parts two by a place of none', () => {
    const path = bestPath(steps({ 1: 0.9 }, { 1: 0.95 }, {}, { 1: 0.8 }, { 2: 0.7 }));
    expect(path.map(({ text, step }) => [text, step])).toEqual([
      ['1', 1],
      ['1', 3],
      ['2', 4],
    ]);
  });

  test('of nothing is nothing', () => expect(bestPath(steps({}, {}))).toEqual([]));
});

describe('the likeliest texts', () => {
  test('have the probability of all ways to spread them over the places', () => {
    // 1 at either place or at both: 0.6·0.5 + 0.4·0.5 + 0.6·0.5.
    expect(rounded(likeliestTexts(steps({ 1: 0.6 }, { 1: 0.5 }), ANY_TEXT))).toEqual([
      ['1', 0.8],
      ['', 0.2],
    ]);
  });

  test('twice the same character needs a place of none between', () => {
    expect(rounded(likeliestTexts(steps({ 1: 1 }, { 1: 0.5 }, { 1: 1 }), ANY_TEXT))).toEqual([
      ['1', 0.5],
      ['11', 0.5],
    ]);
  });

  test('are those of a grammar only', () => {
    const ones = {
      start: 0,
      next: (count: number, character: string) => (character === '1' ? count + 1 : null),
      isEnd: (n: number) => n === 2,
    };
    expect(rounded(likeliestTexts(steps({ 1: 0.5, 2: 0.5 }, {}, { 1: 0.9, 2: 0.1 }), ones))).toEqual([['11', 0.45]]);
  });

  test('add up to no more than 1, whatever the places hold', () => {
    const place = fc
      .dictionary(fc.constantFrom('1', '2', '.', '收'), fc.double({ min: 0, max: 0.24, noNaN: true }), { maxKeys: 4 })
      .map((found): Place => ({ ...found }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), (places) => {
        const sum = likeliestTexts(steps(...places), ANY_TEXT).reduce((all, { posterior }) => all + posterior, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-6);
        expect(sum).toBeGreaterThan(0);
      }),
    );
  });
});

describe('where the characters of a text stand', () => {
  test('at the places where they are most probable', () => {
    expect(placesOf('12', steps({}, { 1: 0.6 }, { 1: 0.9 }, {}, { 2: 1 }, {}))).toEqual([2, 4]);
    expect(placesOf('11', steps({ 1: 1 }, { 1: 0.4 }, {}, { 1: 1 }))).toEqual([0, 3]);
  });

  test('a text that is not the likeliest has places, too', () => {
    expect(placesOf('收入', steps(...surely('收'), { 人: 0.9, 入: 0.1 }, {}))).toEqual([0, 2]);
  });

  test('there are none in fewer places than characters', () => expect(placesOf('123', steps({ 1: 1 }, { 2: 1 }))).toEqual([]));
});

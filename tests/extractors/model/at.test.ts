import { expect, test } from 'vitest';
import { at, entryOf } from '../../../extractors/model/at.ts';

test('at gives what stands there and names what does not', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(() => at(['a', 'b'], 2)).toThrow(new RangeError('index 2 of 2'));
  expect(() => at(['a', 'b'], -1)).toThrow(new RangeError('index -1 of 2'));
});

test('entryOf gives the entry of a map and names a key without one', () => {
  expect(entryOf(new Map([['a', 1]]), 'a')).toBe(1);
  expect(() => entryOf(new Map([['a', 1]]), 'b')).toThrow(new RangeError('no entry b'));
});

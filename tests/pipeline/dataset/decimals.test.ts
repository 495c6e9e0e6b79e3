import { expect, test } from 'vitest';
import { toScaled } from '../../../pipeline/dataset/decimals.ts';

test.each<[string, bigint | null, boolean]>([
  ['0', 0n, false],
  ['12.30', 123_000_000_000n, false],
  ['-0.01', -100_000_000n, false],
  ['.5', 5_000_000_000n, false],
  ['17.70000000000000', 177_000_000_000n, false],
  ['9007199254740993.01', 90071992547409930100000000n, false],
  ['0.12345678914', 1234567891n, true],
  ['0.12345678915', 1234567892n, true],
  ['-0.12345678915', -1234567892n, true],
  ['9999999999999999999999999999', 99999999999999999999999999990000000000n, false],
  ['10000000000000000000000000000', null, true],
  ['1e5', null, true],
  ['', null, true],
])('%s', (text, value, inexact) => {
  expect(toScaled(text)).toEqual({ value, inexact });
});

import { describe, expect, test } from 'vitest';
import { hashOf, Keys, keyOf } from '../../../extractors/model/keys.ts';

/** FNV-1a of 64 bits as it is defined, in integers of any size. */
function byDefinition(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % (1n << 64n);
  return hash;
}

describe('hash', () => {
  /** Test vectors of its authors. */
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of "%s"', (text, hash) => expect(hashOf(text)).toBe(hash));

  test.each(['一般公共服务支出|201', 'x'.repeat(300), '\u{20000}', '合计>小计'])('of %s, as defined', (text) =>
    expect(BigInt(`0x${hashOf(text)}`)).toBe(byDefinition(text)),
  );
});

describe('keys', () => {
  test('a letter and the last 55 bits in base 32', () => {
    const digits = [...'0123456789abcdefghjkmnpqrstvwxyz'];
    const value = [...keyOf('f', '合计').slice(1)].reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n);
    expect(keyOf('f', '合计')).toMatch(/^f[0-9a-hjkmnp-tv-z]{11}$/);
    expect(value).toBe(byDefinition('合计') % (1n << 55n));
  });

  test('equal texts are told apart by their order, and each again in the same way', () => {
    const three = (keys: Keys): string[] => [keys.next('r', '其他'), keys.next('r', '小计'), keys.next('r', '其他')];
    const [first, other, second] = three(new Keys());
    expect(new Set([first, other, second]).size).toBe(3);
    expect(first).toBe(keyOf('r', '其他'));
    expect(three(new Keys())).toEqual([first, other, second]);
  });

  test('a key that is met again is made another', () => {
    const keys = new Keys();
    expect(keys.unique('e1')).toBe('e1');
    expect(keys.unique('e1')).toBe(keyOf('e', 'e1#2'));
  });
});

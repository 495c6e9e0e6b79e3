import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossy, osPath, pathOf, pathText } from '../../../../pipeline/run/inputs/path-bytes.ts';

const bytesOf = (path: string): Buffer => Buffer.from(osPath(path));

test('any bytes come back', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc
      .array(fc.constantFrom(0xe9, 0x95, 0xbf, 0xff, 0xc3, 0xa9, 0xed, 0xa0, 0x80, 0xf0, 0x61), { maxLength: 12 })
      .map((list) => Uint8Array.from(list)),
  );
  fc.assert(
    fc.property(bytes, (name) => {
      expect([...bytesOf(pathOf(name))]).toEqual([...name]);
      expect(pathText(pathOf(name))).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test.each<[string, number[], string, string]>([
  ['text', [...Buffer.from('部门.txt')], '部门.txt', '部门.txt'],
  ['GBK', [0xb2, 0xbf, 0x2e, 0x74], '\udcb2\udcbf.t', '\\xb2\\xbf.t'],
  ['a character that is cut', [0x61, 0xe9, 0x95], 'a\udce9\udc95', 'a\\xe9\\x95'],
  ['a surrogate in UTF-8', [0xed, 0xb2, 0x80], '\udced\udcb2\udc80', '\\xed\\xb2\\x80'],
  ['a replacement character', [0xef, 0xbf, 0xbd], '\ufffd', '\ufffd'],
])('%s', (_, bytes, path, text) => {
  expect(pathOf(Uint8Array.from(bytes))).toBe(path);
  expect(pathText(path)).toBe(text);
  expect(lossy(path)).toBe(Buffer.from(bytes).toString());
});

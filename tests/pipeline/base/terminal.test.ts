import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shown, shownJson, shownLines } from '../../../pipeline/base/shown/terminal.ts';

test.each([
  ['\x1b[2J', '\\x1b[2J'],
  ['a\nb\tc\r', 'a\\nb\\tc\\r'],
  ['\x7f\x85\x9b31m', '\\x7f\\x85\\x9b31m'],
  ['a\u202egpj.exe', 'a\\u202egpj.exe'],
  ['\u2066x\u2069\u200e\u200f\u061c', '\\u2066x\\u2069\\u200e\\u200f\\u061c'],
  ['\udcff\ud800\udc00\ud800', '\\xff\ud800\udc00\\ud800'],
  ['\udc00\udc80', '\\udc00\\x80'],
  ['部门 𠮷 C:\\x', '部门 𠮷 C:\\x'],
])('%j is shown as %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('lines of the program keep their ends and tabs', () => {
  expect(shownLines('a\x1b\tb\n\u202ec\n')).toBe('a\\x1b\tb\n\\u202ec\n');
});

test('JSON stays the same value, and is printable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = shownJson({ [text]: [text] });
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
      expect(shown(json)).toBe(json);
    }),
  );
});

import { expect, it } from 'vitest';
import type { PdfFont } from '../../../../extractors/readers/access/pdf-library.ts';
import { misnamedFigures } from '../../../../extractors/readers/pdf/content/font-maps.ts';

/** Figures from the code of nought on, as a character map has them; a dot for none. */
const mapOf = (nought: number, figures: string): PdfFont => ({
  composite: true,
  toUnicode: { get: (code) => (/\d/.test(figures[code - nought] ?? '') ? figures[code - nought] : undefined) },
});
const names = (...codes: [number, string][]): string[] => {
  const list: string[] = [];
  for (const [code, name] of codes) list[code] = name;
  return list;
};
const found = (font: PdfFont) => [...misnamedFigures(font)].map(([code, { said, expected }]) => `${code}: ${said} ≠ ${expected}`);

it.each<[string, PdfFont, string[]]>([
  ['figures in order', mapOf(48, '0123456789'), []],
  ['one of them doubled', mapOf(48, '0223456789'), ['49: 2 ≠ 1']],
  ['glyph numbers of Macintosh order', mapOf(19, '0123456798'), ['27: 9 ≠ 8', '28: 8 ≠ 9']],
  ['characters of a collection', mapOf(17, '8123456780'), ['17: 8 ≠ 0', '26: 0 ≠ 9']],
  ['a subset that has few', mapOf(48, '01.3..6.8.'), []],
  ['five in order and one that is not', mapOf(48, '01.3..6.82'), ['57: 2 ≠ 9']],
  ['four in order: numbered by use', mapOf(48, '01.3..6..2'), []],
  ['numbered by use', mapOf(3, '2026135478'), []],
  ['no map', {}, []],
])('%s', (_name, font, expected) => {
  expect(found(font)).toEqual(expected);
});

it.each<[string, Partial<PdfFont>, string[]]>([
  ['by the encoding of the font', { defaultEncoding: names([65, 'one']) }, ['65: 2 ≠ 1']],
  ['which a symbolic font does not keep to', { defaultEncoding: names([65, 'one']), isSymbolicFont: true }, []],
  ['by differences, which it does', { differences: names([65, 'one']), isSymbolicFont: true }, ['65: 2 ≠ 1']],
  ['which come first', { defaultEncoding: names([65, 'one']), differences: names([65, 'two']) }, []],
  ['not in a composite font', { differences: names([65, 'one']), composite: true }, []],
  ['a name that is no figure', { differences: names([65, 'g12']) }, []],
])('names of glyphs: %s', (_name, font, expected) => {
  expect(found({ ...font, toUnicode: { get: (code) => (code === 65 ? '2' : undefined) } })).toEqual(expected);
});

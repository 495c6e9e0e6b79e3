import { expect, test } from 'vitest';
import { isRed, UNKNOWN } from '../../../../extractors/readers/pdf/surface/colour.ts';

/** Hue in sixtieths of a degree from pure red is (green − blue) / chroma: 20 degrees are a third. */
test.each([
  ['pure', '#ff0000', true],
  ['dark', '#c00000', true],
  ['of bad cells in spreadsheets', '#9c0006', true],
  ['CMYK 0 1 1 0', '#ed1c24', true],
  ['crimson', '#dc143c', true],
  ['on white pages', '#ef4444', true],
  ['20 degrees towards yellow', '#ff5500', true],
  ['a little more', '#ff5600', false],
  ['20 degrees towards blue', '#ff0055', true],
  ['a little more', '#ff0056', false],
  ['hardly coloured', '#a04040', true],
  ['a little less', '#9f4040', false],
  ['black', '#000000', false],
  ['grey', '#7f7f7f', false],
  ['orange', '#ff6600', false],
  ['magenta', '#ff00ff', false],
  ['pink', '#ffc0cb', false],
  ['not known', UNKNOWN, false],
])('%s', (_name, colour, expected) => expect(isRed(colour)).toBe(expected));

import { describe, expect, test } from 'vitest';
import { factCells } from '../schemas/table.ts';
import { HIDDEN } from './support/hidden/hidden.ts';
import { PRINTED, written } from './support/hidden/page.ts';
import { ODD, SEEN } from './support/hidden/seen.ts';
import { STRUCTURES } from './support/hidden/structures.ts';
import { extractPdf } from './support/pdf.ts';

/** Ways to hide a number that the reader does not see through yet; a number hidden so passes as printed. A way that is seen through leaves this list. */
const OPEN = new Set([
  'white in CMYK',
  'white in a calibrated space',
  'white of a palette',
  'no tint of a separation',
  'nearly white',
  'the colour of the band below',
  'alpha 0',
  'alpha 0 set inside a form',
  'a group drawn with alpha 0',
  'behind a soft mask that is black',
  'the soft mask itself',
  'stroked without a colour to be seen',
  'font size 0.01',
  'scaled to nothing',
  'a layer that is off by the base state',
  'a layer in a membership that is off',
  'a membership by an expression',
  'a form on a layer that is off',
  'covered by an image',
  'covered by an inline image',
  'covered by a shading',
  'covered by a form',
  'covered by a pattern',
  'covered by a thick line',
  'covered by an annotation',
  'glyphs that draw nothing',
]);
/** Amounts that stand where the reader does not look yet: it says nothing of them. */
const ELSEWHERE = new Set(['a pattern that holds the amounts', 'an annotation whose appearance holds the amounts']);

async function cellsOf(bytes: Uint8Array) {
  const { disclosure } = await extractPdf(bytes);
  return disclosure.tables.flatMap(factCells);
}

async function expectPrinted(bytes: Uint8Array): Promise<void> {
  const cells = await cellsOf(bytes);
  expect(cells.map(({ raw }) => raw)).toEqual(PRINTED);
  expect(cells.filter(({ review, valueState }) => review || valueState !== 'proved')).toEqual([]);
}

const namesOf = (list: Readonly<Record<string, unknown>>, without: ReadonlySet<string>): string[] =>
  Object.keys(list).filter((name) => !without.has(name));

describe('no number passes that nobody sees', () => {
  test.each(namesOf(HIDDEN, OPEN))('%s', async (name) => {
    const cells = await cellsOf(written(HIDDEN[name]!));
    expect(cells.filter(({ review, valueState }) => !review || valueState === 'proved')).toEqual([]);
  });
});

describe('a number that is printed comes out as it is, however odd the way', () => {
  test.each(Object.keys(SEEN))('%s', (name) => expectPrinted(written(SEEN[name]!)));
  test.each(namesOf(ODD, ELSEWHERE))('%s', (name) => expectPrinted(written(ODD[name]!)));
  test.each(Object.keys(STRUCTURES))('%s', (name) => expectPrinted(STRUCTURES[name]!()));
});

import { describe, expect, test } from 'vitest';
import { factCells } from '../schemas/table.ts';
import { HIDDEN } from './support/hidden/hidden.ts';
import { PRINTED, written } from './support/hidden/page.ts';
import { ODD, SEEN } from './support/hidden/seen.ts';
import { STRUCTURES } from './support/hidden/structures.ts';
import { extractPdf } from './support/pdf.ts';

/** Ways to hide a number that the reader does not see through yet; a number hidden so passes as printed. A way that is seen through leaves this list. */
const OPEN = new Set<string>([
]);
/** Amounts that stand where the reader does not look yet: it says nothing of them. */
const ELSEWHERE = new Set<string>(['a pattern that holds the amounts', 'an annotation whose appearance holds the amounts']);

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

import { describe, expect, test } from 'vitest';
import { factCells } from '../schemas/table.ts';
import { PRINTED } from './support/budget.ts';
import { HIDDEN } from './support/hidden/hidden.ts';
import { written } from './support/hidden/page.ts';
import { ELSEWHERE, ODD, SEEN } from './support/hidden/seen.ts';
import { STRUCTURES } from './support/hidden/structures.ts';
import { extractPdf } from './support/pdf.ts';

async function cellsOf(bytes: Uint8Array) {
  const { disclosure } = await extractPdf(bytes);
  return disclosure.tables.flatMap(factCells);
}

async function expectPrinted(bytes: Uint8Array): Promise<void> {
  const cells = await cellsOf(bytes);
  expect(cells.map(({ raw }) => raw)).toEqual(PRINTED);
  expect(cells.filter(({ review, valueState }) => review || valueState !== 'proved')).toEqual([]);
}

describe('no number passes that nobody sees', () => {
  test.each(Object.keys(HIDDEN))('%s', async (name) => {
    const cells = await cellsOf(written(HIDDEN[name]!));
    expect(cells.filter(({ review, valueState }) => !review || valueState === 'proved')).toEqual([]);
  });
});

describe('a number that is printed comes out as it is, however odd the way', () => {
  test.each(Object.keys(SEEN))('%s', (name) => expectPrinted(written(SEEN[name]!)));
  test.each(Object.keys(ODD))('%s', (name) => expectPrinted(written(ODD[name]!)));
  test.each(Object.keys(STRUCTURES))('%s', (name) => expectPrinted(STRUCTURES[name]!()));
});

describe('amounts that are no text of the page are named, and the document is not called read', () => {
  test.each(Object.entries(ELSEWHERE))('%s', async (_name, { rule, ...way }) => {
    const { disclosure, report } = await extractPdf(written(way));
    expect(disclosure.tables.flatMap(factCells)).toEqual([]);
    expect(report.findings.map(({ ruleId, actual }) => [ruleId, actual])).toContainEqual([rule, '1']);
    expect(report.status).toBe('partial');
  });
});

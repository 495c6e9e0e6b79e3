import { describe, expect, test } from 'vitest';
import { factCells } from '../schemas/table.ts';
import { read } from './extractors/documents.ts';
import { PRINTED } from './support/budget.ts';
import { written } from './support/ofd/page.ts';
import { CLIPPED, ELSEWHERE, HIDDEN, SEEN } from './support/ofd/ways.ts';

describe('no number of an OFD passes that nobody sees', () => {
  test.each(Object.entries(HIDDEN))('%s', async (_name, way) => {
    const { disclosure, report } = await read(written(way));
    const cells = disclosure.tables.flatMap(factCells);
    expect(cells.filter(({ review, valueState }) => !review || valueState === 'proved')).toEqual([]);
    // Characters on one place are no amount any more.
    const named = cells.length > 0 ? ['pdf/perhaps-covered'] : ['pdf/hidden-amounts', 'pdf/hidden-text'];
    expect(report.findings.filter(({ ruleId }) => named.includes(ruleId)).length).toBeGreaterThan(0);
  });

  test.each(Object.entries(CLIPPED))('%s', async (_name, way) => {
    const { disclosure } = await read(written(way));
    expect(disclosure.tables.flatMap(factCells)).toEqual([]);
  });
});

describe('a number of an OFD that is printed comes out as it is', () => {
  test.each(Object.entries(SEEN))('%s', async (_name, way) => {
    const { disclosure } = await read(written(way));
    const cells = disclosure.tables.flatMap(factCells);
    expect(cells.map(({ raw }) => raw)).toEqual(PRINTED);
    expect(cells.filter(({ review, valueState }) => review || valueState !== 'proved')).toEqual([]);
  });
});

describe('amounts that are no text of the page are named', () => {
  test.each(Object.entries(ELSEWHERE))('%s', async (_name, { rule, ...way }) => {
    const { disclosure, report } = await read(written(way));
    expect(disclosure.tables.flatMap(factCells)).toEqual([]);
    expect(report.findings.map(({ ruleId, actual }) => [ruleId, actual])).toContainEqual([rule, '1']);
    expect(report.status).toBe('partial');
  });
});

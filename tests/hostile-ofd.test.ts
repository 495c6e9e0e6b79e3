import { describe, expect, test } from 'vitest';
import { Disclosure } from '../schemas/disclosure.ts';
import { Report } from '../schemas/report.ts';
import { factCells } from '../schemas/table.ts';
import { read } from './extractors/documents.ts';
import { PRINTED } from './support/budget.ts';
import { ODD, READ, REFUSED, spoilt, unitInItself } from './support/ofd/hostile.ts';
import { plain, written } from './support/ofd/page.ts';

async function readWhole(bytes: Uint8Array) {
  const { disclosure, report } = await read(bytes);
  Disclosure.parse(disclosure);
  Report.parse(report);
  return { report, cells: disclosure.tables.flatMap(factCells), rules: report.findings.map(({ ruleId }) => ruleId) };
}

/** What is said of the table alone. */
const OF_TABLE = (await readWhole(written({ content: plain }))).rules;

describe('an OFD that is refused, with a reason', () => {
  test.each(Object.entries(REFUSED))('%s', async (_name, [bytes, rule]) => {
    const { report, rules } = await readWhole(bytes());
    expect([report.status, rules]).toEqual(['failed', [rule]]);
  });
});

describe('an OFD that looks as bad: what is left out is named, the table is read', () => {
  test.each(Object.entries(READ))('%s', async (_name, [bytes, findings]) => {
    const { cells, rules } = await readWhole(bytes());
    expect(cells.map(({ raw }) => raw)).toEqual(PRINTED);
    expect(rules.filter((rule) => !OF_TABLE.includes(rule))).toEqual(findings);
  });
});

describe('an OFD that is odd to the standard is read', () => {
  test.each(Object.entries(ODD))('%s', async (_name, bytes) => {
    const { cells, rules } = await readWhole(bytes());
    expect([cells.map(({ raw }) => raw), rules]).toEqual([PRINTED, OF_TABLE]);
  });
});

describe('a damaged page costs itself only', () => {
  test('data that cannot be unpacked', async () => {
    const { cells, report } = await readWhole(spoilt(2, 'data'));
    expect(report.findings.map(({ ruleId, actual }) => [ruleId, actual])).toContainEqual(['pdf/page-unreadable', '2']);
    expect(new Set(cells.flatMap(({ places }) => places.map(({ page }) => page)))).toEqual(new Set([1, 3]));
  });

  test('a digit that its checksum does not know', async () => {
    const { report } = await readWhole(spoilt(2, 'digit'));
    expect(report.findings.map(({ ruleId, actual }) => [ruleId, actual])).toContainEqual([
      'pdf/page-damaged',
      expect.stringMatching(/^2 \(wrong checksum of \d+ bytes\)$/),
    ]);
    expect(report.status).toBe('partial');
  });

  test('a page of which nothing is painted', async () => {
    expect((await readWhole(unitInItself())).rules).toContain('ofd/objects-passed-over');
  });
});

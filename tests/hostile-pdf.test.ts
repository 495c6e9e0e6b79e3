import { describe, expect, test } from 'vitest';
import { readPdf } from '../extractors/readers/pdf/index.ts';
import { pdfAccess } from '../pipeline/run/pdf/pdf-access.ts';
import { Disclosure } from '../schemas/disclosure.ts';
import { Report } from '../schemas/report.ts';
import { REFUSED, SOUND, VALUES } from './support/hostile-inputs.ts';
import * as hostile from './support/hostile-pdfs.ts';
import { extractPdf, valuesOf } from './support/pdf.ts';
import { ALL } from './support/sample.ts';

const MANY = ALL ? 500_000 : 50_000;

/** What looks as bad and is read all the same; none of them holds a disclosure. */
const READ: Readonly<Record<string, () => Uint8Array>> = {
  'a claim of a million pages': () => hostile.claimsPages(1_000_000),
  'a claim of more pages than a number holds': () => hostile.claimsPages('999999999999999'),
  '5,000 forms in each other': () => hostile.nestedForms(5000),
  'a form that paints itself': () => hostile.formInItself(1),
  'a form that paints itself twice': () => hostile.formInItself(2),
  '200,000 arrays that never close': () => hostile.deepArrays(200_000),
  'very many segments in one path': () => hostile.manySegments(MANY, 'one path'),
  'very many strokes': () => hostile.manySegments(MANY, 'grid'),
  'a large image that would unpack to 100 MB': () => hostile.bombInImage(100, 5000),
  'patterns painted with each other, the last with none': () => hostile.patterns(20, null),
  'a page in an object stream': () => hostile.packedPage(1),
};

async function findingsOf(bytes: Uint8Array): Promise<string[]> {
  const { disclosure, report } = await extractPdf(bytes);
  Disclosure.parse(disclosure);
  Report.parse(report);
  expect([report.status, disclosure.tables, report.reason.length > 10]).toEqual(['failed', [], true]);
  return report.findings.map(({ ruleId }) => ruleId);
}

describe('refused with a reason', () => {
  test.each(Object.entries(REFUSED))('%s', async (_name, [bytes, ruleId]) => {
    expect(await findingsOf(bytes())).toEqual([ruleId]);
  });
});

describe('read all the same', () => {
  test.each(Object.entries(READ))('%s', async (_name, bytes) => {
    expect(await findingsOf(bytes())).toEqual(['document/no-disclosure']);
  });

  test('encrypted with an empty password', async () => {
    const { disclosure, report } = await extractPdf(hostile.encrypted(SOUND, ''));
    expect([report.status, disclosure.tables.map(valuesOf)]).toEqual(['succeeded', [VALUES]]);
  });
});

test('forms that paint each other 2^30 times: the page is given up, and reading with it', async () => {
  const access = await pdfAccess();
  const few = { ...access, connect: () => access.connect(20_000) };
  const read = await readPdf(hostile.doublingForms(30), few);
  expect(read).toEqual({ finding: { ruleId: 'pdf/too-large', actual: expect.stringContaining('page 1') as string } });
});

test('loading the reader leaves the built-in functions of the program alone', async () => {
  const native = /\[native code\]/;
  await pdfAccess();
  for (const work of [Array.prototype.push, JSON.stringify, JSON.parse]) expect(Function.prototype.toString.call(work)).toMatch(native);
});

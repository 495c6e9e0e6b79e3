import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../extractors/readers/pdf/index.ts';
import { pdfAccess } from '../../../../pipeline/run/pdf/pdf-access.ts';
import { type PdfPageSpec, writePdf } from '../../../generator/pdf.ts';
import { SOUND, VALUES } from '../../../support/hostile-inputs.ts';
import * as hostile from '../../../support/hostile-pdfs.ts';
import { extractPdf, valuesOf } from '../../../support/pdf.ts';

const page = (): PdfPageSpec => ({ width: 842, height: 595, texts: [{ x: 60, y: 100, size: 10, text: '合计' }], lines: [] });

interface Outcome {
  /** `rule: actual` for each finding. */
  findings: string[];
  /** Words of each page. */
  pages: string[][];
}

async function readOf(file: Uint8Array): Promise<Outcome> {
  const read = await readPdf(file, await pdfAccess());
  const findings = 'source' in read ? read.findings : [read.finding];
  return {
    findings: findings.map(({ ruleId, actual }) => `${ruleId}: ${actual}`),
    pages: 'source' in read ? read.source.pages.map(({ words }) => words.map(({ text }) => text)) : [],
  };
}

describe('damaged streams', () => {
  test('none in a sound file, deflated or not', async () => {
    const { report, disclosure } = await extractPdf(hostile.deflatedAnd(SOUND, (packed) => packed));
    expect([report.status, report.findings, disclosure.tables.map(valuesOf)]).toEqual(['succeeded', [], [VALUES]]);
  });

  test('a wrong checksum is damage, though all can be read', async () => {
    const file = hostile.deflatedAnd(SOUND, (packed) => packed.fill(0, packed.length - 4));
    const { report, disclosure } = await extractPdf(file);
    expect(report.findings.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([
      ['pdf/page-damaged', expect.stringMatching(/^1 \(wrong checksum of \d+ bytes/) as string],
    ]);
    expect([report.status, disclosure.tables.map(valuesOf)]).toEqual(['partial', [VALUES]]);
  });

  test('what is cut short is damaged and no scan', async () => {
    const cut = hostile.deflatedAnd(SOUND, (packed) => packed.subarray(0, 200));
    const { report } = await extractPdf(cut);
    expect([report.status, report.findings.map(({ ruleId }) => ruleId)]).not.toEqual(['succeeded', expect.anything()]);
    expect(report.findings[0]).toMatchObject({ actual: expect.stringContaining('cut after 200 bytes') as string });
    expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain('pdf/needs-ocr');
  });

  test('objects that the library passes over, each told of its own document when several are read at once', async () => {
    // Where the third page and its content should stand stands something else.
    const shifted = hostile.misplaced(writePdf([page(), page(), page(), page()]), [8, 10]);
    const outcomes = await Promise.all([SOUND, shifted, SOUND, shifted].map(readOf));
    const passedOver = [expect.stringMatching(/^pdf\/objects-passed-over: Bad \(uncompressed\) XRef entry/) as string];
    expect(outcomes.map(({ findings }) => findings)).toEqual([[], passedOver, [], passedOver]);
    expect(outcomes.map(({ pages }) => pages.length)).toEqual([1, 4, 1, 4]);
  });
});

describe('pages that are listed again', () => {
  test('are read once, and named', async () => {
    const { findings, pages } = await readOf(hostile.samePage(4));
    expect(pages).toEqual([['Budget12.00'], [], [], []]);
    expect(findings).toEqual(['pdf/pages-repeated: 1 (4 ×)']);
  });

  test('are told by what the library finds where the tree is not what it seems', async () => {
    const access = await pdfAccess();
    const blind = { ...access, inspect: (bytes: Uint8Array, pixels: number) => ({ ...access.inspect(bytes, pixels), pages: [3, 9, 9] }) };
    const read = await readPdf(hostile.samePage(3), blind);
    expect('source' in read && read.findings.map(({ actual }) => actual)).toEqual(['1 (3 ×)']);
  });
});

describe('annotations', () => {
  test.each(['/Subtype /FreeText /F 4', '/Subtype /Widget /FT /Tx /F 4 /V (12.34)'])('%s is read at its place', async (entries) => {
    const read = await readPdf(hostile.annotated(entries.replace('/F 4', '/F 4 /Contents (12.34)'), '12.34'), await pdfAccess());
    if (!('source' in read)) throw new Error(read.finding.ruleId);
    expect(read.findings.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([['pdf/annotations-read', '1']]);
    const [, word] = read.source.pages[0]?.words ?? [];
    expect([word?.text, word?.fontSize]).toEqual(['12.34', 10]);
    expect(word?.box[0]).toBeCloseTo(204);
    expect(word?.box[3]).toBeGreaterThan(842 - 520);
    expect(word?.box[3]).toBeLessThan(842 - 500);
  });

  test.each([
    ['hidden', '/Subtype /FreeText /F 2 /Contents (12.34)'],
    ['not to be viewed', '/Subtype /FreeText /F 32 /Contents (12.34)'],
    ['a hidden stamp', '/Subtype /Stamp /F 2'],
  ])('%s is no part of the page', async (_name, entries) => {
    expect(await readOf(hostile.annotated(entries, '12.34'))).toEqual({ findings: [], pages: [['Budget12.00']] });
  });

  test.each([
    ['a comment', '/Subtype /Text /F 4 /Contents (12.34)'],
    ['a stamp', '/Subtype /Stamp /F 4'],
    ['a link', '/Subtype /Link /F 4'],
  ])('%s is no part of the page; its amounts are named', async (_name, entries) => {
    const pages = [['Budget12.00']];
    expect(await readOf(hostile.annotated(entries, '12.34'))).toEqual({ findings: ['pdf/annotations-left-out: 1'], pages });
    expect(await readOf(hostile.annotated(entries, '2026.11.27'))).toEqual({ findings: [], pages });
    expect(await readOf(hostile.annotated(entries, 'seen'))).toEqual({ findings: [], pages });
  });

  test('without numbers is read without a word', async () => {
    const outcome = await readOf(hostile.annotated('/Subtype /FreeText /F 4 /Contents (ten)', 'ten'));
    expect(outcome).toEqual({ findings: [], pages: [['Budget12.00', 'ten']] });
  });

  test('with numbers and without an appearance is named', async () => {
    const outcome = await readOf(hostile.annotated('/Subtype /FreeText /F 4 /Contents (12.34)', '', false));
    expect(outcome).toEqual({ findings: ['pdf/annotations-unread: 1'], pages: [['Budget12.00']] });
    expect((await readOf(hostile.annotated('/Subtype /FreeText /F 4 /Contents (ten)', '', false))).findings).toEqual([]);
  });
});

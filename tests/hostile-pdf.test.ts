import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../extractors/readers/pdf/index.ts';
import type { runBatch } from '../pipeline/run/batch/batch.ts';
import { pdfAccess } from '../pipeline/run/pdf/pdf-access.ts';
import { unpacksBeyond } from '../pipeline/run/pdf/pdf-streams.ts';
import { Disclosure } from '../schemas/disclosure.ts';
import { Report } from '../schemas/report.ts';
import { PROFILES } from './extractors/documents.ts';
import { type PdfPageSpec, writePdf } from './generator/pdf.ts';
import { type DrawnCell, drawTable } from './generator/pdf-table.ts';
import * as hostile from './support/hostile-pdfs.ts';
import { extractPdf, valuesOf } from './support/pdf.ts';

const ROWS: readonly (readonly string[])[] = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['208', '社会保障和就业支出', '3.00', '1.00', '2.00'],
  ['210', '卫生健康支出', '5.00', '1.00', '4.00'],
  ['', '合计', '8.00', '2.00', '6.00'],
];

function sound(): PdfPageSpec {
  const spec: PdfPageSpec = { width: 842, height: 595, texts: [], lines: [] };
  const rows = ROWS.map((row) => row.map((text, c): DrawnCell => (c < 2 ? { text } : { text, align: 'right' })));
  const table = { x: 60, y: 120, widths: [70, 220, 90, 90, 90], height: 22, rows, rules: 'ruled' as const };
  drawTable(spec, table, { title: '2026年部门支出总表', number: '表3', unit: '万元' });
  return spec;
}

const SOUND = writePdf([sound()]);
const VALUES = ROWS.slice(1).flatMap((row) => row.slice(2).map((value, c) => `${row[0]} ${row[1]} | ${ROWS[0]![c + 2]} = ${value}`.trim()));
const garbage = (bytes: number): Uint8Array =>
  new Uint8Array([...Buffer.from('%PDF-1.7\n'), ...Array.from({ length: bytes }, (_, i) => (i * 7919 * (i % 31) + i) % 256)]);

/** What cannot be read, and what is said of it. */
const REFUSED: Readonly<Record<string, readonly [bytes: () => Uint8Array, ruleId: string]>> = {
  'encrypted with a password': [() => hostile.encrypted(SOUND, 'secret'), 'pdf/encrypted'],
  'cut in its header': [() => SOUND.subarray(0, 10), 'pdf/damaged'],
  'cut in the middle': [() => SOUND.subarray(0, SOUND.length >> 1), 'pdf/damaged'],
  'cut before its trailer': [() => SOUND.subarray(0, SOUND.length - 200), 'pdf/damaged'],
  'garbage after its header': [() => garbage(200_000), 'pdf/damaged'],
  'no pages': [() => writePdf([]), 'pdf/no-pages'],
  'zero bytes': [() => new Uint8Array(0), 'source/empty-file'],
  'fewer than no pages': [() => hostile.claimsPages(-5), 'pdf/no-pages'],
  'a hundred thousand times the same page': [() => hostile.samePage(100_000), 'pdf/too-large'],
  'a page tree in itself': [() => hostile.treeInItself(), 'pdf/damaged'],
  'a cross-reference table that goes back to itself': [() => hostile.xrefLoop(), 'pdf/no-pages'],
  'a stream whose length is itself': [() => hostile.lengthLoop(), 'pdf/needs-ocr'],
  'no text layer': [() => writePdf([{ ...sound(), texts: [] }]), 'pdf/needs-ocr'],
  'content that unpacks to 300 MB': [() => hostile.bomb(300), 'pdf/too-large'],
  'content packed twice that unpacks to 300 MB': [() => hostile.bomb(300, 2), 'pdf/too-large'],
  'a font that unpacks to 300 MB': [() => hostile.bombInFont(300), 'pdf/too-large'],
  'a web page': [() => new TextEncoder().encode('<!DOCTYPE html><html><body><p>通知</p></body></html>'), 'document/no-disclosure'],
};

/** What looks as bad and is read all the same; none of them holds a disclosure. */
const READ: Readonly<Record<string, () => Uint8Array>> = {
  'a claim of a million pages': () => hostile.claimsPages(1_000_000),
  'a claim of more pages than a number holds': () => hostile.claimsPages('999999999999999'),
  '5,000 forms in each other': () => hostile.nestedForms(5000),
  'a form that paints itself': () => hostile.formInItself(1),
  'a form that paints itself twice': () => hostile.formInItself(2),
  '200,000 arrays that never close': () => hostile.deepArrays(200_000),
  '500,000 segments in one path': () => hostile.manySegments(500_000, 'one path'),
  '500,000 strokes': () => hostile.manySegments(500_000, 'grid'),
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

describe('what streams unpack to', () => {
  test('counts every stream that the page may use, and none that is an image', () => {
    expect(unpacksBeyond(hostile.bomb(20), 10_000_000)).toBe(true);
    expect(unpacksBeyond(hostile.bomb(20), 30_000_000)).toBe(false);
    const image = Buffer.from(Buffer.from(hostile.bomb(20)).toString('latin1').replace('/Length', '/Subtype /Image /Length'), 'latin1');
    expect(unpacksBeyond(image, 10_000_000)).toBe(false);
    expect(unpacksBeyond(hostile.bomb(20).subarray(0, 15_000), 10_000_000)).toBe(true);
    expect(unpacksBeyond(SOUND, 1)).toBe(false);
  });
});

test('loading the reader leaves the built-in functions of the program alone', async () => {
  const native = /\[native code\]/;
  await pdfAccess();
  for (const work of [Array.prototype.push, JSON.stringify, JSON.parse]) expect(Function.prototype.toString.call(work)).toMatch(native);
});

test('a batch of all of them, in two threads, loses the good document between them to none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhang-hostile-'));
  const names = Object.keys(REFUSED);
  await mkdir(join(folder, 'in'));
  await Promise.all(
    names.map((name, i) => writeFile(join(folder, 'in', `${String(i).padStart(2, '0')}-${name}.pdf`), REFUSED[name]![0]())),
  );
  await writeFile(join(folder, 'in', '07.pdf'), SOUND);
  // The compiled batch: a worker cannot run the sources.
  const library = (await import(pathToFileURL(join(import.meta.dirname, '../dist/pipeline/index.js')).href)) as {
    runBatch: typeof runBatch;
  };
  const run = await library.runBatch({ paths: [join(folder, 'in')], out: join(folder, 'out'), profiles: PROFILES, jobs: 2, timeout: 60 });
  expect(run.counts).toMatchObject({ documents: names.length + 1, succeeded: 1, failed: names.length, facts: VALUES.length });
  expect(await readFile(join(folder, 'out/facts.csv'), 'utf8')).toContain('社会保障和就业支出');
}, 60_000);

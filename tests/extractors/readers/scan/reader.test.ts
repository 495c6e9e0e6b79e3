import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../extractors/readers/index.ts';
import { onePage, stream } from '../../../support/hostile-pdfs.ts';
import { accessWith, fakeScans, pageWithLines, type Scene } from '../../../support/scan/access.ts';
import { pdfOfPictures } from '../../../support/scan/twin.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

async function read(bytes: Uint8Array, scene: Scene | null) {
  const read = await readSource(bytes, accessWith(scene && fakeScans(scene)));
  if ('finding' in read) return `${read.finding.ruleId}: ${read.finding.actual ?? ''}`;
  const { source, findings } = read;
  return {
    media: source.media,
    pages: source.pages.map((page) => ('words' in page ? page.words.map(({ text }) => text) : [])),
    lines: source.pages.flatMap((page) => page.lines.map(({ number, text }) => `${number} ${text}`)),
    findings: findings.map(({ ruleId, actual }) => `${ruleId}: ${actual}`),
  };
}

const blank = pageWithLines(0);

describe('a file of pictures', () => {
  test('its pages are recognised, and their lines numbered through', async () => {
    expect(await read(PNG, { pictures: [pageWithLines(1), blank, pageWithLines(2)] })).toEqual({
      media: 'scan',
      pages: [['丫乂'], [], ['丫乂', '丫乂']],
      lines: ['1 丫乂', '2 丫乂', '3 丫乂'],
      findings: ['scan/pages-recognised: 1, 3'],
    });
  });

  test('a page that is damaged or hardly read costs itself', async () => {
    const scene = { pictures: [pageWithLines(1), new Error('cut short.')] };
    expect(await read(PNG, scene)).toMatchObject({
      findings: ['scan/page-unreadable: 2 (cut short)', 'scan/pages-recognised: 1'],
      pages: [['丫乂'], []],
    });
  });

  test.each<[name: string, scene: Scene | null, expected: string]>([
    ['nothing can be read', { pictures: [pageWithLines(1)], sure: () => 0.5 }, 'scan/unreadable: 1 (50 %)'],
    ['nothing is printed', { pictures: [blank, blank] }, 'scan/blank: 2'],
    ['recognition is switched off', null, 'scan/needs-ocr: '],
  ])('%s', async (_, scene, expected) => expect(await read(PNG, scene)).toBe(expected));

  test('pictures in a package are the pages of one document, and a package of anything else is none', async () => {
    const scene = { pictures: [pageWithLines(1)] };
    expect(await read(zipSync({ '1.png': PNG, '2.JPG': PNG }, { level: 0 }), scene)).toMatchObject({ pages: [['丫乂'], ['丫乂']] });
    expect(await read(zipSync({ '1.png': PNG, 'a.txt': PNG }, { level: 0 }), scene)).toMatch(/^source\//);
  });
});

describe('a PDF with pages that are pictures', () => {
  const grey = new Uint8Array(100).fill(255);
  const scanned = pdfOfPictures([{ width: 10, height: 10, grey }], 10);
  const opening =
    (draw: (page: number, dpi: number) => ReturnType<typeof pageWithLines>): Scene['open'] =>
    async () => ({ pages: 1, draw, close: () => undefined });

  test('is a scan', async () => {
    expect(await read(scanned, { open: opening(() => pageWithLines(2)) })).toEqual({
      media: 'scan',
      pages: [['丫乂', '丫乂']],
      lines: ['1 丫乂', '2 丫乂'],
      findings: ['scan/pages-recognised: 1'],
    });
  });

  test.each<[name: string, scene: Scene | null, expected: string]>([
    ['switched off', null, 'pdf/needs-ocr: 1'],
    ['cannot be opened', {}, 'scan/unreadable: 1 (no PDF)'],
    ['blank', { open: opening(() => blank) }, 'scan/blank: 1'],
    ['hardly read', { open: opening(() => pageWithLines(1)), sure: () => 0.55 }, 'scan/unreadable: 1 (55 %)'],
  ])('%s', async (_, scene, expected) => expect(await read(scanned, scene)).toBe(expected));

  const LAYER = 'q 400 0 0 600 50 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q BT 3 Tr /F1 10 Tf 72 600 Td (345.67) Tj ET';
  const layered = onePage(stream(LAYER));

  test('the text that others recognised in it is not asked', async () => {
    expect(await read(layered, { open: opening(() => pageWithLines(1)) })).toMatchObject({
      pages: [['丫乂']],
      findings: ['scan/pages-recognised: 1'],
    });
  });

  test.each<[name: string, scene: Scene | null]>([
    ['recognition is switched off', null],
    ['its picture cannot be read', { open: opening(() => pageWithLines(1)), sure: () => 0.5 }],
  ])('but where %s', async (_, scene) => {
    expect(await read(layered, scene)).toMatchObject({ media: 'pdf', pages: [['345.67']], findings: ['pdf/text-layer: 1'] });
  });
});

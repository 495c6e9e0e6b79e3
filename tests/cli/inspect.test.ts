import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPdf } from '../../extractors/readers/pdf/index.ts';
import { run } from '../../pipeline/cli/program.ts';
import { drawingOf, drawPage } from '../../pipeline/run/document/drawing.ts';
import { pdfAccess } from '../../pipeline/run/pdf/pdf-access.ts';
import { writeOfd } from '../generator/ofd.ts';
import { type PdfPageSpec, writePdf } from '../generator/pdf.ts';
import { drawTable } from '../generator/pdf-table.ts';

const page: PdfPageSpec = { width: 400, height: 300, texts: [], lines: [] };
drawTable(page, {
  x: 50,
  y: 80,
  widths: [100, 100],
  height: 20,
  rows: [
    [{ text: '项目' }, { text: '金额' }],
    [{ text: 'a<b' }, { text: '1.00' }],
  ],
  rules: 'ruled',
});
const bytes = writePdf([page]);

it('draws words, edges, crossings, cells and regions of a page', async () => {
  const read = await readPdf(bytes, await pdfAccess());
  if ('finding' in read) throw new Error(read.finding.ruleId);
  const svg = drawPage(read.source.pages[0]!);
  const count = (name: string) => svg.split(`class="${name}"`).length - 1;
  expect([count('cell'), count('crossing'), count('region lattice'), count('edge')]).toEqual([4, 9, 1, 6]);
  expect(svg).toContain('a&lt;b');
});

it('draws the same of the page as OFD', async () => {
  const pdf = await drawingOf(bytes, 1);
  const ofd = await drawingOf(writeOfd([page], 'offsets'), 1);
  const shapesOf = (drawing: object) => ('svg' in drawing ? String(drawing.svg).match(/class="[\w ]+"/g) : []);
  expect(shapesOf(ofd)).toEqual(shapesOf(pdf));
  expect(await drawingOf(writeOfd([page], 'codes'), 2)).toEqual({ pages: 1 });
});

it('says which pages there are', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'a.pdf');
  writeFileSync(path, bytes);
  expect(await run(['inspect', path, '--page', '1', '--out', `${path}.svg`])).toBe(0);
  expect(await run(['inspect', path, '--page', '2'])).toBe(1);
  expect(await run(['inspect', path, '--page', '1', '--out', join(path, 'no-folder.svg')])).toBe(5);
});

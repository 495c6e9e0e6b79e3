import { type PdfPageSpec, writePdf } from '../generator/pdf.ts';
import { type DrawnCell, drawTable } from '../generator/pdf-table.ts';
import * as hostile from './hostile-pdfs.ts';
import { ALL } from './sample.ts';

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

export const SOUND = writePdf([sound()]);
/** Values of the table, as `valuesOf` shows them. */
export const VALUES = ROWS.slice(1).flatMap((row) =>
  row.slice(2).map((value, c) => `${row[0]} ${row[1]} | ${ROWS[0]![c + 2]} = ${value}`.trim()),
);
const garbage = (bytes: number): Uint8Array =>
  new Uint8Array([...Buffer.from('%PDF-1.7\n'), ...Array.from({ length: bytes }, (_, i) => (i * 7919 * (i % 31) + i) % 256)]);

type Refused = Readonly<Record<string, readonly [bytes: () => Uint8Array, ruleId: string]>>;

/** Each costs seconds: with the sample, one that is like them stands for them. */
const MORE_BOMBS: Refused = {
  'content packed twice that unpacks to 300 MB': [() => hostile.bomb(300, 2), 'pdf/too-large'],
  'a font that unpacks to 300 MB': [() => hostile.bombInFont(300), 'pdf/too-large'],
};

/** What cannot be read, and what is said of it. */
export const REFUSED: Refused = {
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
  'content whose filter is written in hex and stands elsewhere': [() => hostile.packedAs('6 0 R', ['[/Fl#61teDecode]']), 'pdf/too-large'],
  'one stream listed as content 40 times': [() => hostile.sameContent(2, 40), 'pdf/too-large'],
  'a small image that unpacks to 100 MB': [() => hostile.bombInImage(100, 50), 'pdf/too-large'],
  'a small image in the content that unpacks to 100 MB': [() => hostile.bombInline(100, 50), 'pdf/too-large'],
  'a pattern that is painted with itself': [() => hostile.patterns(1, '6 0 R'), 'pdf/too-large'],
  'two patterns that are painted with each other': [() => hostile.patterns(2, '6 0 R'), 'pdf/too-large'],
  'a glyph that paints 2^29 forms': [() => hostile.formsInGlyph(30), 'pdf/too-large'],
  'widths of two billion codes': [() => hostile.widthRange(2_000_000_000), 'pdf/too-large'],
  'a character map of 16 million codes': [() => hostile.mapRange(0xf00000), 'pdf/too-large'],
  'a page tree of 5,000 levels': [() => hostile.deepTree(5000), 'pdf/too-large'],
  'an object stream that claims 30 million objects': [() => hostile.packedPage(30_000_000), 'pdf/too-large'],
  'cross-reference entries of no bytes': [() => hostile.packedPage(1, '[0 0 0]', '[0 1000000000]'), 'pdf/too-large'],
  'nothing but zeros after its header': [() => new Uint8Array([...Buffer.from('%PDF-1.7'), ...new Uint8Array(100_000)]), 'pdf/damaged'],
  ...(ALL ? MORE_BOMBS : {}),
  'a web page': [() => new TextEncoder().encode('<!DOCTYPE html><html><body><p>通知</p></body></html>'), 'document/no-disclosure'],
};

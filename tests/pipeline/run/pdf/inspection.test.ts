import { describe, expect, test } from 'vitest';
import { BUDGETS, type Budgets } from '../../../../pipeline/run/pdf/bounds/budgets.ts';
import { MAX_VALUES } from '../../../../pipeline/run/pdf/objects/index.ts';
import { inspectPdf } from '../../../../pipeline/run/pdf/pdf-inspection.ts';
import { SOUND } from '../../../support/hostile-inputs.ts';
import * as hostile from '../../../support/hostile-pdfs.ts';

const { deflated, onePage, rawPdf, stream, TEXT } = hostile;
const MAX_PIXELS = 4096;
const FLATE = '/Filter /FlateDecode';

const tooMuch = (file: Uint8Array, budgets: Partial<Budgets> = {}): string | null =>
  inspectPdf(file, MAX_PIXELS, { ...BUDGETS, ...budgets }).tooMuch;

/** Whether a file is within a budget of `size`, and beyond one that is smaller by `less`. */
function expectBoundary(file: Uint8Array, budget: keyof Budgets, size: number, less = 1): void {
  expect([tooMuch(file, { [budget]: size }), tooMuch(file, { [budget]: size - less })]).toEqual([null, expect.any(String) as string]);
}

const blanks = (bytes: number): string => ' '.repeat(bytes);
const packed = (bytes: number, entries = FLATE): string => stream(deflated(blanks(bytes)), entries);

describe('what streams unpack to', () => {
  test('one stream, whatever its filters are called and wherever they stand', () => {
    expectBoundary(onePage(packed(20_000)), 'stream', 20_000);
    expectBoundary(onePage(packed(20_000, '/#46ilter /Fl#61teDecode')), 'stream', 20_000);
    expectBoundary(onePage(packed(20_000, '/Filter 6 0 R'), '', ['[7 0 R]', '/Fl']), 'stream', 20_000);
    expectBoundary(onePage(packed(20_000, '/Filter [/FlateDecode] /Length 7')), 'stream', 20_000);
    expectBoundary(
      onePage(stream(`\xfe \x80`, '/Filter /RunLengthDecode'), '', [stream('\x81 '.repeat(200), '/Filter /RL')]),
      'stream',
      25_600,
    );
    expect(tooMuch(hostile.bomb(2), { stream: 1_000_000 })).toBe('a stream of more than 1 MB');
  });

  test('a filter that an older version of the file has, too', () => {
    const versions = ['/FlateDecode', `null\nendobj\n6 0 obj\n/ASCIIHexDecode`];
    expectBoundary(onePage(packed(20_000, '/Filter 6 0 R'), '', [versions.join('\nendobj\n6 0 obj\n')]), 'stream', 20_000);
  });

  test('all streams of a document, and what a page lists, as often as it lists it', () => {
    expectBoundary(onePage(packed(20_000), '', [packed(30_000)]), 'document', 50_000);
    expectBoundary(hostile.sameContent(1, 5), 'page', 5_000_000);
    expect(tooMuch(hostile.sameContent(1, 5), { document: 1_000_000 })).toBeNull();
    const listed = onePage(packed(20_000), '', ['[4 0 R 4 0 R 4 0 R]'], '', '/Contents 6 0 R');
    expectBoundary(listed, 'page', 60_000);
  });

  test('images are left out if they are large and nothing but images', () => {
    expect(tooMuch(hostile.bombInImage(2, 65), { stream: 1_000_000 })).toBeNull();
    expect(tooMuch(hostile.bombInImage(2, 65, '/Sub#74ype /Im#61ge'), { stream: 1_000_000 })).toBeNull();
    expect(tooMuch(hostile.bombInImage(2, 64), { stream: 1_000_000 })).toMatch('a stream');
    expect(tooMuch(hostile.bombInImage(2, 65, '/Subtype /Image /Subtype /Form'), { stream: 1_000_000 })).toMatch('a stream');
    const asContent = onePage(packed(20_000, `${FLATE} /Subtype /Image /Width 5000 /Height 5000`));
    expectBoundary(asContent, 'stream', 20_000);
  });

  test('images within the content', () => {
    expect(tooMuch(hostile.bombInline(2, 65), { stream: 1_000_000 })).toBeNull();
    expect(tooMuch(hostile.bombInline(2, 64), { stream: 1_000_000 })).toMatch('a stream');
  });

  test('masks of small images, faxes, meshes', () => {
    const mask = (side: number): Uint8Array => {
      const [small, large] = [50, side].map(
        (pixels) => `/Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray /Width ${pixels} /Height ${pixels}`,
      );
      return onePage(stream(TEXT), '/XObject << /I 6 0 R >>', [stream('a', `${small} /SMask 7 0 R`), stream('a', `${large}`)]);
    };
    expectBoundary(mask(100), 'maskPixels', 10_000);
    const fax = stream('a', '/Subtype /Image /Width 9 /Height 9 /Filter /CCITTFaxDecode /DecodeParms << /Columns 500 /Rows 20 >>');
    expectBoundary(onePage(stream(TEXT), '', [fax]), 'maskPixels', 10_000);
    expectBoundary(onePage(stream(TEXT), '', [stream(blanks(5000), '/ShadingType 4')]), 'mesh', 5000);
  });

  test('streams and objects that lie in each other', () => {
    const nested = `${'1 0 obj << /A ['.repeat(20_000)}`;
    expect(tooMuch(Buffer.from(`%PDF-1.7\n${nested}`))).toBe('objects that lie in each other');
    const streams = `${'1 0 obj << /Length 0 >> stream\n'.repeat(10_000)}endstream`;
    expect(tooMuch(Buffer.from(`%PDF-1.7\n${streams}`))).toBe('streams that lie in each other');
  });

  test('a sound file', () => {
    expect(inspectPdf(SOUND, MAX_PIXELS)).toMatchObject({ tooMuch: null, isAnnotated: false });
    expect(inspectPdf(SOUND, MAX_PIXELS).pages).toHaveLength(1);
  });
});

describe('what a file claims', () => {
  test('codes of widths and of character maps', () => {
    expectBoundary(hostile.widthRange(5000), 'codesOfOne', 4999);
    expectBoundary(hostile.mapRange(5000), 'codesOfOne', 5000);
    const widths = (key: string, list: string): Uint8Array => onePage(stream(TEXT), '', [`<< /${key} ${list} >>`, '9000']);
    expectBoundary(widths('W', '[1 [500 600] 7 9 500 10 7 0 R 500]'), 'codesOfOne', 8992);
    expectBoundary(widths('W2', '[1 [5 5 5] 7 9 5 5 5 10 7 0 R 5 5 5]'), 'codesOfOne', 8992);
    const both = onePage(stream(TEXT), '', ['<< /W [0 300 5] >>', '<< /W [0 400 5] >>']);
    expectBoundary(both, 'codes', 700);
  });

  test('every code of a font, as sound files map them', () => {
    expect(tooMuch(hostile.mapRange(0xffff))).toBeNull();
    expect(tooMuch(hostile.widthRange(0xffff))).toBeNull();
  });

  test('samples of functions, objects of object streams, entries of cross-reference streams', () => {
    const table = stream('a', '/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [10 20]');
    expectBoundary(onePage(stream(TEXT), '', [table]), 'samples', 600);
    expect([tooMuch(hostile.packedPage(10_000)), tooMuch(hostile.packedPage(10_001))]).toEqual([
      null,
      expect.stringContaining('10001') as string,
    ]);
    expectBoundary(hostile.packedPage(1), 'entries', 8);
    expect(tooMuch(hostile.packedPage(1, '[0 0 0]', `[0 ${BUDGETS.codes}]`))).toBeNull();
    expect(tooMuch(hostile.packedPage(1, '[0 0 0]', `[0 ${BUDGETS.codes + 1}]`))).toMatch('no bytes');
  });

  test('values of its objects', () => {
    const many = (values: number): Uint8Array => Buffer.from(`%PDF-1.7\n1 0 obj [${'0 '.repeat(values)}] endobj`);
    expect(tooMuch(many(MAX_VALUES))).toMatch('values');
    expect(tooMuch(many(100_000))).toBeNull();
    // Its two signs and five more count for an empty dictionary; the rest of the file has few values.
    expect(tooMuch(hostile.emptyDictionaries(Math.floor(MAX_VALUES / 7) - 100))).toBeNull();
    expect(tooMuch(hostile.emptyDictionaries(Math.ceil(MAX_VALUES / 7)))).toMatch('values');
  });
});

describe('what paints itself', () => {
  test('patterns, by the resources of their own and by those of others', () => {
    expect(tooMuch(hostile.patterns(3, '6 0 R'))).toBe('a pattern that is painted with itself');
    expect(tooMuch(hostile.patterns(3, null))).toBeNull();
    const text = Buffer.from(hostile.patterns(1, '6 0 R'))
      .toString('latin1')
      .replace('/Resources << /Pattern << /P 6 0 R >> >> >>\nstream', '>>\nstream');
    expect(tooMuch(Buffer.from(text, 'latin1'))).toBe('a pattern that is painted with itself');
  });

  test('a pattern that names itself and is not painted with itself', () => {
    const text = Buffer.from(hostile.patterns(1, '6 0 R'))
      .toString('latin1')
      .replace(/scn 0 0 5 5/, 'scx 0 0 5 5');
    expect(tooMuch(Buffer.from(text, 'latin1'))).toBeNull();
  });

  test('forms within a glyph, counted each time', () => {
    // The glyph, and 2^depth - 1 forms.
    expectBoundary(hostile.formsInGlyph(5), 'painted', 32);
  });

  test('levels of patterns', () => {
    expectBoundary(hostile.patterns(5, null), 'paintedLevels', 4);
    expect([201, 202].map((count) => tooMuch(hostile.patterns(count, null)))).toEqual([null, expect.any(String)]);
  });
});

describe('pages', () => {
  test('in the order of the tree, those listed again included', () => {
    expect(inspectPdf(hostile.samePage(3), MAX_PIXELS).pages).toEqual([3, 3, 3]);
    expect(inspectPdf(hostile.treeInItself(), MAX_PIXELS).pages).toEqual([]);
    expect(inspectPdf(rawPdf(['<< /Pages << /Kids [<< /Type /Page >> 2 0 R] >> >>', '<< /Type /Page >>']), MAX_PIXELS).pages).toEqual([
      null,
      2,
    ]);
    expectBoundary(hostile.deepTree(9), 'treeLevels', 10);
  });

  test('are damaged where a stream is that their text comes from', () => {
    const data = deflated(Array.from({ length: 500 }, (_, i) => `${i * 7919} `).join(''));
    const cut = (entries = ''): string => stream(data.slice(0, 300), `${FLATE} ${entries}`);
    const damageOf = (file: Uint8Array) => inspectPdf(file, MAX_PIXELS).damageOf(3);
    expect(damageOf(onePage(cut()))).toEqual([{ flaw: 'cut', bytes: 300, share: 1 }]);
    expect(damageOf(onePage(stream(`${data.slice(0, -1)}\0`, FLATE)))).toMatchObject([{ flaw: 'checksum' }]);
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /X /ToUnicode 7 0 R >>';
    expect(damageOf(onePage(stream(TEXT), '', [font, cut()], '/F2 6 0 R'))).toHaveLength(1);
    expect(damageOf(onePage(stream(TEXT), '', [font, cut()]))).toEqual([]);
    expect(damageOf(onePage(stream(TEXT), '/XObject << /I 6 0 R >>', [cut('/Subtype /Image /Width 9 /Height 9')]))).toEqual([]);
    expect(damageOf(onePage(cut(), '', ['<< /Encrypt 9 0 R >>']))).toEqual([]);
  });

  test('are damaged where plain data are shorter than they are said to be', () => {
    const said = (length: number): Uint8Array => onePage(`<< /Length ${length} >>\nstream\n${TEXT}\nendstream`);
    const damageOf = (length: number) => inspectPdf(said(length), MAX_PIXELS).damageOf(3);
    // The line end before `endstream` is found to belong to the data where the length leads elsewhere.
    expect([damageOf(TEXT.length + 3), damageOf(3)]).toEqual([[], []]);
    expect(damageOf(TEXT.length + 4)).toEqual([{ flaw: 'cut', bytes: TEXT.length + 1, share: 1 }]);
  });
});

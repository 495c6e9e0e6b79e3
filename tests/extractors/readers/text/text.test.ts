import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../../../extractors/model/source.ts';
import { readText } from '../../../../extractors/readers/text/index.ts';
import { splitPages } from '../../../../extractors/readers/text/pages.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: (number | string)[]): Uint8Array =>
  new Uint8Array(values.flatMap((value) => (typeof value === 'number' ? [value] : [...utf8(value)])));

function readable(input: Uint8Array): SourceDocument {
  const result = readText(input);
  if ('finding' in result) throw new Error(`not read: ${JSON.stringify(result.finding)}`);
  return result;
}

const linesOf = (document: SourceDocument): [number, string][][] =>
  document.pages.map(({ lines }) => lines.map(({ number, text }) => [number, text]));

describe('encodings', () => {
  test('UTF-8 without byte-order mark', () => {
    const document = readable(utf8('部门预算\n表1'));
    expect(document.encoding).toBe('utf-8');
    expect(document.media).toBe('text');
    expect(linesOf(document)).toEqual([
      [
        [1, '部门预算'],
        [2, '表1'],
      ],
    ]);
  });

  test('a UTF-8 byte-order mark is no text', () => {
    const document = readable(bytes(0xef, 0xbb, 0xbf, '收入'));
    expect(document.encoding).toBe('utf-8');
    expect(linesOf(document)).toEqual([[[1, '收入']]]);
  });

  test('UTF-16 of both byte orders', () => {
    expect(readable(bytes(0xff, 0xfe, 0x36, 0x65, 0x0a, 0x00, 0x65, 0x51))).toMatchObject({
      encoding: 'utf-16le',
      pages: [
        {
          lines: [
            { number: 1, text: '收' },
            { number: 2, text: '入' },
          ],
        },
      ],
    });
    expect(readable(bytes(0xfe, 0xff, 0x65, 0x36, 0x51, 0x65))).toMatchObject({
      encoding: 'utf-16be',
      pages: [{ lines: [{ number: 1, text: '收入' }] }],
    });
  });

  test('GB18030, four-byte characters included', () => {
    const document = readable(bytes(0xca, 0xd5, 0xc8, 0xeb, 0x0a, 0x81, 0x30, 0x81, 0x30));
    expect(document.encoding).toBe('gb18030');
    expect(linesOf(document)).toEqual([
      [
        [1, '收入'],
        [2, '\u0080'],
      ],
    ]);
  });

  test.each([
    ['GBK that says so', 'gb2312', [0xca, 0xd5, 0xc8, 0xeb], 'gb18030', '收入'],
    ['UTF-8 that says GBK', 'gbk', [0xe6, 0x94, 0xb6, 0xe5, 0x85, 0xa5], 'utf-8', '收入'],
    ['GBK that says UTF-8', 'utf-8', [0xca, 0xd5, 0xc8, 0xeb], 'gb18030', '收入'],
    ['GBK that says Latin', 'iso-8859-1', [0xca, 0xd5, 0xc8, 0xeb], 'gb18030', '收入'],
    ['Big5 that says so', 'big5', [0xa6, 0xac, 0xa4, 0x4a], 'big5', '收入'],
    ['GBK that says Big5, and is none', 'big5', [0xca, 0xd5, 0xc8, 0xeb, 0xff, 0xfe, 0xb1, 0xed], null, ''],
  ])('a page of %s', (_, declared, text, encoding, shown) => {
    const page = bytes(`<html><meta http-equiv=Content-Type content="text/html; charset=${declared}"><p>`, ...text, '</p>');
    const read = readText(page);
    if (encoding === null) expect(read).toMatchObject({ finding: { ruleId: 'source/undecodable' } });
    else {
      expect(read).toMatchObject({ media: 'html', encoding });
      expect('pages' in read && read.pages[0]?.blocks).toMatchObject([{ kind: 'line', text: shown }]);
    }
  });

  test('neither UTF-8 nor GB18030', () => {
    expect(readText(bytes('ok\n', 0xff, 0xff, 0xff, '\n'))).toEqual({
      finding: { ruleId: 'source/undecodable', actual: 'line 2, offset 3, byte 0xFF' },
    });
  });

  test('UTF-8 with one spoilt byte is not read as GB18030', () => {
    const text = utf8('收入支出预算总表'.repeat(20));
    text[60] = 0x41;
    expect(readText(text)).toEqual({ finding: { ruleId: 'source/undecodable', actual: 'line 1, offset 61, byte 0xA2' } });
  });

  test('an odd UTF-16 file', () => {
    expect(readText(bytes(0xff, 0xfe, 0x36))).toEqual({
      finding: { ruleId: 'source/undecodable', actual: 'UTF-16LE byte-order mark, then no UTF-16LE' },
    });
  });
});

describe('files that are no text', () => {
  const named = (input: Uint8Array): [string, string | undefined] => {
    const result = readText(input);
    return 'finding' in result ? [result.finding.ruleId, result.finding.actual] : ['read', undefined];
  };

  test('empty', () => {
    expect(readText(new Uint8Array())).toEqual({ finding: { ruleId: 'source/empty-file' } });
  });

  test.each([
    ['PDF', utf8('%PDF-1.7\n'), 'source/unsupported', 'PDF'],
    ['PNG', bytes(0x89, 'PNG\r\n'), 'source/binary-file', 'PNG'],
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'source/binary-file', 'JPEG'],
    ['old Word', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'source/binary-file', 'OLE (DOC, XLS, WPS)'],
    ['ZIP', bytes('PK', 3, 4, 'a.txt'), 'source/binary-file', 'ZIP'],
    ['DOCX', bytes('PK', 3, 4, 'word/document.xml'), 'source/binary-file', 'DOCX (ZIP)'],
    ['XLSX', bytes('PK', 3, 4, 'xl/workbook.xml'), 'source/binary-file', 'XLSX (ZIP)'],
    ['RTF', utf8('{\\rtf1'), 'source/binary-file', 'RTF'],
    ['NUL', bytes('ab', 0, 'c'), 'source/binary-file', 'NUL byte at offset 2'],
  ])('%s', (_, input, ruleId, actual) => {
    expect(named(input)).toEqual([ruleId, actual]);
  });
});

describe('lines and pages', () => {
  const cut = (text: string): [number, string][][] => splitPages(text).map(({ lines }) => lines.map((line) => [line.number, line.text]));

  test('CRLF, CR and LF', () => {
    expect(cut('a\r\nb\rc\nd')).toEqual([
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
      ],
    ]);
  });

  test('empty lines count, the end of the last line adds none', () => {
    expect(cut('a\n\n\nb\n')).toEqual([
      [
        [1, 'a'],
        [2, ''],
        [3, ''],
        [4, 'b'],
      ],
    ]);
  });

  test('a form feed starts a page and leaves the line numbers alone', () => {
    expect(cut('a\n\fb\nc\n\f')).toEqual([
      [[1, 'a']],
      [
        [2, 'b'],
        [3, 'c'],
      ],
    ]);
    expect(cut('a\fb\nc')).toEqual([
      [[1, 'a']],
      [
        [1, 'b'],
        [2, 'c'],
      ],
    ]);
  });

  test('an empty page keeps its number', () => {
    expect(splitPages('a\n\f\fb').map(({ number, lines }) => [number, lines.length])).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ]);
  });

  test('tabs and vertical tabs are no line breaks', () => {
    expect(cut('a\tb\vc')).toEqual([[[1, 'a\tb\vc']]]);
  });
});

test('HTML is told from its beginning', () => {
  expect(readable(utf8('\n<!DOCTYPE html >\n<p>')).media).toBe('html');
  expect(readable(utf8('<?xml version="1.0"?>\n<html lang="zh">')).media).toBe('html');
  expect(readable(utf8('<!-- saved from url=(0014)about:internet -->\n<!--[if x]><![endif]-->\n<html>')).media).toBe('html');
  expect(readable(utf8('<table><tr><td>1</td></tr></table>')).media).toBe('text');
});

test('a page that ends before the text does is a table that a converter left in it', () => {
  expect(readable(utf8('<html><body><table><tr><td>1</td></tr></table></body></html>\n\n表2 收入总表\n')).media).toBe('text');
  expect(readable(utf8('<html><body><p>一</p></body></html>\n<!-- served in 3 ms -->\n')).media).toBe('html');
});

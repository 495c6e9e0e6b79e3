import { CFB } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { listNumber } from '../../../../extractors/readers/word/body/numbering.ts';
import { columnOf, gridOf } from '../../../../extractors/readers/word/doc/edges.ts';
import { sprmsIn } from '../../../../extractors/readers/word/doc/sprms.ts';
import type { FormBlock } from '../../../generator/forms/blocks.ts';
import { writeDoc } from '../../../generator/forms/doc.ts';
import { blocksOf, readable, refused, shown } from '../../../support/blocks.ts';

const cell = (text: string, column: number, columns = 1, rows = 1) => ({ text, column, columns, rows, kind: 'text' }) as const;

const BLOCKS: readonly FormBlock[] = [
  { kind: 'title', text: '2024年部门预算' },
  { kind: 'page' },
  {
    kind: 'table',
    number: '表1',
    title: '支出总表',
    unit: '万元',
    width: 3,
    header: [
      [cell('科目', 0, 2), cell('合计', 2, 1, 2)],
      [cell('编码', 0), cell('名称', 1)],
    ],
    rows: [[cell('208', 0), cell('社会保障和就业支出', 1), cell('12.00', 2)]],
    notes: [],
  },
];

/** The same container with bytes of its main stream changed. */
function changed(offset: number, ...bytes: number[]): Uint8Array {
  const container = CFB.read(Buffer.from(writeDoc(BLOCKS)), { type: 'buffer' });
  const entry = CFB.find(container, '/WordDocument')!;
  const content = new Uint8Array(entry.content as Uint8Array);
  content.set(bytes, offset);
  entry.content = Buffer.from(content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

test('rows by the edges of their cells, merged cells, pages and places', async () => {
  const read = await readable(writeDoc(BLOCKS));
  expect(read.source.media).toBe('doc');
  const blocks = blocksOf(read);
  expect(shown(blocks).filter((text) => text !== '')).toEqual([
    '2024年部门预算',
    '表1',
    '支出总表',
    '单位：万元',
    '科目|<|合计',
    '编码|名称|^',
    '208|社会保障和就业支出|12.00',
  ]);
  const grid = blocks.find((block) => block.kind === 'grid');
  expect(grid?.kind === 'grid' && grid.rows[2]?.cells[2]).toMatchObject({ raw: '12.00', places: [{ page: 2, cell: '表1!C3' }] });
});

test('edges that are 40 twips apart are one', () => {
  expect(gridOf([500, 0, 100, 140])).toEqual([0, 100, 500]);
  expect(gridOf([0, 100, 141])).toEqual([0, 100, 141]);
  expect([0, 99, 140, 600].map((edge) => columnOf([0, 100, 500], edge))).toEqual([0, 0, 1, 2]);
});

describe('files that cannot be read come back with a reason', () => {
  test('encrypted, older than Word 97, no Word document, cut short', async () => {
    expect(await refused(changed(0x0a, 0, 3))).toMatchObject({ ruleId: 'office/encrypted' });
    expect(await refused(changed(2, 0x68, 0))).toMatchObject({ ruleId: 'office/damaged', actual: 'older than Word 97' });
    expect(await refused(changed(0, 0, 0))).toMatchObject({ ruleId: 'office/damaged', actual: 'no Word document' });
    expect(await refused(changed(0x1a2, 0xff, 0xff, 0xff))).toMatchObject({ ruleId: 'office/damaged', actual: 'pieces are cut short' });
    expect(await refused(changed(0x4c, 0xff, 0xff, 0xff, 0x7f))).toMatchObject({ ruleId: 'office/too-large' });
  });
});

test('properties: operands of a fixed length, of one that they say, and cut short', () => {
  const codesOf = (...bytes: number[]): number[][] =>
    sprmsIn(new Uint8Array(bytes)).map(({ code, operand }) => [
      code,
      ...new Uint8Array(operand.buffer, operand.byteOffset, operand.byteLength),
    ]);
  expect(codesOf(0x16, 0x24, 1, 0x0b, 0x46, 5, 0)).toEqual([
    [0x2416, 1],
    [0x460b, 5, 0],
  ]);
  expect(codesOf(0x2b, 0xd6, 2, 4, 1)).toEqual([[0xd62b, 4, 1]]);
  expect(codesOf(0x08, 0xd6, 4, 0, 7, 8, 9)).toEqual([[0xd608, 7, 8, 9]]);
  expect(codesOf(0x15, 0xc6, 255, 1, 1, 2, 3, 4, 0, 0x16, 0x24, 1)).toEqual([
    [0xc615, 1, 1, 2, 3, 4, 0],
    [0x2416, 1],
  ]);
  expect(codesOf(0x16, 0x24, 1, 0x49, 0x66, 1)).toEqual([[0x2416, 1]]);
});

test.each([
  [12, 'chineseCounting', '十二'],
  [20, 'chineseCounting', '二十'],
  [35, 'chineseCountingThousand', '三十五'],
  [12, 'chineseLegalSimplified', '壹拾贰'],
  [10, 'ideographDigital', '一〇'],
  [3, 'ideographTraditional', '丙'],
  [2, 'decimalEnclosedCircle', '②'],
  [14, 'upperRoman', 'XIV'],
  [3, 'lowerLetter', 'c'],
  [7, 'decimalZero', '07'],
  [100, 'chineseCounting', '100'],
  [5, 'unknown', '5'],
])('%d as %s is %s', (n, format, text) => expect(listNumber(n, format)).toBe(text));

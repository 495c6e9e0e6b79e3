import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../extractors/readers/index.ts';
import { csvReader, delimiterOf } from '../../../../extractors/readers/sheet/csv.ts';
import { ACCESS } from '../../../../pipeline/run/document/extract.ts';
import { partedBlocks } from '../../../support/blocks.ts';
import { utf8 } from '../../../support/office.ts';

const TABLE = ['收支总表,,', ',,单位：万元', '科目编码,科目名称,合计', '208,社会保障和就业支出,"1,234.50"', '=""0201"",x,2'];

describe('recognised by content', () => {
  test('commas, semicolons, quoted fields with line breaks, records without padding', () => {
    expect(delimiterOf(TABLE.join('\r\n'))).toBe(',');
    expect(delimiterOf(TABLE.join('\n').replaceAll(',', ';'))).toBe(';');
    expect(delimiterOf('收支总表\n单位：万元\n项目,金额\n"甲\n乙",1\n丙,2\n')).toBe(',');
    expect(delimiterOf('项目\t金额\n"甲\n乙"\t1\n丙\t2\n')).toBe('\t');
  });

  test('sentences alone in their records, with as many blank fields as the tables have columns', () => {
    const sentences = Array.from({ length: 9 }, (_, i) => `第${i}项支出 1.00 万元。,`);
    expect(delimiterOf(['项目,金额', '甲,1.00', '乙,2.00', ...sentences].join('\n'))).toBe(',');
  });

  test.each([
    [
      'prose with commas',
      '我局2024年收入100万元,比上年增加5万元。\n支出90万元,其中人员经费50万元,公用经费40万元。\n共3个单位,均为行政单位。',
    ],
    ['amounts with separators', '项目   1,234.00   2,345.00\n甲   1,000.00   2,000.00\n乙   234.00   345.00\n丙   1,234.00   1,345.00'],
    ['amounts with a space behind the separator', '项目\t合计\n甲\t22, 114.30\t5.00\n乙\t1, 134.83\t6.00\n丙\t3, 697.32\t7.00'],
    [
      'columns of spaces with few commas',
      '说明一,如下\n项目   合计\n甲,乙   1.00\n丙   2.00\n丁   3.00\n戊,己   4.00\n庚   5.00\n辛   6.00\n壬,癸   7.00\n子   8.00',
    ],
    ['more cells parted by pipes than by commas', '| 甲, 乙 | 1.00 | 2.00 |\n| 丙, 丁 | 3.00 | 4.00 |\n| 戊, 己 | 5.00 | 6.00 |'],
    ['tabs without quotes', '项目\t金额\n甲\t1\n乙\t2\n丙\t3'],
    ['markup', '<table><tr><td>a,1</td></tr>\n<tr><td>b,2</td></tr>\n<tr><td>c,3</td></tr></table>'],
    ['lists without amounts', '局,委,办\n甲,乙,丙\n丁,戊,己'],
    ['two records', '项目,金额\n甲,1'],
  ])('%s are no such file', (_, text) => expect(delimiterOf(text)).toBeNull());
});

test('rows and cells, with the addresses that a spreadsheet gives them', async () => {
  const bytes = utf8('收支总表,,\r\n\r\n项目,金额,备注\r\n甲,"1,234.50","a\r\nb"\r\n="0201",2,\r\n');
  const read = await readSource(bytes, ACCESS);
  if ('finding' in read || read.source.kind !== 'flow') throw new Error('not read');
  const [page] = read.source.pages;
  expect(read.source.media).toBe('csv');
  expect(page?.lines.map(({ text }) => text)).toEqual(['收支总表', '项目\t金额\t备注', '甲\t1,234.50\ta b', '0201\t2']);
  const grid = partedBlocks(page?.blocks ?? []).at(-1);
  const cells =
    grid?.kind === 'grid'
      ? grid.rows.flatMap((row) => row.cells.flatMap(({ raw, places }) => (raw ? [`${places[0]?.cell} ${raw}`] : [])))
      : [];
  expect(cells).toEqual(['A3 项目', 'B3 金额', 'C3 备注', 'A4 甲', 'B4 1,234.50', 'C4 a\nb', 'A5 0201', 'B5 2']);
});

test('GB18030 as Chinese Excel writes it', async () => {
  const line = [0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a];
  const bytes = new Uint8Array([...line, ...utf8('a,1\nb,2\n')]);
  expect(csvReader.recognises(bytes)).toBe(true);
  const read = await readSource(bytes, ACCESS);
  expect('source' in read && read.source.encoding).toBe('gb18030');
});

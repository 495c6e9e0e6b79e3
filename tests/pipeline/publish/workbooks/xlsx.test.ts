import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDataset } from '../../../../pipeline/dataset/open.ts';
import type { Written } from '../../../../pipeline/publish/workbooks/parquet.ts';
import { isExactNumber, sheetNames } from '../../../../pipeline/publish/workbooks/workbook.ts';
import { exportXlsx } from '../../../../pipeline/publish/workbooks/xlsx.ts';
import { unzip } from '../../../support/unzip.ts';
import { FORMULA_LABEL, makeOutput } from '../../dataset/fixture.ts';

/** Cells of a sheet by address: text, or a number with its format. */
function cellsOf(files: Map<string, string>, sheet: number): Record<string, string> {
  const decoded = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const strings = [...files.get('xl/sharedStrings.xml')!.matchAll(/<si>.*?<t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map((match) =>
    decoded(match[1]!),
  );
  const styles = files.get('xl/styles.xml')!;
  const formats = new Map([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((match) => [match[1]!, match[2]!]));
  const cellFormats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*?numFmtId="(\d+)"|<xf /g)].map(
    (match) => formats.get(match[1] ?? '') ?? '',
  );
  const cells = [
    ...files.get(`xl/worksheets/sheet${sheet}.xml`)!.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w)")?><v>([^<]*)<\/v>/g),
  ];
  return Object.fromEntries(
    cells.map(([, address, style, type, value]) => [
      address!,
      type === 's' ? strings[Number(value)]! : `${value} as ${style === undefined ? '' : cellFormats[Number(style)]}`,
    ]),
  );
}

async function exported(folder: string, rowsPerWorkbook?: number): Promise<Written[]> {
  const files: Written[] = [];
  await exportXlsx(openDataset(folder), (file) => files.push(file), rowsPerWorkbook);
  return files;
}

describe('workbooks', () => {
  test('one for the document: a sheet a table, amounts as numbers with the printed decimals, codes as text', async () => {
    const folder = makeOutput();
    const files = await exported(folder);
    expect(files[0]).toMatchObject({ file: 'a/tables.xlsx', rows: 5 });
    expect(files[0]!.inexact.map(({ column, numbers }) => [column, [...numbers]])).toEqual([['支出预算总表', ['9007199254740993.01']]]);
    const workbook = unzip(readFileSync(join(folder, 'a/tables.xlsx')));
    expect([...workbook.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1])).toEqual([
      '概览',
      '01 支出预算总表',
    ]);
    expect(cellsOf(workbook, 2)).toEqual({
      A1: '编码',
      B1: '名称',
      C1: '合计',
      A2: '0301',
      B2: FORMULA_LABEL,
      C2: '12.3 as #,##0.00',
      B3: '科目1',
      C3: '-0.1 as #,##0.00',
      B4: '科目2',
      C4: '9007199254740993.01',
      B5: '科目3',
      C5: '0.12345678915 as #,##0.00000000000',
    });
    const sheet = workbook.get('xl/worksheets/sheet2.xml')!;
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:C5"/>');
    expect(sheet).toContain('ySplit="1"');
    expect(cellsOf(workbook, 1)).toMatchObject({ A1: '来源文件', B1: 'a.txt' });
  });

  test('one for each CSV file, split where it is too long; parts of an earlier export go', async () => {
    const folder = makeOutput();
    writeFileSync(join(folder, 'facts-9.xlsx'), '');
    const files = await exported(folder, 3);
    expect(files.slice(1, 4).map(({ file, rows }) => [file, rows])).toEqual([
      ['facts-1.xlsx', 3],
      ['facts-2.xlsx', 1],
      ['equations.xlsx', 0],
    ]);
    expect(readdirSync(folder).filter((name) => /^facts.*xlsx|part$/.test(name))).toEqual(['facts-1.xlsx', 'facts-2.xlsx']);
    const cells = cellsOf(unzip(readFileSync(join(folder, 'facts-2.xlsx'))), 1);
    expect([cells.A1, cells.A2, cells.F2, cells.AO2]).toEqual(['document_id', 'a', '2026 as 0', '0.12345678915 as #,##0.00000000000']);
    await exported(folder);
    expect(readdirSync(folder).filter((name) => /^facts.*xlsx/.test(name))).toEqual(['facts.xlsx']);
  });

  test('text is text: nothing is a formula, a link or a name of one', async () => {
    const folder = makeOutput();
    await exported(folder);
    for (const file of ['a/tables.xlsx', 'facts.xlsx', 'documents.xlsx']) {
      const workbook = unzip(readFileSync(join(folder, file)));
      for (const [name, xml] of workbook) expect(name.endsWith('.xml') ? xml : '').not.toMatch(/<(?:f|hyperlink|definedName)\b/);
    }
    expect(Object.values(cellsOf(unzip(readFileSync(join(folder, 'facts.xlsx'))), 1))).toContain(FORMULA_LABEL);
  });

  test('a document whose folder is gone is left out', async () => {
    const folder = makeOutput();
    writeFileSync(join(folder, 'documents.csv'), readFileSync(join(folder, 'documents.csv'), 'utf8').replaceAll('\r\na,', '\r\n../a,'));
    expect((await exported(folder))[0]!.file).toBe('facts.xlsx');
    expect(existsSync(join(folder, 'a/tables.xlsx'))).toBe(false);
  });
});

test('sheet names are those that Excel takes, each once', () => {
  const long = '一般公共预算基本支出明细表（按支出功能分类科目）不含上年结转资金';
  expect(sheetNames(['a/b:c', 'A/B:C', '', long, `${long}二次`])).toEqual([
    'a_b_c',
    'A_B_C 2',
    'sheet',
    long.slice(0, 31),
    `${long.slice(0, 29)} 2`,
  ]);
});

test.each([
  ['123456789012.345', true],
  ['-0.000123', true],
  ['1234567890123.456', false],
])('a spreadsheet holds %s: %s', (text, exact) => {
  expect(isExactNumber(text)).toBe(exact);
});

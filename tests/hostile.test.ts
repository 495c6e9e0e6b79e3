import { describe, expect, test } from 'vitest';
import type { Extraction } from '../extractors/extraction.ts';
import { Disclosure } from '../schemas/disclosure.ts';
import { Report } from '../schemas/report.ts';
import { read, ruleIds } from './extractors/documents.ts';
import { ALL } from './support/sample.ts';

const COVER = '江川市档案馆\n2026年部门预算公开\n\n';
const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n';
const SPACED = '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n合计 3.00 1.00 2.00\n';
const ROW = '208→甲→3.00→1.00→2.00\n';
const PROSE = `${COVER}${HEAD}${ROW}\n二、说明\n`;

const factsOf = ({ disclosure }: Extraction) => disclosure.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
const valuesOf = (extraction: Extraction): (string | null)[] => factsOf(extraction).map(({ value }) => value);

/** Whatever comes in, what comes out keeps its schema, and never says succeeded beside an error. */
async function extracted(text: string | Uint8Array): Promise<Extraction> {
  const extraction = await read(text);
  Disclosure.parse(extraction.disclosure);
  Report.parse(extraction.report);
  const worst = extraction.report.findings.some(({ severity }) => severity === 'error');
  expect(extraction.report.status === 'succeeded' && worst).toBe(false);
  expect(ruleIds(extraction.report.findings)).not.toContain('internal/stage-failed');
  return extraction;
}

describe('no disclosure: zero facts, failed, and a reason', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'source/empty-file'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'scan/damaged'],
    ['NULs between the letters', '收入\u0000支出', 'source/binary-file'],
    ['a text that is neither UTF-8 nor GB18030', new Uint8Array([0xff, 0xff, 0xff, 0x0a]), 'source/undecodable'],
    ['blank lines', '\n\n \n\t\n', 'document/no-disclosure'],
    ['a notice', '关于召开会议的通知\n\n各科室：请于3月5日前报送材料，会议费用12.50万元由办公室承担。\n', 'document/no-disclosure'],
    ['a table of something else', '值班安排表\n姓名→电话→天数\n甲→65321→3\n乙→65322→4\n', 'document/no-disclosure'],
    ['titles and nothing else', '收入预算总表\n支出预算总表\n项目支出预算表\n', 'document/no-disclosure'],
    ['code', 'function sum(a, b) {\n\treturn a + b;\n}\n', 'document/no-disclosure'],
  ])('%s', async (_name, text, ruleId) => {
    const extraction = await extracted(text);
    expect([extraction.report.status, factsOf(extraction), ruleIds(extraction.report.findings).at(-1)]).toEqual(['failed', [], ruleId]);
    expect(extraction.report.reason.length).toBeGreaterThan(10);
  });
});

describe('broken tables', () => {
  test('without a header: the numbers come out, flagged or reported, and no column is invented', async () => {
    const extraction = await extracted(`${COVER}支出预算总表\n单位：万元\n208→甲→3.00→1.00\n210→乙→2.00→1.00\n`);
    expect(valuesOf(extraction)).toEqual(['3.00', '1.00', '2.00', '1.00']);
    expect(extraction.disclosure.tables[0]!.columns.map(({ path }) => path)).toEqual([[], []]);
    expect(ruleIds(extraction.report.findings)).toContain('header/damaged');
    expect(factsOf(extraction).every(({ review }) => review)).toBe(true);
  });

  test('without rows: empty, with its columns', async () => {
    const { disclosure } = await extracted(`${COVER}${HEAD}`);
    expect(disclosure.tables.map(({ empty, columns }) => [empty, columns.length])).toEqual([[true, 3]]);
  });

  test('a number that cannot be read is kept as printed and flagged', async () => {
    const cells = factsOf(await extracted(`${COVER}${HEAD}${ROW}210→乙→1O5.30→→12.3.4\n`)).slice(3);
    expect(cells.map(({ raw, value, review }) => [raw, value, review])).toEqual([
      ['1O5.30', null, true],
      ['12.3.4', null, true],
    ]);
  });

  test('rows with more cells than the header lose none', async () => {
    const extraction = await extracted(`${COVER}${HEAD}${ROW}210→乙→3.00→1.00→2.00→9.00\n`);
    expect(valuesOf(extraction)).toContain('9.00');
  });

  test('a <table> that is never closed leaves the rest of the document alone', async () => {
    const html = '<table><tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr><tr><td>208</td><td>甲</td><td>3.00';
    const extraction = await extracted(
      `${COVER}支出预算总表\n单位：万元\n${html}\n\n收入预算总表\n单位：万元\n科目编码→科目名称→合计\n210→乙→5.00\n`,
    );
    expect(extraction.disclosure.tables.map(({ title }) => title)).toEqual(['支出预算总表', '收入预算总表']);
    expect(valuesOf(extraction)).toEqual(['3.00', '5.00']);
  });

  test('200 columns', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `资金${i + 1}`);
    const extraction = await extracted(
      `${COVER}支出预算总表\n单位：万元\n科目编码→科目名称→合计→${names.join('→')}\n208→甲→200.00${'→1.00'.repeat(200)}\n`,
    );
    expect(extraction.disclosure.tables[0]!.columns.map(({ path }) => path.join())).toEqual(['合计', ...names]);
    expect(extraction.report.equations.map(({ addends, status }) => [addends, status])).toEqual([[200, 'exact']]);
  });
});

describe('odd characters', () => {
  test('lone surrogates, zero-width and control characters in labels', async () => {
    const text = `${COVER}${HEAD}208→甲\ud800\u200b\u0007→3.00→1.00→2.00\n`;
    expect(valuesOf(await extracted(text))).toEqual(['3.00', '1.00', '2.00']);
  });

  test('formulas stay text', async () => {
    const extraction = await extracted(`${COVER}${HEAD}208→=HYPERLINK("x")→3.00→1.00→2.00\n210→@SUM(A1)→+3.00→=1+2→2.00\n`);
    expect(extraction.disclosure.tables[0]!.rows.map(({ label }) => label)).toEqual(['=HYPERLINK("x")', '@SUM(A1)']);
    expect(
      factsOf(extraction)
        .slice(3)
        .map(({ raw, value }) => [raw, value]),
    ).toEqual([
      ['+3.00', '3.00'],
      ['=1+2', null],
      ['2.00', '2.00'],
    ]);
  });

  test('markup in a label is no markup of the output', async () => {
    const extraction = await extracted(`${COVER}${HEAD}208→甲<script>alert(1)</script>→3.00→1.00→2.00\n`);
    expect(extraction.disclosure.tables[0]!.rows[0]!.label).not.toContain('<script>');
  });

  test('names of members that every object has are ordinary texts', async () => {
    const text = `${COVER}项目支出预算表\n单位：万元\n单位名称→项目名称→__proto__→constructor→合计\n甲局→toString→内容→说明→3.00\n`;
    expect(valuesOf(await extracted(text))).toEqual(['3.00']);
  });
});

/** A million characters each, on one line; a tenth of it where only a sample is run. */
const M = ALL ? 1_000_000 : 100_000;
const LONG: Readonly<Record<string, string>> = {
  letters: `${COVER}${'预算'.repeat(M / 2)}`,
  'digits in a cell': `${COVER}${HEAD}208→甲→${'1'.repeat(M)}x\n`,
  'commas in a cell': `${COVER}${HEAD}208→甲→${'1,'.repeat(M / 2)}\n`,
  'spaces in a cell': `${COVER}${HEAD}208→甲${' '.repeat(M)}1→3.00\n`,
  'ideographic spaces in a cell': `${COVER}${HEAD}208→甲${'\u3000'.repeat(M)}x→3.00\n`,
  'numbering in a cell': `${COVER}${HEAD}→${'一、'.repeat(M / 2)}→3.00\n`,
  'brackets in a cell': `${COVER}${HEAD}208→${'（'.repeat(M)}→3.00\n`,
  'brackets in a header': `${COVER}支出预算总表\n单位：元\n科目编码→科目名称→合计${'（'.repeat(M)}\n${ROW}`,
  'years in a header': `${COVER}支出预算总表\n单位：元\n科目编码→科目名称→合计${'2026年'.repeat(M / 5)}\n${ROW}`,
  'dashes before a tab': `${COVER}${'-'.repeat(M)}→x\n`,
  pipes: `${COVER}${'|'.repeat(M)}x\n`,
  'empty cells': `${COVER}${HEAD}${'→'.repeat(M)}\n`,
  'less-than signs': `${COVER}${'<'.repeat(M)}\n`,
  'tags that never end': `${COVER}${'<a '.repeat(M / 3)}\n`,
  'tables in tables': `${COVER}${'<table>'.repeat(M / 7)}\n`,
  stars: `${COVER}${'*'.repeat(M)}\n`,
  'leader dots': `${COVER}收入预算总表${'.'.repeat(M)}12\n`,
  'nested brackets in prose': `${PROSE}${'（'.repeat(M / 2)}${'）'.repeat(M / 2)}1.00万元。\n`,
  'digits in prose': `${PROSE}支出${'1'.repeat(M)}万元。\n`,
  'commas in prose': `${PROSE}支出${'1,'.repeat(M / 2)}万元。\n`,
  'spaces in prose': `${PROSE}支出 1.00${' '.repeat(M)}x万元。\n`,
  'numbering in prose': `${PROSE}${'一、'.repeat(M / 2)}1.00万元。\n`,
  'comparisons in prose': `${PROSE}${'比上年'.repeat(M / 3)}1.00万元。\n`,
  'one sentence without end': `${PROSE}${'支出预算'.repeat(M / 4)}1.00万元。\n`,
  'digits among spaced text': `${COVER}${SPACED}${'1'.repeat(M)}x\n`,
  'spaces among spaced text': `${COVER}${SPACED}208 甲${' '.repeat(M)}x\n`,
  'letters one by one': `${COVER}${SPACED}${'收 '.repeat(M / 2)}\n`,
};

describe('pages of HTML that go deep', () => {
  const TABLE = '<table><tr><td>科目编码<td>科目名称<td>合计<tr><td>208<td>甲<td>3.00</table>';
  const deep = (open: string, close = ''): string =>
    `<html><body><h1>某市水务局2026年部门预算</h1><p>支出预算总表</p><p>单位：万元</p>${open.repeat(20_000)}${TABLE}${close.repeat(20_000)}`;

  // Browsers go 512 elements deep; what lies deeper is read as if its tags were not there, and a table is none then.
  test.each([
    '<div>',
    '<span>',
    '<ul><li>',
    '<table><tr><td>',
    '<b>',
    '<font color=red>',
    '<sup>',
    '<pre>',
    '<svg>',
    '<template>',
    '<a href=x>',
  ])('20,000 times %s', async (open) => {
    const { report } = await extracted(deep(open));
    expect(report.findings.some(({ ruleId }) => ruleId === 'internal/stage-failed')).toBe(false);
  });

  test('what is closed again is no deeper than it was', async () => {
    expect(valuesOf(await extracted(deep('<div>', '</div>').replace(TABLE, '') + TABLE))).toEqual(['3.00']);
    expect(valuesOf(await extracted(deep('<b>')))).toEqual(['3.00']);
  });
});

describe('a very long line is read (how fast: npm run bench:sizes)', () => {
  test.each(Object.entries(LONG))('%s', async (_name, text) => {
    const { report } = await extracted(text);
    expect(report.findings.some(({ ruleId }) => ruleId === 'internal/stage-failed')).toBe(false);
  });
});

describe('long documents', () => {
  const rows = (count: number): string => Array.from({ length: count }, (_, i) => `${2_010_101 + i}→科目→3.00→1.00→2.00`).join('\n');
  const many = ALL ? 5000 : 1000;
  test('thousands of rows of subjects', async () => {
    const extraction = await extracted(`${COVER}${HEAD}${rows(many)}\n`);
    expect(factsOf(extraction)).toHaveLength(3 * many);
  });

  test('thousands of rows whose layout was lost', async () => {
    const extraction = await extracted(`${COVER}${SPACED}${rows(many).replaceAll('→', ' ')}\n`);
    expect(factsOf(extraction)).toHaveLength(3 * many + 3);
  });

  test('2,000 titles with a unit each and no rows', async () => {
    const titles = Array.from({ length: 2000 }, (_, i) => `支出预算${i}表\n单位：元`).join('\n');
    const { disclosure } = await extracted(`${COVER}${HEAD}${ROW}${titles}\n`);
    expect(disclosure.tables.filter(({ rows }) => rows.length > 0)).toHaveLength(1);
  });

  test('100,000 short lines', async () => {
    const { report } = await extracted(`${COVER}${'支出\n'.repeat(100_000)}`);
    expect(report.status).toBe('failed');
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['document/no-disclosure']);
  });
});

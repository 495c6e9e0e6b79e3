import { describe, expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { generate } from '../../../generator/generate.ts';
import { factsByKey, missing } from '../../../support/keys.ts';
import { sampled } from '../../../support/sample.ts';
import { read } from '../../documents.ts';

const HEAD = '江川市档案馆\n2026年部门预算公开\n\n';
const EXPENDITURE = `支出预算总表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→10.00→5.00→5.00
201→一般公共服务支出→6.00→3.00→3.00
208→社会保障和就业支出→4.00→2.00→2.00
`;

test('every key of this version: another one must have the same', async () => {
  const { disclosure, report } = await read(HEAD + EXPENDITURE.replace('→4.00→2.00→2.00', '→5.00→2.00→2.00'));
  expect(disclosure.tables.flatMap(factCells).map(({ factId, raw }) => `${factId} ${raw}`)).toMatchInlineSnapshot(`
    [
      "fgj3wqcs5ah2 10.00",
      "fe8adm1ecg65 5.00",
      "fwpa7dh6y7k6 5.00",
      "frs59em392st 6.00",
      "fzyaex8snsrd 3.00",
      "f3wyg7a766ee 3.00",
      "ftg7mxqdx564 5.00",
      "fgy5akdmtnhz 2.00",
      "fsw48g0hd6sg 2.00",
    ]
  `);
  expect(report.equations.map(({ id, identity }) => `${id} ${identity}`)).toMatchInlineSnapshot(`
    [
      "ed2gv6fn9n8d header-group-total",
      "e5yj1jjczp5x header-group-total",
      "er4jyg5140xj header-group-total",
      "eed9wh1kwt6r total-of-top-level",
      "erpt5qr8h1ee total-of-top-level",
      "eymy2t6m6hzj total-of-top-level",
    ]
  `);
  expect(report.review.map(({ itemId, ruleId }) => `${itemId} ${ruleId}`)).toMatchInlineSnapshot(`
    [
      "iztzx8j35aee equation/broken",
    ]
  `);
});

describe('another version of a document', () => {
  const text = generate({ dialect: 'tabbed-budget', seed: 5 }).text;
  const lines = text.split('\n');
  /** Lines that begin with a subject code and a name. */
  const coded = lines.flatMap((line, i) => (/^\d{3,7}\t[\u4e00-\u9fff]+\t/.test(line) ? [i] : []));

  test.each(sampled(coded, 6))('with a row more behind line %i, all other numbers keep their keys', async (at) => {
    const before = factsByKey(await read(text));
    const amounts = (lines[at] ?? '').split('\t').slice(2);
    const row = ['2299901', '其他未列项目支出', ...amounts.map((amount) => (amount.trim() === '' ? '' : '0.01'))].join('\t');
    const after = factsByKey(await read([...lines.slice(0, at + 1), row, ...lines.slice(at + 1)].join('\n')));
    expect(missing(before, after)).toEqual([]);
    expect(after.size).toBeGreaterThan(before.size);
  });

  test('with a table more before the others', async () => {
    const other = '政府采购支出预算表\n单位：万元\n采购目录→合计→货物→工程\n合计→3.00→1.00→2.00\n';
    const before = factsByKey(await read(`${HEAD}${EXPENDITURE}`));
    const after = factsByKey(await read(`${HEAD}${other}\n${EXPENDITURE}`));
    expect(missing(before, after)).toEqual([]);
    expect(after.size).toBe(before.size + 3);
  });

  test('where several rows are alike, what stands around them tells them apart', async () => {
    const table = (rows: string): string => `${HEAD}三公经费支出表\n单位：万元\n项目→合计\n${rows}`;
    const rows = '一、因公出国（境）费→1.00\n二、公务用车购置及运行费→5.00\n其中：购置费→2.00\n其他→3.00\n三、公务接待费→4.00\n其他→2.50\n';
    const before = factsByKey(await read(table(rows)));
    const after = factsByKey(await read(table(`会议费→0.50\n${rows}`)));
    expect(before.size).toBe(6);
    expect(missing(before, after)).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { dumpPhase } from '../../../extractors/extract.ts';
import { amend } from '../../../extractors/judgement/amend.ts';
import type { Case } from '../../../extractors/judgement/case.ts';
import { evaluate } from '../../../extractors/judgement/evaluate.ts';
import { factorOf } from '../../../extractors/proof/scales.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import { ACCESS } from '../../../pipeline/run/document/extract.ts';
import { factCells } from '../../../schemas/table.ts';
import { PROFILES } from '../../support/samples.ts';
import { tabs } from '../documents.ts';

const COVER = '江川市水利局\n2026年部门预算\n\n';
const CODES = ['2130301', '2130304', '2130305', '2130306', '2130308'];
const NAMES = ['行政运行', '水利行业业务管理', '水利工程建设', '水利工程运行与维护', '水利前期工作'];

/** A coded table with the amounts of its items, their total above them. */
function table(title: string, amounts: readonly string[], unit = '万元'): string {
  const decimals = amounts[0]!.split('.')[1]?.length ?? 0;
  const total = amounts.reduce((sum, amount) => sum + Number(amount), 0).toFixed(decimals);
  const rows = amounts.map((amount, i) => `${CODES[i]}→${NAMES[i]}→${amount}`);
  return [
    title,
    `单位：${unit}`,
    '科目编码→科目名称→合计',
    `→合计→${total}`,
    `213→农林水支出→${total}`,
    `21303→水利→${total}`,
    ...rows,
  ].join('\n');
}

async function caseOf(text: string): Promise<Case> {
  const read = await readSource(new TextEncoder().encode(tabs(COVER + text)), ACCESS);
  if ('finding' in read) throw new Error(read.finding.ruleId);
  return dumpPhase(read, { sourceFile: 'source', documentId: 'source', profiles: PROFILES }, 'reconcile').output as Case;
}

/** `position: factor against`. */
const slipsOf = async (...parts: string[]): Promise<string[]> =>
  (await caseOf(parts.join('\n\n'))).slips.map((slip) => `${slip.table}: ${factorOf(slip)} ${slip.against}`);

const IN_WAN = ['320.15', '41.20', '15.75', '114.25'];
const IN_YUAN = ['3201500', '412000', '157500', '1142500'];

test('two tables that differ by a power of ten in all numbers are both in doubt, where nothing tells which errs', async () => {
  expect(await slipsOf(table('支出预算总表', IN_WAN), table('一般公共预算支出表', IN_YUAN))).toEqual([
    '0: ÷ 10000 一般公共预算支出表',
    '1: × 10000 支出预算总表',
  ]);
});

test('the printed unit explains the difference', async () => {
  expect(await slipsOf(table('支出预算总表', IN_WAN), table('一般公共预算支出表', IN_YUAN, '元'))).toEqual([]);
});

test('the last places of the coarser table are not asked for', async () => {
  const exact = ['3201538', '411967', '157544', '1142490'];
  expect(await slipsOf(table('支出预算总表', IN_WAN), table('一般公共预算支出表', exact))).toHaveLength(2);
});

test('a third table that agrees with one tells that the other errs', async () => {
  const others = [table('支出预算总表', IN_WAN), table('支出总体情况表', IN_WAN), table('一般公共预算支出表', IN_YUAN)];
  expect(await slipsOf(...others)).toEqual(['2: × 10000 支出预算总表']);
});

test('so does the prose', async () => {
  const prose = '第三部分 情况说明\n\n一、支出预算情况说明\n\n江川市水利局2026年支出预算491.35万元。';
  expect(await slipsOf(table('支出预算总表', IN_WAN), table('一般公共预算支出表', IN_YUAN), prose)).toEqual(['1: × 10000 支出预算总表']);
});

test('amounts with one or two digits, and fewer than three different ones, say nothing', async () => {
  expect(await slipsOf(table('支出预算总表', ['0.01', '0.02', '0.03']), table('一般公共预算支出表', ['100', '200', '300']))).toEqual([]);
  // The total and one item: two different amounts; with a second item there are three.
  const pair = (count: number) => [table('支出预算总表', IN_WAN.slice(0, count)), table('一般公共预算支出表', IN_YUAN.slice(0, count))];
  expect(await slipsOf(...pair(1))).toEqual([]);
  expect(await slipsOf(...pair(2))).toHaveLength(2);
});

test('tables that differ otherwise are no slip', async () => {
  expect(await slipsOf(table('支出预算总表', IN_WAN), table('一般公共预算支出表', ['5201500', '712000', '257500', '2142500']))).toEqual([]);
});

const LOST = table('支出预算总表', ['32015', '4120', '1575', '11425'])
  .replace('合计\n', '合计→基本支出→项目支出\n')
  .replaceAll(/(→合计→)(\d+)/g, '$1$2→$2');

test('statements that one table contradicts by one power of ten, two of them at least', async () => {
  const rows = LOST.replace('→合计→49135→49135', '→合计→49135→37710→11425');
  const prose = (sentence: string) => `第三部分 情况说明\n\n一、支出预算情况说明\n\n江川市水利局2026年${sentence}。`;
  expect(await slipsOf(rows, prose('支出预算491.35万元，其中：基本支出377.10万元，项目支出114.25万元'))).toEqual(['0: × 100 491.35']);
  expect(await slipsOf(rows, prose('支出预算491.35万元'))).toEqual([]);
  expect(await slipsOf(rows, prose('支出预算491.35万元，其中：基本支出37.71万元，项目支出114.25万元'))).toEqual([]);
  expect(await slipsOf(rows, prose('支出预算491.35万元，其中：基本支出377.10万元，项目支出11425万元'))).toEqual([]);
});

test('no number of such a table is proved; each is to be checked in one entry; the right unit ends it', async () => {
  const stated = await caseOf(
    [table('支出预算总表', IN_WAN), table('支出总体情况表', IN_WAN), table('一般公共预算支出表', IN_YUAN)].join('\n\n'),
  );
  const verdict = evaluate(stated);
  const cells = factCells(verdict.tables[2]!);
  expect(cells.map(({ value, valueState, review }) => [value, valueState === 'proved', review])).toEqual(
    ['4913500', '4913500', '4913500', ...IN_YUAN].map((value) => [value, false, true]),
  );
  expect(factCells(verdict.tables[0]!).every(({ review }) => !review)).toBe(true);
  expect(verdict.review.map(({ ruleId, factIds }) => [ruleId, factIds.length])).toEqual([['value/scale-doubtful', 7]]);
  const amended = evaluate(amend(stated, [{ edit: 'unit', table: 3, unit: '元' }]));
  expect([amended.review, factCells(amended.tables[2]!).some(({ review }) => review)]).toEqual([[], false]);
});

/** Coded rows without a total, each amount of its own. */
const listed = (title: string, amounts: readonly string[]): string =>
  [title, '单位：万元', '科目编码→科目名称→合计', ...amounts.map((amount, i) => `${201 + i}→甲${i}→${amount}`)].join('\n');
const amountsOf = (count: number, factor: number): string[] =>
  Array.from({ length: count }, (_, i) => ((i + 3) * 111.11 * factor).toFixed(2));

test('nine of ten amounts differ by the power of ten, not eight of nine', async () => {
  const slips = (count: number) =>
    slipsOf(listed('支出预算总表', amountsOf(count, 1)), listed('支出情况表', ['7.77', ...amountsOf(count, 100).slice(1)]));
  expect([await slips(10), await slips(9)].map(({ length }) => length)).toEqual([2, 0]);
});

test('a table is compared with 16 before it', async () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, t) =>
      listed(
        `支出预算表${'甲'.repeat(t + 1)}表`,
        amountsOf(4, 1).map((_, i) => `${17 * (t + 2) * (i + 7) + 0.37 + t}`),
      ),
    );
  const slips = async (between: number) =>
    (await slipsOf(listed('支出预算总表', amountsOf(4, 1)), ...others(between), listed('支出情况表', amountsOf(4, 100)))).length;
  expect([await slips(15), await slips(16)]).toEqual([2, 0]);
});

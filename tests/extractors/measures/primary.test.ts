import { describe, expect, test } from 'vitest';
import { measuresOf, primaryFacts } from '../../../extractors/measures/index.ts';
import { readByPlace } from '../documents.ts';

const COVER = '某市水务局\n2026年部门预算\n\n';

async function primary(text: string): Promise<string[]> {
  const { disclosure } = await readByPlace(`${COVER}${text}`);
  return [...primaryFacts(disclosure.tables, new Set())].sort();
}

async function previous(text: string, id: string): Promise<unknown> {
  const { disclosure, report, sourceLines = [] } = await readByPlace(`${COVER}${text}`);
  const found = measuresOf(disclosure, report, sourceLines).find(({ measure }) => measure === id)?.previous;
  return found && [found.base, found.source, found.valueYuan];
}

const REVENUE = '收入总表\n单位：万元\n项目→预算数\n事业收入→5.00\n合计→5.00\n';

describe('the number to count', () => {
  test('of a restatement in another table only one', async () => {
    const twice = `一般公共预算支出表\n单位：万元\n科目编码→科目名称→合计\n205→教育支出→7.00\n\n一般公共预算支出情况表\n单位：万元\n科目编码→科目名称→合计\n205→教育支出→7.00\n`;
    expect(await primary(twice)).toEqual(['t1r0c0']);
  });

  test('of units beside their aggregate the aggregate', async () => {
    const text = '“三公”经费支出表\n单位：万元\n单位名称→公务接待费\n合计→9.00\n某市水务站→4.00\n某市水文站→5.00\n';
    expect(await primary(text)).toEqual(['t1r0c0']);
  });

  test('of units without an aggregate each', async () => {
    const text = '“三公”经费支出表\n单位：万元\n单位名称→公务接待费\n某市水务站→4.00\n某市水文站→5.00\n';
    expect(await primary(text)).toEqual(['t1r0c0', 't1r1c0']);
  });

  test('the table that a measure was taken from comes first', async () => {
    const { disclosure } = await readByPlace(`${COVER}${REVENUE}\n${REVENUE.replace('收入总表', '收入情况表')}`);
    expect([...primaryFacts(disclosure.tables, new Set(['t2r0c0']))]).toContain('t2r0c0');
    expect([...primaryFacts(disclosure.tables, new Set())]).toContain('t1r0c0');
  });
});

describe('last year’s amount', () => {
  test('as a table prints it', async () => {
    const text = '“三公”经费支出表\n单位：万元\n项目→2025年预算数→2026年预算数\n公务接待费→4.00→5.00\n';
    expect(await previous(text, 'officialReception')).toEqual(['lastYearBudget', 'printed', '40000']);
  });

  test('as the prose states it, or by the change that it states', async () => {
    const said = (sentence: string): string => `${REVENUE}\n第三部分 情况说明\n一、“三公”经费情况说明\n${sentence}\n`;
    expect(await previous(said('2026年公务接待费 5 万元，2025年公务接待费执行数 4 万元。'), 'officialReception')).toEqual([
      'lastYearExecution',
      'stated',
      '40000',
    ]);
    expect(await previous(said('公务接待费 5 万元，比2025年预算增加 1.5 万元。'), 'officialReception')).toEqual([
      'lastYearBudget',
      'reckoned',
      '35000',
    ]);
    expect(await previous(said('公务接待费 5 万元，比年初预算增加 1.5 万元。'), 'officialReception')).toBe(null);
  });
});

import { describe, expect, test } from 'vitest';
import { spacedRow } from '../../../../extractors/layout/grids/spaced.ts';
import { sequenceDataStart } from '../../../../extractors/layout/joining/header-end.ts';
import { readSequenceHeader } from '../../../../extractors/tables/header/sequence.ts';
import { blocksOfText } from '../../documents.ts';

const rows = (text: string) =>
  blocksOfText(text)
    .flatMap((block) => (block.kind === 'line' ? [spacedRow(block)] : block.rows))
    .filter((row) => row.cells.length > 0);
const read = (text: string) => readSequenceHeader(rows(text));
const paths = (text: string): string[][] => read(text).panels.map((panel) => panel.paths.map((path) => path.join(' > ')));

describe('headers whose layout was lost', () => {
  test('words on one line', () => {
    expect(read('科目编码 科目名称 合计 基本支出 项目支出')).toEqual({
      keys: ['科目编码', '科目名称'],
      panels: [{ keys: ['科目编码', '科目名称'], paths: [['合计'], ['基本支出'], ['项目支出']] }],
      unknown: [],
    });
  });

  test('words broken over three lines', () => {
    expect(paths('科目编码 科目名称 合计\n一般公\n共\n预算\n政府性基\n金预算\n国有资\n本经营\n预算')).toEqual([
      ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
    ]);
  });

  test('the group of a broken word is found for the words below it', () => {
    expect(paths('科目编码 科目名称 合计 基本支出 项目支出\n\n小计 人员\n经费\n公用经\n费')).toEqual([
      ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'],
    ]);
  });

  test('two groups with the same children, in the order of their heads', () => {
    expect(
      paths('单位名称 总计\n本年收入 上年结转结余\n合计\n一般公共\n预算\n政府性基金预算\n合计\n一般公\n共预算\n政府性基金预算'),
    ).toEqual([
      [
        '总计',
        '本年收入 > 合计',
        '本年收入 > 一般公共预算',
        '本年收入 > 政府性基金预算',
        '上年结转结余 > 合计',
        '上年结转结余 > 一般公共预算',
        '上年结转结余 > 政府性基金预算',
      ],
    ]);
  });

  test('two sides', () => {
    const header = read('收 入 支 出\n项 目 预算数 项 目 预算数');
    expect(header.panels.map((panel) => panel.paths)).toEqual([[['预算数']], [['预算数']]]);
  });

  test('years', () => {
    expect(paths('项目\n金额\n2025 年 2026 年')).toEqual([['金额 > 2025年', '金额 > 2026年']]);
  });

  test('a word that no format has is reported, not guessed', () => {
    expect(read('科目编码 科目名称 合计 甲乙丙丁').unknown).toEqual(['甲乙丙丁']);
  });
});

describe('where data begin', () => {
  test.each([
    ['科目编码 科目名称 合计\n合计 3.00\n208 甲 3.00', 1],
    ['科目编码 科目名称 合计\n1 2 3\n合计 3.00', 2],
    ['科目编码 科目名称 合计\n合计', 1],
    ['科目编码 科目名称 合计', 1],
    ['科目编码 科目名称 合计\n208\n社会保障和就业支出\n3.00', 1],
  ])('%j', (text, start) => expect(sequenceDataStart(rows(text))).toBe(start));
});

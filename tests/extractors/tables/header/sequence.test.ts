import { describe, expect, test } from 'vitest';
import { spacedRow } from '../../../../extractors/layout/grids/spaced.ts';
import { sequenceDataStart } from '../../../../extractors/layout/joining/header-end.ts';
import { at } from '../../../../extractors/model/at.ts';
import { readingsOf } from '../../../../extractors/tables/header/words/readings.ts';
import { blocksOfText } from '../../documents.ts';

const rows = (text: string) =>
  blocksOfText(text)
    .flatMap((block) => (block.kind === 'line' ? [spacedRow(block)] : block.rows))
    .filter((row) => row.cells.length > 0);
const read = (text: string, filled = 0) => at(readingsOf(rows(text), filled), 0);
const paths = (text: string, filled = 0): string[][] =>
  read(text, filled).panels.map((panel) => panel.paths.map((path) => path.join(' > ')));
const keys = (text: string): string[][] => read(text).panels.map((panel) => panel.keys.map((word) => word.text));

describe('headers whose layout was lost', () => {
  test('words on one line', () => {
    expect(paths('科目编码 科目名称 合计 基本支出 项目支出')).toEqual([['合计', '基本支出', '项目支出']]);
    expect(keys('科目编码 科目名称 合计 基本支出 项目支出')).toEqual([['科目编码', '科目名称']]);
  });

  test('words broken over three lines', () => {
    expect(paths('科目编码 科目名称 合计\n一般公\n共\n预算\n政府性基\n金预算\n国有资\n本经营\n预算')).toEqual([
      ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
    ]);
  });

  test('cells that span rows, printed with the first of them', () => {
    expect(paths('科目编码 科目名称 合计 基本支出 项目支出\n\n小计 人员\n经费\n公用经\n费')).toEqual([
      ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'],
    ]);
  });

  test('cells that span rows, printed with the last of them', () => {
    expect(paths('基本支出\n功能分类科目名称 总计\n人员支出\n日常公用支\n出\n项目支出', 4)).toEqual([
      ['总计', '基本支出 > 人员支出', '基本支出 > 日常公用支出', '项目支出'],
    ]);
  });

  test('cells that span rows, printed between the first and the last', () => {
    const header =
      '财政拨款 单位资金\n支出项目类别 总计\n小计\n一般公共\n预算拨款\n财政专户\n管理资金 事业收入\n上级补助\n收入\n上年结余、\n结转';
    expect(paths(header, 7)).toEqual([
      [
        '总计',
        '财政拨款 > 小计',
        '财政拨款 > 一般公共预算拨款',
        '财政专户管理资金',
        '单位资金 > 事业收入',
        '单位资金 > 上级补助收入',
        '上年结余、结转',
      ],
    ]);
  });

  test('two groups with the same children, in the order of their heads', () => {
    const header = '单位名称 总计\n本年收入 上年结转结余\n合计\n一般公共\n预算\n政府性基金预算\n合计\n一般公\n共预算\n政府性基金预算';
    expect(paths(header)).toEqual([
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

  test('a head over all columns, and parts of a code below their head', () => {
    const header = '项目 支出预算\n功能分类科目编码\n功能分类科目名称 合计 基本支出 项目支出\n类 款 项';
    expect(paths(header, 3)).toEqual([['支出预算 > 合计', '支出预算 > 基本支出', '支出预算 > 项目支出']]);
    expect(keys(header)).toEqual(
      [['功能分类科目编码', '类', '款', '项', '功能分类科目名称']].map((words) => expect.arrayContaining(words)),
    );
  });

  test('two sides', () => {
    const header = read('收 入 支 出\n项 目 预算数 项 目 预算数');
    expect(header.panels.map((panel) => [panel.head, panel.paths])).toEqual([
      ['收入', [['预算数']]],
      ['支出', [['预算数']]],
    ]);
  });

  test('two sides of which one has a tree', () => {
    const header = '本年收入 本年支出\n项目 预算数 项目\n预算数\n合计\n基本支出\n项目支出\n人员经费 公用经费';
    expect(paths(header, 5)).toEqual([
      ['预算数'],
      ['预算数 > 合计', '预算数 > 基本支出 > 人员经费', '预算数 > 基本支出 > 公用经费', '预算数 > 项目支出'],
    ]);
  });

  test('a cell a line: words that open groups tell the runs', () => {
    const header = '单位名称\n总计\n本年收入\n上年结转结余\n合计\n一般公共预算\n单位资金\n合计\n一般公共预算\n小计\n事业收入\n其他收入';
    const [first] = readingsOf(rows(header), 3, true);
    expect(first?.panels[0]?.paths.map((path) => path.join(' > '))).toEqual([
      '总计',
      '本年收入 > 合计',
      '本年收入 > 一般公共预算',
      '本年收入 > 单位资金 > 小计',
      '本年收入 > 单位资金 > 事业收入',
      '本年收入 > 单位资金 > 其他收入',
      '上年结转结余 > 合计',
      '上年结转结余 > 一般公共预算',
    ]);
  });

  test('years', () => {
    expect(paths('项目\n金额\n2025 年 2026 年')).toEqual([['金额 > 2025年', '金额 > 2026年']]);
    expect(paths('项目\n2026 年基本支出\n合计 人员经费 公用经费', 3)).toEqual([
      ['2026年基本支出 > 合计', '2026年基本支出 > 人员经费', '2026年基本支出 > 公用经费'],
    ]);
  });

  test('a word that no format has is a column of its own, and said to be unknown', () => {
    expect(read('科目编码 科目名称 合计 甲乙丙丁').unknown).toEqual(['甲乙丙丁']);
    expect(paths('科目编码 科目名称 合计 甲乙丙丁')).toEqual([['合计', '甲乙丙丁']]);
  });

  test('the line of column numbers counts the columns', () => {
    const header = '科目名称 合计 甲乙\n丙丁\n栏次 1 2';
    expect(paths(header)).toEqual([['合计', '甲乙丙丁']]);
    expect(paths(`${header} 3`)).toEqual([['合计', '甲乙', '丙丁']]);
  });
});

describe('where data begin', () => {
  test.each([
    ['科目编码 科目名称 合计\n合计 3.00\n208 甲 3.00', 1],
    ['科目编码 科目名称 合计\n1 2 3\n合计 3.00', 2],
    ['科目编码 科目名称 合计\n合计', 1],
    ['科目编码 科目名称 合计', 1],
    ['科目编码 科目名称 合计\n208\n社会保障和就业支出\n3.00', 1],
    ['某某总额\n小计 公务用车购置费 公务用车运行维护费\n9.00 5.00 3.00 2.00', 2],
    ['科目名称 某某数\n合计\n9.00', 1],
    ['合计 基本支出 项目支出 单位预留机动经费 某某下年资金\n9.00 5.00 4.00', 1],
  ])('%j', (text, start) => expect(sequenceDataStart(rows(text))).toBe(start));
});

describe('headers that the rows decide', () => {
  const full = (text: string, filled: number): string[] =>
    at(readingsOf(rows(text), filled, false, true), 0).panels.flatMap((panel) => panel.paths.map((path) => path.join(' > ')));

  test('a head over the middle of a row', () => {
    const header = '财政拨款收入\n单位名称 项目名称 总计\n一般公共预算 政府性基金\n国有资本\n经营预算\n财政专户\n管理资金\n单位资金';
    expect(paths(header, 4)).toEqual([
      [
        '总计',
        '财政拨款收入 > 一般公共预算',
        '财政拨款收入 > 政府性基金',
        '财政拨款收入 > 国有资本经营预算',
        '财政专户管理资金',
        '单位资金',
      ],
    ]);
  });

  test('three years, each with three levels, row by row', () => {
    const once = (text: string): string => `${text}\n${text}\n${text}`;
    const header = `单位名称\n2021年 2022年 增减变化情况\n${once('合计\n“三公”经费预\n算\n会议费')}\n${once('小计\n公务接\n待费\n公务用车购置及\n运行维护费')}\n${once('小计\n公务用车\n购置费\n公务用车\n运行费')}`;
    const year = [
      '合计',
      '“三公”经费预算 > 小计',
      '“三公”经费预算 > 公务接待费',
      ...['小计', '公务用车购置费', '公务用车运行费'].map((text) => `“三公”经费预算 > 公务用车购置及运行维护费 > ${text}`),
      '会议费',
    ];
    expect(full(header, 21)).toEqual(['2021年', '2022年', '增减变化情况'].flatMap((head) => year.map((path) => `${head} > ${path}`)));
  });

  test('a comparison of two years is a head, with what it leaves out', () => {
    const header = '科目编码 科目名称 2026年预算数\n2026年预算数比\n2025年执行数\n（扣除中央基建投资）\n增减额 增减(%)';
    const head = '2026年预算数比2025年执行数（扣除中央基建投资）';
    expect(paths(header, 3)).toEqual([['2026年预算数', `${head} > 增减额`, `${head} > 增减(%)`]]);
  });

  test('words of no format in as many pieces as make the columns that all rows fill', () => {
    const header = '2026 年政府采购项目\n预算单位 支出总计 基本支出\n小计\n其中：2026 年\n政府采购项目\n中预留给\n中小企业的项\n目资金规模';
    expect(full(header, 4)).toEqual([
      '支出总计',
      '基本支出',
      '2026年政府采购项目 > 小计',
      '2026年政府采购项目 > 其中：2026年政府采购项目中预留给中小企业的项目资金规模',
    ]);
  });

  test('columns that are all divided into the same cells', () => {
    const cells = Array.from({ length: 6 }, () => '一般公共预\n算\n政府性基金\n预算').join('\n');
    const header = `公务用车购置及运行维护费\n总计 因公出国(境)费 公务接待费\n小计 公务用车购置费 公务用车运行维护费\n预算单位 年度\n${cells}`;
    const car = ['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => `公务用车购置及运行维护费 > ${text}`);
    const columns = ['总计', '因公出国(境)费', '公务接待费', ...car];
    expect(full(header, 12)).toEqual(columns.flatMap((path) => ['一般公共预算', '政府性基金预算'].map((fund) => `${path} > ${fund}`)));
  });

  test('codes and texts between the columns of a table begin no panel', () => {
    const header = '科目编码\n单位编码 采购项目 采购目录 规格型号 数量\n部门预算支出\n经济科目编码\n预算金额\n类款项类款';
    expect(paths(header, 2)).toEqual([['数量', '预算金额']]);
  });

  test('the name of a body over several lines is no header', () => {
    const lines = rows(
      '预算单位 支出总计\n其中：中小企业的项\n目资金规\n模\n深圳市规划和自然资源局宝安管\n理局\n11.21 5.28\n208 社会保障和就业支出 7.05 7.05',
    );
    expect(sequenceDataStart(lines)).toBe(4);
  });
});

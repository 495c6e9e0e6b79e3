import { describe, expect, test } from 'vitest';
import { BODY_END, OWN_OFFICE } from '../../../schemas/lexicon/bodies.ts';
import { LABELS } from '../../../schemas/lexicon/forms/labels.ts';
import { MONEY_EXPONENT } from '../../../schemas/lexicon/money-units.ts';
import * as columns from '../../../schemas/lexicon/tables/columns.ts';
import * as differences from '../../../schemas/lexicon/tables/differences.ts';
import { KEY_WORDS, LEAF_WORDS, TOTAL_WORDS, WHOLE_WORDS } from '../../../schemas/lexicon/tables/header-words.ts';
import { LETTER_SPACED, LETTERS_BELOW, SPACED_WORDS } from '../../../schemas/lexicon/tables/spaced-words.ts';
import * as sums from '../../../schemas/lexicon/tables/sums.ts';
import * as titles from '../../../schemas/lexicon/tables/titles.ts';
import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';

/** The words of a list that a pattern does not find. */
const missed = (pattern: RegExp, texts: readonly string[]): string[] => texts.filter((text) => !pattern.test(text));

describe('numbers of tables', () => {
  const printed = [
    '表1',
    '附表12',
    '表一',
    '表1-2',
    '公开01表',
    '预算公开表3',
    '部门公开表1',
    '财决01表',
    '单位预算01表',
    '（附表3）',
    '附件2',
  ];

  test('are told alone and before a title, however they are written', () => {
    expect(missed(titles.TABLE_NUMBER_ALONE, printed)).toEqual([]);
    expect(
      missed(
        titles.TABLE_NUMBER_AT_START,
        printed.map((number) => `${number}收支总表`),
      ),
    ).toEqual([]);
    expect(missed(titles.BESIDE_ENTRY, [...printed, '1', '十二', '√', '是', '第3页'])).toEqual([]);
  });

  test('with four owners before it', () => {
    expect(['部门单位预算公开表1', '部门单位预算公开公示表1'].map((text) => titles.TABLE_NUMBER_ALONE.test(text))).toEqual([true, false]);
    expect(['部门单位预算公开1表', '部门单位预算公开公示1表'].map((text) => titles.TABLE_NUMBER_ALONE.test(text))).toEqual([true, false]);
  });

  test('and behind one', () => {
    expect(missed(titles.TABLE_NUMBER_AT_END, ['收支总表（预算表1）', '收支总表(附表十二)', '收支总表（部门公开表1）'])).toEqual([]);
  });

  test.each(['三公经费', '表', '收支总表', '2026年', '表内数'])('%s is none', (text) =>
    expect(titles.TABLE_NUMBER_ALONE.test(text)).toBe(false),
  );
});

describe('each unit of money', () => {
  const units = Object.keys(MONEY_EXPONENT);

  test.each(units)('%s is read wherever a unit stands', (unit) => {
    expect(titles.UNIT.exec(`金额单位：${unit}`)?.[1]).toBe(unit);
    expect(titles.UNIT_IN_BRACKETS.exec(`（${unit}）`)?.[1]).toBe(unit);
    expect(titles.UNIT_ONLY.test(`（人民币${unit}）`)).toBe(true);
    expect(titles.UNIT_ALONE.exec(unit)?.[1]).toBe(unit);
    expect(titles.UNIT_AT_END.exec(`某局 ${unit}`)?.[1]).toBe(unit);
    expect(titles.BELONGS_TO_AMOUNT.test(unit)).toBe(true);
    expect(columns.UNIT_IN_HEADER.exec(`金额（${unit}）`)?.[1]).toBe(unit);
    expect(measureOf([`预算数（${unit}）`])).toBe('budgetAmount');
    expect(LABELS.find(([, pattern]) => pattern.test(`项目资金总额（${unit}）`))?.[0]).toBe('amount');
    expect(LABELS.find(([, pattern]) => pattern.test(`全年执行数（${unit}）`))?.[0]).toBe('executed');
  });
});

describe('columns', () => {
  test('by their header words', () => {
    const roles = Object.entries({
      code: columns.CODE_COLUMN,
      level: columns.CODE_LEVEL,
      line: columns.LINE_NUMBER_COLUMN,
      name: columns.NAME_COLUMN,
      text: columns.TEXT_COLUMN,
    });
    const rolesOf = (text: string) => roles.flatMap(([role, pattern]) => (pattern.test(text) ? [role] : []));
    expect(
      ['科目编码', '编号', '合同编号', '款', '栏次', '列次', '序号', '项目名称', '支出', '立项依据', '规格型号', '合计'].map(rolesOf),
    ).toEqual([...[['code'], ['code'], [], ['level'], ['line'], ['line'], ['line'], ['name'], ['name'], ['text'], ['text'], []]]);
  });

  test('the cells of the row of column numbers', () => {
    expect(missed(columns.INDEX_FILLER, ['**', '—', '类款项', '甲', '乙'])).toEqual([]);
    expect(missed(columns.INDEX_WORD, ['栏次', '行次', '栏号', '列次'])).toEqual([]);
  });
});

test('a header word stands in one list, once', () => {
  const words = [...KEY_WORDS, ...TOTAL_WORDS, ...LEAF_WORDS, ...WHOLE_WORDS];
  expect(words.filter((word, i) => words.indexOf(word) < i)).toEqual([]);
});

test('words are known with their letters apart and below each other', () => {
  expect(missed(LETTER_SPACED, ['合  计', '收 入', '预 算  数', '一、支 出', '共计'])).toEqual([]);
  expect(SPACED_WORDS).toEqual(expect.arrayContaining(['收入总计', '共计', '小计', '决算数']));
  expect(LETTERS_BELOW).toEqual(expect.arrayContaining(['本年支出合计', '支出总计', '小计']));
});

test('bodies by the ends of their names', () => {
  expect(missed(BODY_END, ['某市财政局', '某区人民法院', '某街道', '某市中心医院', '某投资集团', '某县委办公室', '某市本级'])).toEqual([]);
  expect(['人员经费', '行政运行', '道路', '中山'].map((name) => BODY_END.test(name))).toEqual([false, false, false, false]);
  expect(OWN_OFFICE.test('(本级)')).toBe(true);
});

describe('differences between years', () => {
  test('head columns', () => {
    const heads = ['增减变化情况', '同比增减', '比2025年增减', '2026年预算数比2025年执行数', '变动额'];
    expect(missed(differences.DIFFERENCE_COLUMN, heads)).toEqual([]);
    expect(missed(differences.DIFFERENCE_COLUMN, ['2026年预算数', '变动说明', '上年执行数'])).toHaveLength(3);
  });

  test('name rows', () => {
    expect(missed(differences.DIFFERENCE_ROW, ['增减变化金额', '比上年增减', '增减情况'])).toEqual([]);
    expect(missed(differences.DIFFERENCE_ROW, ['增减率', '收入增减'])).toHaveLength(2);
  });

  test.each([
    ['预算数', ''],
    ['公务接待费全年执行数', '公务接待费'],
    ['扣除基建项目后预算数', '扣除基建项目'],
    ['扣除基建项目后', '扣除基建项目'],
    ['公务接待费', '公务接待费'],
  ])('%s without its sort of amount is %j', (text, rest) => expect(text.replace(differences.SORT_OF_AMOUNT_AT_END, '')).toBe(rest));

  test.each([
    ['2026年度预算数', '预算数'],
    ['上年决算数', '决算数'],
    ['本年度预算', '预算'],
    ['预算数（单位：万元）', '预算数'],
    ['预算数（百万元）', '预算数'],
  ])('%s without time and unit is %s', (text, rest) =>
    expect(text.replace(differences.UNITS_IN_BRACKETS, '').replace(differences.TIME_AT_START, '')).toBe(rest),
  );

  test('this year is named or counted on', () => {
    expect(['本年', '当年预算数', '今年度'].every((text) => differences.OF_THIS_YEAR.test(text))).toBe(true);
    expect(['本年收入', '上年'].some((text) => differences.OF_THIS_YEAR.test(text))).toBe(false);
  });
});

describe('addends of a total beside them', () => {
  test('are no columns that repeat a part', () => {
    expect(['其中：政府采购', '政府采购项目', '扣除基建投资'].every((text) => sums.REPEATS_A_PART.test(text))).toBe(true);
    expect(['基本支出', '项目支出（其中：采购）'].some((text) => sums.REPEATS_A_PART.test(text))).toBe(false);
  });

  test('of 三公 are no other expenses', () => {
    const strange = ['会议费', '培训费', '公务接待费', '因公出国（境）费用', '公务用车运行维护费', '小计'];
    expect(strange.filter((text) => sums.NAMED_TOTALS[0]?.strange.test(text))).toEqual(['会议费', '培训费']);
  });

  test('tell the balances of a year from its flows', () => {
    expect(['年初结转', '年末结余', '年终结转', '上年结转', '本年收入'].map((text) => sums.BALANCE_AT_START.test(text))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['上年结转', '结转下年', '本年收入'].map((text) => sums.OF_ANOTHER_YEAR.test(text))).toEqual([true, true, false]);
  });
});

test('a column that tells projects apart', () => {
  expect(missed(columns.PROJECT_COLUMN, ['项目名称', '采购项目', '二级项目', '专项资金', '项目单位'])).toEqual([]);
  expect(missed(columns.PROJECT_COLUMN, ['项目', '项目支出', '科目名称'])).toHaveLength(3);
});

import { expect, test } from 'vitest';
import {
  BASE_NAMED,
  BASES,
  baseOf,
  CHANGE_AT_END,
  CHANGES,
  COMPARED,
  DERIVED,
  nameOfChange,
  nameOfCompletion,
  nameOfShareIn,
  nameOfUnsignedChange,
} from '../../../../schemas/lexicon/prose/changes.ts';

test('no word says two directions', () => {
  const words = CHANGES.map(({ word }) => word);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

test.each(CHANGES)('$word is a change, whatever stands between it and its number', ({ word }) => {
  for (const behind of ['', '了', '额', '为', '约', '幅度为']) expect(CHANGE_AT_END.exec(`公用经费${word}${behind}`)?.[1]).toBe(word);
});

test.each([
  ['压减', '万元', '减少额'],
  ['增长', '%', '增长率'],
  ['降幅', '%', '下降率'],
  ['上升', '个百分点', '上升百分点'],
  ['减少', '人', '减少数'],
])('%s in %s is 公用经费比上年%s', (word, unit, what) => {
  expect(nameOfChange('公用经费', BASES.lastYear, word, unit)).toBe(`公用经费比上年${what}`);
});

test.each([
  ['与上年相比，', '上年', '上年'],
  ['较去年', '去年', '上年'],
  ['比2025年度', '2025年度', '上年'],
  ['同上一年度对比', '上一年度', '上年'],
  ['比年初预算数', '年初', '年初预算'],
  ['较预算', '预算', '预算'],
])('%s names the base %s: %s', (text, told, base) => {
  expect(COMPARED.exec(text.replace(/，$/, ''))?.[1]).toBe(told);
  expect(baseOf(told)).toBe(base);
});

test('a base holds for the changes behind it', () => {
  expect(BASE_NAMED.exec('支出比年初预算增加，其中')?.[1]).toBe('年初预算');
  expect(BASE_NAMED.exec('2025年支出')).toBeNull();
});

test('what is said of an amount is told from an amount', () => {
  const derived = [
    ...CHANGES.flatMap(({ word }) => ['万元', '%', '人', '个百分点'].map((unit) => nameOfChange('公用经费', BASES.budget, word, unit))),
    nameOfUnsignedChange('公用经费'),
    nameOfCompletion('基本支出', '年初预算'),
    nameOfShareIn('基本支出', '总支出'),
  ];
  expect(derived.filter((name) => !DERIVED.test(name))).toEqual([]);
  for (const amount of ['公用经费', '上年公用经费', '比例调节金', '基本支出']) expect(amount).not.toMatch(DERIVED);
});

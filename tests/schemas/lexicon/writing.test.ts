import { describe, expect, test } from 'vitest';
import { GRAND_TOTAL, NOTE_AT_START, PAGE_TOTAL, TOTAL_ALONE, TOTAL_AT_END } from '../../../schemas/lexicon/writing/marks.ts';
import { NUMBERING, NUMBERING_LEVELS, withoutNumbering } from '../../../schemas/lexicon/writing/numbering.ts';
import { chineseNumber, numberIn } from '../../../schemas/lexicon/writing/numerals.ts';
import { LONGEST_BEHIND_MARK, RUNNING_TEXT } from '../../../schemas/lexicon/writing/punctuation.ts';
import { containing, oneOf, wholly } from '../../../schemas/lexicon/writing/words.ts';

describe('words', () => {
  test('the longest word is found where one begins like another', () => {
    expect(new RegExp(oneOf(['项', '项目', '项目名称'])).exec('项目名称')?.[0]).toBe('项目名称');
  });

  test('are taken literally and stand once', () => {
    expect(containing(['增减(%)']).test('增减(%)')).toBe(true);
    expect(oneOf(['类', '款', '类'])).toBe('(?:类|款)');
    expect(wholly(['类', '款']).test('类款')).toBe(false);
  });
});

describe('numerals', () => {
  test.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['三十', 30],
    ['三十四', 34],
  ])('%s is %i', (printed, number) => expect(chineseNumber(printed)).toBe(number));

  test.each([
    ['表十二', 12],
    ['公开01表', 1],
    ['表1-2', 1],
    ['③', 3],
    ['附表', null],
  ])('the number in %s is %j', (text, number) => expect(numberIn(text)).toBe(number));
});

describe('numbering', () => {
  const printed = ['一、', '（一）', '1.', '（1）', '①'];

  test('each level is one of the marks, and no other', () => {
    expect(printed.map((mark) => NUMBERING_LEVELS.map((level) => level.test(`${mark}支出`)).indexOf(true))).toEqual([0, 1, 2, 3, 4]);
  });

  test.each([...printed, '1）', '（一）、', '十二．'])('%s is taken off a label', (mark) =>
    expect(`${mark}支出`.replace(NUMBERING, '')).toBe('支出'),
  );

  test('a number is none', () => expect('1.5吨'.replace(NUMBERING, '')).toBe('1.5吨'));

  test.each(['其 中：（三） 公务接待费', '（三）其中:公务接待费', '3.公务接待费', '1）公务接待费', '公务接待费'])(
    '%s is about 公务接待费',
    (label) => expect(withoutNumbering(label)).toBe('公务接待费'),
  );
});

describe('marks', () => {
  test('of sums', () => {
    expect(['合计', '小计', '总计', '共计'].every((word) => TOTAL_ALONE.test(word) && TOTAL_AT_END.test(`支出${word}`))).toBe(true);
    expect(['合计', '收入总计', '小计', '人员经费合计'].map((text) => GRAND_TOTAL.test(text))).toEqual([true, true, false, false]);
    expect(['本页小计', '承上页', '过次页', '合计'].map((text) => PAGE_TOTAL.test(text))).toEqual([true, true, true, false]);
  });

  test('of notes', () => {
    expect(['注：本表为空', '备注1:', '（说明：', '附注：', '注意事项'].map((text) => NOTE_AT_START.test(text))).toEqual([
      ...[true, true, true, true, false],
    ]);
  });
});

test('a clause with more than a remark behind it is prose', () => {
  const behind = (length: number) => RUNNING_TEXT.test(`办公费，${'含'.repeat(length)}`);
  expect([behind(LONGEST_BEHIND_MARK), behind(LONGEST_BEHIND_MARK + 1), RUNNING_TEXT.test('办公费。')]).toEqual([false, true, true]);
});

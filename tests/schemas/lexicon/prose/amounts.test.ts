import { describe, expect, test } from 'vitest';
import { MONEY_EXPONENT } from '../../../../schemas/lexicon/money-units.ts';
import {
  AMOUNT_OF_GROUP_END,
  AMOUNT_ONLY,
  PROJECT_OF_PARAGRAPH,
  TOPIC_OF_PARAGRAPH,
  WHOLE_ACCOUNT,
  WHOLE_BUDGET,
} from '../../../../schemas/lexicon/prose/amounts.ts';
import { BEFORE_LIMIT, BEHIND_RATE, BEHIND_THRESHOLD, SHORT_UNIT, UNIT } from '../../../../schemas/lexicon/prose/quantities.ts';

describe('which amount a phrase means', () => {
  test.each(['年初预算数', '支出决算', '金额', '涉及资金', '预算安排', '收入', '本年支出', ''])(
    '%s names no amount of its own',
    (phrase) => {
      expect(phrase).toMatch(AMOUNT_ONLY);
    },
  );

  test.each(['公用经费', '支出总额中公用经费', '基本支出'])('%s does', (phrase) => expect(phrase).not.toMatch(AMOUNT_ONLY));

  test('the whole budget of whoever publishes', () => {
    expect(WHOLE_BUDGET.exec('本部门2026年预算支出共计')?.[1]).toBe('预算支出');
    expect(WHOLE_BUDGET.exec('江川市档案馆2026年度部门预算收入为')?.[1]).toBe('预算收入');
    expect(WHOLE_BUDGET.exec('一般公共预算支出')).toBeNull();
    expect('某局总收入').toMatch(WHOLE_ACCOUNT);
    expect('事业收入').not.toMatch(WHOLE_ACCOUNT);
  });

  test.each([
    ['“三公”经费预算数', '“三公”经费'],
    ['项目支出合计', '项目支出'],
    ['公用经费年初预算数', '公用经费年初预算数'],
    ['收支总预算', '收支总预算'],
  ])('the group %s is called %s', (group, name) => expect(group.replace(AMOUNT_OF_GROUP_END, '')).toBe(name));

  test('a paragraph that names its topic', () => {
    expect(TOPIC_OF_PARAGRAPH.exec('（一）公务接待费，')?.[1]).toBe('公务接待费');
    expect(TOPIC_OF_PARAGRAPH.exec('一、会议费：')?.[1]).toBe('会议费');
    expect(TOPIC_OF_PARAGRAPH.exec('公务接待费，')).toBeNull();
  });

  test('a project in quotes, but no point of a list that begins with the “三公”', () => {
    expect(PROJECT_OF_PARAGRAPH.exec('（2）“智慧档案”项目自评得分')?.[1]).toBe('智慧档案');
    expect(PROJECT_OF_PARAGRAPH.exec('3.某某监管平台项目绩效自评综述：')?.[2]).toBe('某某监管平台');
    expect(PROJECT_OF_PARAGRAPH.exec('（三）“三公”经费预算安排')).toBeNull();
  });
});

describe('units of prose', () => {
  const unitAt = (text: string): string | undefined => {
    UNIT.lastIndex = 0;
    return UNIT.exec(text)?.[0];
  };

  test.each(Object.keys(MONEY_EXPONENT))('%s is one', (unit) => expect(unitAt(`${unit}，`)).toBe(unit));

  test.each([
    ['万美元', '万美元'],
    ['元/人·月', '元/人'],
    ['个百分点', '个百分点'],
    ['平方米办公楼', '平方米'],
    ['台（套）', '台（套）'],
    ['万人次', '万人次'],
    ['人员', '人员'],
    ['年', undefined],
  ])('%s reads %s', (text, unit) => expect(unitAt(text)).toBe(unit));

  test('units of one character may be the start of a word', () => {
    for (const unit of ['人', '万人', '个', '人员']) expect(unit).toMatch(SHORT_UNIT);
    for (const unit of ['万元', '人次', '平方米']) expect(unit).not.toMatch(SHORT_UNIT);
  });

  test.each(['不超过', '不得低于', '至少', '≤', '上限为', '最高不超过', '大于'])('%s sets a limit', (word) => {
    expect(word).toMatch(BEFORE_LIMIT);
  });

  test('thresholds and rates', () => {
    for (const behind of ['以上', '（含）以上', '/台及以上', '及以下']) expect(behind).toMatch(BEHIND_THRESHOLD);
    for (const behind of ['的比例缴纳', '缴存', '划转']) expect(behind).toMatch(BEHIND_RATE);
    for (const behind of ['，其中', '。', '为公用经费']) expect(behind).not.toMatch(BEHIND_THRESHOLD);
  });
});

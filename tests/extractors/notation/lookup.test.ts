import { describe, expect, it } from 'vitest';
import { sameName, subjectByCode, subjectCodeByPath } from '../../../extractors/notation/subjects.ts';

describe('subjectByCode', () => {
  it('knows all three classifications', () => {
    expect(subjectByCode('2101506')).toMatchObject({
      name: '医疗保障经办事务',
      level: 'item',
      classification: 'function',
      parent: '21015',
    });
    expect(subjectByCode('30239')).toMatchObject({ name: '其他交通费用', level: 'section', classification: 'departmentEconomic' });
    expect(subjectByCode('50905')).toMatchObject({ name: '离退休费', level: 'section', classification: 'governmentEconomic' });
  });

  it('knows nothing of codes of units', () => {
    expect(subjectByCode('578002')).toBeNull();
  });
});

describe('subjectCodeByPath', () => {
  it.each([
    [['卫生健康支出（类）', '行政事业单位医疗（款）', '事业单位医疗（项）'], '2101102'],
    [['卫生健康支出', '医疗保障管理事务', '事业运行'], '2101550'],
    [['医疗保障管理事务', '行政运行'], '2101501'],
    [['社会保障和就业支出', '行政事业单位离退休', '归口管理的行政单位离退休'], '2080501'],
    [['住房保障支出', '住房改革支出', '住房公积金'], '2210201'],
    [['1.社会保障和就业支出'], '208'],
    [['医疗卫生与计划生育支出'], '210'],
    [['卫生健康支出', '其他卫生健康支出', '其他卫生健康支出'], '2109999'],
    [['卫生健康支出', '其他卫生健康支出'], '21099'],
    [['城乡医疗救助'], '2101301'],
  ])('%j is %s', (names, code) => {
    expect(subjectCodeByPath(names, null)).toBe(code);
  });

  it('answers null where more than one subject fits', () => {
    expect(subjectCodeByPath(['行政运行'], null)).toBeNull();
    expect(subjectCodeByPath(['住房公积金'], null)).toBeNull();
  });

  it('can be told the classification', () => {
    expect(subjectCodeByPath(['住房公积金'], null, 'departmentEconomic')).toBe('30113');
    expect(subjectCodeByPath(['住房公积金'], null, 'function')).toBe('2210201');
  });

  it('answers null where the path contradicts itself or is unknown', () => {
    expect(subjectCodeByPath(['教育支出', '住房改革支出', '住房公积金'], null)).toBeNull();
    expect(subjectCodeByPath(['医保中心经办经费'], null)).toBeNull();
    expect(subjectCodeByPath([], null)).toBeNull();
  });

  it('asks the classification of the year', () => {
    const medical = ['事业单位医疗'];
    expect(['2100502', '2101102'].map((code) => sameName('事业单位医疗', code))).toEqual([true, true]);
    expect(subjectCodeByPath(medical, 2018)).toBe('2101102');
    expect(subjectCodeByPath(medical, null)).toBe('2101102');
    expect(subjectCodeByPath(['信访事务'], 2023)).toBe('2010308');
    expect(subjectCodeByPath(['信访事务'], 2024)).toBe('20140');
  });
});

describe('sameName', () => {
  it.each([
    ['行政运行（财政事务）', '2010601'],
    ['卫生健康支', '210'],
    ['财政对城乡居民基本医疗保险基', '2101202'],
    ['住 房 公 积 金', '2210201'],
    ['维修(护)费', '30213'],
    ['(二) 商品和服务支出', '302'],
    ['对个人和家庭补助支出', '303'],
    ['行政事业单位离退休', '20805'],
    ['资源勘探信息等支出', '215'],
    ['其他', '229'],
  ])('%s can be %s', (printed, code) => {
    expect(sameName(printed, code)).toBe(true);
  });

  it.each([
    ['事业单位医疗', '2101101'],
    ['基本', '30101'],
    ['办公费', '578002'],
  ])('%s is not %s', (printed, code) => {
    expect(sameName(printed, code)).toBe(false);
  });
});

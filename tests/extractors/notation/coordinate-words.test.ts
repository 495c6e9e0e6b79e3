import { describe, expect, test } from 'vitest';
import { understand } from '../../../extractors/notation/coordinate-words.ts';
import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';

describe('one text says several things', () => {
  const texts: readonly (readonly [text: string, said: Said])[] = [
    ['一般公共预算基本支出', { fund: 'generalPublicBudget', flow: 'expenditure', component: 'basic' }],
    ['政府性基金预算财政拨款支出决算表', { fund: 'governmentFund', flow: 'expenditure', stage: 'final' }],
    ['专项业务经费支出', { flow: 'expenditure', component: 'project' }],
    ['附属单位上缴收入', { flow: 'revenue', fund: 'unitFunds', item: 'subordinateRemittance' }],
    ['上缴上级支出', { flow: 'expenditure', component: 'remittance' }],
    ['对附属单位补助支出', { flow: 'expenditure', component: 'subsidy' }],
    ['上年结转结余', { vintage: 'carriedOver' }],
    ['年末财政拨款结转和结余', { flow: 'expenditure', fund: 'fiscalAppropriation', vintage: 'carriedForward' }],
    ['政府性基金收支表（不含上年结转）', { flow: null, fund: 'governmentFund', vintage: 'currentYear' }],
    ['其他资本性支出', { flow: 'expenditure', departmentEconomicCode: '310' }],
    ['机关资本性支出（二）', { flow: 'expenditure', governmentEconomicCode: '504' }],
    ['2026年', {}],
  ];
  test.each(texts)('%s', (text, said) => expect(understand(text)).toEqual({ said, whole: true }));
});

describe('words of one text', () => {
  test('the narrower one counts', () => {
    expect(understand('财政拨款一般公共预算支出').said.fund).toBe('generalPublicBudget');
  });

  test('parts that make up a whole are that whole', () => {
    expect(understand('人员经费和公用经费支出').said.component).toBe('basic');
    expect(understand('“三公”经费、会议费、培训费支出').said.memo).toBe('several');
  });

  test('those that contradict each other leave it open', () => {
    expect(understand('基本支出和项目支出').said.component).toBeNull();
    expect(understand('收入支出').said.flow).toBeNull();
  });

  test('资产配置 and 购买服务 in brackets are kinds of procurement', () => {
    expect(understand('2026年部门综合预算政府采购（资产配置、购买服务）预算表').said.memo).toBe('procurement');
  });

  test('增减 of an amount is a change, whatever amount it names', () => {
    expect(understand('2026年预算数比2025年执行数').said.stage).toBe('change');
  });

  test('words that nobody knows are told', () => {
    expect(understand('科研因公出国（境）费用')).toEqual({
      said: { flow: 'expenditure', memo: 'threePublic', item: 'overseasTravel' },
      whole: false,
    });
  });
});

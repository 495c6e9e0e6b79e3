import { describe, expect, it } from 'vitest';
import type { ComparableFact } from '../../../extractors/prose/comparing/comparable.ts';
import { compareStatements } from '../../../extractors/prose/comparing/compare.ts';
import type { Statement } from '../../../schemas/disclosure.ts';
import { rowConceptOf } from '../../../schemas/lexicon/row-concepts.ts';
import { AMOUNT } from '../../support/about.ts';

const statement = (concept: string, value: string, more: Partial<Statement> = {}): Statement => ({
  id: 's001',
  concept,
  subjectCode: null,
  raw: value,
  value,
  unit: '万元',
  period: 2025,
  quote: '',
  places: [],
  about: AMOUNT,
  agrees: null,
  ...more,
});
const fact = (id: string, more: Partial<ComparableFact>): ComparableFact => ({
  id,
  tableKind: 'generalPublicBudgetExpenditure',
  tableTitle: '一般公共预算支出表',
  side: null,
  role: 'item',
  code: null,
  hasKeys: false,
  label: '',
  concept: more.label === undefined || more.code ? null : rowConceptOf(more.label),
  labelPath: [],
  columnPath: ['合计'],
  measure: 'total',
  period: 2025,
  unit: '万元',
  value: null,
  ...more,
});
const outcome = (said: Statement, facts: ComparableFact[]): [string | null, boolean | null] => {
  const [result] = compareStatements([said], facts);
  return [result?.factId ?? null, result?.agrees ?? null];
};

const TOTALS = [
  fact('income', {
    tableKind: 'revenueExpenditureSummary',
    side: 'revenue',
    role: 'total',
    label: '收 入 总 计',
    measure: 'budgetAmount',
    value: '3.00',
  }),
  fact('carried', {
    tableKind: 'revenueExpenditureSummary',
    side: 'revenue',
    label: '上年结转结余',
    measure: 'budgetAmount',
    value: '0.50',
  }),
  fact('basic', {
    tableKind: 'expenditureSummary',
    role: 'total',
    label: '合计',
    columnPath: ['基本支出', '小计'],
    measure: 'basicExpenditure',
    value: '2.00',
  }),
];

describe('compareStatements', () => {
  it('finds totals by concept and compares within the coarser printing', () => {
    expect(outcome(statement('收入预算', '3'), TOTALS)).toEqual(['income', true]);
    expect(outcome(statement('收入预算', '30000.00', { unit: '元' }), TOTALS)).toEqual(['income', true]);
    expect(outcome(statement('收支总预算', '3.01'), TOTALS)).toEqual(['income', false]);
    expect(outcome(statement('基本支出', '2'), TOTALS)).toEqual(['basic', true]);
    expect(outcome(statement('上年结转结余', '0'), TOTALS)).toEqual(['carried', false]);
  });

  it('lets prose round up and cut off, by less than its last place', () => {
    const summary = [
      fact('income', { tableKind: 'revenueExpenditureSummary', role: 'total', label: '收入总计', side: 'revenue', value: '705.8930' }),
    ];
    const agrees = (value: string) => outcome(statement('收入总计', value), summary)[1];
    expect(['705.88', '705.89', '705.90', '705.91'].map(agrees)).toEqual([false, true, true, false]);
  });

  it('never matches by value alone', () => {
    expect(outcome(statement('会议费', '3.00'), TOTALS)).toEqual([null, null]);
    expect(outcome(statement('收入预算比上年增加额', '3.00'), TOTALS)).toEqual([null, null]);
    expect(outcome(statement('收入预算', '3.00', { period: 2024 }), TOTALS)).toEqual([null, null]);
    expect(outcome(statement('收入预算', '3.00', { unit: '个' }), TOTALS)).toEqual([null, null]);
  });

  it('finds subjects by code', () => {
    const facts = [
      fact('general', { code: '2080505', label: '养老保险缴费', value: '556.61' }),
      fact('basic', { code: '2080505', label: '养老保险缴费', columnPath: ['基本支出'], measure: 'basicExpenditure', value: '500.00' }),
    ];
    expect(outcome(statement('养老保险缴费', '556.61', { subjectCode: '2080505' }), facts)).toEqual(['general', true]);
    expect(outcome(statement('养老保险缴费', '500.00', { subjectCode: '2080505' }), facts)).toEqual(['general', false]);
    expect(outcome(statement('养老保险缴费-年初预算', '556.61', { subjectCode: '2080505' }), facts)).toEqual([null, null]);
  });

  it('finds economic subjects by code, never to contradict them, and not where a second classification divides the code', () => {
    const wages = fact('wages', { code: '301', label: '工资福利支出', value: '56413286.69', unit: '元' });
    const part = fact('part', { code: '301', hasKeys: true, value: '7.00' });
    const said = (value: string) => statement('工资福利支出', value, { subjectCode: '301' });
    expect(outcome(said('5641.33'), [wages])).toEqual(['wages', true]);
    expect(outcome(said('5600.00'), [wages])).toEqual([null, null]);
    expect(outcome(said('7.00'), [part])).toEqual([null, null]);
  });

  it('knows the total budget, procurement and 公用经费 by their other names', () => {
    expect(outcome(statement('预算收入', '3.00'), TOTALS)).toEqual(['income', true]);
    expect(outcome(statement('预算收入', '4.00'), TOTALS)).toEqual([null, null]);
    expect(outcome(statement('基本支出预算数', '2.00'), TOTALS)).toEqual(['basic', true]);
    const total = { role: 'total', label: '合计' } as const;
    const bought = fact('bought', { ...total, tableKind: 'expenditureSummary', columnPath: ['2025年政府采购项目', '小计'], value: '9.00' });
    expect(outcome(statement('政府采购项目', '9.00'), [bought])).toEqual(['bought', true]);
    const running = fact('running', { ...total, columnPath: ['公用经费'], measure: 'operatingExpenses', value: '1.50' });
    expect(outcome(statement('机关运行经费', '1.50'), [running])).toEqual(['running', true]);
    expect(outcome(statement('机关运行经费', '1.60'), [running])).toEqual([null, null]);
  });

  it('holds 财政拨款收支总预算 against both totals of its table, never against the year alone', () => {
    const of = (id: string, side: 'revenue' | 'expenditure', label: string, value: string) =>
      fact(id, { tableKind: 'fiscalAppropriationSummary', side, label, columnPath: ['预算数'], measure: 'budgetAmount', value });
    const facts = [
      of('year', 'revenue', '本年收入', '7.00'),
      of('in', 'revenue', '收入总计', '9.00'),
      of('out', 'expenditure', '支出总计', '9.00'),
    ];
    expect(outcome(statement('财政拨款收支总预算', '9.00'), facts)).toEqual(['in', true]);
    expect(outcome(statement('财政拨款收、支总预算', '7.00'), facts)).toEqual(['in', false]);
    expect(outcome(statement('财政拨款收入', '7.00'), facts)).toEqual(['year', true]);
  });

  it('finds the subjects of 财政拨款收支总预算 in its table, and only confirms', () => {
    const row = fact('row', {
      tableKind: 'fiscalAppropriationSummary',
      side: 'expenditure',
      label: '（二）教育支出',
      measure: 'budgetAmount',
      value: '2.00',
    });
    const general = fact('general', { code: '205', value: '1.50' });
    const said = (value: string) => statement('财政拨款收支总预算-教育支出', value, { subjectCode: '205' });
    expect(outcome(said('2.00'), [row, general])).toEqual(['row', true]);
    expect(outcome(said('1.50'), [row, general])).toEqual([null, null]);
  });

  it('finds 人员经费 and 公用经费 below any name of 基本支出, by themselves only to confirm', () => {
    const total = { tableKind: 'basicExpenditure', role: 'total', label: '合计' } as const;
    const facts = [
      fact('staff', {
        ...total,
        columnPath: ['本年一般公共预算基本支出', '人员经费'],
        measure: 'generalPublicBudget.personnelExpenses',
        value: '5.00',
      }),
      fact('running', {
        ...total,
        columnPath: ['本年一般公共预算基本支出', '公用经费'],
        measure: 'generalPublicBudget.operatingExpenses',
        value: '2.00',
      }),
    ];
    expect(outcome(statement('一般公共预算拨款基本支出-人员经费', '5.00'), facts)).toEqual(['staff', true]);
    expect(outcome(statement('日常公用支出', '2.00'), facts)).toEqual(['running', true]);
    expect(outcome(statement('公用经费', '3.00'), facts)).toEqual([null, null]);
    expect(outcome(statement('财政拨款的机关运行经费预算', '2.00'), facts)).toEqual(['running', true]);
  });

  it('knows totals and parts of 三公 that are called by more words', () => {
    expect(
      outcome(statement('支出预算合计', '9.00'), [
        fact('all', { tableKind: 'expenditureSummary', role: 'total', label: '合计', value: '9.00' }),
      ]),
    ).toEqual(['all', true]);
    const general = fact('general', { role: 'total', label: '合计', value: '6.00' });
    for (const concept of ['一般公共预算拨款支出预算', '一般公共预算当年财政拨款'])
      expect(outcome(statement(concept, '6.00'), [general])).toEqual(['general', true]);
    const reception = fact('reception', { tableKind: 'threePublicExpenses', label: '公务接待费', measure: 'budgetAmount', value: '1.00' });
    expect(outcome(statement('公务接待费预算支出', '1.00'), [reception])).toEqual(['reception', true]);
    expect(outcome(statement('“三公”经费财政拨款支出-公务接待费支出', '1.00'), [reception])).toEqual(['reception', true]);
    expect(outcome(statement('收入预算总计', '3.00'), TOTALS)).toEqual(['income', true]);
    const travel = fact('travel', { tableKind: 'threePublicExpenses', label: '因公出国（境）费', measure: 'budgetAmount', value: '4.00' });
    expect(outcome(statement('“三公”经费财政拨款-因公出国（境）费', '4.00'), [travel])).toEqual(['travel', true]);
  });

  it('finds 三公 in rows called by their year, whichever fund pays', () => {
    const row = (id: string, period: number, path: string[], measure: string, value: string) =>
      fact(id, { tableKind: 'threePublicExpenses', label: `${period}年`, period, columnPath: path, measure, value });
    const facts = [
      row('before', 2024, ['总计', '一般公共预算'], 'generalPublicBudget', '11.07'),
      row('now', 2025, ['总计', '一般公共预算'], 'generalPublicBudget', '11.98'),
      row('fund', 2025, ['总计', '政府性基金预算'], 'governmentFundBudget', '0.00'),
      row('travel', 2025, ['因公出国(境)费', '一般公共预算'], 'overseasTravel.generalPublicBudget', '4.38'),
    ];
    expect(outcome(statement('“三公”经费预算', '11.98'), facts)).toEqual(['now', true]);
    expect(outcome(statement('“三公”经费预算', '11.07'), facts)).toEqual([null, null]);
    expect(outcome(statement('因公出国（境）费用-预算数', '4.38'), facts)).toEqual(['travel', true]);
  });

  it('agrees with any table of the concept and contradicts only where all tables agree', () => {
    const facts = [
      fact('a', { code: '208', value: '788.55' }),
      fact('b', { tableKind: 'expenditureSummary', code: '208', value: '788.56' }),
    ];
    expect(outcome(statement('社会保障和就业支出', '788.56', { subjectCode: '208' }), facts)).toEqual(['b', true]);
    expect(outcome(statement('社会保障和就业支出', '700.00', { subjectCode: '208' }), facts)).toEqual([null, null]);
  });

  it('asks the two sides for a subject after the tables by code, and contradicts by the latter only', () => {
    const side = fact('side', {
      tableKind: 'revenueExpenditureSummary',
      side: 'expenditure',
      label: '四、公共安全支出',
      measure: 'budgetAmount',
      value: '16.45',
    });
    const coded = fact('coded', { code: '204', value: '16.00' });
    expect(outcome(statement('公共安全支出', '16.45', { subjectCode: '204' }), [side, coded])).toEqual(['side', true]);
    expect(outcome(statement('公共安全支出', '16.00', { subjectCode: '204' }), [side, coded])).toEqual(['coded', true]);
    expect(outcome(statement('公共安全支出', '15.00', { subjectCode: '204' }), [side, coded])).toEqual([null, null]);
    expect(outcome(statement('公共安全支出', '15.00', { subjectCode: '204' }), [side])).toEqual([null, null]);
    expect(outcome(statement('公共安全支出', '15.00', { subjectCode: '204' }), [coded])).toEqual(['coded', false]);
  });

  it('holds a budget against no final account', () => {
    const final = [fact('final', { tableTitle: '支出决算表', code: '2130101', value: '51.32' })];
    const said = (quote: string) => statement('行政运行', '52.00', { subjectCode: '2130101', quote });
    expect(outcome(said('预算数为52.00万元'), final)).toEqual([null, null]);
    expect(outcome(said('支出决算为52.00万元'), final)).toEqual(['final', false]);
    expect(outcome(said('一般公共预算52.00万元'), final)).toEqual(['final', false]);
  });

  it('finds the parts of the three public expenses in rows and in columns, final amounts before budgets', () => {
    const rows = [
      fact('budget', {
        tableKind: 'threePublicExpenses',
        label: '2、公务接待费',
        columnPath: ['预算数'],
        measure: 'budgetAmount',
        value: '4.80',
      }),
      fact('final', {
        tableKind: 'threePublicExpenses',
        label: '2、公务接待费',
        columnPath: ['决算数'],
        measure: 'finalAmount',
        value: '1.40',
      }),
    ];
    expect(outcome(statement('“三公”经费-公务接待费', '1.40'), rows)).toEqual(['final', true]);
    const columns = [
      fact('column', {
        tableKind: 'threePublicExpenses',
        role: 'total',
        label: '合计',
        columnPath: ['公务接待费'],
        measure: 'officialReception',
        value: '1.40',
      }),
    ];
    expect(outcome(statement('公务接待费', '1.40'), columns)).toEqual(['column', true]);
    expect(outcome(statement('国内公务接待金额', '1.40'), columns)).toEqual([null, null]);
  });
});

import { describe, expect, it } from 'vitest';
import { type ComparableFact, compareStatements } from '../../../extractors/stages/statements.ts';
import type { Statement } from '../../../schemas/disclosure.ts';

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
  label: '',
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

  it('takes 3,000 facts and 2,000 statements in well under a second', () => {
    const facts = Array.from({ length: 3000 }, (_, index) => fact(`f${index}`, { code: String(2010000 + index), value: '1.00' }));
    const statements = Array.from({ length: 2000 }, (_, index) =>
      statement('行政运行', '1.00', { id: `s${index}`, subjectCode: String(2010000 + index) }),
    );
    const started = performance.now();
    expect(compareStatements(statements, facts).every(({ agrees }) => agrees === true)).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

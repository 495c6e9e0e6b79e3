import { describe, expect, test } from 'vitest';
import { subjectByCode } from '../../../../extractors/notation/subjects.ts';
import type { ComparableFact } from '../../../../extractors/prose/comparing/comparable.ts';
import { compareStatements } from '../../../../extractors/prose/comparing/compare.ts';
import { BASIC_PARTS, EXPENSES, FUNDS, PROSE_CONCEPTS } from '../../../../schemas/lexicon/prose/concepts.ts';
import { ROW_CONCEPTS, rowConceptOf } from '../../../../schemas/lexicon/row-concepts.ts';
import { MEASURES, measureOf, TABLE_KINDS } from '../../../../schemas/lexicon/vocabulary.ts';
import { AMOUNT } from '../../../support/about.ts';
import { read } from '../../documents.ts';

const OF_TABLES: ReadonlySet<string> = new Set([...MEASURES, ...ROW_CONCEPTS, ...TABLE_KINDS].map(({ id }) => id));
/** Flows: the sides of an account. */
const SIDES: ReadonlySet<string> = new Set(['revenue', 'expenditure']);

describe('prose and tables call one thing by one identifier', () => {
  test.each([...FUNDS, ...EXPENSES].map((part) => [part.id, part] as const))('%s is a measure and means the same', (id, { pattern }) => {
    const measure = MEASURES.find((term) => term.id === id);
    expect(measure?.zh).toMatch(pattern);
    expect(measureOf([measure?.zh ?? ''])).toBe(id);
  });

  test('whole names lead to identifiers of tables', () => {
    const parts = PROSE_CONCEPTS.flatMap(({ keys }) => keys.flatMap((key) => key.split('.')));
    expect(parts.filter((part) => !OF_TABLES.has(part) && !SIDES.has(part))).toEqual([]);
  });

  test('a row and a column of one identifier have one name', () => {
    for (const { id, zh } of ROW_CONCEPTS) expect(MEASURES.find((measure) => measure.id === id)?.zh ?? zh).toBe(zh);
  });

  test('the parts of 基本支出 are subjects of that name', () => {
    for (const { code, pattern } of BASIC_PARTS) expect(subjectByCode(code)?.name).toMatch(pattern);
  });
});

const fact = (table: string, label: string, columnPath: string[], more: Partial<ComparableFact> = {}): ComparableFact => ({
  id: 'printed',
  tableKind: table,
  tableTitle: '',
  side: null,
  role: label === '合计' ? 'total' : 'item',
  code: null,
  hasKeys: false,
  label,
  concept: rowConceptOf(label),
  labelPath: [],
  columnPath,
  measure: null,
  period: 2026,
  unit: '万元',
  value: '5.00',
  ...more,
});
const received = (label: string): ComparableFact => fact('revenueExpenditureSummary', label, ['预算数'], { side: 'revenue' });
const spent = (label: string): ComparableFact => fact('revenueExpenditureSummary', label, ['预算数'], { side: 'expenditure' });
const totalOf = (table: string, ...columnPath: string[]): ComparableFact => fact(table, '合计', columnPath);

/** What the prose says, and the number of a table that means the same. */
const PAIRS: readonly (readonly [concept: string, printed: ComparableFact])[] = [
  ['收入预算', received('收入总计')],
  ['收入预算', totalOf('revenueSummary', '合计')],
  ['支出预算', spent('支出总计')],
  ['支出总计', totalOf('expenditureSummary', '合计')],
  ['收入、支出预算总计', received('收入总计')],
  ['本年收入合计', received('本年收入合计')],
  ['本年收入合计', totalOf('revenueSummary', '本年收入', '小计')],
  ['收入预算合计-本年收入', received('一、本年收入')],
  ['本年支出合计', spent('本年支出合计')],
  ['本年支出合计', totalOf('expenditureSummary', '本年支出合计')],
  ['上年结转结余', received('上年结转结余')],
  ['上年结转结余', totalOf('revenueSummary', '上年结转结余')],
  ['上年结转结余的政府性基金预算收入', totalOf('revenueSummary', '上年结转结余', '政府性基金预算')],
  ['年末结转和结余', spent('年末结转和结余')],
  ['一般公共预算拨款收入', received('（一）一般公共预算拨款收入')],
  ['政府性基金预算拨款收入', totalOf('revenueSummary', '本年收入', '政府性基金预算')],
  ['国有资本经营预算拨款收入', received('国有资本经营预算拨款收入')],
  ['财政专户管理资金收入', received('财政专户管理资金收入')],
  ['事业收入', received('四、事业收入')],
  ['事业单位经营收入', received('事业单位经营收入')],
  ['上级补助收入', received('上级补助收入')],
  ['附属单位上缴收入', received('附属单位上缴收入')],
  ['其他收入', received('其他收入')],
  ['单位资金收入', received('单位资金收入')],
  ['使用非财政拨款结余', received('使用非财政拨款结余')],
  ['使用非财政拨款结余', totalOf('revenueSummary', '使用非财政拨款结余')],
  ['基本支出', spent('基本支出')],
  ['基本支出', totalOf('expenditureSummary', '基本支出')],
  ['项目支出', spent('项目支出')],
  ['上缴上级支出', spent('3、上缴上级支出')],
  ['事业单位经营支出', spent('4、事业单位经营支出')],
  ['对附属单位补助支出', spent('对附属单位补助支出')],
  ['单位预留机动经费', totalOf('expenditureSummary', '单位预留机动经费')],
  ['财政拨款收支总预算', fact('fiscalAppropriationSummary', '收入总计', ['预算数'], { side: 'revenue' })],
  ['一般公共预算财政拨款基本支出', totalOf('generalPublicBudgetExpenditure', '基本支出')],
  ['一般公共预算财政拨款基本支出预算', totalOf('basicExpenditure', '合计')],
  ['一般公共预算项目支出', totalOf('generalPublicBudgetExpenditure', '项目支出')],
  ['一般公共预算基本支出-人员经费', fact('basicExpenditure', '人员经费合计', ['金额'])],
  ['一般公共预算基本支出-公用经费', totalOf('basicExpenditure', '公用经费')],
  ['一般公共预算基本支出-工资福利支出', fact('basicExpenditure', '工资福利支出', ['合计'], { code: '301' })],
  ['政府性基金预算支出', totalOf('governmentFundBudget', '合计')],
  ['国有资本经营预算支出', totalOf('stateCapitalBudget', '本年支出', '合计')],
  ['“三公”经费支出预算', totalOf('threePublicExpenses', '合计')],
  ['“三公”经费支出预算', fact('threePublicExpenses', '一、“三公”经费财政拨款支出', ['预算数'])],
  ['“三公”经费-因公出国（境）费', fact('threePublicExpenses', '1、因公出国（境）费', ['预算数'])],
  ['公务接待费', totalOf('threePublicExpenses', '公务接待费')],
  ['公务用车购置及运行费', totalOf('threePublicExpenses', '公务用车购置及运行费', '小计')],
  ['公务用车购置预算支出', totalOf('threePublicExpenses', '公务用车购置及运行费', '公务用车购置费')],
  ['公务用车运行维护费', fact('threePublicExpenses', '公务用车运行维护费', ['预算数'])],
  ['一般公共预算拨款安排的会议费预算支出', totalOf('threePublicExpenses', '会议费')],
  ['一般公共预算培训费预算支出', fact('threePublicExpenses', '培训费', ['预算数'])],
  ['债务支出', totalOf('debtExpenditure', '合计')],
  ['政府采购支出预算总额', totalOf('governmentProcurement', '合计')],
  ['政府购买服务支出', totalOf('governmentPurchaseOfServices', '合计')],
  ['一般公共预算机关运行经费支出', totalOf('operatingAgencyExpenses', '合计')],
  ['机关运行经费', fact('generalPublicBudgetExpenditure', '机关运行经费', ['合计'])],
];

describe('what prose and a table say of one concept', () => {
  const said = (concept: string, value: string) => ({
    ...{ id: 's001', concept, subjectCode: null, raw: value, value, unit: '万元', period: 2026, quote: '', places: [], about: AMOUNT },
  });

  test.each(PAIRS)('%s of 5.00 agrees, and of 7.00 contradicts', (concept, printed) => {
    expect(compareStatements([said(concept, '5.00')], [printed])).toMatchObject([{ factId: 'printed', agrees: true }]);
    expect(compareStatements([said(concept, '7.00')], [printed])).toMatchObject([{ factId: 'printed', agrees: false }]);
  });

  /** The same name may mean another amount, so that only equal ones are held against each other. */
  const LIKELY: typeof PAIRS = [
    ['本年收入', received('本年收入合计')],
    ['会议费', totalOf('threePublicExpenses', '会议费')],
    ['人员经费', totalOf('basicExpenditure', '人员经费')],
    ['财政拨款预算支出', totalOf('fiscalAppropriationExpenditure', '合计')],
    ['财政拨款基本支出预算', totalOf('fiscalAppropriationExpenditure', '基本支出')],
    ['一般公共预算支出', totalOf('generalPublicBudgetExpenditure', '合计')],
    ['政府采购', totalOf('governmentProcurement', '合计')],
    ['机关运行经费', totalOf('basicExpenditure', '公用经费')],
  ];

  test.each(LIKELY)('%s of 5.00 agrees, and of 7.00 says nothing', (concept, printed) => {
    expect(compareStatements([said(concept, '5.00')], [printed])).toMatchObject([{ factId: 'printed', agrees: true }]);
    expect(compareStatements([said(concept, '7.00')], [printed])).toMatchObject([{ factId: null, agrees: null }]);
  });

  test.each([
    ['一般公共预算拨款收入', '1.一般公共预算拨款结余、结转', received('1.一般公共预算拨款结余、结转')],
    ['公务接待费', 'a change', totalOf('threePublicExpenses', '增减变化情况', '公务接待费')],
    ['“三公”经费支出预算', '会议费 beside it', totalOf('threePublicExpenses', '会议费')],
    ['会议费', 'of basic expenditure alone', fact('basicExpenditure', '会议费', ['合计'], { code: '30215' })],
  ] as const)('%s is not %s', (concept, _, printed) => {
    expect(compareStatements([said(concept, '5.00')], [printed])).toMatchObject([{ factId: null, agrees: null }]);
  });
});

const SUMMARY = `收支预算总表
单位：万元
收入→→支出→
项目→预算数→项目→预算数
一、一般公共预算拨款收入→12.00→一、一般公共服务支出→17.00
本年收入合计→12.00→本年支出合计→17.00
使用非财政拨款结余→5.00→年末结转结余→
收入总计→17.00→支出总计→17.00`;
const REVENUE = `收入预算总表
单位：万元
科目编码→科目名称→合计→一般公共预算→使用非财政拨款结余
合计→→17.00→12.00→5.00
201→一般公共服务支出→17.00→12.00→5.00`;
const FUND = `政府性基金预算支出表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
合计→→6.00→→6.00
212→城乡社区支出→6.00→→6.00`;
const EXPENSES_TABLE = `一般公共预算“三公”经费、会议费、培训费支出表
单位：万元
“三公”经费合计→因公出国（境）费→公务接待费→会议费→培训费
3.00→1.00→2.00→0.44→1.20`;

describe('a document whose prose contradicts a table is broken there', () => {
  test.each([
    ['a surplus used, as a column', REVENUE, '2026年收入预算17.00万元，其中：使用非财政拨款结余7.00万元。', '使用非财政拨款结余'],
    ['a surplus used, as a row', SUMMARY, '2026年收入预算17.00万元，其中：使用非财政拨款结余7.00万元。', '使用非财政拨款结余'],
    ['the revenue of the year', SUMMARY, '本年收入合计7.00万元。', '本年收入合计'],
    ['the expenditure of the year', SUMMARY, '本年支出合计7.00万元。', '本年支出合计'],
    ['the expenditure of a fund', FUND, '2026年政府性基金预算支出7.00万元。', '政府性基金预算支出'],
    ['meetings', EXPENSES_TABLE, '2026年一般公共预算拨款安排的会议费预算支出7.00万元。', '一般公共预算拨款安排的会议费预算支出'],
  ])('%s', async (_, table, sentence, concept) => {
    const prose = `第二部分 部门预算情况说明\n一、收支预算情况说明\n${sentence}`;
    const { disclosure, report } = await read(`江川市档案馆2026年部门预算\n\n${table}\n\n${prose}`);
    const said = disclosure.statements.find((statement) => statement.concept === concept);
    expect(said).toMatchObject({ value: '7.00', agrees: false });
    const equation = report.equations.find(({ terms }) => terms.some(({ id }) => id === said?.id));
    expect(equation).toMatchObject({ identity: 'prose-statement', status: 'broken' });
  });
});

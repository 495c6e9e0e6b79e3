import { type MeasureId, measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import { subjectCodeByPath } from '../../notation/subjects.ts';
import type { ComparableFact } from './comparable.ts';
import { FUNDS, THREE_PUBLIC } from './vocabulary.ts';

const TOTAL_MEASURE =
  /^(?:total|amount|budgetAmount|finalAmount|currentYearExpenditure|currentYearRevenue|generalPublicBudget|fiscalAppropriation)$/;
const FUND_MEASURE = /^(?:generalPublicBudget|governmentFundBudget|stateCapitalBudget)$/;
const CODED_KINDS = /^(?:generalPublicBudgetExpenditure|expenditureSummary|fiscalAppropriationExpenditure|functionalClassification)$/;
const NUMBERING = /^(?:其中[：:])?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])*/;

/** The standard concepts that a fact states, as keys that conceptOfStatement gives too; none for most. */
export function conceptsOfFact(fact: ComparableFact): string[] {
  const { tableKind, role } = fact;
  if (role === 'unit' || role === 'memo' || tableKind === 'threePublicExpenses') return threePublicOf(fact);
  const measure = measureOfFact(fact);
  const label = bareLabel(fact);
  if (tableKind === 'revenueExpenditureSummary') return [...summaryOf(fact, label, measure), ...namedOf(fact, label, measure)];
  if (tableKind === 'basicExpenditure') return basicOf(fact, label, measure);
  if (label.includes('机关运行经费') && TOTAL_MEASURE.test(measure)) return ['agency.total'];
  if (fact.code !== null) return codedOf(fact, fact.code, measure);
  if (tableKind === 'fiscalAppropriationSummary') return fiscalOf(fact, label, measure);
  if (!isTotalRow(fact, label)) return [];
  return isProcurementColumn(fact) ? ['procurement.total'] : totalOf(fact, measure);
}

function measureOfFact({ measure, columnPath }: ComparableFact): string {
  return measure ?? measureOf(columnPath) ?? '';
}

function bareLabel({ label }: ComparableFact): string {
  return label.replace(/[\s\u3000]+/g, '').replace(NUMBERING, '');
}

function isTotalRow({ role }: ComparableFact, label: string): boolean {
  return role === 'total' || /^(?:合计|总计)$/.test(label);
}

function codedOf({ tableKind, hasKeys }: ComparableFact, code: string, measure: string): string[] {
  // With a second classification beside it the code is that of a part.
  const whole = !/^[35]/.test(code) || !hasKeys;
  return whole && CODED_KINDS.test(tableKind) && TOTAL_MEASURE.test(measure) ? [`code.${code}`] : [];
}

/** The total row of a table with one side. */
function totalOf(fact: ComparableFact, measure: string): string[] {
  switch (fact.tableKind) {
    case 'revenueSummary':
      return revenueOf(fact, measure);
    case 'expenditureSummary':
      return expenditureOf('expenditure', measure);
    case 'generalPublicBudgetExpenditure':
      return expenditureOf('gpb', measure);
    case 'fiscalAppropriationExpenditure':
      return expenditureOf('fiscal', measure);
    case 'debtExpenditure':
      return wholeOf('debt', measure);
    case 'governmentProcurement':
      return wholeOf('procurement', measure);
    case 'governmentPurchaseOfServices':
      return wholeOf('services', measure);
    case 'operatingAgencyExpenses':
      return wholeOf('agency', measure);
    default:
      return [];
  }
}

function wholeOf(area: string, measure: string): string[] {
  return TOTAL_MEASURE.test(measure) ? [`${area}.total`] : [];
}

/** 其中：政府采购项目 > 小计 in a table of all expenditure. */
function isProcurementColumn({ columnPath }: ComparableFact): boolean {
  const [group, total = '小计', ...others] = columnPath.map((cell) => cell.replace(/\s+/g, ''));
  return others.length === 0 && /政府采购(?:项目|支出|预算)?$/.test(group ?? '') && /^(?:合计|小计)$/.test(total);
}

/** 收支总表: both sides, their totals and parts. */
function summaryOf({ side }: ComparableFact, label: string, measure: string): string[] {
  if (measure !== '' && !TOTAL_MEASURE.test(measure)) return [];
  if (/^(?:收入|支出)?总计$/.test(label)) {
    if (side === 'revenue' || label.startsWith('收入')) return ['revenue.total'];
    return side === 'expenditure' || label.startsWith('支出') ? ['expenditure.total'] : [];
  }
  const key = side === 'expenditure' ? expenditureKey(label) : revenueKey(label);
  return key === null ? [] : [key];
}

function expenditureKey(label: string): string | null {
  if (/^年[末终]结转/.test(label) || label.startsWith('结转下年')) return 'carryoverOut.total';
  const part = expenditurePart(label);
  return part === null ? null : `expenditure.${part}`;
}

function revenueKey(label: string): string | null {
  if (/^(?:上年|年初|以前年度).*结转|^(?:上年|年初)结余/.test(label)) return 'carryoverIn.total';
  if (label === '财政拨款收入') return 'revenue.fiscalAppropriation';
  const fund = FUNDS.find(({ pattern }) => pattern.test(label));
  return fund ? `revenue.${fund.id}` : null;
}

/** 四、公共安全支出 on the expenditure side: the subject's amount from all funds, asked after the tables by code. */
function namedOf({ side }: ComparableFact, label: string, measure: string): string[] {
  if (side === 'revenue' || (measure !== '' && !TOTAL_MEASURE.test(measure))) return [];
  const code = categoryOf(label);
  return code === null ? [] : [`named.${code}`];
}

/** The code of a 类 by its name. */
function categoryOf(label: string): string | null {
  const code = /支出$/.test(label) ? subjectCodeByPath([label]) : null;
  return code !== null && /^2\d\d$/.test(code) ? code : null;
}

function expenditurePart(label: string): MeasureId | null {
  if (label === '基本支出') return 'basicExpenditure';
  if (label === '项目支出') return 'projectExpenditure';
  if (label === '上缴上级支出') return 'remittanceToSuperior';
  if (/^(?:事业单位)?经营支出$/.test(label)) return 'operatingExpenditure';
  return /^对附属单位(?:的)?补助支出$/.test(label) ? 'subordinateSubsidy' : null;
}

function fiscalOf({ side }: ComparableFact, label: string, measure: string): string[] {
  if (!TOTAL_MEASURE.test(measure) || measure === 'generalPublicBudget') return [];
  if (side === 'revenue' && /^本年收入合?计?$/.test(label)) return ['fiscal.revenue'];
  if (side === 'revenue' && /^(?:收入)?总计$/.test(label)) return ['fiscal.revenue', 'fiscal.grandTotal'];
  if (side === 'expenditure' && /^(?:支出)?总计$/.test(label)) return ['fiscal.total', 'fiscal.grandTotal'];
  if (side === 'expenditure' && /^本年支出合?计?$/.test(label)) return ['fiscal.total'];
  const code = side === 'expenditure' ? categoryOf(label) : null;
  return code === null ? [] : [`fiscal.${code}`];
}

function revenueOf({ columnPath }: ComparableFact, measure: string): string[] {
  if (measure === 'total') return ['revenue.total'];
  const carried = columnPath.some((cell) => /上年.*结转|年初.*结转/.test(cell.replace(/\s+/g, '')));
  const last = lastPart(measure);
  if (carried) return [last === 'carryoverIn' ? 'carryoverIn.total' : `carryoverIn.${last}`];
  if (last === 'currentYearRevenue') return [];
  return [`revenue.${last}`];
}

function expenditureOf(area: string, measure: string): string[] {
  if (TOTAL_MEASURE.test(measure)) return [`${area}.total`];
  const last = measure.replace(/^currentYearExpenditure\./, '');
  return last.includes('.') || last === '' ? [] : [`${area}.${last}`];
}

function basicOf(fact: ComparableFact, label: string, measure: string): string[] {
  const { code } = fact;
  if (/^人员经费合计$/.test(label)) return ['gpb.personnelExpenses'];
  if (/^公用经费合计$/.test(label)) return ['gpb.operatingExpenses'];
  if (code !== null) return /^3\d\d$/.test(code) && TOTAL_MEASURE.test(measure) ? [`basic.${code}`] : [];
  if (!isTotalRow(fact, label)) return [];
  if (TOTAL_MEASURE.test(measure) || measure === 'basicExpenditure') return ['gpb.basicExpenditure'];
  const last = measure.replace(/^(?:basicExpenditure|generalPublicBudget)\./, '');
  return /^(?:personnelExpenses|operatingExpenses)$/.test(last) ? [`gpb.${last}`] : [];
}

const lastPart = (measure: string): string => measure.slice(measure.lastIndexOf('.') + 1);

function threePublicOf(fact: ComparableFact): string[] {
  if (fact.tableKind !== 'threePublicExpenses') return [];
  const label = bareLabel(fact);
  const part = THREE_PUBLIC.find(({ pattern }) => pattern.test(label));
  if (part) return [`three.${part.id}`];
  // 总计 > 一般公共预算: which fund pays for it is no part of what it is.
  const parts = measureOfFact(fact)
    .split('.')
    .filter((part) => !FUND_MEASURE.test(part));
  const named = THREE_PUBLIC.find(({ id }) => id === parts.at(-1));
  if (label !== '' && !/^(?:20\d\d年度?(?:预算|决算)?数?|合计|总计|“?三公”?经费.*)$/.test(label) && fact.role !== 'total') return [];
  return [named ? `three.${named.id}` : 'three.total'];
}

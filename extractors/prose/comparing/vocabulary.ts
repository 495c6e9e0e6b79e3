import type { Statement } from '../../../schemas/disclosure.ts';
import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';
import { subjectCodeByPath } from '../../notation/subjects.ts';
import type { ComparableFact } from './compare.ts';

/**
 * Standard concepts that prose and tables share, as keys such as `revenue.total` or `gpb.basic`: area and part.
 * gpb: general public budget; fiscal: fiscal appropriation; `code.2080505`: a functional subject.
 */
export interface StatedConcept {
  keys: string[];
  /** The prose can only mean this: a different value then is a contradiction. */
  sure: boolean;
}

interface Rule {
  pattern: RegExp;
  keys: readonly string[];
  sure?: false;
}

const FUNDS: readonly { id: string; pattern: RegExp }[] = [
  { id: 'generalPublicBudget', pattern: /^一般公共预算/ },
  { id: 'governmentFundBudget', pattern: /^政府性基金/ },
  { id: 'stateCapitalBudget', pattern: /^国有资本经营/ },
  { id: 'specialAccountFunds', pattern: /^财政专户/ },
  { id: 'serviceRevenue', pattern: /^(?:单位)?事业收入/ },
  { id: 'operatingRevenue', pattern: /^(?:事业单位)?经营收入/ },
  { id: 'superiorSubsidy', pattern: /^上级补助收入/ },
  { id: 'subordinateRemittance', pattern: /^附属单位上缴收入/ },
  { id: 'otherRevenue', pattern: /^(?:单位)?其他收入/ },
  { id: 'institutionalFunds', pattern: /^单位资金/ },
  { id: 'useOfSurplus', pattern: /^使用非财政拨款结余/ },
];

const THREE_PUBLIC: readonly { id: string; pattern: RegExp }[] = [
  { id: 'overseasTravel', pattern: /因公出国/ },
  { id: 'officialReception', pattern: /^公务接待费/ },
  { id: 'vehicles', pattern: /购置及运行|购置和运行/ },
  { id: 'vehiclePurchase', pattern: /用车购置费?$/ },
  { id: 'vehicleOperation', pattern: /用车运行(?:维护)?费?$/ },
];

const BASIC_PARTS: readonly { code: string; pattern: RegExp }[] = [
  { code: '301', pattern: /^工资福利支出$/ },
  { code: '302', pattern: /^商品和服务支出$/ },
  { code: '303', pattern: /^对个人和家庭的补助(?:支出)?$/ },
  { code: '310', pattern: /^资本性支出/ },
];

const RULES: readonly Rule[] = [
  {
    pattern: /^(?:收支总预算|收、?支总计|收支总计|收入总计|收入预算(?:总计|合计)?|(?:财务|预算)?总收入|预算总收入)$/,
    keys: ['revenue.total'],
  },
  { pattern: /^(?:支出总计|支出预算(?:总计|合计)?|(?:财务|预算)?总支出)$/, keys: ['expenditure.total'] },
  { pattern: /^预算收入$/, keys: ['revenue.total'], sure: false },
  { pattern: /^预算支出$/, keys: ['expenditure.total'], sure: false },
  { pattern: /^(?:上年|年初)结转(?:和)?(?:结余)?$/, keys: ['carryoverIn.total'] },
  { pattern: /^年[末终]结转(?:和)?(?:结余)?$/, keys: ['carryoverOut.total'] },
  { pattern: /^基本支出$/, keys: ['expenditure.basicExpenditure'] },
  { pattern: /^项目支出$/, keys: ['expenditure.projectExpenditure'] },
  { pattern: /^基本支出预算数?$/, keys: ['expenditure.basicExpenditure', 'gpb.basicExpenditure'], sure: false },
  { pattern: /^项目支出预算数?$/, keys: ['expenditure.projectExpenditure', 'gpb.projectExpenditure'], sure: false },
  { pattern: /^上缴上级支出$/, keys: ['expenditure.remittanceToSuperior'] },
  { pattern: /^(?:事业单位)?经营支出$/, keys: ['expenditure.operatingExpenditure'] },
  { pattern: /^对附属单位补助支出$/, keys: ['expenditure.subordinateSubsidy'] },
  { pattern: /^财政拨款收、?支(?:总预算|总决算|总计)$/, keys: ['fiscal.grandTotal'] },
  { pattern: /^财政拨款收入$/, keys: ['revenue.fiscalAppropriation', 'fiscal.revenue'], sure: false },
  { pattern: /^财政拨款(?:安排)?支出(?:预算)?$/, keys: ['fiscal.total'], sure: false },
  { pattern: /^财政拨款(?:安排)?支出-基本支出$/, keys: ['fiscal.basicExpenditure', 'gpb.basicExpenditure'], sure: false },
  { pattern: /^财政拨款(?:安排)?支出-项目支出$/, keys: ['fiscal.projectExpenditure', 'gpb.projectExpenditure'], sure: false },
  { pattern: /^(?:财政拨款支出-)?一般公共预算(?:财政拨款|拨款)?支出(?:预算)?$/, keys: ['gpb.total'], sure: false },
  { pattern: /^一般公共预算(?:当年)?(?:财政)?拨款$/, keys: ['revenue.generalPublicBudget', 'gpb.total'], sure: false },
  { pattern: /^一般公共预算(?:财政拨款|拨款)?基本支出$/, keys: ['gpb.basicExpenditure'] },
  { pattern: /^一般公共预算(?:财政拨款|拨款)?项目支出$/, keys: ['gpb.projectExpenditure'] },
  { pattern: /^一般公共预算(?:财政拨款|拨款)?基本支出-人员经费$/, keys: ['gpb.personnelExpenses'] },
  { pattern: /^人员(?:经费|支出)$/, keys: ['gpb.personnelExpenses'], sure: false },
  { pattern: /^一般公共预算(?:财政拨款|拨款)?基本支出-公用经费$/, keys: ['gpb.operatingExpenses'] },
  { pattern: /^(?:日常)?公用(?:经费|支出)$/, keys: ['gpb.operatingExpenses'], sure: false },
  { pattern: /^“三公”经费(?:财政拨款)?(?:支出)?(?:预算|支出|决算)?(?:数|合计|总额|支出)?$/, keys: ['three.total'] },
  { pattern: /^债务支出$/, keys: ['debt.total'] },
  { pattern: /^政府采购(?:项目|(?:支出|预算)(?:总额|支出)?)?$/, keys: ['procurement.total'], sure: false },
  { pattern: /^政府购买服务(?:支出|预算)(?:总额|支出)?$/, keys: ['services.total'], sure: false },
  {
    pattern: /^(?:财政拨款的)?机关运行经费(?:财政拨款)?(?:预算|支出|决算)?(?:数|总额)?$/,
    keys: ['agency.total', 'gpb.operatingExpenses'],
    sure: false,
  },
];

/** A part of 财政拨款收支总预算 is of all its funds, with what was carried over. */
const FISCAL_PART = /^财政拨款收、?支(?:总预算|总决算|总计)-[^-]+$/;
const DERIVED = /比(?:上年|年初预算|预算).*(?:额|率|数|百分点)$|占.*比重$|完成.*比例$/;
const TOTAL_MEASURE =
  /^(?:total|amount|budgetAmount|finalAmount|currentYearExpenditure|currentYearRevenue|generalPublicBudget|fiscalAppropriation)$/;
const FUND_MEASURE = /^(?:generalPublicBudget|governmentFundBudget|stateCapitalBudget)$/;
const CODED_KINDS = /^(?:generalPublicBudgetExpenditure|expenditureSummary|fiscalAppropriationExpenditure|functionalClassification)$/;
const NUMBERING = /^(?:其中[：:])?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])*/;

/** The standard concept of a statement; null where no table can say the same. */
export function conceptOfStatement(statement: Pick<Statement, 'concept' | 'subjectCode'>): StatedConcept | null {
  return DERIVED.test(statement.concept) ? null : (namedConcept(statement) ?? economicConcept(statement));
}

/** By economic subject the prose may speak of all expenditure or of 基本支出 alone. */
function economicConcept({ concept, subjectCode }: Pick<Statement, 'concept' | 'subjectCode'>): StatedConcept | null {
  if (subjectCode === null || !/^[35]\d{2}(?:\d{2})?$/.test(subjectCode) || concept.includes('-')) return null;
  return { keys: [`code.${subjectCode}`, `basic.${subjectCode}`], sure: false };
}

function namedConcept({ concept, subjectCode }: Pick<Statement, 'concept' | 'subjectCode'>): StatedConcept | null {
  const name = concept.replace(/^上年(?=收支|收入预算|支出预算|机关|“三公”|财政拨款)/, '');
  if (subjectCode !== null && FISCAL_PART.test(name)) return { keys: [`fiscal.${subjectCode}`], sure: false };
  if (subjectCode !== null && /^2\d{2}(?:\d{2}){0,2}$/.test(subjectCode))
    return /-/.test(concept) ? null : { keys: [`code.${subjectCode}`, `named.${subjectCode}`], sure: true };
  const rule = RULES.find(({ pattern }) => pattern.test(name));
  if (rule) return { keys: [...rule.keys], sure: rule.sure ?? true };
  const carried = /^(?:上年|年初)结转(?:和)?(?:结余)?-(.+)$/.exec(name)?.[1];
  if (carried) return fundKey('carryoverIn', carried, /超收/.test(carried));
  const basic = BASIC_PARTS.find(({ pattern }) => pattern.test(name.replace(/^(?:一般公共预算(?:财政拨款)?)?基本支出-/, '')));
  if (basic) return /基本支出-/.test(name) ? { keys: [`basic.${basic.code}`], sure: true } : null;
  const three = name
    .replace(/^“三公”经费(?:财政拨款)?(?:支出)?-/, '')
    .replace(/-?(?:财政拨款)?(?:支出)?(?:预算|支出|决算)(?:数|支出)?$/, '');
  const part = three.includes('-') ? undefined : /费用?$/.test(three) ? THREE_PUBLIC.find(({ pattern }) => pattern.test(three)) : undefined;
  if (part) return { keys: [`three.${part.id}`], sure: true };
  const revenue = name.replace(/^(?:单位资金收入|财务总收入|财政拨款收入)-/, '');
  if (/收入$/.test(revenue) && !revenue.includes('-') && !/超收/.test(revenue)) return fundKey('revenue', revenue, false);
  return null;
}

function fundKey(area: string, name: string, excluded: boolean): StatedConcept | null {
  const fund = FUNDS.find(({ pattern }) => pattern.test(name));
  return fund && !excluded ? { keys: [`${area}.${fund.id}`], sure: true } : null;
}

/** The standard concepts that a fact states, none for most. */
export function conceptsOfFact(fact: ComparableFact): string[] {
  if (fact.role === 'unit' || fact.role === 'memo') return threePublicOf(fact);
  const measure = fact.measure ?? measureOf(fact.columnPath) ?? '';
  const label = fact.label.replace(/[\s\u3000]+/g, '').replace(NUMBERING, '');
  const kind = fact.tableKind;
  if (kind === 'threePublicExpenses') return threePublicOf(fact);
  if (kind === 'revenueExpenditureSummary') return [...summaryOf(fact, label, measure), ...namedOf(fact, label, measure)];
  if (kind === 'basicExpenditure') return basicOf(fact, label, measure);
  if (/机关运行经费/.test(label) && TOTAL_MEASURE.test(measure)) return ['agency.total'];
  if (fact.code !== null) {
    // With a second classification beside it the code is that of a part.
    const whole = !/^[35]/.test(fact.code) || !fact.hasKeys;
    return whole && CODED_KINDS.test(kind) && TOTAL_MEASURE.test(measure) ? [`code.${fact.code}`] : [];
  }
  if (kind === 'fiscalAppropriationSummary') return fiscalOf(fact, label, measure);
  if (fact.role !== 'total' && !/^(?:合计|总计)$/.test(label)) return [];
  if (isProcurementColumn(fact)) return ['procurement.total'];
  switch (kind) {
    case 'revenueSummary':
      return revenueOf(fact, measure);
    case 'expenditureSummary':
      return expenditureOf('expenditure', measure);
    case 'generalPublicBudgetExpenditure':
      return expenditureOf('gpb', measure);
    case 'fiscalAppropriationExpenditure':
      return expenditureOf('fiscal', measure);
    case 'debtExpenditure':
      return TOTAL_MEASURE.test(measure) ? ['debt.total'] : [];
    case 'governmentProcurement':
      return TOTAL_MEASURE.test(measure) ? ['procurement.total'] : [];
    case 'governmentPurchaseOfServices':
      return TOTAL_MEASURE.test(measure) ? ['services.total'] : [];
    case 'operatingAgencyExpenses':
      return TOTAL_MEASURE.test(measure) ? ['agency.total'] : [];
    default:
      return [];
  }
}

/** 其中：政府采购项目 > 小计 in a table of all expenditure. */
function isProcurementColumn({ columnPath }: ComparableFact): boolean {
  const [group, total = '小计', ...others] = columnPath.map((cell) => cell.replace(/\s+/g, ''));
  return others.length === 0 && /政府采购(?:项目|支出|预算)?$/.test(group ?? '') && /^(?:合计|小计)$/.test(total);
}

function summaryOf({ side }: ComparableFact, label: string, measure: string): string[] {
  if (measure !== '' && !TOTAL_MEASURE.test(measure)) return [];
  if (/^(?:收入|支出)?总计$/.test(label)) {
    if (side === 'revenue' || label.startsWith('收入')) return ['revenue.total'];
    if (side === 'expenditure' || label.startsWith('支出')) return ['expenditure.total'];
    return [];
  }
  if (side === 'expenditure') {
    if (/^年[末终]结转/.test(label) || /^结转下年/.test(label)) return ['carryoverOut.total'];
    const parts = expenditureLabel(label);
    return parts === null ? [] : [`expenditure.${parts}`];
  }
  if (/^(?:上年|年初|以前年度).*结转|^(?:上年|年初)结余/.test(label)) return ['carryoverIn.total'];
  if (/^财政拨款收入$/.test(label)) return ['revenue.fiscalAppropriation'];
  const fund = FUNDS.find(({ pattern }) => pattern.test(label));
  return fund ? [`revenue.${fund.id}`] : [];
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

function expenditureLabel(label: string): string | null {
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
  const parts = measure.split('.');
  const last = parts.at(-1) as string;
  if (carried) return [last === 'carryoverIn' ? 'carryoverIn.total' : `carryoverIn.${last}`];
  if (last === 'currentYearRevenue') return [];
  return [`revenue.${last}`];
}

function expenditureOf(area: string, measure: string): string[] {
  if (TOTAL_MEASURE.test(measure)) return [`${area}.total`];
  const last = measure.replace(/^currentYearExpenditure\./, '');
  return last.includes('.') || last === '' ? [] : [`${area}.${last}`];
}

function basicOf({ code, role }: ComparableFact, label: string, measure: string): string[] {
  if (/^人员经费合计$/.test(label)) return ['gpb.personnelExpenses'];
  if (/^公用经费合计$/.test(label)) return ['gpb.operatingExpenses'];
  if (code !== null) return /^3\d\d$/.test(code) && TOTAL_MEASURE.test(measure) ? [`basic.${code}`] : [];
  if (role !== 'total' && !/^(?:合计|总计)$/.test(label)) return [];
  if (TOTAL_MEASURE.test(measure) || measure === 'basicExpenditure') return ['gpb.basicExpenditure'];
  const last = measure.replace(/^(?:basicExpenditure|generalPublicBudget)\./, '');
  return /^(?:personnelExpenses|operatingExpenses)$/.test(last) ? [`gpb.${last}`] : [];
}

function threePublicOf(fact: ComparableFact): string[] {
  if (fact.tableKind !== 'threePublicExpenses') return [];
  const label = fact.label.replace(/[\s\u3000]+/g, '').replace(NUMBERING, '');
  const part = THREE_PUBLIC.find(({ pattern }) => pattern.test(label));
  if (part) return [`three.${part.id}`];
  // 总计 > 一般公共预算: which fund pays for it is no part of what it is.
  const parts = (fact.measure ?? measureOf(fact.columnPath) ?? '').split('.').filter((part) => !FUND_MEASURE.test(part));
  const measure = parts.at(-1) ?? '';
  const named = THREE_PUBLIC.find(({ id }) => id === measure);
  if (label !== '' && !/^(?:20\d\d年度?(?:预算|决算)?数?|合计|总计|“?三公”?经费.*)$/.test(label) && fact.role !== 'total') return [];
  return [named ? `three.${named.id}` : 'three.total'];
}

/**
 * Words of the accounts as data: a text in, the identifier of what it means out (kinds of tables, measures, concepts of rows,
 * regions); imports schemas.
 */
import { MONEY_UNITS } from './money-units.ts';
import { GRAND_TOTALS, OF_WHICH_AT_START, TOTALS } from './writing/marks.ts';
import { endingIn, oneOf, wholly } from './writing/words.ts';

/**
 * Chinese term → identifier → English gloss. Order matters in each list: the first pattern that matches wins. Patterns see
 * text without spaces. docs of the terms: 政府收支分类科目 and 部门预决算公开格式 of the Ministry of Finance (财预〔2016〕143号).
 */
export interface Term<Id extends string = string> {
  id: Id;
  pattern: RegExp;
  zh: string;
  en: string;
}

const term = <Id extends string>(id: Id, pattern: RegExp, zh: string, en: string): Term<Id> => ({ id, pattern, zh, en });

/** What a table is about, from its title. */
export const TABLE_KINDS: readonly Term[] = [
  term('overallPerformance', /整体(支出)?绩效/, '整体绩效目标（自评）表', 'performance of the whole department'),
  term(
    'projectPerformance',
    /(项目|政策).*绩效|绩效.*(目标|自评).*(表|申报)|转移支付.*绩效/,
    '项目绩效目标（自评）表',
    'performance of a project',
  ),
  term('threePublicExpenses', /三公/, '“三公”经费支出表', 'overseas travel, vehicles and official reception'),
  // 政府采购（资产配置、购买服务）预算表 names what is procured.
  term('governmentProcurement', /政府采购/, '政府采购支出表', 'government procurement'),
  term('governmentPurchaseOfServices', /购买服务/, '政府购买服务支出表', 'services bought by the government'),
  term('newAssets', /资产(配置|购置)/, '新增资产配置表', 'new assets'),
  term('debtExpenditure', /债务支出|债务.*表/, '债务支出表', 'debt expenditure'),
  term('transferPayments', /转移支付/, '转移支付表', 'transfer payments'),
  term('operatingAgencyExpenses', /机关运行经费/, '机关运行经费表', 'running costs of administrative bodies'),
  term('stateCapitalBudget', /国有资本经营/, '国有资本经营预算支出表', 'state capital operating budget'),
  term('governmentFundBudget', /政府性基金/, '政府性基金预算支出表', 'government fund budget'),
  term('medicalFund', /社会保险基金/, '社会保险基金预算表', 'social insurance fund budget'),
  term('basicExpenditure', /基本支出/, '基本支出表', 'basic expenditure by economic classification'),
  term('fiscalAppropriationSummary', /财政拨款(预算|决算)?(收支|收入支出)/, '财政拨款收支总表', 'fiscal appropriation, both sides'),
  term('generalPublicBudgetExpenditure', /一般公共(预算|服务)?.*支出/, '一般公共预算支出表', 'general public budget expenditure'),
  term('carryoverExpenditure', /结转资金支出/, '结转资金支出表', 'expenditure from what was carried over'),
  term('fiscalAppropriationExpenditure', /财政拨款(预算|决算)?支出/, '财政拨款支出表', 'fiscal appropriation expenditure'),
  term(
    'revenueExpenditureSummary',
    /(收支|收入支出)(预算|决算)?(总|汇总|情况)|收支总体|收支预算表/,
    '收支总表',
    'revenue and expenditure, both sides',
  ),
  term('revenueByUnit', /收入.*按单位/, '收入按单位汇总表', 'revenue by unit'),
  term('expenditureByUnit', /支出.*按单位/, '支出按单位汇总表', 'expenditure by unit'),
  term(
    'governmentEconomicClassification',
    /经济分类.*政府|政府(预算)?.*经济分类/,
    '支出经济分类表（政府预算）',
    'expenditure by government economic classification',
  ),
  term('departmentEconomicClassification', /经济分类/, '支出经济分类表（部门预算）', 'expenditure by department economic classification'),
  term('functionalClassification', /功能分类/, '支出功能分类表', 'expenditure by functional classification'),
  term('projectExpenditure', /项目支出|专项资金|专项业务经费|项目.*(预算|明细)表/, '项目支出表', 'project expenditure'),
  term('revenueSummary', /收入(预算|决算)?(总|汇总|情况)?.*表/, '收入总表', 'revenue'),
  term('expenditureSummary', /支出(预算|决算)?(总|汇总|情况)?.*表/, '支出总表', 'expenditure'),
];

const OF_WHICH_PART = new RegExp(`${OF_WHICH_AT_START.source}[^:：]`);

/** What a value column measures, from one cell of its header. Words for totals are in TOTAL_COLUMN. */
export const MEASURES = [
  term('changeRate', /增减.*[（(]?[%％]|增减(幅度?|率|比例)|增长率|增幅/, '增减率', 'change in per cent'),
  term('change', /增减|增长额|增加额|变动额|[预决]算数(比|较)/, '增减额', 'change against another year'),
  term('overseasTravel', /因公出国/, '因公出国（境）费', 'overseas travel on duty'),
  term('officialReception', /公务接待/, '公务接待费', 'official reception'),
  term('meetingExpenses', /会议费/, '会议费', 'meetings'),
  term('trainingExpenses', /培训费/, '培训费', 'training'),
  term('vehicles', /购置(费)?(及|和|与|、)运行/, '公务用车购置及运行费', 'vehicle purchase and operation'),
  term('vehiclePurchase', /(用车|公车|车辆)购置(经?费)?$|^购置(经)?费$/, '公务用车购置费', 'vehicle purchase'),
  term('vehicleOperation', /(用车|公车|车辆)运行(维护)?(经?费)?$|^运行(维护)?(经)?费$/, '公务用车运行费', 'vehicle operation'),
  term('threePublicExpenses', /三公/, '“三公”经费', 'three public expenses'),
  term('agencyOperatingExpenses', /机关运行经费/, '机关运行经费', 'running costs of administrative bodies'),
  term('surplusUsed', /使用(非财政拨款|专用)结余/, '使用非财政拨款结余', 'surplus of earlier years used'),
  term('carryoverOut', /(年末|年终).*结转|结转下年/, '年末结转和结余', 'carried over to next year'),
  term('carryoverIn', /(上年|年初|以前年度).*(结转|结余)|财政结转/, '上年结转结余', 'carried over from last year'),
  term('generalPublicBudget', /一般公共预算/, '一般公共预算', 'general public budget'),
  term('governmentFundBudget', /政府性基金/, '政府性基金预算', 'government fund budget'),
  term('stateCapitalBudget', /国有资本经营/, '国有资本经营预算', 'state capital operating budget'),
  term('specialAccountFunds', /财政专户|专户/, '财政专户管理资金', 'funds under special fiscal account'),
  term('institutionalFunds', /单位资金/, '单位资金', "the unit's own funds"),
  term('operatingRevenue', /经营收入/, '事业单位经营收入', 'business revenue of institutions'),
  term('serviceRevenue', /事业收入/, '事业收入', 'service revenue of institutions'),
  term('superiorSubsidy', /上级补助/, '上级补助收入', 'subsidies from superiors'),
  term('subordinateRemittance', /附属单位上缴/, '附属单位上缴收入', 'remittances from subordinate units'),
  term('remittanceToSuperior', /上缴上级/, '上缴上级支出', 'remittances to superiors'),
  term('subordinateSubsidy', /附属单位.*补助/, '对附属单位补助支出', 'subsidies to subordinate units'),
  term('otherRevenue', /其他收入/, '其他收入', 'other revenue'),
  term('otherFunds', /其他资金/, '其他资金', 'other funds'),
  term('fiscalAppropriation', /财政拨款/, '财政拨款', 'fiscal appropriation'),
  term('personnelExpenses', /人员(经费|支出|类$)/, '人员经费', 'personnel expenses'),
  term('operatingExpenses', /公用(经费|支出|类$)/, '公用经费', 'operating expenses'),
  term('operatingExpenditure', /经营支出/, '经营支出', 'business expenditure'),
  term('basicExpenditure', /基本支出/, '基本支出', 'basic expenditure'),
  term('reserve', /预留机动/, '预留机动经费', 'reserve of the unit'),
  term('projectExpenditure', /项目支出|专项业务经费/, '项目支出', 'project expenditure'),
  term('wagesAndWelfare', /工资福利/, '工资福利支出', 'wages and welfare'),
  term('goodsAndServices', /商品和服务/, '商品和服务支出', 'goods and services'),
  term('individualsAndFamilies', /对个人和家庭/, '对个人和家庭的补助', 'subsidies to individuals and families'),
  term('debtInterest', /债务(利息|付息)/, '债务利息支出', 'debt interest'),
  term('capitalConstruction', /基本建设支出/, '基本建设支出', 'capital construction'),
  term('enterpriseSubsidies', /对企业/, '对企业补助', 'subsidies to enterprises'),
  term('socialSecurityFundSubsidies', /对社会保障基金/, '对社会保障基金补助', 'subsidies to social security funds'),
  term('otherCapitalExpenditure', /其他资本性/, '其他资本性支出', 'other capital expenditure'),
  term('otherExpenditure', /^其他支出/, '其他支出', 'other expenditure'),
  term('capitalExpenditure', /资本性支出/, '资本性支出', 'capital expenditure'),
  term('currentYearRevenue', /本年收入|收入(预算)?$/, '本年收入', 'revenue of the year'),
  term('currentYearExpenditure', /本年支出|支出(预算)?$/, '本年支出', 'expenditure of the year'),
  term(
    'executedWithoutCapitalInvestment',
    /扣除.*(基建|基本建设).*执行(数|金额)?$/,
    '扣除基建投资后的执行数',
    'amount executed without capital investment',
  ),
  term('executedAmount', /执行(数|金额)?$/, '执行数', 'amount executed'),
  term('budgetAmount', new RegExp(`预算(数|金额|安排)?([（(](单位[:：])?(${MONEY_UNITS})[)）])?$`), '预算数', 'budget amount'),
  term('finalAmount', /决算(数|金额)?$/, '决算数', 'final amount'),
  term('amount', /^(项目)?金额$|\d{4}年$/, '金额', 'amount'),
  term('headcount', /^(人数|编制数)/, '人数', 'number of people'),
  term('quantity', /^(采购|购买)?数量/, '数量', 'quantity'),
  term('ofWhich', OF_WHICH_PART, '其中', 'of which'),
] as const;

export type MeasureId = (typeof MEASURES)[number]['id'];

/** 总额 is the total of a column's group; as a row it is an amount like others (资金总额). */
const TOTAL_HEAD = wholly([...TOTALS, '总额']);
const GRAND_TOTAL_END = endingIn(GRAND_TOTALS);

/** A header cell that names the total of its group. */
export const TOTAL_COLUMN = new RegExp(`${TOTAL_HEAD.source}|(?:${oneOf(GRAND_TOTALS)}|(预算|决算|支出|经费)总额)$`);

/** `currentYearRevenue.generalPublicBudget` for 本年收入 > 一般公共预算; a total leaf (or 金额) adds nothing to its group. */
export function measureOf(path: readonly string[]): string | null {
  const ids: string[] = [];
  for (const [depth, cell] of path.entries()) {
    const id = addedBy(cell.replace(/\s+/g, ''), depth === path.length - 1, ids.at(-1));
    if (id !== null) ids.push(id);
  }
  return ids.length > 0 ? ids.join('.') : null;
}

/** What a cell says beyond the group above it, whose identifier is `group`. `isLeaf`: it is the last of its path. */
function addedBy(text: string, isLeaf: boolean, group: string | undefined): string | null {
  if (isLeaf && TOTAL_HEAD.test(text)) return group === undefined ? 'total' : null;
  if (isLeaf && text === '金额' && group !== undefined) return null;
  const bare = isLeaf ? text.replace(GRAND_TOTAL_END, '') : text;
  const id = MEASURES.find((measure) => measure.pattern.test(bare || text))?.id ?? null;
  if (id === null || id !== group) return id;
  // 其中：… that only names its group again is a part of the group, not the group.
  return OF_WHICH_PART.test(text) ? 'ofWhich' : null;
}

export function tableKindOf(title: string, titles: Readonly<Record<string, readonly RegExp[]>> = {}): string {
  const text = title.replace(/\s+/g, '');
  for (const [kind, patterns] of Object.entries(titles)) {
    if (patterns.some((pattern) => pattern.test(text))) return kind;
  }
  return TABLE_KINDS.find((kind) => kind.pattern.test(text))?.id ?? 'other';
}

/**
 * What prose says, as the identifier by which the tables call the same: the names of amounts as they stand in sentences, as data; imports
 * lexicon, coordinates, writing.
 */
import type { Said } from '../coordinates/coordinates.ts';
import type { MeasureId } from '../vocabulary.ts';
import { oneOf } from '../writing/words.ts';
import { EARLIER_BUDGET } from './amounts.ts';
import { POINT } from './numbering.ts';

/** Whose amounts: of one fund, of a flow, or what was carried over. */
type Scope =
  | 'revenue'
  | 'expenditure'
  | 'carryoverIn'
  | 'fiscalAppropriation'
  | 'generalPublicBudget'
  | 'governmentFundBudget'
  | 'stateCapitalBudget';

/** Amounts of which a document has one, whatever table prints it: identifiers of measures, of rows' concepts and of kinds of tables. */
export type WholeConcept =
  | MeasureId
  | 'totalRevenue'
  | 'totalExpenditure'
  | 'debtExpenditure'
  | 'governmentProcurement'
  | 'governmentPurchaseOfServices';

/**
 * What prose and tables speak of alike. `expenditure.basicExpenditure`: the basic expenditure of all funds; a fund's `total` is that
 * of both its sides, with what was carried over.
 */
export type ConceptKey = WholeConcept | `${Scope}.${MeasureId | 'total'}`;

export interface ProseConcept {
  /** The whole name, without 上年 before it. */
  pattern: RegExp;
  /** The first is what the name means; the others are of a like name. */
  keys: readonly [ConceptKey, ...ConceptKey[]];
  /** false: the name may mean something else, so that a different amount is no contradiction. */
  sure?: false;
}

const APPROPRIATED = '(?:财政拨款|拨款)?';
const GENERAL_BUDGET = `一般公共预算${APPROPRIATED}`;

/** 政府性基金预算支出, 政府性基金拨款支出预算; the 类 of these funds are called otherwise. */
const spentFrom = (fund: string): string => `(?:财政拨款支出-)?${fund}(?:预算)?${APPROPRIATED}(?:安排的?)?支出(?:预算(?:支出)?)?`;

const named = (name: string, ...keys: [ConceptKey, ...ConceptKey[]]): ProseConcept => ({ pattern: new RegExp(`^(?:${name})$`), keys });
const maybe = (name: string, ...keys: [ConceptKey, ...ConceptKey[]]): ProseConcept => ({ ...named(name, ...keys), sure: false });

/** Whole names. The first pattern that fits wins. */
export const PROSE_CONCEPTS: readonly ProseConcept[] = [
  named('收支总预算|收、?支总计|收入总计|收入预算(?:总计|合计)?|(?:财务|预算)?总收入|预算总收入', 'totalRevenue'),
  named('支出总计|支出预算(?:总计|合计)?|(?:财务|预算)?总支出', 'totalExpenditure'),
  maybe('预算收入', 'totalRevenue'),
  maybe('预算支出', 'totalExpenditure'),
  named('收入、支出预算(?:总计|合计)', 'totalRevenue', 'totalExpenditure'),
  named('(?:收入预算(?:总计|合计)?-本年收入|本年收入合计)', 'currentYearRevenue'),
  named('(?:支出预算(?:总计|合计)?-本年支出|本年支出合计)', 'currentYearExpenditure'),
  maybe('本年收入', 'currentYearRevenue'),
  maybe('本年支出', 'currentYearExpenditure'),
  named('(?:上年|年初)结转(?:和)?(?:结余)?', 'carryoverIn'),
  named('年[末终]结转(?:和)?(?:结余)?', 'carryoverOut'),
  named('使用非财政拨款结余(?:（含专用结余）)?', 'revenue.surplusUsed'),
  named('基本支出', 'expenditure.basicExpenditure'),
  named('项目支出', 'expenditure.projectExpenditure'),
  maybe('基本支出预算数?', 'expenditure.basicExpenditure', 'generalPublicBudget.basicExpenditure'),
  maybe('项目支出预算数?', 'expenditure.projectExpenditure', 'generalPublicBudget.projectExpenditure'),
  named('上缴上级支出', 'expenditure.remittanceToSuperior'),
  named('(?:事业单位)?经营支出', 'expenditure.operatingExpenditure'),
  named('(?:单位)?预留机动经费', 'expenditure.reserve'),
  named('对附属单位补助支出', 'expenditure.subordinateSubsidy'),
  named('财政拨款收、?支(?:总预算|总决算|总计)', 'fiscalAppropriation.total'),
  maybe('财政拨款收入', 'revenue.fiscalAppropriation', 'fiscalAppropriation.currentYearRevenue'),
  maybe('财政拨款(?:安排)?(?:预算支出|支出(?:预算)?)', 'fiscalAppropriation.currentYearExpenditure'),
  maybe('财政拨款(?:安排)?支出-基本支出', 'fiscalAppropriation.basicExpenditure', 'generalPublicBudget.basicExpenditure'),
  maybe('财政拨款(?:安排)?支出-项目支出', 'fiscalAppropriation.projectExpenditure', 'generalPublicBudget.projectExpenditure'),
  maybe(`(?:财政拨款支出-)?${GENERAL_BUDGET}支出(?:预算)?`, 'generalPublicBudget.currentYearExpenditure'),
  maybe('一般公共预算(?:当年)?(?:财政)?拨款', 'revenue.generalPublicBudget', 'generalPublicBudget.currentYearExpenditure'),
  maybe('财政拨款基本支出预算', 'fiscalAppropriation.basicExpenditure', 'generalPublicBudget.basicExpenditure'),
  maybe('财政拨款项目支出预算', 'fiscalAppropriation.projectExpenditure', 'generalPublicBudget.projectExpenditure'),
  named(spentFrom('政府性基金'), 'governmentFundBudget.currentYearExpenditure'),
  named(spentFrom('国有资本经营'), 'stateCapitalBudget.currentYearExpenditure'),
  named(`${GENERAL_BUDGET}基本支出(?:预算)?`, 'generalPublicBudget.basicExpenditure'),
  named(`${GENERAL_BUDGET}项目支出(?:预算)?`, 'generalPublicBudget.projectExpenditure'),
  named(`${GENERAL_BUDGET}基本支出-人员经费`, 'generalPublicBudget.personnelExpenses'),
  maybe('(?:基本支出-)?人员(?:经费|支出)', 'generalPublicBudget.personnelExpenses'),
  named(`${GENERAL_BUDGET}基本支出-公用经费`, 'generalPublicBudget.operatingExpenses'),
  maybe('(?:基本支出-)?(?:日常)?公用(?:经费|支出)', 'generalPublicBudget.operatingExpenses'),
  named('“三公”经费(?:财政拨款)?(?:支出)?(?:预算|支出|决算)?(?:数|合计|总额|支出)?', 'threePublicExpenses'),
  named('债务支出', 'debtExpenditure'),
  named('政府采购(?:支出|预算|支出预算)(?:总额|支出)?', 'governmentProcurement'),
  maybe('政府采购(?:项目|总额)?', 'governmentProcurement'),
  named('政府购买服务(?:支出|预算)(?:总额|支出)?', 'governmentPurchaseOfServices'),
  // By another name it is 公用经费 of the general public budget, which only confirms.
  named(
    `(?:财政拨款的|${GENERAL_BUDGET}(?:安排的?)?)?机关运行经费(?:财政拨款)?(?:预算|支出|决算)?(?:数|总额|支出)?`,
    'agencyOperatingExpenses',
    'generalPublicBudget.operatingExpenses',
  ),
];

/** A part of a whole stands behind a hyphen in the names that prose is given. */
export const PART_MARK = '-';

interface NamePart {
  id: MeasureId;
  pattern: RegExp;
  /** false: by this name alone it may be that of a part, such as a project's. */
  sure?: false;
}

/** Where money comes from, by the beginning of its name. */
export const FUNDS: readonly NamePart[] = [
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
  { id: 'surplusUsed', pattern: /^使用非财政拨款结余/ },
];

/** Money that is in no column of its own, whatever fund it is of. */
export const EXCESS_REVENUE = '超收';
/** 上年结转结余-一般公共预算: the fund of what was carried over is the first group. */
export const CARRIED_PART = /^(?:上年|年初)结转(?:和)?(?:结余)?[-的](.+)$/;
/** 单位资金收入-事业收入: a revenue behind the one that it is part of. */
export const BEFORE_REVENUE = /^(?:单位资金收入|财务总收入|财政拨款收入)-/;
export const REVENUE_END = /收入$/;

/** What is limited, or told for each document, by its name in prose. */
export const EXPENSES: readonly NamePart[] = [
  { id: 'overseasTravel', pattern: /因公出国/ },
  { id: 'officialReception', pattern: /^公务接待费/ },
  { id: 'vehicles', pattern: /购置及运行|购置和运行/ },
  { id: 'vehiclePurchase', pattern: /用车购置费?$/ },
  { id: 'vehicleOperation', pattern: /用车运行(?:维护)?费?$/ },
  { id: 'meetingExpenses', pattern: /^会议费$/, sure: false },
  { id: 'trainingExpenses', pattern: /^培训费$/, sure: false },
];
/** “三公”经费-公务接待费: the whole before the expense. */
export const BEFORE_EXPENSE = new RegExp(`^(?:“三公”经费(?:财政拨款)?(?:支出)?-|${GENERAL_BUDGET}(?:安排的?)?)`);
/** 公务接待费｜支出预算数: what is said of the amount behind the expense. */
export const BEHIND_EXPENSE = /-?(?:财政拨款)?(?:支出)?(?:预算|支出|决算)(?:数|支出)?$/;
export const EXPENSE_END = /费用?$|用车(?:购置|运行维护)$/;

/** The 类 of the economic classification that 基本支出 divides into. */
export const BASIC_PARTS: readonly { code: string; pattern: RegExp }[] = [
  { code: '301', pattern: /^工资福利支出$/ },
  { code: '302', pattern: /^商品和服务支出$/ },
  { code: '303', pattern: /^对个人和家庭的补助(?:支出)?$/ },
  { code: '310', pattern: /^资本性支出/ },
];
/** 一般公共预算基本支出-工资福利支出: the whole before its part. */
export const BEFORE_BASIC_PART = new RegExp(`^(?:${GENERAL_BUDGET})?基本支出-`);

/** 上年机关运行经费: the amount of the year before; the statement's period says so, too. */
export const LAST_YEAR_OF = new RegExp(`^上年(?=${oneOf(['收支', '收入预算', '支出预算', '机关', '“三公”', '财政拨款'])})`);
/** A subject behind 财政拨款收支总预算 is of all its funds, with what was carried over. */
export const PART_OF_APPROPRIATION = /^财政拨款收、?支(?:总预算|总决算|总计)-[^-]+$/;

/** Which amount of its year a statement or a column means: planned or spent. */
export const PLANNED_COLUMN = new RegExp(`${EARLIER_BUDGET.source}|预算数`);
export const PLANNED_END = /预算数?$/;
export const SPENT = /决算/;
/** 预算为 right before a number; 一般公共预算 and its like name a fund. */
export const SAYS_PLANNED = /(?<!公共|基金|经营)预算(?:数|金额|安排)?(?:为|是|共|约|[:：])?$/;

/** 总计 of a side in a table of both. */
export const SIDE_TOTAL = /^(?:收入|支出)?总计$/;
/** 其中：政府采购项目 as the head of a column in a table of all expenditure. */
export const PROCUREMENT_COLUMN = /政府采购(?:项目|支出|预算)?$/;
export const TOTAL_OF_COLUMNS = /^(?:合计|小计)$/;
/** 一、“三公”经费财政拨款支出 as a row: the whole, whatever is said of it. */
export const THREE_PUBLIC_ROW = new RegExp(`^${POINT}?“?三公”?经费`);

/** Words of prose that say nothing of what an amount is of. */
export const FILLERS =
  /一般性支出(?=预算)|各?(?:基层|所属|预算)?单位|本?部门|[本我]局|(?:本年|当年|全年|年度|年初|年末)|(?:共计?|实现|发生|形成|列支|其他)?安排的?|预计|计划|批复|实际|有关|相关|各项|类(?=支出|项目|$)|所需|[“”"《》；。，：！？+＋]/g;
/** 参公事业单位的｜机关运行经费: of which bodies a part is. */
export const OF_BODIES = /^(?:参公事业单位|行政单位|事业单位|机关(?!运行))的?/;

/** Totals that prose names shortly, by the key that tables share: those of all funds unless a heading names one. */
export const COORDINATES_OF_KEYS: Readonly<Partial<Record<ConceptKey, Said>>> = {
  totalRevenue: { fund: 'all' },
  totalExpenditure: { flow: 'expenditure', fund: 'all', item: 'totalUses' },
  currentYearRevenue: { flow: 'revenue', fund: 'all', vintage: 'currentYear' },
  currentYearExpenditure: { flow: 'expenditure', fund: 'all' },
  carryoverIn: { flow: 'revenue', fund: 'all', vintage: 'carriedOver' },
  carryoverOut: { flow: 'expenditure', fund: 'all', vintage: 'carriedForward' },
};
/** Parts of all expenditure where the heading speaks of no fund. */
export const OF_ALL_FUNDS = /^expenditure\./;
/** A heading that is about a whole account: 收支总体情况, 支出决算情况. */
export const ABOUT_ACCOUNT = /收支|收入|支出/;

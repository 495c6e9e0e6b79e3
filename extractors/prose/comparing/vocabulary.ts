import type { MeasureId } from '../../../schemas/lexicon/vocabulary.ts';

/** How prose and the labels of rows call what the headers of columns measure: identifiers are those of the measures. */
export interface StandardPart {
  id: MeasureId;
  pattern: RegExp;
}

type Area =
  | 'revenue'
  | 'expenditure'
  | 'carryoverIn'
  | 'carryoverOut'
  | 'gpb'
  | 'fiscal'
  | 'three'
  | 'debt'
  | 'procurement'
  | 'services'
  | 'agency';

/**
 * Area and part, such as `revenue.total` or `gpb.basicExpenditure`. gpb: general public budget; fiscal: fiscal appropriation, whose
 * `revenue` is that of the year and whose `grandTotal` is both sides'; three: “三公”.
 */
export type StandardKey = `${Area}.${MeasureId | 'total' | 'grandTotal' | 'revenue'}`;

export interface StatementRule {
  pattern: RegExp;
  /** The first is what the name means; the others are of a like name. */
  keys: readonly [StandardKey, ...StandardKey[]];
  /** false: the name may mean something else, so that a different amount is no contradiction. */
  sure?: false;
}

/** Where money comes from. */
export const FUNDS: readonly StandardPart[] = [
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

export const THREE_PUBLIC: readonly StandardPart[] = [
  { id: 'overseasTravel', pattern: /因公出国/ },
  { id: 'officialReception', pattern: /^公务接待费/ },
  { id: 'vehicles', pattern: /购置及运行|购置和运行/ },
  { id: 'vehiclePurchase', pattern: /用车购置费?$/ },
  { id: 'vehicleOperation', pattern: /用车运行(?:维护)?费?$/ },
];

/** The 类 of the economic classification that 基本支出 divides into. */
export const BASIC_PARTS: readonly { code: string; pattern: RegExp }[] = [
  { code: '301', pattern: /^工资福利支出$/ },
  { code: '302', pattern: /^商品和服务支出$/ },
  { code: '303', pattern: /^对个人和家庭的补助(?:支出)?$/ },
  { code: '310', pattern: /^资本性支出/ },
];

/** Whole names. The first pattern that fits wins. */
export const RULES: readonly StatementRule[] = [
  {
    pattern: /^(?:收支总预算|收、?支总计|收支总计|收入总计|收入预算(?:总计|合计)?|(?:财务|预算)?总收入|预算总收入)$/,
    keys: ['revenue.total'],
  },
  { pattern: /^(?:支出总计|支出预算(?:总计|合计)?|(?:财务|预算)?总支出)$/, keys: ['expenditure.total'] },
  { pattern: /^预算收入$/, keys: ['revenue.total'], sure: false },
  { pattern: /^预算支出$/, keys: ['expenditure.total'], sure: false },
  { pattern: /^(?:上年|年初)结转(?:和)?(?:结余)?$/, keys: ['carryoverIn.total'] },
  { pattern: /^年[末终]结转(?:和)?(?:结余)?$/, keys: ['carryoverOut.total'] },
  { pattern: /^使用非财政拨款结余(?:（含专用结余）)?$/, keys: ['revenue.surplusUsed'] },
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

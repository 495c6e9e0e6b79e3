import type { Term } from './vocabulary.ts';
import { withoutNumbering } from './writing/numbering.ts';

const concept = (id: string, pattern: RegExp, zh: string, en: string): Term => ({ id, pattern, zh, en });

/**
 * What a row without a subject code is about, from its label without numbering and 其中. The pattern has to fit the whole
 * label: 一般公共服务支出 is a subject, not the total of the expenditure. Identifiers are those of the measures of columns
 * wherever both exist, so that a table with 公务接待费 as a row joins one with 公务接待费 as a column.
 */
export const ROW_CONCEPTS: readonly Term[] = [
  concept('overseasTravel', /^因公出国[（(]?境?[)）]?(费用?|经费|支出)?$/, '因公出国（境）费', 'overseas travel on duty'),
  concept('officialReception', /^公务接待(费用?|经费)?(支出)?$/, '公务接待费', 'official reception'),
  concept(
    'vehicles',
    /^公务用车(购置)?(费)?(及|和|与|、)(公务用车)?运行(维护)?(费用?|经费)?(支出)?$|^公务用车费$/,
    '公务用车购置及运行费',
    'vehicle purchase and operation',
  ),
  concept('vehiclePurchase', /^公务用车购置(费用?|经费)?(支出)?$/, '公务用车购置费', 'vehicle purchase'),
  concept('vehicleOperation', /^公务用车运行(维护)?(费用?|经费)?(支出)?$/, '公务用车运行费', 'vehicle operation'),
  concept(
    'threePublicExpenses',
    /^[“"'‘]?三公[”"'’]?经费(支出|财政拨款)?(预算|决算)?(合计|总计|总额|小计)?$/,
    '“三公”经费',
    'three public expenses',
  ),
  concept('meetingExpenses', /^会议费(支出)?$/, '会议费', 'meetings'),
  concept('trainingExpenses', /^培训费(支出)?$/, '培训费', 'training'),
  concept('agencyOperatingExpenses', /^机关运行经费(支出)?(合计)?$/, '机关运行经费', 'running costs of administrative bodies'),
  concept('currentYearRevenue', /^(本年)?收入合计$|^本年收入$/, '本年收入', 'revenue of the year'),
  concept('currentYearExpenditure', /^(本年)?支出合计$|^本年支出$/, '本年支出', 'expenditure of the year'),
  concept('totalRevenue', /^收入总计$/, '收入总计', 'total of the revenue side'),
  concept('totalExpenditure', /^支出总计$/, '支出总计', 'total of the expenditure side'),
  concept('surplusUsed', /^使用(非财政拨款|专用)(结余|.*结余)$/, '使用非财政拨款结余', 'surplus of earlier years used'),
  concept(
    'carryoverOut',
    /^(年末|年终)(财政拨款)?(结转|结余)(和|及|、)?(结转|结余)?$|^结转下年(支出)?$/,
    '年末结转和结余',
    'carried over to next year',
  ),
  concept('carryoverIn', /^(上年|年初)(财政拨款)?(结转|结余)(和|及|、)?(结转|结余)?$/, '上年结转结余', 'carried over from last year'),
  concept('generalPublicBudget', /^一般公共预算(财政)?(拨款)?(收入|资金)?$/, '一般公共预算', 'general public budget'),
  concept('governmentFundBudget', /^政府性基金(预算)?(财政)?(拨款)?(收入|资金)?$/, '政府性基金预算', 'government fund budget'),
  concept('stateCapitalBudget', /^国有资本经营(预算)?(财政)?(拨款)?(收入|资金)?$/, '国有资本经营预算', 'state capital operating budget'),
  concept('specialAccountFunds', /^(纳入)?财政专户(管理)?(的)?(资金)?(收入)?$/, '财政专户管理资金', 'funds under special fiscal account'),
  concept('institutionalFunds', /^单位资金(收入)?$/, '单位资金', "the unit's own funds"),
  concept('fiscalAppropriation', /^财政拨款(收入|资金)?$/, '财政拨款', 'fiscal appropriation'),
  concept('operatingRevenue', /^(事业单位)?经营收入$/, '事业单位经营收入', 'business revenue of institutions'),
  concept('serviceRevenue', /^事业收入(资金)?$/, '事业收入', 'service revenue of institutions'),
  concept('superiorSubsidy', /^上级补助收入$/, '上级补助收入', 'subsidies from superiors'),
  concept('subordinateRemittance', /^附属单位上缴收入$/, '附属单位上缴收入', 'remittances from subordinate units'),
  concept('otherRevenue', /^其他收入$/, '其他收入', 'other revenue'),
  concept('personnelExpenses', /^人员(经费|支出)(合计|小计)?$/, '人员经费', 'personnel expenses'),
  concept('operatingExpenses', /^(日常)?公用(经费|支出)(合计|小计)?$/, '公用经费', 'operating expenses'),
  concept('basicExpenditure', /^基本支出(合计|小计)?$/, '基本支出', 'basic expenditure'),
  concept('projectExpenditure', /^项目支出(合计|小计)?$/, '项目支出', 'project expenditure'),
  concept('remittanceToSuperior', /^上缴上级支出$/, '上缴上级支出', 'remittances to superiors'),
  concept('operatingExpenditure', /^(事业单位)?经营支出$/, '经营支出', 'business expenditure'),
  concept('subordinateSubsidy', /^对附属单位(的)?补助支出$/, '对附属单位补助支出', 'subsidies to subordinate units'),
  concept('reserve', /^(单位)?预留机动经费$/, '预留机动经费', 'reserve of the unit'),
  concept('total', /^(合计|总计)$/, '合计', 'total'),
];

/** `officialReception` for 其中：（三）公务接待费支出; null where the label is a subject, a name or unknown. */
export function rowConceptOf(label: string): string | null {
  const bare = withoutNumbering(label);
  return ROW_CONCEPTS.find(({ pattern }) => pattern.test(bare))?.id ?? null;
}

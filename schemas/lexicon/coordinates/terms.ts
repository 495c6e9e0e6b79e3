import type { Said } from './coordinates.ts';

/**
 * Words and the coordinates that they give to what they name: titles, cells of headers and labels of rows are read by this one list. A
 * text is read from the left, the longest words first (附属单位上缴收入 is no 上缴), and may say several things (一般公共预算基本支出).
 * Words are regular expressions over text without spaces and quotation marks, in half width.
 */
export interface CoordinateTerm {
  words: string;
  sets: Said;
}

const term = (words: string, sets: Said): CoordinateTerm => ({ words, sets });

const APPROPRIATED = '(?:财政)?(?:拨款)?(?:安排的?)?(?:资金)?';
const BALANCE = '(?:资金)?(?:结转|结余)(?:(?:和|及|与|或|、|,|\\/)?(?:结转|结余))?(?:资金)?';

/** 上年结转, and 上年财政拨款结转, which is that of the budgets. */
const balance = (before: string, behind: string, sets: Said): CoordinateTerm[] => [
  term(`${before}${BALANCE}${behind}`, sets),
  term(`${before}财政(?:拨款)?${BALANCE}${behind}`, { ...sets, fund: 'fiscalAppropriation' }),
];

export const COORDINATE_TERMS: readonly CoordinateTerm[] = [
  // 财预〔2016〕143号: the three budgets, then 财政专户 and 单位资金.
  term(`(?:一般公共|公共财政)预算${APPROPRIATED}`, { fund: 'generalPublicBudget' }),
  term(`公共预算${APPROPRIATED}`, { fund: 'generalPublicBudget' }),
  term('一般公共服务预算', { fund: 'generalPublicBudget' }),
  // Up to 2014.
  term('一般预算', { fund: 'generalPublicBudget' }),
  term('(?<![险积业性府])基金预算', { fund: 'governmentFund' }),
  term(`政府性?基金(?:预算)?${APPROPRIATED}`, { fund: 'governmentFund' }),
  term(`国有资本经营(?:预算)?${APPROPRIATED}`, { fund: 'stateCapital' }),
  term('(?:公共)?财政拨款(?:\\(补助\\))?(?:安排的?)?(?:资金)?', { fund: 'fiscalAppropriation' }),
  term('财政(?:部门)?安排的?(?:预算)?拨款', { fund: 'fiscalAppropriation' }),
  term('预算拨款', { fund: 'fiscalAppropriation' }),
  term('本年拨款', { vintage: 'currentYear' }),
  term('(?:纳入)?财政(?:预算外)?专户(?:管理)?的?(?:资金|收费|拨款|核拨)?(?:安排)?', { fund: 'specialAccount' }),
  term('其他专户收入(?:拨款)?', { fund: 'specialAccount', item: 'otherSpecialAccount' }),
  term('教育收费', { fund: 'specialAccount', item: 'educationFees' }),
  term('单位资金(?:安排)?', { fund: 'unitFunds' }),
  term('自有资金', { fund: 'unitFunds' }),
  term('事业(?:单位)?经营(?:服务)?收入|经营收入', { flow: 'revenue', fund: 'unitFunds', item: 'operatingRevenue' }),
  term('事业收入(?:\\(不含教育收费\\))?(?:资金)?', { flow: 'revenue', fund: 'unitFunds', item: 'serviceRevenue' }),
  term('上级补助收入|上级补助', { flow: 'revenue', fund: 'unitFunds', item: 'superiorSubsidy' }),
  term('对?附属单位上缴收入?', { flow: 'revenue', fund: 'unitFunds', item: 'subordinateRemittance' }),
  term('其他收入', { flow: 'revenue', fund: 'unitFunds', item: 'otherRevenue' }),
  term('其他资金', { fund: 'other' }),
  term('非财政拨款(?:资金)?', { fund: 'other' }),
  term('(?:使用|用)?(?:非财政拨款|专用|事业基金|非同级财政拨款)(?:专项)?结余(?:弥补收支差额)?|用事业基金弥补收支差额', {
    fund: 'unitFunds',
    vintage: 'carriedOver',
    item: 'surplusUsed',
  }),
  // Years of the money.
  ...balance('(?:上年|以前年度|历年)', '(?:指标)?', { vintage: 'carriedOver' }),
  ...balance('年初', '', { flow: 'revenue', vintage: 'carriedOver' }),
  ...balance('动用(?:上年|以前年度)?', '', { vintage: 'carriedOver' }),
  term('上年实户资金余额', { fund: 'unitFunds', vintage: 'carriedOver', item: 'accountBalance' }),
  term('未安排支出的实户资金', { fund: 'unitFunds', vintage: 'carriedForward', item: 'accountBalance' }),
  ...balance('(?:年末|年终)', '', { flow: 'expenditure', vintage: 'carriedForward' }),
  term('(?:结转|结余)+(?:到|至)?下年(?:度)?(?:使用|支出)?', { flow: 'expenditure', vintage: 'carriedForward' }),
  ...balance('', '', { vintage: 'carriedOver' }),
  term('扣除(?:中央)?(?:基建|基本建设)(?:投资|项目)?后?(?:的)?', { item: 'withoutCapitalConstruction' }),
  term('结余分配', { flow: 'expenditure', item: 'surplusDistribution' }),
  ...balance('不含(?:上年)?', '', { vintage: 'currentYear' }),
  term('(?:本年|当年)(?:财政)?(?:拨款)?收入', { flow: 'revenue', vintage: 'currentYear' }),
  term('本年预算', { vintage: 'all', stage: 'initialBudget' }),
  // Components.
  term('基本支出', { flow: 'expenditure', component: 'basic' }),
  term('人员(?:经费|支出|类)(?:支出)?', { flow: 'expenditure', component: 'personnel' }),
  term('(?:日常)?公用(?:经费|支出|类)(?:支出)?', { flow: 'expenditure', component: 'public' }),
  term('(?:部门|单位)?项目(?:经费)?支出|专项业务(?:经费|费)(?:支出)?|特定目标类(?:项目)?', { flow: 'expenditure', component: 'project' }),
  term('(?:事业)?(?:单位)?经营支出', { flow: 'expenditure', component: 'business' }),
  term('上缴上级(?:支出)?', { flow: 'expenditure', component: 'remittance' }),
  term('对?附属单位补助(?:支出)?|补助附属单位(?:支出)?', { flow: 'expenditure', component: 'subsidy' }),
  // 预算管理一体化规范: 人员类 and 公用经费 are basic expenditure though each of their entries is called a 项目.
  term('人员类项目(?:支出)?', { flow: 'expenditure', component: 'personnel' }),
  term('(?:运转类)?公用经费项目(?:支出)?', { flow: 'expenditure', component: 'public' }),
  term('其他运转类(?:项目)?(?:支出)?', { flow: 'expenditure', component: 'project' }),
  term('项目支出(?:和|及|、)其他支出', { flow: 'expenditure', component: null }),
  term('(?:单位)?预留机动经费', { flow: 'expenditure', component: 'other', item: 'reserve' }),
  // Views.
  term('三公(?:经费)?', { flow: 'expenditure', memo: 'threePublic' }),
  term('因公出国\\(?境?\\)?(?:费用?|经费)?', { flow: 'expenditure', memo: 'threePublic', item: 'overseasTravel' }),
  term('公务接待(?:费用?|经费)?', { flow: 'expenditure', memo: 'threePublic', item: 'officialReception' }),
  term('公务用车(?:费|经费)|公务用车购置(?:费)?(?:及|和|与|、)(?:公务用车)?运行(?:维护)?(?:费用?|经费)?', {
    flow: 'expenditure',
    memo: 'threePublic',
    item: 'vehicles',
  }),
  term('(?:公务用?车|公车|车辆)购置(?:费用?|经费)', { flow: 'expenditure', memo: 'threePublic', item: 'vehiclePurchase' }),
  term('公务用车购置', { flow: 'expenditure', memo: 'threePublic', item: 'vehiclePurchase' }),
  term('公务用车运行(?:维护)?', { flow: 'expenditure', memo: 'threePublic', item: 'vehicleOperation' }),
  term('(?:公务用?车|公车|车辆)运行(?:维护)?(?:费用?|经费)', { flow: 'expenditure', memo: 'threePublic', item: 'vehicleOperation' }),
  // Of vehicles only below a header or title that says so: a system has a 运行维护费 too.
  term('(?<![\\u4e00-\\u9fff])购置(?:费用?|经费)(?![\\u4e00-\\u9fff])', { flow: 'expenditure', item: 'vehiclePurchase' }),
  term('(?<![\\u4e00-\\u9fff])运行(?:维护)?(?:费用?|经费)(?![\\u4e00-\\u9fff])', { flow: 'expenditure', item: 'vehicleOperation' }),
  term('会议费', { flow: 'expenditure', memo: 'conference' }),
  term('培训费', { flow: 'expenditure', memo: 'training' }),
  term('机关运行经费', { flow: 'expenditure', memo: 'agencyRunning' }),
  term('行政经费', { flow: 'expenditure', memo: 'agencyRunning', item: 'administrativeExpenses' }),
  term('政府采购(?:项目)?(?:\\(资产配置、购买服务\\))?', { flow: 'expenditure', memo: 'procurement' }),
  term('(?:项目)?中?预留给中小企业的项目资金规模', { memo: 'procurement', item: 'smallAndMediumEnterprises' }),
  term('(?:项目)?中?预留给小型、微型企业的项目资金规模', { memo: 'procurement', item: 'smallAndMicroEnterprises' }),
  term('(?:政府)?(?:向社会)?购买服务', { flow: 'expenditure', memo: 'purchaseOfServices' }),
  term('(?:地方)?(?:政府)?(?:一般|专项)?债务', { memo: 'debt' }),
  // Economic categories where they are named without their code: 301–313 of departments, 501–514 of the government.
  term('工资(?:和)?福利支出', { flow: 'expenditure', departmentEconomicCode: '301' }),
  term('商品和服务支出', { flow: 'expenditure', departmentEconomicCode: '302' }),
  term('对个人和家庭的?补助(?:支出)?', { flow: 'expenditure', departmentEconomicCode: '303' }),
  term('债务利息(?:及费用)?支出', { flow: 'expenditure', departmentEconomicCode: '307' }),
  term('资本性支出\\((?:基本建设|一)\\)|基本建设支出', { flow: 'expenditure', departmentEconomicCode: '309' }),
  term('资本性支出', { flow: 'expenditure', departmentEconomicCode: '310' }),
  term('其他资本性(?:等)?支出', { flow: 'expenditure', departmentEconomicCode: '310' }),
  term('对企业补助\\(基本建设\\)', { flow: 'expenditure', departmentEconomicCode: '311' }),
  term('对企业补助', { flow: 'expenditure', departmentEconomicCode: '312' }),
  term('对社会保障基金补助', { flow: 'expenditure', departmentEconomicCode: '313' }),
  term('机关工资福利支出', { flow: 'expenditure', governmentEconomicCode: '501' }),
  term('机关商品和服务支出', { flow: 'expenditure', governmentEconomicCode: '502' }),
  term('机关资本性支出(?:\\(一\\))?', { flow: 'expenditure', governmentEconomicCode: '503' }),
  term('机关资本性支出\\((?:二|基本建设)\\)', { flow: 'expenditure', governmentEconomicCode: '504' }),
  term('对事业单位经常性补助', { flow: 'expenditure', governmentEconomicCode: '505' }),
  term('对事业单位资本性补助', { flow: 'expenditure', governmentEconomicCode: '506' }),
  term('对企业资本性支出', { flow: 'expenditure', governmentEconomicCode: '508' }),
  // Stages.
  term('(?:年初)?预算(?:数|金额|总额|额)?', { stage: 'initialBudget' }),
  term('(?:调整|全年)预算(?:数|金额)?|(?:年中)?调整后?预算(?:数)?', { stage: 'adjustedBudget' }),
  term('(?:预计|预算)?执行(?:数|金额)?|预计完成数?', { stage: 'execution' }),
  term('决算(?:数|金额)?', { stage: 'final' }),
  term('预\\(决\\)算(?:数)?', {}),
  term(
    '(?:同比)?增减(?:变化|变动|情况|金额|额|数)*|增长额|增加额|变动(?:额|情况)?|(?:预算|决算)数?[比较](?:上年|(?:19|20)\\d\\d年)(?:预算|执行|决算)?数?',
    { stage: 'change' },
  ),
  term('(?:增减|增长)(?:率|幅度?|比例|\\(%\\))|增幅', { stage: 'change', item: 'rate' }),
  // What rows are classified by.
  term('功能(?:分类)?(?:科目)?', { classification: 'functional' }),
  term('经济(?:分类)?(?:科目)?', { classification: 'departmentEconomic' }),
  term('政府(?:预算)?(?:支出)?经济(?:分类)?(?:科目)?|经济分类(?:预算)?表\\(政府预算\\)', {
    flow: 'expenditure',
    classification: 'governmentEconomic',
  }),
  // Sides.
  term('收入', { flow: 'revenue' }),
  term('支出', { flow: 'expenditure' }),
  term('收支', { flow: null }),
  // Counts beside money.
  term('(?:采购|购买)?数量', { item: 'quantity' }),
  term('人数|编制数', { item: 'headcount' }),
  // Words that say nothing of a coordinate.
  term('全额|差额|自收自支', {}),
  term('(?:19|20)\\d\\d(?:年度?)?|(?:上|本|当|今|去|下)年度?|年度', {}),
  term('合计|小计|总计|共计|总额|总数|总额度|金额|数额|(?:项目|资金)?金额|数|总', {}),
  term('其中:?|按|的|及|和|与|、|,|:|\\(|\\)|-|/|\\d(?![.\\d])|分', {}),
  term('表|情况|明细|汇总|总体|综合|财务|编制|安排|部门预算|部门|单位|预算单位|市级|本级|资金来源|来源|用途|资金|拨款|科目|分类', {}),
  term('\\(?(?:单位:?)?[百千万亿]*元\\)?', {}),
];

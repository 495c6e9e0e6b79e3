import { MONEY_UNITS } from '../money-units.ts';
import { containing, endingIn, wholly } from '../writing/words.ts';

/** The labels and tables above, between and below the indicators of a form. Patterns see text without spaces. */

/** （万元）, （单位：元） behind a label of amounts. */
const WITH_UNIT = `([（(](${MONEY_UNITS}|单位[:：].*)[)）])?`;

/** What a label of the heading block introduces. */
export type LabelKind =
  | 'name'
  | 'whole'
  | 'department'
  | 'implementer'
  | 'amount'
  | 'executed'
  | 'rate'
  | 'goal'
  | 'actualGoal'
  | 'tasks'
  | 'total'
  | 'score'
  | 'opinion'
  | 'other';

/** Labels by what they introduce; the first that fits counts. */
export const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  ['name', /^(项目|政策|专项|专项资金|转移支付|任务)([（(].{1,6}[)）])?(资金)?名称$/],
  ['whole', /^(预算)?(部门|单位)([（(](单位|部门)[)）])?(全称|名称)$/],
  ['department', /^(项目)?主管(部门|单位)(及代码|名称)?$|^(一级)?预算部门$/],
  ['implementer', /^(项目)?(具体)?(实施|执行|承担|使用)(单位|部门)(及代码|名称)?$|^(预算|项目)单位$/],
  ['rate', /^(项目|预算|资金)?执行率([（(].*[)）])?$/],
  ['executed', new RegExp(`^(全年|年度|项目|预算|资金)*(实际)?(执行|支出)(数|金额|数额)${WITH_UNIT}$`)],
  [
    'amount',
    new RegExp(
      `^(项目|专项|年度|全年|年初|当年|本年|调整后|总体|总|实施期|中长期)*(预算|资金)+(金额|总额|情况|数|资金总额|资金情况|安排|总量)?${WITH_UNIT}$`,
    ),
  ],
  ['actualGoal', /^(全年|年度|年末|目标|总体)*(实际)?完成情况$/],
  ['goal', /^(年度|项目|部门|单位|政策|当年|本年|整体|总体|总|绩效|年初|设定|预期|实施期|中长期|中期|长期|履职|工作)*目标([（(].*[)）])?$/],
  ['tasks', /^(年度|部门|单位)*(主要|重点)(任务|工作)(情况|内容)?$/],
  ['total', /^(绩效|项目|整体|部门)*(自评|评价|综合)?(总评价)?(总得分|总分|得分合计|得分|总计得分)([（(].*[)）])?$|^总评价得分$/],
  ['score', /^(指标)?(自评)?(得分)?(小计|合计)$|^(预算)?执行率(得分|分值)([（(].*[)）])?$|^(减|加|扣)分项$/],
  ['opinion', /^结果应用建议(选项)?$|^(主管部门|财政部门|财政|部门|主管|单位|专家|第三方)*(审核|总体|审查|评审)意见$|^具体建议内容$/],
  [
    'other',
    /^(部门|单位)职能(概述|简介)?$|^(实有|在职)?人员(数量|数|编制)$|^所属单位(数量|数)$|^项目(类型|属性|类别|期|周期|起止时间|负责人|概况|立项依据)$|^(项目)?(实施|执行)(期限|周期)$|^(填报|联系)(人|电话|日期|单位)$|^联系电话$|^自评结论$|^其他(需要)?说明(的问题|事项)?$|^备注$/,
  ],
];

/** An amount for all the years of a project, printed beside or instead of the year's. */
export const OF_ALL_YEARS = /^(实施期|中长期)/;
/** The unit that a label of an amount carries: 资金总额（万元）. It is the first group. */
export const UNIT_IN_LABEL = new RegExp(`[（(](?:单位[:：])?(${MONEY_UNITS})[)）]`);

/** Header cells of a table of tasks (年度主要任务). */
export const TASK_HEADER = wholly(['对应项目', '任务名称', '重点工作', '主要内容', '工作任务']);
/** Header cells of a table of money by kind (项目资金). */
export const MONEY_HEADER =
  /^((年初|全年|调整后|年度)?预算(数|金额)|(全年|实际|年度|预算)*执行(数|金额|率)|分值|得分|权重)([（(].*[)）])?$/;
/** Of these columns the amounts of the form are taken: the later budget before the first one. */
export const BUDGET_COLUMN = /预算(数|金额)/;
export const LATER_BUDGET_COLUMN = /(全年|调整后)预算/;
export const EXECUTED_COLUMN = /执行(数|金额)/;
export const RATE_COLUMN = /执行率/;
/** What a heading promises of the cells below it. */
export const HEADS_DATES = endingIn(['时限', '时间', '期限', '日期']);
export const HEADS_NUMBERS = /(金额|资金|预算|数|率|分值|得分|权重|情况)([（(].*[)）])?$/;
/** Columns that name the project among others. */
export const HEADS_PROJECTS = containing(['项目']);

/** The row, or the heading, of all amounts. */
export const AMOUNT_OF_ALL = containing(['总额', '总计', '合计']);
/** 预算支出总额, 合计: the heading of all amounts, below others or not. */
export const HEADS_AMOUNT_OF_ALL = /^(?:[^>]*总额|合计|总计|小计)$/;

/** The option that opens each list of opinions but the first. Labels of the lists are often lost; their order is not. */
export const OPINION_RESTART = /^建议继续全额安排$/;
export const OPINION_SECTIONS: readonly string[] = ['结果应用建议', '主管部门审核意见', '财政部门审核意见'];
/** An opinion in words, without options. */
export const WHOLE_OPINION = endingIn(['总体意见']);
export const OPTIONS = endingIn(['选项']);

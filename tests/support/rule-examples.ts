import type { Profile } from '../../schemas/profile.ts';
import type { RuleId } from '../../schemas/rules/index.ts';

/** A smallest document that triggers a rule, and what must come out of it. */
export interface RuleExample {
  rule: RuleId;
  /** Lines of a text, `→` for a tab; or bytes that are no such text. */
  source: readonly string[] | Uint8Array;
  /** Places of the rule's findings: `line:start-end`, or `line` where the whole line is meant; pieces of one finding joined by a space. */
  findings?: readonly string[];
  /** The same of the items in the review queue. */
  review?: readonly string[];
  /** Rules that such a document necessarily triggers as well. */
  also?: readonly RuleId[];
  profiles?: readonly Profile[];
}

const COVER = ['青禾市水务局', '2026年部门预算', ''];
const CODED_HEADER = '科目编码→科目名称→合计→基本支出→项目支出';
const CODED_ROWS = [
  '→合计→30.00→20.00→10.00',
  '213→农林水支出→30.00→20.00→10.00',
  '21303→水利→30.00→20.00→10.00',
  '2130301→行政运行→20.00→20.00→',
  '2130306→水利工程运行与维护→10.00→→10.00',
];
const CODED = ['支出预算总表', '单位：万元', CODED_HEADER, ...CODED_ROWS];
/** 元 below 万元. */
const TEN_THOUSAND_TIMES = [
  '一般公共预算支出表',
  '单位：万元',
  CODED_HEADER,
  ...CODED_ROWS.map((row) => row.replaceAll(/(\d+)\.00/g, '$10000')),
];
/** 22102 is missing above 2210201. */
const WITHOUT_PARENT = [
  ...CODED.slice(0, 3),
  '→合计→60.00→50.00→10.00',
  '208→社会保障和就业支出→20.00→20.00→',
  '20805→行政事业单位养老支出→20.00→20.00→',
  '2080505→机关事业单位基本养老保险缴费支出→15.00→15.00→',
  '2080506→机关事业单位职业年金缴费支出→5.00→5.00→',
  ...CODED_ROWS.slice(1),
  '221→住房保障支出→10.00→10.00→',
  '2210201→住房公积金→10.00→10.00→',
];
/** The same form as a conversion prints it that lost the layout: cells in their order, empty ones dropped. */
const SPACED_HEADER = ['支出预算总表', '表3', '单位：万元', '科目编码 科目名称 合计', '基本支出', '项目支出'];
const CONTENTS = ['目录', '一、收支预算总表', '二、收入预算总表', '三、支出预算总表', ''];
const FORM_CAPTION = ['项目（政策）绩效目标表', '单位：万元'];

function form(project: string, amount: string, ...indicators: readonly string[]): string[] {
  return [
    `项目(政策)名称→${project}→→→→→→`,
    '主管部门→青禾市水务局→→→实施单位→青禾市水务局→→',
    `预算资金情况→${amount}→→→→→→`,
    '总体目标→按期完工。→→→→→→',
    '绩效指标→一级指标→二级指标→三级指标→运算符号→指标值→度量单位→完成时限',
    ...indicators,
  ];
}
const LENGTH = '→产出指标→数量指标→清淤长度→>=→12→公里→2026-11';
const QUALITY = '→→质量指标→验收合格率→=→100→%→2026-11';

const replaced = (lines: readonly string[], from: string, to: string): string[] => lines.map((line) => line.replace(from, to));

const profile = (id: string, own: Partial<Profile> = {}): Profile => ({
  id,
  title: id,
  extends: id === 'default' ? null : 'default',
  match: { all: id === 'default' ? [] : [/青禾市/], any: [] },
  titles: {},
  columns: [],
  lookups: {},
  ...own,
});

const EXPENDITURE_COLUMNS = ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'];

export const RULE_EXAMPLES: readonly RuleExample[] = [
  { rule: 'source/empty-file', source: new Uint8Array(0), findings: [''] },
  { rule: 'source/binary-file', source: new TextEncoder().encode('\u0000预算'), findings: [''] },
  // a lone byte that neither encoding allows
  { rule: 'source/undecodable', source: Uint8Array.of(0x31, 0x0a, 0xff, 0x0a), findings: [''] },
  { rule: 'pdf/damaged', source: new TextEncoder().encode('%PDF-1.7\n'), findings: [''] },
  {
    rule: 'source/own-output',
    source: ['<!doctype html>', '<meta charset="utf-8"><meta name="generator" content="duizhang">'],
    findings: [''],
  },
  { rule: 'document/no-disclosure', source: ['通知', '', '请各科室在周五以前交值班表。'], findings: [''] },
  {
    rule: 'document/tables-elsewhere',
    source: [...COVER, ...CONTENTS, '一、收支总体情况说明', '2026年收支总预算30.00万元。'],
    findings: [''],
    review: [''],
  },
  { rule: 'document/table-missing', source: [...COVER, ...CONTENTS, ...CODED], findings: ['5', '6'], review: ['5', '6'] },
  {
    rule: 'document/table-count',
    source: [...COVER, ...CODED],
    findings: [''],
    profiles: [profile('default'), profile('first', { expect: { tables: { min: 9, max: 18 } } })],
  },
  { rule: 'document/year-unknown', source: ['青禾市水务局', '部门预算', '', ...CODED], findings: [''] },
  {
    rule: 'profile/ambiguous',
    source: [...COVER, ...CODED],
    findings: [''],
    profiles: [profile('default'), profile('first'), profile('second')],
  },
  {
    rule: 'table/untitled',
    source: [...COVER, ...FORM_CAPTION, ...form('河道清淤', '10.00', LENGTH), '', '单位：万元', ...form('泵站检修', '5.00', QUALITY)],
    findings: ['14:0-8'],
  },
  {
    rule: 'table/fragment',
    source: [...COVER, ...CODED, '', '单位：万元', '上年结转→→', '小计→其他→'],
    findings: ['14:0-4 15:0-2 15:3-5'],
  },
  {
    rule: 'table/cut',
    source: [...COVER, ...CODED, '', '项目支出预算表', '表4', '单位：万元', '项目'],
    findings: ['13 14 15'],
    review: ['13 14 15'],
  },
  {
    rule: 'header/unreadable',
    source: [
      ...COVER,
      ...CODED,
      '',
      '项目支出预算表',
      '表4',
      '单位：万元',
      '科目编码→科目名称',
      '2130301→行政运行',
      '2130306→水利工程运行与维护',
    ],
    findings: ['13 14 15'],
    review: ['13 14 15'],
  },
  {
    // the columns of 小计 and 人员经费 changed places in the header, not in the rows
    rule: 'header/restored',
    source: [
      ...COVER,
      '支出预算总表',
      '单位：万元',
      '科目编码→科目名称→合计→基本支出→→→项目支出',
      '→→→人员经费→小计→公用经费→',
      '→合计→30.00→20.00→15.00→5.00→10.00',
      '213→农林水支出→30.00→20.00→15.00→5.00→10.00',
      '21303→水利→30.00→20.00→15.00→5.00→10.00',
      '2130301→行政运行→20.00→20.00→15.00→5.00→',
      '2130306→水利工程运行与维护→10.00→→→→10.00',
    ],
    findings: ['4'],
    profiles: [profile('default'), profile('first', { columns: [{ title: /^支出预算总表$/, paths: EXPENDITURE_COLUMNS }] })],
  },
  { rule: 'header/damaged', source: [...COVER, ...replaced(CODED, '→基本支出→', '→→')], findings: ['4'], review: ['7:4-9'] },
  {
    rule: 'column/missing',
    source: [...COVER, ...CODED.slice(0, 3), '→合计→30.00→→10.00', '213→农林水支出→30.00→→10.00', '21303→水利→30.00→→10.00'],
    findings: ['4'],
    review: ['4'],
  },
  // one long row among many short ones
  {
    rule: 'table/sparse',
    source: [
      ...COVER,
      '表3 支出预算总表',
      '单位：万元',
      '科目编码→科目名称→合计→基本支出→项目支出',
      ...Array.from({ length: 600 }, (_, i) => `${2130301 + i}→某支出${i}→3.00→2.00→1.00`),
      Array.from({ length: 600 }, (_, i) => `${i + 1}.00`).join('→'),
    ],
    findings: ['4'],
    also: ['header/damaged', 'subject/name-differs'],
  },
  // the 100 cells before cover 10,000 cells each: 100 columns of the 100 rows of the table
  {
    rule: 'source/spans-cut',
    source: ['<table>', `<tr>${'<td colspan="100" rowspan="100">1.00</td>'.repeat(102)}</tr>`, '<tr></tr>'.repeat(99), '</table>'],
    findings: ['2'],
    also: ['document/no-disclosure', 'header/unreadable', 'value/unit-unknown', 'header/damaged'],
  },
  {
    rule: 'markup/hidden-amounts',
    source: [
      ...COVER,
      '支出预算总表',
      '单位：万元',
      '<table><tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr>',
      '<tr><td></td><td>合计</td><td>30.00</td></tr>',
      '<tr><td>213</td><td>农林水支出</td><td><del>25.00</del>30.00</td></tr>',
      '<tr style="display:none"><td>221</td><td>住房保障支出</td><td>9.99</td></tr></table>',
    ],
    findings: ['8 9'],
    review: ['8 9'],
  },
  {
    rule: 'table/reading-order',
    source: [
      ...COVER,
      '支出预算总表',
      '单位：万元',
      '科目编码',
      '',
      '科目名称',
      '',
      '合计',
      '',
      '2130301',
      '',
      '行政运行',
      '',
      '20.00',
      '',
      '2130306',
      '',
      '水利工程运行与维护',
      '',
      '10.00',
    ],
    review: ['16:0-5 22:0-5'],
  },
  {
    rule: 'table/title-lost',
    source: [
      ...COVER,
      ...SPACED_HEADER,
      '2130301 行政运行 20.00 14.00 6.00',
      '2130306 水利工程运行与维护 4.00 1.00 3.00',
      '',
      '表4',
      '单位：万元',
      '科目编码 科目名称 合计 基本支出 项目支出',
      '2130301 行政运行 20.00 14.00 6.00',
    ],
    review: ['16:13-18 16:19-24 16:25-29'],
  },
  {
    rule: 'row/misaligned',
    source: [...COVER, ...SPACED_HEADER, '2130301 行政运行 20.00 14.00 6.00 6.00', '2130306 水利工程运行与维护 4.00 1.00 3.00'],
    findings: ['10:0-7'],
    review: ['10:0-7'],
    also: ['placement/ambiguous'],
  },
  {
    rule: 'value/unreadable-number',
    source: [...COVER, '项目支出预算表', '单位：万元', '项目名称→金额', '泵站检修→5.00', '河道清淤→1O.00'],
    findings: ['8:5-10'],
    review: ['8:5-10'],
  },
  { rule: 'value/unit-unknown', source: [...COVER, ...CODED.filter((line) => !line.startsWith('单位'))], findings: ['4'] },
  {
    rule: 'value/unit-differs',
    source: [...COVER, '项目支出预算表', '单位：万元', '项目名称→金额', '泵站检修→5.00', '河道清淤→8000元'],
    review: ['8:5-10'],
  },
  {
    rule: 'value/odd-decimals',
    source: [
      ...COVER,
      '项目支出预算表',
      '单位：万元',
      '项目名称→金额',
      ...Array.from({ length: 8 }, (_, i) => `泵站检修${'甲乙丙丁戊己庚辛'[i]}→5.00`),
      '河道清淤→8.001',
    ],
    review: ['15:5-10'],
  },
  {
    rule: 'table/scale-differs',
    source: [...COVER, ...CODED, '', ...TEN_THOUSAND_TIMES],
    findings: ['4', '13'],
    also: ['value/scale-doubtful'],
  },
  {
    rule: 'value/scale-doubtful',
    source: [...COVER, ...CODED, '', '支出总体情况表', ...CODED.slice(1), '', ...TEN_THOUSAND_TIMES],
    review: ['25:4-10 25:11-17 25:18-24 26:10-16 26:17-23 26:24-30 27:9-15 27:16-22 27:23-29 28:13-19 28:20-26 29:18-24 29:26-32'],
    also: ['table/scale-differs'],
  },
  {
    rule: 'subject/level-missing',
    source: [...COVER, ...WITHOUT_PARENT],
    findings: ['17:0-7'],
    review: ['17:0-7'],
  },
  { rule: 'subject/name-differs', source: [...COVER, ...replaced(CODED, '行政运行', '行政运转')], findings: ['10:0-7'] },
  {
    rule: 'subject/name-of-another',
    source: [...COVER, ...replaced(CODED, '行政运行', '事业运行')],
    findings: ['10:0-7'],
    review: ['10:0-7'],
  },
  {
    rule: 'subject/not-in-force',
    source: [
      ...COVER,
      ...CODED.slice(0, 3),
      '→合计→30.00→20.00→10.00',
      '201→一般公共服务支出→30.00→20.00→10.00',
      '20115→工商行政管理事务→30.00→20.00→10.00',
      '2011501→行政运行→20.00→20.00→',
      '2011505→执法办案专项→10.00→→10.00',
    ],
    findings: ['9:0-5'],
  },
  {
    rule: 'code/restored',
    source: [
      ...COVER,
      ...CODED.slice(0, 3),
      '→合计→9.10→9.10→',
      '213→农林水支出→9.10→9.10→',
      '01→农业农村→9.10→9.10→',
      '2130104→事业运行→9.10→9.10→',
    ],
    findings: ['9:0-2'],
  },
  {
    rule: 'code/ambiguous',
    source: [...COVER, ...CODED.slice(0, 3), '205→教育支出→7.10→7.10→', '02→普通教育→→→', '73→甲乙丙→→→'],
    findings: ['9:0-2'],
    review: ['9:0-2'],
  },
  {
    rule: 'code/unread',
    source: [...COVER, ...CODED.slice(0, 3), '259→甲类→7.10→7.10→', '02→乙款→3.10→3.10→'],
    findings: ['8:0-2'],
    review: ['8:0-2'],
  },
  {
    rule: 'placement/ambiguous',
    source: [...COVER, ...SPACED_HEADER, '2130301 行政运行 20.00 20.00', '2130306 水利工程运行与维护 4.00 1.00 3.00'],
    findings: ['10:0-7'],
    review: ['10:19-24'],
  },
  {
    // 20.00 is no sum of 15.00, 15.00 and 10.00
    rule: 'placement/unsolved',
    source: [
      ...COVER,
      ...SPACED_HEADER,
      '21303 水利 40.00 20.00 20.00',
      '2130301 行政运行 15.00 15.00',
      '2130304 水利行业业务管理 15.00 15.00',
      '2130306 水利工程运行与维护 10.00 10.00',
    ],
    findings: ['10:0-5'],
    also: ['placement/ambiguous'],
  },
  {
    rule: 'equation/broken',
    source: [...COVER, ...replaced(CODED, '行政运行→20.00→20.00', '行政运行→26.00→20.00')],
    review: ['10:13-18'],
  },
  {
    rule: 'equation/tail',
    source: [...COVER, ...replaced(CODED, '水利工程运行与维护→10.00→→10.00', '水利工程运行与维护→10.01→→10.01')],
    review: ['11:18-23'],
  },
  { rule: 'equation/rows-missing', source: [...COVER, ...CODED.slice(0, -1)], review: ['9:9-14'] },
  {
    rule: 'statement/disagrees',
    source: [...COVER, ...CODED, '', '三、支出预算情况说明', '2026年支出预算31.00万元，其中：基本支出20.00万元，项目支出10.00万元。'],
    review: ['14:9-14 7:4-9'],
  },
  {
    rule: 'form/row-unread',
    source: [...COVER, ...FORM_CAPTION, ...form('河道清淤', '十万', LENGTH)],
    findings: ['8:7-9'],
    review: ['8:7-9'],
  },
  {
    rule: 'form/level-inferred',
    source: [
      ...COVER,
      ...FORM_CAPTION,
      ...form('河道清淤', '10.00', LENGTH, QUALITY.replace('质量指标', '')),
      ...form('泵站检修', '5.00', QUALITY),
    ],
    findings: ['12:3-24'],
  },
  {
    // three of four projects have a form
    rule: 'form/project-missing',
    source: [
      ...COVER,
      '项目支出预算表',
      '单位：万元',
      '项目名称→金额',
      '河道清淤→10.00',
      '泵站检修→5.00',
      '水质化验→3.00',
      '堤岸巡查→4.00',
      '',
      ...FORM_CAPTION,
      ...form('河道清淤', '10.00', LENGTH),
      ...form('泵站检修', '5.00', QUALITY),
      ...form('水质化验', '3.00', QUALITY),
    ],
    findings: ['10:0-4'],
    review: ['10:0-4'],
  },
];

const TAB = '→';

export function bytesOf({ source }: RuleExample): Uint8Array {
  return source instanceof Uint8Array ? source : new TextEncoder().encode(`${source.join('\n').replaceAll(TAB, '\t')}\n`);
}

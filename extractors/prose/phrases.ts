import { compactOf } from './compact.ts';

/** Words that a standard noun phrase begins with: what stands before is an institution, a year or a verb. */
const HEADS =
  /收支总预算|收支预算|预算收支|收入总计|支出总计|总收入|总支出|财务总|预算总|收入预算|支出预算|预算收入|预算支出|财政拨款|一般公共预算|政府性基金|国有资本|财政专户|单位资金|事业收入|事业单位经营|经营收入|上级补助|附属单位|其他收入|上年结转|年初结转|年末结转|基本支出|项目支出|人员经费|公用经费|债务支出|政府采购|政府购买服务|采购预算|采购项目|“三公”|三公经费|因公出国|公务接待|国内公务接待|公务用车|机关运行经费|委托业务费|资产总额|车辆|应编制|实际编制/;
const CUT_BEFORE_HEAD =
  /(?:(?:[局厅委办院站所队处部会馆团校心社]|机关|部门|单位|汇总）|本级）?)的?|年度?初?|在|安排的?|通过|[我本].{1,2}|共有?|共计|涉及|使用|编制|纳入[^，]{0,16}预算的|[，：])$/;
const STARTS =
  /^(?:[，、；：。,）]|其中|具体包括|包括|具体为|分别[为是]|主要[为是]|主要包括|(?:主要)?用于|另外|此外|同时|以及|[和与及]|在[^，]{2,12}中|第?[一二三四五六七八九十]{1,3}是|按[^，：]{2,14}(?:划分为|分为|分[，：])|共计|合计(?=.{4})|预计|根据测算|共?有(?=车辆)|共?涉及(?!资金|金额|经费|项目|预算$|$)|共(?=[安接需])|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))/;
const REASON = /^.{0,30}?(?:原因|由于|因为)(?:是|为|：)?/;
const INSTITUTION_YEAR = /^[^，。；]{2,40}?(?:[局厅委办院站所队处部会馆团校心社关位门]|汇总）|本级）)(?:编制)?20\d\d年(?:度|初|末|部门)?/;
const TIMES =
  /^(?:截[至止][^，]{4,14}?[日底末]|20\d\d年(?:度|初|末|底)?(?:\d{1,2}月)?|今年|当年|[本我](?:部门|单位)(?:所属(?:各?预算)?单位)?(?=.{2})|本年度?(?!收入|支出)|编制20\d\d年(?:度|部门|单位)?|年初预算(?=[^数的为支]{4})|全年(?=预算|执行))[，、]?/;
const TAIL = /(?:共计需?|共需|共有|共|累计|总计达|约|预计|预计需|为|达到?|是|等|计划|需|近|仅|各|了|安排(?!支出)|[，：、（-])+$/;
const BOUNDARY = /[，。；：！？,;]/;
export const COUNT_SUFFIX: Readonly<Record<string, string>> = {
  人: '人数',
  人次: '人次',
  批次: '批次',
  次: '次数',
  批: '批次',
  户: '户数',
  家: '家数',
  个: '数',
  辆: '数量',
  台: '数量',
};

/** Index in `lead` after the last clause boundary that stands outside brackets. */
export function clauseStart(lead: string): number {
  let depth = 0;
  for (let i = lead.length - 1; i >= 0; i--) {
    const char = lead.charAt(i);
    if (char === '）') depth++;
    else if (char === '（') {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && BOUNDARY.test(char) && i < lead.length - 1) return i + 1;
  }
  return 0;
}

/** The noun phrase of a clause without connectives, year, institution and the verb before the number. */
export function clean(clause: string): string {
  let noun = clause
    .slice(-120)
    .replace(/^[^“”]{0,20}“[^”]{2,100}”(?=项目)/, '')
    .replace(/“([^“”]{2,30})”科目/, '$1')
    .replace(REASON, '')
    .replace(/（[^（）]{0,80}[/÷×*][^（）]{0,80}）/g, '');
  for (let before = ''; before !== noun; ) {
    before = noun;
    noun = noun.replace(STARTS, '').replace(INSTITUTION_YEAR, '').replace(TIMES, '');
  }
  const head = HEADS.exec(noun);
  if (head && head.index > 0 && CUT_BEFORE_HEAD.test(noun.slice(0, head.index))) noun = noun.slice(head.index);
  const publicExpenses = noun.indexOf('“三公”');
  if (publicExpenses > 0) noun = noun.slice(publicExpenses);
  noun = noun.replace(TAIL, '').replace(/20\d\d年度?(?=(?:年初)?(?:预算|决算)数$)/, '');
  return noun.length > 48 ? noun.slice(-48) : noun;
}

const INSTITUTION_END = /(?:[局厅委办院站所队处部会馆团校心社]|本级）?)$/;

/** 某中心 3 家事业单位: what is counted stands behind the institutions; '' where none are counted. */
export function institutions(noun: string, unit: string, after: string): string {
  if (!/^[家个]$/.test(unit) || !INSTITUTION_END.test(noun)) return '';
  return /^[^，。；：、（\d]{0,10}?单位/.exec(after)?.[0] ?? '';
}

export function changeWord(word: string, unit: string): string {
  const down = /减|降|压|跌|节约/.test(word);
  if (unit === '%' || unit === '‰') return down ? '下降率' : '增长率';
  if (/百分点/.test(unit)) return `${word}百分点`;
  const sign = down ? '减少' : '增加';
  return unit.includes('元') ? `${sign}额` : `${sign}数`;
}

export function following(text: string, from: number, max: number): string {
  const next = /^[^，。；：、！？（）,;\d]*/.exec(text.slice(from, from + max + 8))?.[0] ?? '';
  return next.replace(/^的/, '').slice(0, max);
}

export function counted(noun: string, unit: string): string {
  if (unit === '个' && /项目$/.test(noun)) return `${noun}数`;
  return /^(?:批次|人次|批)$/.test(unit) && !/[次数]$/.test(noun) ? noun + (COUNT_SUFFIX[unit] ?? '') : noun;
}

export function headingNoun(heading: string | null): string {
  if (heading === null || heading.length > 40) return '';
  const noun = compactOf(heading)
    .text.replace(/（[^（）]*）$/, '')
    .replace(STARTS, '')
    .replace(/^[^“]{0,20}关于/, '')
    .replace(/[。.]$/, '');
  return clean(
    noun.replace(
      /(?:增减)?(?:安排|支出|变化|收支|预算|决算|使用|占有|占用|执行|设置|总体|的|及|与|和|原因|情况|说明|指标|管理|工作|结果)+$/,
      '',
    ),
  );
}

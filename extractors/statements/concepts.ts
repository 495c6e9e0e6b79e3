import { compactOf } from './compact.ts';
import type { Quantity } from './quantities.ts';
import { type SubjectPath, subjectIn } from './subjects.ts';

/** From the names of a subject path (类, 款, 项; outermost first, at least one) to its code; null when unknown. */
export type SubjectLookup = (path: string[]) => string | null;

export interface Spoken {
  concept: string;
  subjectCode: string | null;
  period: number | null;
  /** Where the clause around the quantity begins, in compact text. */
  clauseFrom: number;
  /** Characters of compact text after the quantity that name it (3 个｜项目). */
  tail: number;
}

/** Words that a standard noun phrase begins with: what stands before is an institution, a year or a verb. */
const HEADS =
  /收支总预算|收支预算|预算收支|收入总计|支出总计|总收入|总支出|财务总|预算总|收入预算|支出预算|财政拨款|一般公共预算|政府性基金|国有资本|财政专户|单位资金|事业收入|事业单位经营|经营收入|上级补助|附属单位|其他收入|上年结转|年初结转|年末结转|基本支出|项目支出|人员经费|公用经费|债务支出|政府采购|政府购买服务|采购预算|采购项目|“三公”|三公经费|因公出国|公务接待|国内公务接待|公务用车|机关运行经费|委托业务费|资产总额|车辆|应编制|实际编制/;
const CUT_BEFORE_HEAD =
  /(?:[局厅委办院站所队处部会馆团校心社]|机关|部门|单位|汇总）|本级）?|年度?初?|在|安排的?|通过|[我本].{1,2}|共有?|共计|涉及|使用|编制|[，：])$/;
const STARTS =
  /^(?:[，、；：。,）]|其中|具体包括|包括|具体为|分别[为是]|主要[为是]|另外|此外|同时|以及|[和与及]|在[^，]{2,12}中|第?[一二三四五六七八九十]{1,3}是|按[^，：]{2,14}(?:划分为|分为|分[，：])|共计|合计(?=.{4})|预计|根据测算|共?有(?=车辆)|共?涉及(?!资金|金额|经费|项目|预算$|$)|共(?=[安接需])|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))/;
const REASON = /^.{0,30}?(?:原因|由于|因为)(?:是|为|：)?/;
const INSTITUTION_YEAR = /^[^，。；]{2,40}?(?:[局厅委办院站所队处部会馆团校心社关位门]|汇总）|本级）)(?:编制)?20\d\d年(?:度|初|末|部门)?/;
const TIMES =
  /^(?:截[至止][^，]{4,14}?[日底末]|20\d\d年(?:度|初|末|底)?(?:\d{1,2}月)?|今年|当年|[本我](?:部门|单位)(?:所属(?:各?预算)?单位)?(?=.{2})|本年度?(?!收入|支出)|编制20\d\d年(?:度|部门|单位)?|年初预算(?=[^数的为支]{4})|全年(?=预算|执行))[，、]?/;
const TAIL = /(?:共计需?|共需|共|累计|总计达|约|预计|预计需|为|达到?|是|等|计划|需|近|仅|各|了|安排(?!支出)|[，：、（-])+$/;
const CHANGE = /(增加|减少|增长|下降|降低|上升|提高|压减|压缩|节约|核减|调减|调增|增幅|降幅|升高)(?:了|额|率|幅度?|数)?(?:为|约|达|近)?$/;
const COMPARED = /(?:相比|相较|比较|比|较|与|同)于?((?:上|去)一?年度?|20\d\d年度?|年初|预算)([^，。；]*)$/;
const COMPARISON_WORDS = /^(?:(?:年初|全年|调整)?(?:预算|决算|批复|执行)数?|批复数?|末|同期|对比|相比|比较|比|数|的|，)+/;
const SHARE = /(?:^|[，。；）])?占比?(?:为|约)?$/;
const BUDGET_PART = /年初预算|全年预算|调整预算/;
const BUDGET_END = /(?:支出)?(?:年初|全年)?预算数?$/;
const RATIO = /占(.{1,40}?)的?(?:比重|比例|比)?(?:为|达到?)?$/;
const COMPLETION = /完成了?((?:全年|年初|当年|调整|本年)?[^，]{0,6}?预算)(?:批复)?数?的?$/;
const GENERIC =
  /^(?:本年|当年|今年|年度)?(?:(?:支出|收入)?(?:年初预算|全年预算|调整预算|决算|执行)|预算)?(?:数|金额|支出|收入|资金|安排|批复数?|总额|合计|小计|总计)?$|^(?:涉及|安排)(?:资金|金额|经费|预算)$/;
const VERB_END = /(?:购置|处置|新增|报废|设置|举办|组织|聘用|招聘|开展|涉及|对|设有?)$/;
const BOUNDARY = /[，。；：！？,;]/;
const NOT_PAST = /^(?:上|去)年度?(?:末|初)?(?:结转|结余|净结余|财政|预算|专户|滚存|政府|一般|国有|单位资金|超收)/;
const ROOT = /^(?:收支总?预算|收入(?:总计|预算)|支出(?:总计|预算)|.*总收入|.*总支出)$/;

const NAMED_BY_SUBJECT = /^(?:涉及|安排)?(?:资金|金额|经费|预算)$/;
const GRADE = /^(?:评级(?:情况|结果)?为)?([优良中差])$/;

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.])/;
/** （一）某某经费，…: the paragraph speaks of it. */
const TOPIC = /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、])([^，。；：“”]{2,40}?(?:经费|项目|补助|资金|工程|专项))[，：]/;
const PROJECT =
  /^(?:（\d{1,2}）|\d{1,2}[.、])?(?:“([^”]{2,80})”(?=项目|[^、，]{0,4}(?:自评|得分|预算))|([^，。：“”]{2,60}?)(?:项目)?(?:绩效)?(?:自评)?综述：)/;
const COUNT_SUFFIX: Readonly<Record<string, string>> = {
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

interface Noun {
  concept: string;
  code: string | null;
  /** The amount of an earlier year that this year's is compared with. */
  past: boolean;
  /** Characters after the quantity that name it. */
  tail?: number;
}

/** Follows the prose of a document and says of each quantity what it is the quantity of. */
export class Speaker {
  private readonly year: number | null;
  private readonly lookup: SubjectLookup;
  private heading: string | null = null;
  private subject = '';
  private main = '';
  private first = '';
  private firstIsOpen = true;
  private group: string | null = null;
  private bracketGroup = false;
  /** The subject is what 对 1 个单位开展 … counts; amounts that follow are its. */
  private counted = false;
  private base = '上年';
  private item: SubjectPath | null = null;
  private project: string | null = null;
  private asOf: number | null = null;
  private period: number | null = null;

  constructor(year: number | null, lookup: SubjectLookup) {
    this.year = year;
    this.lookup = lookup;
    this.period = year;
  }

  beginParagraph(text: string, heading: string | null): void {
    const start = text.slice(0, 120);
    if (heading !== this.heading || /20\d\d年/.test(start)) this.asOf = null;
    if (heading !== this.heading || NUMBERED.test(start)) {
      this.item = null;
      this.first = heading === this.heading && !NUMBERED.test(start) ? this.first : headingNoun(heading);
    }
    this.heading = heading;
    this.first = TOPIC.exec(start)?.[1] ?? this.first;
    this.subject = this.first;
    this.main = this.first;
    this.firstIsOpen = !/^其中/.test(start);
    this.group = null;
    this.bracketGroup = false;
    this.counted = false;
    this.base = '上年';
    this.period = this.asOf ?? this.year;
    const project = PROJECT.exec(start);
    this.project = project?.[1] ?? project?.[2] ?? null;
  }

  /** A paragraph may end by naming the subject that the next one tells amounts of: 甲（类）乙（款）丙（项）。 */
  endParagraph(rest: string): void {
    const end = rest.slice(-160).replace(/[。：]$/, '');
    if (/（[类款项]）$/.test(end)) this.item = subjectIn(end, this.item, this.lookup);
  }

  /** `leadFrom`: where the previous quantity ended. Call in the order of the text. */
  say(text: string, leadFrom: number, quantity: Quantity): Spoken {
    const from = Math.max(leadFrom, quantity.from - 240);
    const lead = text.slice(from, quantity.from);
    this.follow(lead);
    const clauseFrom = from + clauseStart(lead);
    const clause = text.slice(clauseFrom, quantity.from);
    const period = this.periodOf(lead, clause);
    const found = subjectIn(lead, this.item, this.lookup);
    if (found) this.item = found;
    const spoken = this.nounOf(clause, lead, quantity, text, found);
    const concept = this.project ? `${this.project}-${spoken.concept}` : spoken.concept;
    return { concept, subjectCode: spoken.code, period: spoken.past ? this.pastYear(clause) : period, clauseFrom, tail: spoken.tail ?? 0 };
  }

  private follow(lead: string): void {
    const compared = /(?:相比|对比|比|较|与)于?(上年|去年|年初预算|预算)/.exec(lead);
    if (lead.includes('。')) {
      this.group = null;
      this.subject = this.main || this.subject;
      this.base = '上年';
    }
    if (this.group !== null && /；(?:[本我](?:部门|单位)|全年|20\d\d年)/.test(lead)) this.group = null;
    if (this.bracketGroup && lead.startsWith('）')) {
      this.group = null;
      this.bracketGroup = false;
      this.subject = this.main || this.subject;
    }
    if (compared) this.base = compared[1] === '去年' ? '上年' : (compared[1] as string);
    if (this.counted && /，涉及(?!资金|金额|经费)[^，。；]{2,}$/.test(lead)) this.group ??= this.subject;
    if (/其中|包括[：:]?[^，。；]{0,24}$|(?:分别|具体)[为是]/.test(lead)) {
      this.group ??= this.subject;
      if (lead.includes('（其中')) this.bracketGroup = true;
    }
  }

  private nounOf(clause: string, lead: string, quantity: Quantity, text: string, found: SubjectPath | null): Noun {
    const code = this.item?.code ?? null;
    const trimmed = clause.replace(/-$/, '');
    const change = CHANGE.exec(trimmed);
    if (change) return this.change(trimmed.slice(0, change.index), change[1] as string, quantity.unit, found);
    const completion = COMPLETION.exec(trimmed);
    if (completion) {
      const own = this.own(trimmed.slice(0, completion.index));
      return {
        concept: `${own ?? this.current().replace(/(?:年初|全年)?预算数?$/, '')}完成${clean(completion[1] as string) || completion[1]}比例`,
        code: own ? this.bareCode(own) : code,
        past: false,
      };
    }
    if (quantity.unit === '%' && SHARE.test(trimmed)) {
      const own = this.own(trimmed.replace(SHARE, ''));
      return { concept: `${own ?? this.current()}占比`, code: own ? this.bareCode(own) : code, past: false };
    }
    const ratio = quantity.unit === '%' ? RATIO.exec(trimmed) : null;
    if (ratio) {
      const own = this.own(trimmed.slice(0, ratio.index));
      return { concept: `${own ?? this.current()}占${clean(ratio[1] as string)}比重`, code: own ? this.bareCode(own) : code, past: false };
    }
    const compared = COMPARED.exec(trimmed);
    if (compared && compared[1] !== '预算' && !/差异|原因/.test(compared[2] as string)) return this.compared(trimmed, compared);
    if (found) {
      this.remember(found.name);
      const part = BUDGET_PART.exec(trimmed.slice(trimmed.lastIndexOf('）') + 1))?.[0];
      return { concept: part ? `${found.name}-${part}` : found.name, code: found.code, past: false };
    }
    const noun = /”(?:（[^（）]{1,8}）)?等?$|对$/.test(trimmed) ? '' : clean(trimmed);
    if (this.isGeneric(noun)) return this.generic(noun, lead, quantity, text, BUDGET_PART.exec(trimmed)?.[0] ?? null);
    const grade = GRADE.exec(noun)?.[1];
    if (grade) return { concept: `${headingNoun(this.heading)}评级为${grade}`, code: null, past: false };
    const verb = VERB_END.test(noun) ? following(text, quantity.to, 10) : '';
    const concept = this.grouped(counted(noun + verb, quantity.unit), quantity.unit);
    this.remember(noun + verb);
    return { concept, code: this.bareCode(noun), past: false, tail: verb.length };
  }

  private isGeneric(noun: string): boolean {
    return /^(?:支出|收入)$/.test(noun) ? this.item !== null : GENERIC.test(noun);
  }

  /** Nothing of its own stands before the number: the noun follows it, or the subject goes on. */
  private generic(noun: string, lead: string, quantity: Quantity, text: string, part: string | null): Noun {
    const code = this.item?.code ?? null;
    if (this.item && noun !== '') {
      return { concept: part ? `${this.item.name}-${part}` : this.item.name, code, past: false };
    }
    if (noun === '' && !/[、，]$/.test(lead.slice(-1)) && quantity.unit !== '%') {
      const next = following(text, quantity.to, 16);
      if (next !== '') return { concept: this.followed(next, quantity.unit), code: null, past: false, tail: next.length };
    }
    const current = this.current();
    if (current === '') return { concept: noun, code: null, past: false };
    if (noun === '') {
      const root = current.replace(/(?:批次|人次|人数|数|累计)+$/, '');
      return { concept: root + (quantity.unit.includes('元') ? '金额' : (COUNT_SUFFIX[quantity.unit] ?? '')), code, past: false };
    }
    if (part !== null && BUDGET_END.test(current)) return { concept: current.replace(/(?:年初|全年)?预算数?$/, part), code, past: false };
    if (/决算|执行/.test(noun) && BUDGET_END.test(current)) return { concept: current.replace(BUDGET_END, '') + noun, code, past: false };
    const subject = NAMED_BY_SUBJECT.test(noun) ? current.replace(/数$/, '') : current;
    return { concept: subject === noun ? noun : `${subject}-${noun}`, code, past: false };
  }

  /** 对 3 个项目开展了…: what is counted stands behind; the heading says to what end. */
  private followed(next: string, unit: string): string {
    const kind = /^(?:项目|单位|部门|政策)/.exec(next)?.[0];
    const topic = headingNoun(this.heading);
    if (kind === undefined || topic === '') return counted(next, unit);
    this.remember(topic);
    this.counted = true;
    return `${topic}${kind}数`;
  }

  private change(before: string, word: string, unit: string, found: SubjectPath | null): Noun {
    const compared = COMPARED.exec(before);
    let base = this.base;
    let noun = before;
    if (compared) {
      const told = compared[1] as string;
      base = /年初/.test(told) ? '年初预算' : told === '预算' ? '预算' : '上年';
      const rest = (compared[2] as string).replace(COMPARISON_WORDS, '');
      noun = before.slice(0, compared.index);
      if (clean(noun) === '' && rest !== '') noun = rest;
      this.base = base;
    }
    const own = found ? found.name : this.own(noun);
    const subject = own ?? this.current();
    if (own) this.remember(own);
    return {
      concept: `${subject}比${base}${changeWord(word, unit)}`,
      code: found ? found.code : own ? this.bareCode(own) : (this.item?.code ?? null),
      past: false,
    };
  }

  /** 比 2025 年度预算 0 万元: the amount of the year compared with; 甲费比 2025 年度预算数 0 万元: no change. */
  private compared(clause: string, compared: RegExpExecArray): Noun {
    const own = this.own(clause.slice(0, compared.index));
    if (own) {
      this.remember(own);
      return { concept: `${own}比上年增减额`, code: this.bareCode(own), past: false };
    }
    const rest = clean((compared[2] as string).replace(/^(?:度|的|：)+/, ''));
    const subject = rest === '' || GENERIC.test(rest) ? this.current() : rest;
    return { concept: `${/^年初/.test(compared[1] as string) ? '年初预算' : '上年'}${subject}`, code: this.item?.code ?? null, past: true };
  }

  private own(text: string): string | null {
    const noun = clean(text.slice(clauseStart(text)));
    return noun === '' || this.isGeneric(noun) ? null : noun;
  }

  private current(): string {
    return this.item?.name ?? (this.project === null ? this.subject : '');
  }

  private remember(noun: string): void {
    if (this.group === null) this.main = noun;
    if (this.firstIsOpen && this.group === null) {
      this.first = noun;
      this.firstIsOpen = false;
    }
    this.subject = noun;
    if (this.item && this.item.name !== noun) this.item = null;
  }

  private grouped(noun: string, unit: string): string {
    const group = this.group?.replace(/(?<=经费)(?:预算|支出|决算)+(?:数|合计|总额)?$|合计$|(?<!年初|全年|总)预算数?$/, '') ?? '';
    if (this.group === null || group === '' || this.group === noun || ROOT.test(this.group)) return noun;
    if (
      noun.includes(group) ||
      noun.startsWith(group.slice(0, 3)) ||
      (group === '车辆' && noun.endsWith('车')) ||
      (unit !== '辆' && /^(?:单价|单位价值)/.test(noun))
    )
      return noun;
    return `${group}-${noun}`;
  }

  private bareCode(noun: string): string | null {
    return noun.length <= 25 && /(?:支出|补助)$/.test(noun) && !/预算支出$/.test(noun) ? this.lookup([noun]) : null;
  }

  private periodOf(lead: string, clause: string): number | null {
    const sentence = lead.lastIndexOf('。') + 1;
    if (sentence > 0) this.period = this.asOf ?? this.year;
    const reason = lead.slice(sentence).search(/原因|由于|[，。]因/);
    let now: number | null = null;
    for (const match of lead.slice(sentence).matchAll(/(20\d\d)年/g)) {
      const before = lead.slice(Math.max(0, sentence + match.index - 4), sentence + match.index);
      if (/[比较同与于〔（至]$/.test(before) && !/截至$/.test(before)) continue;
      const year = Number(match[1]);
      if (/截[至止]$/.test(before)) this.asOf = year;
      const inClause = sentence + match.index >= lead.length - clause.length;
      if (inClause) now = year;
      if (reason < 0 || match.index < reason) this.period = year;
    }
    const said = clause.replace(/^(?:[，、；：。]|其中|主要|原因|是)+/, '');
    if (/^(?:上|去)年/.test(said) && !NOT_PAST.test(said) && this.year !== null) return this.year - 1;
    return now ?? this.period;
  }

  private pastYear(clause: string): number | null {
    const named = /(20\d\d)年/.exec(clause)?.[1];
    if (named) return Number(named);
    if (/年初/.test(clause)) return this.year;
    return this.year === null ? null : this.year - 1;
  }
}

/** Index in `lead` after the last clause boundary that stands outside brackets. */
function clauseStart(lead: string): number {
  let depth = 0;
  for (let at = lead.length - 1; at >= 0; at--) {
    const char = lead[at] as string;
    if (char === '）') depth++;
    else if (char === '（') {
      if (depth === 0) return at + 1;
      depth--;
    } else if (depth === 0 && BOUNDARY.test(char) && at < lead.length - 1) return at + 1;
  }
  return 0;
}

/** The noun phrase of a clause without connectives, year, institution and the verb before the number. */
function clean(clause: string): string {
  let noun = clause
    .slice(-120)
    .replace(/^[^“”]{0,20}“[^”]{2,100}”(?=项目)/, '')
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
  noun = noun.replace(TAIL, '');
  return noun.length > 48 ? noun.slice(-48) : noun;
}

function changeWord(word: string, unit: string): string {
  const down = /减|降|压|节约/.test(word);
  if (unit === '%' || unit === '‰') return down ? '下降率' : '增长率';
  if (/百分点/.test(unit)) return `${word}百分点`;
  const sign = down ? '减少' : '增加';
  return unit.includes('元') ? `${sign}额` : `${sign}数`;
}

function following(text: string, from: number, max: number): string {
  const next = /^[^，。；：、！？（）,;\d]*/.exec(text.slice(from, from + max + 8))?.[0] ?? '';
  return next.replace(/^的/, '').slice(0, max);
}

function counted(noun: string, unit: string): string {
  if (unit === '个' && /项目$/.test(noun)) return `${noun}数`;
  return /^(?:批次|人次|批)$/.test(unit) && !/[次数]$/.test(noun) ? noun + (COUNT_SUFFIX[unit] as string) : noun;
}

function headingNoun(heading: string | null): string {
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

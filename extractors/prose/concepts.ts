import { at } from '../model/at.ts';
import { Calendar } from './calendar.ts';
import { COUNT_SUFFIX, changeWord, clauseStart, clean, counted, following, headingNoun, institutions } from './phrases.ts';
import type { Quantity } from './quantities.ts';
import { mentionedIn, type SubjectLookup, type SubjectPath, subjectIn } from './subjects.ts';

export interface Spoken {
  concept: string;
  subjectCode: string | null;
  period: number | null;
  /** Where the clause around the quantity begins, in compact text. */
  clauseFrom: number;
  /** Characters of compact text after the quantity that name it (3 个｜项目). */
  tail: number;
}

const CHANGE =
  /(增加|减少|增长|下降|降低|上升|提高|压减|压缩|节约|核减|调减|调增|[增降减升涨跌]幅|升高)(?:了|额|率|幅度?|数)?(?:为|约|达|近)?$/;
const COMPARED = /(?:相比|相较|比较|比|较|与|同)于?((?:上|去)一?年度?|20\d\d年度?|年初|预算)([^，。；]*)$/;
const COMPARISON_WORDS = /^(?:(?:年初|全年|调整)?(?:预算|决算|批复|执行)数?|批复数?|末|同期|对比|相比|比较|比|数|的|，)+/;
const SHARE = /(?:^|[，。；）])?占比?(?:为|约)?$/;
const BUDGET_PART = /年初预算|全年预算|调整预算/;
const BUDGET_END = /(?:支出)?(?:年初|全年)?预算数?$/;
const RATIO = /占(.{1,40}?)的?(?:比重|比例|比)?(?:为|达到?)?$/;
const COMPLETION = /完成了?((?:全年|年初|当年|调整|本年)?[^，]{0,6}?预算)(?:批复)?数?的?$/;
const GENERIC =
  /^(?:本年|当年|今年|年度)?(?:(?:支出|收入)?(?:年初预算|全年预算|调整预算|决算|执行)|预算)?(?:数|金额|支出|收入|资金|安排|批复数?|总额|合计|小计|总计)?$|^(?:涉及|安排)(?:资金|金额|经费|预算)$/;
/** 本部门 2026 年预算支出: all of it, whatever the sentences before were about. */
const WHOLE =
  /(?:[本我](?:部门|单位)|本级）|[局厅委办院站所队处部会馆团校心社])(?:20\d\d年度?|当年|全年)?(?:部门|单位)?(预算(?:收入|支出))(?:共计?|合计|总计|为|安排)*$/;
const VERB_END = /(?:购置|处置|新增|报废|设置|举办|组织|聘用|招聘|开展|涉及|对|设有?)$/;
const ROOT = /^(?:收支总?预算|收入(?:总计|预算(?:总计|合计)?)|支出(?:总计|预算(?:总计|合计)?)|预算收入|预算支出|.*总收入|.*总支出)$/;

const NAMED_BY_SUBJECT = /^(?:涉及|安排)?(?:资金|金额|经费|预算)$/;
const GRADE = /^(?:评级(?:情况|结果)?为)?([优良中差])$/;

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.])/;
/** （一）某某经费，…: the paragraph speaks of it. */
const TOPIC = /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、])([^，。；：“”]{2,40}?(?:经费|费用?|项目|补助|资金|工程|专项))[，：。]/;
const PROJECT =
  /^(?:（\d{1,2}）|\d{1,2}[.、])?(?:“([^”]{2,80})”(?=项目|[^、，]{0,4}(?:自评|得分|预算))|([^，。：“”]{2,60}?)(?:项目)?(?:绩效)?(?:自评)?综述：)/;

/** Whether the number after 比上年 is a change: at once (比上年 3 万元，) or after both directions of a form (比上年增加（减少）3 万元). */
function isChange(compared: RegExpExecArray, after: string): boolean {
  const rest = at(compared, 2);
  if (/^(?:增加|减少|增长|下降|增|减)[（/、或](?:增加|减少|增长|下降|增|减)）?$/.test(rest)) return true;
  return rest === '' && /^[比较]/.test(compared[0]) && /[年度]$/.test(at(compared, 1)) && /^(?:[，。；、）]|$)/.test(after);
}

interface Noun {
  concept: string;
  code: string | null;
  /** The amount of an earlier year that this year's is compared with. */
  past: boolean;
  /** Characters after the quantity that name it. */
  tail?: number;
}

/** What a change is measured against, from the word for it. */
function baseOf(told: string): string {
  if (told.includes('年初')) return '年初预算';
  return told === '预算' ? '预算' : '上年';
}

/** What changed stands before 比上年, or between it and the word for the change. */
function changedNoun(before: string, compared: RegExpExecArray): string {
  const noun = before.slice(0, compared.index);
  const rest = at(compared, 2).replace(COMPARISON_WORDS, '');
  return clean(noun) === '' && rest !== '' ? rest : noun;
}

/** The number that follows a count: 接待 3 批次 12 人 0.5 万元. */
function amountNoun(current: string, unit: string): string {
  const root = current.replace(/(?:批次|人次|人数|数|累计)+$/, '');
  return root + (unit.includes('元') ? '金额' : (COUNT_SUFFIX[unit] ?? ''));
}

/** 年初预算, 决算数 or 资金 said of what is being spoken of. */
function partOf(current: string, noun: string, part: string | null): string {
  if (BUDGET_END.test(current)) {
    if (part !== null) return current.replace(/(?:年初|全年)?预算数?$/, part);
    if (/决算|执行/.test(noun)) return current.replace(BUDGET_END, '') + noun;
  }
  const subject = NAMED_BY_SUBJECT.test(noun) ? current.replace(/数$/, '') : current;
  return subject === noun ? noun : `${subject}-${noun}`;
}

/** Follows the prose of a document and says of each quantity what it is the quantity of. */
export class Speaker {
  private readonly lookup: SubjectLookup;
  private heading: string | null = null;
  private subject = '';
  private main = '';
  private first = '';
  private firstIsOpen = true;
  private group: string | null = null;
  private bracketGroup = false;
  /** The parts of the group stand apart by commas, so that a semicolon ends it. */
  private commas = false;
  /** What was spoken of where each open bracket began. */
  private brackets: string[] = [];
  /** The subject is what 对 1 个单位开展 … counts; amounts that follow are its. */
  private counted = false;
  private base = '上年';
  private item: SubjectPath | null = null;
  private project: string | null = null;
  private readonly calendar: Calendar;

  constructor(year: number | null, lookup: SubjectLookup) {
    this.calendar = new Calendar(year);
    this.lookup = lookup;
  }

  beginParagraph(text: string, heading: string | null): void {
    const start = text.slice(0, 120);
    this.calendar.beginParagraph(start, heading !== this.heading);
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
    this.brackets = [];
    this.counted = false;
    this.base = '上年';
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
    const period = this.calendar.periodOf(lead, clause);
    const found = subjectIn(lead, this.item, this.lookup);
    this.item = found ?? mentionedIn(lead) ?? this.item;
    const spoken = this.nounOf(clause, lead, quantity, text, found);
    const concept = this.project ? `${this.project}-${spoken.concept}` : spoken.concept;
    return {
      concept,
      subjectCode: spoken.code,
      period: spoken.past ? this.calendar.pastYear(clause) : period,
      clauseFrom,
      tail: spoken.tail ?? 0,
    };
  }

  private follow(lead: string): void {
    this.endGroups(lead);
    this.followBrackets(lead);
    const compared = /(?:相比|对比|比|较|与)于?(上年|去年|年初预算|预算)/.exec(lead)?.[1];
    if (compared !== undefined) this.base = compared === '去年' ? '上年' : compared;
    this.beginGroups(lead);
  }

  /** With the sentence, a semicolon or the bracket in which its parts stand. */
  private endGroups(lead: string): void {
    if (/。(?!）)/.test(lead)) {
      this.leaveGroup();
      this.base = '上年';
    }
    if (this.group !== null && /；(?:[本我](?:部门|单位)|全年|20\d\d年)/.test(lead)) this.group = null;
    if (this.group !== null && this.commas && lead.startsWith('；')) this.leaveGroup();
    if (this.bracketGroup && /^。?）/.test(lead)) {
      this.leaveGroup();
      this.bracketGroup = false;
    }
  }

  private leaveGroup(): void {
    this.group = null;
    this.subject = this.main || this.subject;
  }

  private beginGroups(lead: string): void {
    if (this.counted && /，涉及(?!资金|金额|经费)[^，。；]{2,}$/.test(lead)) this.group ??= this.subject;
    if (!/其中|包括[：:]?[^，。；]{0,24}$|(?:分别|具体)[为是]/.test(lead)) return;
    if (this.group === null) this.commas = false;
    this.group ??= this.subject;
    if (lead.includes('（其中')) this.bracketGroup = true;
  }

  /** After the bracket the sentence goes on with what it spoke of before. */
  private followBrackets(lead: string): void {
    for (const bracket of lead.match(/[（）]/g) ?? []) {
      if (bracket === '（') this.brackets.push(this.subject);
      else this.subject = this.brackets.pop() ?? this.subject;
    }
  }

  private nounOf(clause: string, lead: string, quantity: Quantity, text: string, found: SubjectPath | null): Noun {
    const trimmed = clause.replace(/-$/, '');
    return (
      this.relation(trimmed, quantity, text, found) ?? this.wholeName(trimmed, found) ?? this.commonNoun(trimmed, lead, quantity, text)
    );
  }

  /** A change, a share, or an amount that this one is compared with. */
  private relation(trimmed: string, quantity: Quantity, text: string, found: SubjectPath | null): Noun | null {
    const change = CHANGE.exec(trimmed);
    if (change) return this.change(trimmed.slice(0, change.index), at(change, 1), quantity.unit, found);
    const completion = COMPLETION.exec(trimmed);
    if (completion) {
      const budget = at(completion, 1);
      const current = this.current().replace(/(?:年初|全年)?预算数?$/, '');
      return this.suffixed(trimmed.slice(0, completion.index), `完成${clean(budget) || budget}比例`, current);
    }
    if (quantity.unit === '%' && SHARE.test(trimmed)) return this.suffixed(trimmed.replace(SHARE, ''), '占比');
    const ratio = quantity.unit === '%' ? RATIO.exec(trimmed) : null;
    if (ratio) return this.suffixed(trimmed.slice(0, ratio.index), `占${clean(at(ratio, 1))}比重`);
    const compared = COMPARED.exec(trimmed);
    if (!compared || compared[1] === '预算' || /差异|原因/.test(at(compared, 2))) return null;
    return this.compared(trimmed, compared, text.slice(quantity.to, quantity.to + 2));
  }

  /** `suffix` said of the noun that stands before it, else of what is being spoken of. */
  private suffixed(before: string, suffix: string, current = this.current()): Noun {
    const own = this.own(before);
    return { concept: `${own ?? current}${suffix}`, code: own ? this.bareCode(own) : this.itemCode(), past: false };
  }

  /** A budget subject, or all of the budget. */
  private wholeName(trimmed: string, found: SubjectPath | null): Noun | null {
    if (found) {
      this.remember(found.name);
      const part = BUDGET_PART.exec(trimmed.slice(trimmed.lastIndexOf('）') + 1))?.[0];
      return { concept: part ? `${found.name}-${part}` : found.name, code: found.code, past: false };
    }
    const whole = WHOLE.exec(trimmed)?.[1];
    if (!whole) return null;
    this.group = null;
    this.remember(whole);
    return { concept: whole, code: null, past: false };
  }

  private commonNoun(trimmed: string, lead: string, quantity: Quantity, text: string): Noun {
    const noun = /”(?:（[^（）]{1,8}）)?等?$|对$/.test(trimmed) ? '' : clean(trimmed);
    if (this.isGeneric(noun)) return this.generic(noun, lead, quantity, text, BUDGET_PART.exec(trimmed)?.[0] ?? null);
    const grade = GRADE.exec(noun)?.[1];
    if (grade) return { concept: `${headingNoun(this.heading)}评级为${grade}`, code: null, past: false };
    const held = institutions(noun, quantity.unit, text.slice(quantity.to, quantity.to + 16));
    if (held !== '') return { concept: held, code: null, past: false, tail: held.length };
    const verb = VERB_END.test(noun) ? following(text, quantity.to, 10) : '';
    if (/^[，、][^，；。：]*$/.test(lead) && !lead.includes('其中')) this.commas = true;
    const concept = this.grouped(counted(noun + verb, quantity.unit), quantity.unit);
    this.remember(noun + verb);
    return { concept, code: this.bareCode(noun), past: false, tail: verb.length };
  }

  private isGeneric(noun: string): boolean {
    return /^(?:支出|收入)$/.test(noun) ? this.item !== null : GENERIC.test(noun);
  }

  /** Nothing of its own stands before the number: the noun follows it, or the subject goes on. */
  private generic(noun: string, lead: string, quantity: Quantity, text: string, part: string | null): Noun {
    if (this.item && noun !== '') {
      return { concept: part ? `${this.item.name}-${part}` : this.item.name, code: this.item.code, past: false };
    }
    if (noun === '' && !/[、，]$/.test(lead) && quantity.unit !== '%') {
      const next = following(text, quantity.to, 16);
      if (next !== '') return { concept: this.followed(next, quantity.unit), code: null, past: false, tail: next.length };
    }
    const current = this.current();
    if (current === '') return { concept: noun, code: null, past: false };
    return { concept: noun === '' ? amountNoun(current, quantity.unit) : partOf(current, noun, part), code: this.itemCode(), past: false };
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
    if (compared) this.base = baseOf(at(compared, 1));
    const own = found ? found.name : this.own(compared ? changedNoun(before, compared) : before);
    const subject = own ?? this.current();
    if (own) this.remember(own);
    return {
      concept: `${subject}比${this.base}${changeWord(word, unit)}`,
      code: found ? found.code : own ? this.bareCode(own) : this.itemCode(),
      past: false,
    };
  }

  /**
   * 比 2025 年度预算 0 万元: the amount of the year compared with; 甲费比 2025 年度预算数 0 万元, 比上年 3 万元，: the change, for
   * whose direction the word is missing.
   */
  private compared(clause: string, compared: RegExpExecArray, after: string): Noun {
    const before = clause.slice(0, compared.index);
    const own = this.own(before);
    if (own) this.remember(own);
    if (own || isChange(compared, after)) return this.suffixed(before, '比上年增减额');
    const rest = clean(at(compared, 2).replace(/^(?:度|的|：)+/, ''));
    const subject = rest === '' || GENERIC.test(rest) ? this.current() : rest;
    return { concept: `${at(compared, 1).startsWith('年初') ? '年初预算' : '上年'}${subject}`, code: this.itemCode(), past: true };
  }

  private own(text: string): string | null {
    const noun = clean(text.slice(clauseStart(text)));
    return noun === '' || this.isGeneric(noun) ? null : noun;
  }

  private itemCode(): string | null {
    return this.item?.code ?? null;
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
}

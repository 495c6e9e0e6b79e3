import type { Relation } from '../../schemas/disclosure.ts';
import {
  AMOUNT_ONLY,
  BUDGET_END,
  BUDGET_WORD_END,
  CARRIED_OUT,
  COUNT_WORDS_END,
  EARLIER_BUDGET,
  EXPENSE_NAME,
  GRADE,
  MONEY_OF_COUNTED,
  MONEY_OF_IT,
  NO_NOUN_END,
  NUMBER_END,
  nameOfGrade,
  OF_WHICH_AT_START,
  PROJECT_OF_PARAGRAPH,
  SIDE_ONLY,
  TOPIC_OF_PARAGRAPH,
  VERB_END,
  WHOLE_BUDGET,
} from '../../schemas/lexicon/prose/amounts.ts';
import { COUNTED_OF_BUDGET } from '../../schemas/lexicon/prose/bodies.ts';
import {
  BASE_NAMED,
  BASES,
  BEFORE_OTHER_DIRECTION,
  BEHIND_BASE,
  baseOf,
  CHANGE_AT_END,
  type Change,
  COMPARED,
  COMPARED_AT_ONCE,
  COMPLETION_AT_END,
  DOWN,
  directionOf,
  EITHER_DIRECTION,
  ENDS_IN_YEAR,
  isPerCent,
  nameOfBase,
  nameOfChange,
  nameOfCompletion,
  nameOfShare,
  nameOfShareIn,
  nameOfUnsignedChange,
  OF_BASE,
  SHARE_AT_END,
  SHARE_IN_AT_END,
  SPEAKS_OF_DIFFERENCE,
  UP,
  USUAL_BASE,
} from '../../schemas/lexicon/prose/changes.ts';
import { COUNT_NAMES, nameOfCount } from '../../schemas/lexicon/prose/clauses.ts';
import { NUMBERED } from '../../schemas/lexicon/prose/numbering.ts';
import { isMoney } from '../../schemas/lexicon/prose/quantities.ts';
import { ENDS_IN_LEVEL, LONGEST_SUBJECT } from '../../schemas/lexicon/prose/subjects.ts';
import { at } from '../model/at.ts';
import { Calendar } from './calendar.ts';
import { clauseStart, clean, counted, following, headingNoun, institutions } from './phrases.ts';
import type { Quantity } from './quantities.ts';
import { mentionedIn, type SubjectLookup, type SubjectPath, subjectIn } from './subjects.ts';
import { endsSentence, Topic } from './topic.ts';

export interface Spoken {
  concept: string;
  subjectCode: string | null;
  /** What the quantity says of the amount that `noun` names; `direction` of a change, where its word tells. */
  relation: Relation;
  noun: string;
  direction: Change['direction'] | null;
  period: number | null;
  /** Where the clause around the quantity begins, in compact text. */
  clauseFrom: number;
  /** Characters of compact text after the quantity that name it (3 个｜项目). */
  tail: number;
}

/** Whether the number after 比上年 is a change: at once (比上年 3 万元，) or after both directions of a form (比上年增加（减少）3 万元). */
function isChange(compared: RegExpExecArray, after: string): boolean {
  const rest = at(compared, 2);
  if (EITHER_DIRECTION.test(rest)) return true;
  return rest === '' && COMPARED_AT_ONCE.test(compared[0]) && ENDS_IN_YEAR.test(at(compared, 1)) && /^(?:[，。；、）]|$)/.test(after);
}

interface Noun {
  concept: string;
  code: string | null;
  /** The amount of an earlier year that this year's is compared with. */
  past: boolean;
  /** What is said of an amount, where it is not the amount itself. */
  said?: Said;
  /** Characters after the quantity that name it. */
  tail?: number;
}

/** Of the amount called `noun`. */
interface Said {
  relation: Exclude<Relation, 'amount'>;
  noun: string;
  direction: Change['direction'] | null;
}

/** What changed stands before 比上年, or between it and the word for the change. */
function changedNoun(before: string, compared: RegExpExecArray): string {
  const noun = before.slice(0, compared.index);
  const rest = at(compared, 2).replace(OF_BASE, '');
  return clean(noun) === '' && rest !== '' ? rest : noun;
}

/** The number that follows a count: 接待 3 批次 12 人 0.5 万元. */
function amountNoun(current: string, unit: string): string {
  return current.replace(COUNT_WORDS_END, '') + (isMoney(unit) ? MONEY_OF_COUNTED : (COUNT_NAMES[unit] ?? ''));
}

/** 年初预算, 决算数 or 资金 said of what is being spoken of. */
function partOf(current: string, noun: string, part: string | null): string {
  if (BUDGET_END.test(current)) {
    if (part !== null) return current.replace(BUDGET_WORD_END, part);
    if (CARRIED_OUT.test(noun)) return current.replace(BUDGET_END, '') + noun;
  }
  const subject = MONEY_OF_IT.test(noun) ? current.replace(NUMBER_END, '') : current;
  return subject === noun ? noun : `${subject}-${noun}`;
}

/** Follows the prose of a document and says of each quantity what it is the quantity of. */
export class Speaker {
  private readonly lookup: SubjectLookup;
  private heading: string | null = null;
  private readonly topic = new Topic();
  private base: string = USUAL_BASE;
  private item: SubjectPath | null = null;
  private project: string | null = null;
  private readonly calendar: Calendar;
  /** What the last number told, where that was a change. */
  private changed: Noun | null = null;

  constructor(year: number | null, lookup: SubjectLookup) {
    this.calendar = new Calendar(year);
    this.lookup = lookup;
  }

  beginParagraph(text: string, heading: string | null): void {
    const start = text.slice(0, 120);
    this.calendar.beginParagraph(start, heading !== this.heading);
    const isNew = heading !== this.heading || NUMBERED.test(start);
    if (isNew) this.item = null;
    this.heading = heading;
    const named = TOPIC_OF_PARAGRAPH.exec(start)?.[1] ?? (isNew ? headingNoun(heading) : null);
    this.topic.beginParagraph(named, !OF_WHICH_AT_START.test(start));
    this.base = USUAL_BASE;
    this.changed = null;
    const project = PROJECT_OF_PARAGRAPH.exec(start);
    this.project = project?.[1] ?? project?.[2] ?? null;
  }

  /** A paragraph may end by naming the subject that the next one tells amounts of: 甲（类）乙（款）丙（项）。 */
  endParagraph(rest: string): void {
    const end = rest.slice(-160).replace(/[。：]$/, '');
    if (ENDS_IN_LEVEL.test(end)) this.item = subjectIn(end, this.item, this.lookup);
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
    const spoken = this.inBracket(lead, quantity) ?? this.nounOf(clause, lead, quantity, text, found);
    this.changed = spoken.said?.relation === 'change' ? spoken : null;
    const inProject = (name: string): string => (this.project ? `${this.project}-${name}` : name);
    return {
      concept: inProject(spoken.concept),
      subjectCode: spoken.code,
      relation: spoken.said?.relation ?? 'amount',
      noun: inProject(spoken.said?.noun ?? spoken.concept),
      direction: spoken.said?.direction ?? null,
      period: spoken.past ? this.calendar.pastYear(clause) : period,
      clauseFrom,
      tail: spoken.tail ?? 0,
    };
  }

  private follow(lead: string): void {
    this.topic.follow(lead);
    if (endsSentence(lead)) this.base = USUAL_BASE;
    const compared = BASE_NAMED.exec(lead)?.[1];
    if (compared !== undefined) this.base = baseOf(compared);
  }

  /** 增加 3 万元（5%）: the rate of the change before it. */
  private inBracket(lead: string, { unit }: Quantity): Noun | null {
    const { changed } = this;
    if (!changed?.said || lead !== '（' || !isPerCent(unit)) return null;
    const { noun, direction } = changed.said;
    const concept = nameOfChange(noun, this.base, direction === 'down' ? DOWN : UP, unit);
    return { ...changed, concept, said: { relation: 'rate', noun, direction } };
  }

  private nounOf(clause: string, lead: string, quantity: Quantity, text: string, found: SubjectPath | null): Noun {
    const trimmed = clause.replace(/-$/, '');
    return (
      this.relation(trimmed, quantity, text, found) ?? this.wholeName(trimmed, found) ?? this.commonNoun(trimmed, lead, quantity, text)
    );
  }

  /** A change, a share, or an amount that this one is compared with. */
  private relation(trimmed: string, quantity: Quantity, text: string, found: SubjectPath | null): Noun | null {
    const change = CHANGE_AT_END.exec(trimmed);
    if (change) return this.change(trimmed.slice(0, change.index), at(change, 1), quantity.unit, found);
    const completion = COMPLETION_AT_END.exec(trimmed);
    if (completion) {
      const budget = at(completion, 1);
      const name = (noun: string): string => nameOfCompletion(noun, clean(budget) || budget);
      return this.said(trimmed.slice(0, completion.index), name, 'completion', this.current().replace(BUDGET_WORD_END, ''));
    }
    if (quantity.unit === '%' && SHARE_AT_END.test(trimmed)) return this.said(trimmed.replace(SHARE_AT_END, ''), nameOfShare, 'share');
    const ratio = quantity.unit === '%' ? SHARE_IN_AT_END.exec(trimmed) : null;
    if (ratio) return this.said(trimmed.slice(0, ratio.index), (noun) => nameOfShareIn(noun, clean(at(ratio, 1))), 'share');
    const compared = COMPARED.exec(trimmed);
    if (!compared || at(compared, 1) === BASES.budget || SPEAKS_OF_DIFFERENCE.test(at(compared, 2))) return null;
    return this.compared(trimmed, compared, quantity.unit, text.slice(quantity.to, quantity.to + 2));
  }

  /** Said of the noun that stands before it, else of what is being spoken of. */
  private said(before: string, name: (noun: string) => string, relation: Said['relation'], current = this.current()): Noun {
    const own = this.own(before);
    const noun = own ?? current;
    const code = own ? this.bareCode(own) : this.itemCode();
    return { concept: name(noun), code, past: false, said: { relation, noun, direction: null } };
  }

  /** A budget subject, or all of the budget. */
  private wholeName(trimmed: string, found: SubjectPath | null): Noun | null {
    if (found) {
      this.remember(found.name);
      const part = EARLIER_BUDGET.exec(trimmed.slice(trimmed.lastIndexOf('）') + 1))?.[0];
      return { concept: part ? `${found.name}-${part}` : found.name, code: found.code, past: false };
    }
    const whole = WHOLE_BUDGET.exec(trimmed)?.[1];
    if (!whole) return null;
    this.topic.rememberWhole(whole);
    this.keepItem(whole);
    return { concept: whole, code: null, past: false };
  }

  private commonNoun(trimmed: string, lead: string, quantity: Quantity, text: string): Noun {
    const noun = NO_NOUN_END.test(trimmed) ? '' : clean(trimmed);
    if (this.isGeneric(noun)) return this.generic(noun, lead, quantity, text, EARLIER_BUDGET.exec(trimmed)?.[0] ?? null);
    const grade = GRADE.exec(noun)?.[1];
    if (grade) return { concept: nameOfGrade(headingNoun(this.heading), grade), code: null, past: false };
    const held = institutions(noun, quantity.unit, text.slice(quantity.to, quantity.to + 16));
    if (held !== '') return { concept: held, code: null, past: false, tail: held.length };
    const verb = VERB_END.test(noun) ? following(text, quantity.to, 10) : '';
    this.topic.noteList(lead);
    const concept = this.topic.nameInGroup(counted(noun + verb, quantity.unit), quantity.unit);
    this.remember(noun + verb);
    return { concept, code: this.bareCode(noun), past: false, tail: verb.length };
  }

  private isGeneric(noun: string): boolean {
    return SIDE_ONLY.test(noun) ? this.item !== null : AMOUNT_ONLY.test(noun);
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
    const kind = COUNTED_OF_BUDGET.exec(next)?.[0];
    const topic = headingNoun(this.heading);
    if (kind === undefined || topic === '') return counted(next, unit);
    this.topic.rememberCounted(topic);
    this.keepItem(topic);
    return nameOfCount(topic + kind);
  }

  private change(before: string, word: string, unit: string, found: SubjectPath | null): Noun {
    const compared = COMPARED.exec(before);
    if (compared) this.base = baseOf(at(compared, 1));
    const own = found ? found.name : this.own(compared ? changedNoun(before, compared) : before);
    const subject = own ?? this.current();
    if (own) this.remember(own);
    return {
      concept: nameOfChange(subject, this.base, word, unit),
      code: found ? found.code : own ? this.bareCode(own) : this.itemCode(),
      past: false,
      said: {
        relation: isPerCent(unit) ? 'rate' : 'change',
        noun: subject,
        direction: BEFORE_OTHER_DIRECTION.test(before) ? null : directionOf(word),
      },
    };
  }

  /**
   * 比 2025 年度预算 0 万元: the amount of the year compared with; 甲费比 2025 年度预算数 0 万元, 比上年 3 万元，: the change, for
   * whose direction the word is missing.
   */
  private compared(clause: string, compared: RegExpExecArray, unit: string, after: string): Noun {
    const before = clause.slice(0, compared.index);
    const own = this.own(before);
    if (own) this.remember(own);
    if (own || isChange(compared, after)) return this.said(before, nameOfUnsignedChange, isPerCent(unit) ? 'rate' : 'change');
    const rest = clean(at(compared, 2).replace(BEHIND_BASE, ''));
    const subject = rest === '' || AMOUNT_ONLY.test(rest) ? this.current() : rest;
    return { concept: nameOfBase(baseOf(at(compared, 1)), subject), code: this.itemCode(), past: true };
  }

  private own(text: string): string | null {
    const noun = clean(text.slice(clauseStart(text)));
    return noun === '' || this.isGeneric(noun) ? null : noun;
  }

  private itemCode(): string | null {
    return this.item?.code ?? null;
  }

  private current(): string {
    return this.item?.name ?? (this.project === null ? this.topic.subject : '');
  }

  private remember(noun: string): void {
    this.topic.remember(noun);
    this.keepItem(noun);
  }

  /** A budget subject is spoken of until something else is. */
  private keepItem(noun: string): void {
    if (this.item && this.item.name !== noun) this.item = null;
  }

  private bareCode(noun: string): string | null {
    return noun.length <= LONGEST_SUBJECT && EXPENSE_NAME.test(noun) ? this.lookup([noun]) : null;
  }
}

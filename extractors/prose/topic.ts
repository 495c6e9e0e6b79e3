import {
  AMOUNT_OF_GROUP_END,
  GROUP_BEGINS,
  GROUP_ENDS,
  GROUP_IN_BRACKETS,
  OF_WHICH,
  PART_OF_COUNTED,
  PRICE_OF_ONE,
  VEHICLES,
  WHOLE_ACCOUNT,
} from '../../schemas/lexicon/prose/amounts.ts';

/** Characters that two names have in common at their start where one is a part of the other's thing. */
const COMMON_START = 3;

/** Whether a sentence ends in the text before a number; within a bracket it goes on behind it. */
export const endsSentence = (lead: string): boolean => /。(?!）)/.test(lead);

/** What a paragraph is speaking of, and the group whose parts it tells. `lead`: the text between two quantities. */
export class Topic {
  subject = '';
  /** What amounts without a name are of, from the start of the paragraph. */
  private first = '';
  private firstIsOpen = true;
  private main = '';
  private group: string | null = null;
  private bracketGroup = false;
  /** The parts of the group stand apart by commas, so that a semicolon ends it. */
  private commas = false;
  /** What was spoken of where each open bracket began. */
  private brackets: string[] = [];
  /** The subject is what 对 1 个单位开展 … counts; amounts that follow are its. */
  private counted = false;

  /** `named`: what heading or start of the paragraph name; null where it goes on. `open`: its first noun names it anew. */
  beginParagraph(named: string | null, open: boolean): void {
    this.first = named ?? this.first;
    this.subject = this.first;
    this.main = this.first;
    this.firstIsOpen = open;
    this.group = null;
    this.bracketGroup = false;
    this.brackets = [];
    this.counted = false;
  }

  follow(lead: string): void {
    this.endGroups(lead);
    this.followBrackets(lead);
    this.beginGroups(lead);
  }

  remember(noun: string): void {
    if (this.group === null) this.main = noun;
    if (this.firstIsOpen && this.group === null) {
      this.first = noun;
      this.firstIsOpen = false;
    }
    this.subject = noun;
  }

  /** All of the budget: what follows is no part of the group before. */
  rememberWhole(noun: string): void {
    this.group = null;
    this.remember(noun);
  }

  /** What is counted; parts that follow are its. */
  rememberCounted(noun: string): void {
    this.remember(noun);
    this.counted = true;
  }

  /** 甲费 3 万元、乙费 4 万元: the parts of a group are listed. */
  noteList(lead: string): void {
    if (/^[，、][^，；。：]*$/.test(lead) && !lead.includes(OF_WHICH)) this.commas = true;
  }

  /** The name of a part with that of its group before it, unless it says so itself. */
  nameInGroup(noun: string, unit: string): string {
    const group = this.group?.replace(AMOUNT_OF_GROUP_END, '') ?? '';
    if (this.group === null || group === '' || this.group === noun || WHOLE_ACCOUNT.test(this.group)) return noun;
    return noun.includes(group) || isNamedBy(noun, group, unit) ? noun : `${group}-${noun}`;
  }

  /** With the sentence, a semicolon or the bracket in which its parts stand. */
  private endGroups(lead: string): void {
    if (endsSentence(lead)) this.leaveGroup();
    if (this.group !== null && GROUP_ENDS.test(lead)) this.group = null;
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
    if (this.counted && PART_OF_COUNTED.test(lead)) this.group ??= this.subject;
    if (!GROUP_BEGINS.test(lead)) return;
    if (this.group === null) this.commas = false;
    this.group ??= this.subject;
    if (lead.includes(GROUP_IN_BRACKETS)) this.bracketGroup = true;
  }

  /** After the bracket the sentence goes on with what it spoke of before. */
  private followBrackets(lead: string): void {
    for (const bracket of lead.match(/[（）]/g) ?? []) {
      if (bracket === '（') this.brackets.push(this.subject);
      else this.subject = this.brackets.pop() ?? this.subject;
    }
  }
}

function isNamedBy(noun: string, group: string, unit: string): boolean {
  if (noun.startsWith(group.slice(0, COMMON_START))) return true;
  if (group === VEHICLES.group && noun.endsWith(VEHICLES.kindEnd)) return true;
  return unit !== VEHICLES.unit && PRICE_OF_ONE.test(noun);
}

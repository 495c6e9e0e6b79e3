import {
  AS_OF,
  BEFORE_YEAR,
  MONEY_FROM_LAST_YEAR,
  NAMED_YEAR,
  REASON_FOLLOWS,
  SPEAKS_OF_LAST_YEAR,
  START_OF_YEAR,
  YEAR_OF_ANOTHER,
  YEARS,
} from '../../schemas/lexicon/prose/years.ts';

/** Follows the prose and says which year each quantity speaks of. */
export class Calendar {
  /** 截至 2025 年底 holds until the section ends or another year is named. */
  private asOf: number | null = null;
  private period: number | null;

  constructor(private readonly year: number | null) {
    this.period = year;
  }

  beginParagraph(start: string, newSection: boolean): void {
    if (newSection || NAMED_YEAR.test(start)) this.asOf = null;
    this.period = this.asOf ?? this.year;
  }

  periodOf(lead: string, clause: string): number | null {
    const sentence = lead.lastIndexOf('。') + 1;
    if (sentence > 0) this.period = this.asOf ?? this.year;
    const now = this.followYears(lead, sentence, lead.length - clause.length);
    const said = clause.replace(BEFORE_YEAR, '');
    if (SPEAKS_OF_LAST_YEAR.test(said) && !MONEY_FROM_LAST_YEAR.test(said) && this.year !== null) return this.year - 1;
    return now ?? this.period;
  }

  /** The year that the clause itself names last, null for none. What stands before a reason holds on after it. */
  private followYears(lead: string, sentence: number, clauseFrom: number): number | null {
    const reason = lead.slice(sentence).search(REASON_FOLLOWS);
    let now: number | null = null;
    for (const match of lead.slice(sentence).matchAll(YEARS)) {
      const from = sentence + match.index;
      const before = lead.slice(Math.max(0, from - 4), from);
      const year = YEAR_OF_ANOTHER.test(before) && !AS_OF.test(before) ? null : this.yearOf(match);
      if (year === null) continue;
      if (AS_OF.test(before)) this.asOf = year;
      if (from >= clauseFrom) now = year;
      if (reason < 0 || match.index < reason) this.period = year;
    }
    return now;
  }

  pastYear(clause: string): number | null {
    const named = NAMED_YEAR.exec(clause)?.[1];
    if (named) return Number(named);
    if (START_OF_YEAR.test(clause)) return this.year;
    return this.year === null ? null : this.year - 1;
  }

  /** 当年 is the year that is being told of; only after 截至 …底 it leads back to the document's. */
  private yearOf([text, number]: RegExpExecArray): number | null {
    if (number !== undefined) return Number(number);
    if (this.year === null) return null;
    if (SPEAKS_OF_LAST_YEAR.test(text)) return this.year - 1;
    return this.asOf === null ? null : this.year;
  }
}

const NOT_PAST = /^(?:上|去)年度?(?:末|初)?(?:结转|结余|净结余|财政|预算|专户|滚存|政府|一般|国有|单位资金|超收)/;
/** A year by its number, the end of last year, and the year of the document itself. */
const YEAR = /(20\d\d)年|(?<=截[至止])(?:上|去)年度?[底末]|当年|今年|本年度?/g;

/** Follows the prose and says which year each quantity speaks of. */
export class Calendar {
  /** 截至 2025 年底 holds until the section ends or another year is named. */
  private asOf: number | null = null;
  private period: number | null;

  constructor(private readonly year: number | null) {
    this.period = year;
  }

  beginParagraph(start: string, newSection: boolean): void {
    if (newSection || /20\d\d年/.test(start)) this.asOf = null;
    this.period = this.asOf ?? this.year;
  }

  periodOf(lead: string, clause: string): number | null {
    const sentence = lead.lastIndexOf('。') + 1;
    if (sentence > 0) this.period = this.asOf ?? this.year;
    const now = this.followYears(lead, sentence, lead.length - clause.length);
    const said = clause.replace(/^(?:[，、；：。]|其中|主要|原因|是)+/, '');
    if (/^(?:上|去)年/.test(said) && !NOT_PAST.test(said) && this.year !== null) return this.year - 1;
    return now ?? this.period;
  }

  /** The year that the clause itself names last, null for none. What stands before a reason holds on after it. */
  private followYears(lead: string, sentence: number, clauseFrom: number): number | null {
    const reason = lead.slice(sentence).search(/原因|由于|[，。]因/);
    let now: number | null = null;
    for (const match of lead.slice(sentence).matchAll(YEAR)) {
      const from = sentence + match.index;
      const before = lead.slice(Math.max(0, from - 4), from);
      const year = /[比较同与于〔（至]$/.test(before) && !before.endsWith('截至') ? null : this.yearOf(match);
      if (year === null) continue;
      if (/截[至止]$/.test(before)) this.asOf = year;
      if (from >= clauseFrom) now = year;
      if (reason < 0 || match.index < reason) this.period = year;
    }
    return now;
  }

  pastYear(clause: string): number | null {
    const named = /(20\d\d)年/.exec(clause)?.[1];
    if (named) return Number(named);
    if (/年初/.test(clause)) return this.year;
    return this.year === null ? null : this.year - 1;
  }

  /** 当年 is the year that is being told of; only after 截至 …底 it leads back to the document's. */
  private yearOf([text, number]: RegExpExecArray): number | null {
    if (number !== undefined) return Number(number);
    if (this.year === null) return null;
    if (/^[上去]/.test(text)) return this.year - 1;
    return this.asOf === null ? null : this.year;
  }
}

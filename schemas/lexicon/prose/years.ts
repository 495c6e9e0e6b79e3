/** The years that prose speaks of. Patterns see compact text. */

/** 20XX年. The year is the first group. */
export const NAMED_YEAR = /(20\d\d)年/;
/** A year by its number, the end of last year, and the year of the document itself. The number is the first group. */
export const YEARS = /(20\d\d)年|(?<=截[至止])(?:上|去)年度?[底末]|当年|今年|本年度?/g;
/** The first words of a clause that speaks of the year before. */
export const SPEAKS_OF_LAST_YEAR = /^(?:上|去)年/;
/** Money that came over from the year before, and is this year's. */
export const MONEY_FROM_LAST_YEAR = /^(?:上|去)年度?(?:末|初)?(?:结转|结余|净结余|财政|预算|专户|滚存|政府|一般|国有|单位资金|超收)/;
/** What a clause begins with before it says of which year it speaks. */
export const BEFORE_YEAR = /^(?:[，、；：。]|其中|主要|原因|是)+/;
/** A year behind such a word is another number's, or of a document's name: 比2025年, 与2025年, 〔2025年. */
export const YEAR_OF_ANOTHER = /[比较同与于〔（至]$/;
/** 截至2025年底 holds until the section ends. */
export const AS_OF = /截[至止]$/;
/** What follows is why, and may name other years. */
export const REASON_FOLLOWS = /原因|由于|[，。]因/;
/** What was planned at the start of a year is that year's. */
export const START_OF_YEAR = /年初/;

/** How long and how many, where texts are told by how they are written: each with why. Lengths are characters without spaces. */

/** A line above a table with title, number, unit and publisher is no longer; a paragraph is. */
export const LONGEST_CAPTION = 90;
/** A title without its number and unit: 表1 alone is none, and the longest names of funds with their ministry have some 50. */
export const TITLE_LENGTHS = { least: 3, most: 60 } as const;
/** A line that ends in 单位：, whose unit goes on in the next: a longer one is prose. */
export const LONGEST_OPEN_LINE = 23;
/** What stands beside a unit and is neither title nor publisher (2026年预算, 汇总): a longer text is prose. */
export const LONGEST_BESIDE_UNIT = 20;
/** An entry of a contents page with number and page, spaces included. */
export const LONGEST_ENTRY = 80;

/** Characters of a number with sign, separators and unit: 40 hold any amount that there is, and bound the work for any text. */
export const MAX_NUMBER = 40;
/** Characters of what looks like a misread number; a code or a serial number of goods is longer. */
export const LONGEST_MISREAD = 24;
/** Numbers with nothing but the last three digits set off: one may be wrong by chance, three are a way of writing. */
export const FEWEST_LAST_GROUPS = 3;
/** Numbers of three decimals are odd where there are at least so many of two for each of them. */
export const ORDINARY_FOR_ODD = 8;

/** Texts beside the column numbers below a header (栏次 | | 1 | 2): those of the key columns. */
export const MOST_INDEX_LABELS = 3;
/** Columns are numbered from 1, or from 2 where the key column is the first. */
export const LATEST_FIRST_INDEX = 2;
/** A row's code or total stands in one of the first columns: 类 | 款 | 项 are three. */
export const LAST_CODE_COLUMN = 2;

/** A subject's name that a narrow cell cut off: so many characters, and at least half of them. */
export const SHORTEST_STUB = 3;

/** A name column further right stands so much deeper: more than any indent within a column, in points. */
export const COLUMN_INDENT = 1000;

/** Other readings that are kept of what was recognised in a picture: more than equations need to choose from. */
export const MOST_ALTERNATIVES = 6;

import { OF_WHICH } from '../writing/marks.ts';
import { containing, startingWith } from '../writing/words.ts';
import { LAST_YEARS } from '../writing/years.ts';

/** Which columns are addends of the total beside them, by the words of their headers. Patterns see text without spaces. */

/** Repeats a part of the columns beside it: 其中, what of it is procured, what remains after a deduction. */
export const REPEATS_A_PART = new RegExp(`^${OF_WHICH}|政府采购项目|^扣除`);

/** A total that names what it adds up: other expenses printed beside it (会议费, 培训费) are none of its parts. */
export const NAMED_TOTALS: readonly { total: RegExp; strange: RegExp }[] = [
  { total: /三公/, strange: /^(?!.*(?:出国|出境|车|接待)).*费(?:用|支出)?$/ },
];

const OPENING = ['年初'];
const CLOSING = ['年末', '年终'];
/** What is there when a year begins or ends. */
export const BALANCE_AT_START = startingWith([...OPENING, ...CLOSING]);
/** Money of another year than the document's, or left for one. */
export const OF_ANOTHER_YEAR = containing([...OPENING, ...CLOSING, ...LAST_YEARS, '结转']);

/** How prose names budget subjects: 甲（类）乙（款）丙（项）, 2010301行政运行. Patterns see compact text. */

/** Characters of a subject's name at most: the longest of the classification has 26, and 支出 may stand behind it. */
export const LONGEST_SUBJECT = 28;

/** The levels of the functional classification, outermost first. */
export const LEVELS = '类款项';
/** The mark behind a name; the level is the first group. */
export const LEVEL_MARK = new RegExp(`（([${LEVELS}])）`, 'g');
export const LEVEL_MARKS: readonly string[] = [...LEVELS].map((level) => `（${level}）`);
/** A paragraph that ends in a subject: the next one tells its amounts. */
export const ENDS_IN_LEVEL = new RegExp(`（[${LEVELS}]）$`);
/** What stands before a name that another mark precedes. */
export const BEFORE_NAME = /^[：，、的]+/;
/** A number's verb behind a subject: 行政运行｜支出预算为. */
export const BEHIND_SUBJECT = /(?:支出|预算|决算)?(?:为|共|安排)+$/;
/** A printed code and the name behind it. Code and name are the groups. */
export const MENTIONED = /(?:^|[为是：、，（“《）])(2\d{6})[-—]?([\u4e00-\u9fff][^，。；：“”\d]{1,40})(?=，)/g;
/** In text as printed, with either kind of bracket. */
export const LEVEL_AT_END = new RegExp(`[（(][${LEVELS}][）)]$`);
export const LEVEL_AT_START = new RegExp(`^[（(][${LEVELS}][）)]`);
/** The outermost two: a lower one has to follow. */
export const LEVEL_OPEN_AT_END = new RegExp(`[（(][${LEVELS.slice(0, -1)}][）)]$`);
/** A subject's path begins. */
export const OUTERMOST_LEVEL = new RegExp(`[（(]${LEVELS.charAt(0)}[）)]`);

/** How the numbers of pages are printed. */

/** 第1页, 第 1 页 / 共 3 页. */
const PAGE_OF = '第\\s*\\d{1,4}\\s*页(?:\\s*[,，/]?\\s*共\\s*\\d{1,4}\\s*页)?';

/** Alone on a line at the edge of a page: 第1页共3页, - 1 -, 1/3, iv. `text` without spaces. */
export const PAGE_NUMBER_AT_EDGE = new RegExp(
  `^(?:[-—–－_·.]*\\d{1,4}[-—–－_·.]*|${PAGE_OF}|\\d{1,4}\\/\\d{1,4}|[-—–－]*[ivxlcIVXLC]{1,6}[-—–－]*)$`,
);
/** Alone on a line anywhere: - 1 -, 第 1 页; a number alone may be one of a table. */
export const PAGE_NUMBER = new RegExp(`^\\s*(?:[-—–－]+\\s*\\d{1,4}\\s*[-—–－]+|${PAGE_OF})\\s*$`);
/** The same with its digits as #, as lines are compared that differ in nothing else. */
export const PAGE_PATTERN = /^[-—–－_·.]*#[-—–－_·.]*$|^第#页/;

/** What Chinese offices (Excel, WPS) write of their own accord. */

/** Codes of the formats that a file names by number only, as they show them (ECMA-376 part 1, 18.8.30, zh-cn). */
export const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The general format by its names. */
export const GENERAL_FORMAT = /^(?:general|常规|@)?$/i;
/** … and as it is written within a code. */
export const GENERAL_IN_CODE = 'G/通用格式';

/** A table of a Word file by its number: 表3!B2 is a cell of the third. */
export const addressOfTable = (number: number): string => `表${number}`;

/** Endings of the folder that a browser or an office saves beside a page: `x_files`, `x.files`, `x_文件`. */
export const SAVED_PAGE_ENDINGS = ['_files', '.files', '_文件'] as const;

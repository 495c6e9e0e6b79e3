/** The table that pages with hidden numbers show: its sums hold, and every number is proved. */
export const LABELS: readonly (readonly [code: string, name: string])[] = [
  ['', '合计'],
  ['213', '农林水支出'],
  ['21303', '水利'],
  ['2130301', '行政运行'],
  ['2130306', '水利工程运行与维护'],
];
export const VALUES: readonly (readonly string[])[] = [
  ['30.00', '20.00', '10.00'],
  ['30.00', '20.00', '10.00'],
  ['30.00', '20.00', '10.00'],
  ['20.00', '20.00', ''],
  ['10.00', '', '10.00'],
];

/** Numbers that are printed. */
export const PRINTED = VALUES.flat().filter((value) => value !== '');

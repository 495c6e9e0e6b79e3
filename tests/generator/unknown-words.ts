import type { GeneratedDocument } from './generate.ts';
import type { Sheet } from './sheet.ts';

/** What a city could print where others print the first word; none of them is in the lexicon. Longer words first: 一般公共预算 is part of others. */
const SYNONYMS: readonly (readonly [known: string, unknown: string])[] = [
  ['公务用车购置及运行维护费', '座驾添置与养护花费'],
  ['公务用车运行维护费', '座驾养护花费'],
  ['公务用车购置费', '座驾添置花费'],
  ['因公出国（境）费', '涉外差旅花费'],
  ['公务接待费', '来宾招待花费'],
  ['财政专户管理资金', '专门账户款项'],
  ['国有资本经营预算', '国资收益盘子'],
  ['政府性基金预算', '专门基金盘子'],
  ['一般公共预算', '公共财力盘子'],
  ['财政拨款', '国库安排'],
  ['单位资金', '自筹款项'],
  ['上年结转结余', '往年余留'],
  ['上年结转', '往年余留'],
  ['年终结转结余', '岁末余留'],
  ['结转下年', '留待次年'],
  ['事业单位经营收入', '经营活动进款'],
  ['事业收入', '业务活动进款'],
  ['上级补助收入', '上级贴补进款'],
  ['附属单位上缴收入', '下属单位交来进款'],
  ['其他收入', '零星进款'],
  ['基本支出', '日常运转花费'],
  ['项目支出', '专门任务花费'],
  ['人员经费', '职工薪酬花费'],
  ['人员支出', '职工薪酬花费'],
  ['日常公用支出', '办公运行花费'],
  ['公用经费', '办公运行花费'],
  ['预算数', '安排额'],
  ['决算数', '实际额'],
  ['政府采购', '集中购置'],
];

/** Where unknown words are printed. */
export const WORDINGS = ['titles', 'headers', 'labels'] as const;
export type Wording = (typeof WORDINGS)[number];

/** The same document with words of one sort that nobody has listed. */
export function reworded<D extends GeneratedDocument>(document: D, wording: Wording): D {
  return { ...document, sheets: document.sheets.map((sheet) => rewordedSheet(sheet, wording)) };
}

function rewordedSheet(sheet: Sheet, wording: Wording): Sheet {
  if (sheet.shape === 'text-form') return sheet;
  if (wording === 'titles') return { ...sheet, title: unknown(sheet.title) };
  if (wording === 'labels')
    return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, label: unknown(row.label), path: row.path.map(unknown) })) };
  const paths = (columns: readonly string[][]): string[][] => columns.map((path) => path.map(unknown));
  const { columns } = sheet;
  return { ...sheet, columns: Array.isArray(columns) ? paths(columns) : { 收入: paths(columns.收入), 支出: paths(columns.支出) } };
}

function unknown(text: string): string {
  return SYNONYMS.reduce((changed, [known, other]) => changed.replaceAll(known, other), text);
}

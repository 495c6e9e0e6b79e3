import { oneOf } from '../writing/words.ts';
import { isMoney } from './quantities.ts';

/** What prose says of a change: its direction, what it is measured against, and how the concepts are called that follow from it. */

export interface Change {
  word: string;
  direction: 'up' | 'down';
}

const up = (...words: string[]): Change[] => words.map((word) => ({ word, direction: 'up' }));
const down = (...words: string[]): Change[] => words.map((word) => ({ word, direction: 'down' }));

export const CHANGES: readonly Change[] = [
  ...up('增加', '增长', '上升', '提高', '调增', '升高', '增幅', '升幅', '涨幅'),
  ...down('减少', '下降', '降低', '压减', '压缩', '节约', '核减', '调减', '降幅', '减幅', '跌幅'),
];

/** Either of them by one word. */
export const [UP, DOWN] = ['增加', '减少'];

const DIRECTIONS = new Map(CHANGES.map(({ word, direction }) => [word, direction]));
const CHANGE = oneOf(CHANGES.map(({ word }) => word));

/** A change at the end of what stands before its number: 增加了, 增幅为. The word is the first group. */
export const CHANGE_AT_END = new RegExp(`(${CHANGE})(?:了|额|率|幅度?|数)?(?:为|约|达|近)?$`);
/** A form that leaves its direction open: 增加（减少）, 增/减. */
const EITHER = oneOf(['增加', '减少', '增长', '下降', '增', '减']);
export const EITHER_DIRECTION = new RegExp(`^${EITHER}[（/、或]${EITHER}）?$`);

/** What a number may be compared with, as the concept of the change calls it. */
export const BASES = { initialBudget: '年初预算', budget: '预算', lastYear: '上年' } as const;
/** What is meant where nothing is said. */
export const USUAL_BASE = BASES.lastYear;

const COMPARING = `${oneOf(['比', '较', '与', '同', '相比', '相较', '比较', '对比'])}于?`;
/** 与上年相比, 较年初, 比2025年度: first group the base, second what stands behind it. */
export const COMPARED = new RegExp(`${COMPARING}((?:上|去)一?年度?|20\\d\\d年度?|年初|(?:全年|调整)?预算)([^，。；]*)$`);
/** The same anywhere in a sentence, by its usual names; holds for the changes that follow. */
export const BASE_NAMED = new RegExp(`${COMPARING}(上年|去年|年初预算|预算)`);
/** 比2025年 3 万元: at once behind the word, which then is one of comparison and no 与. */
export const COMPARED_AT_ONCE = /^[比较]/;
export const ENDS_IN_YEAR = /[年度]$/;
/** What belongs to the base, and not to what changed: 比年初预算数｜公用经费. */
export const OF_BASE = /^(?:(?:年初|全年|调整)?(?:预算|决算|批复|执行)数?|批复数?|末|同期|对比|相比|比较|比|数|的|，)+/;
/** Between a base and the noun behind it: 比上年｜度的公用经费. */
export const BEHIND_BASE = /^(?:度|的|：)+/;
/** 上年公用经费: the amount of the base itself. */
export const nameOfBase = (base: string, noun: string): string => `${base}${noun}`;
/** 与预算的差异: speaks of no amount of the base. */
export const SPEAKS_OF_DIFFERENCE = /差异|原因/;

/** `told`: the first group of COMPARED or BASE_NAMED. */
export function baseOf(told: string): string {
  if (told.includes('年初')) return BASES.initialBudget;
  return told.endsWith(BASES.budget) ? BASES.budget : BASES.lastYear;
}

const PER_CENT = /^[%‰％]$/;
export const isPerCent = (unit: string): boolean => PER_CENT.test(unit);
const POINTS = /百分点/;
export const isPoints = (unit: string): boolean => POINTS.test(unit);
const RATES = { up: '增长率', down: '下降率' } as const;
const SIGNS = { up: '增加', down: '减少' } as const;

/** Which way a word of CHANGES goes. */
export const directionOf = (word: string): Change['direction'] | null => DIRECTIONS.get(word) ?? null;
/** 增加（减少）, 增/减 before a word of CHANGES: a form that says neither. */
export const BEFORE_OTHER_DIRECTION = /(?:增加?|减少?|增长|下降)[（/、或]$/;

/** 公用经费比上年增加额. `word`: one of CHANGES. */
export function nameOfChange(noun: string, base: string, word: string, unit: string): string {
  return `${noun}比${base}${whatChanged(word, unit)}`;
}

function whatChanged(word: string, unit: string): string {
  const direction = DIRECTIONS.get(word) ?? 'up';
  if (isPerCent(unit)) return RATES[direction];
  if (isPoints(unit)) return `${word}百分点`;
  return `${SIGNS[direction]}${isMoney(unit) ? '额' : '数'}`;
}

/** What is said of a noun: its change without a direction, its share, its share of a whole, how much of a budget was carried out. */
export const nameOfUnsignedChange = (noun: string): string => `${noun}比${BASES.lastYear}增减额`;
export const nameOfShare = (noun: string): string => `${noun}占比`;
export const nameOfShareIn = (noun: string, whole: string): string => `${noun}占${whole}比重`;
export const nameOfCompletion = (noun: string, budget: string): string => `${noun}完成${budget}比例`;
/** The names above: they say something of an amount, and are none that a table prints as one. */
export const DERIVED = new RegExp(`比${oneOf(Object.values(BASES))}.*(?:额|率|数|百分点)$|占.*比重$|完成.*比例$`);

/** 占, 占比为 */
export const SHARE_AT_END = /(?:^|[，。；）])?占比?(?:为|约)?$/;
/** 占总支出的比重为. The whole is the first group. */
export const SHARE_IN_AT_END = /占(.{1,40}?)的?(?:比重|比例|比)?(?:为|达到?)?$/;
/** 完成年初预算的. The budget is the first group. */
export const COMPLETION_AT_END = /完成了?((?:全年|年初|当年|调整|本年)?[^，]{0,6}?预算)(?:批复)?数?的?$/;

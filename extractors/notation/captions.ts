import { MONEY_UNIT_STARTS, MONEY_UNITS } from '../../schemas/lexicon/money-units.ts';
import { CODED_NAME, isOrganisation } from './organisations.ts';
import { compact, narrow, tidy } from './text.ts';

/** The lines above tables: title, number, unit, publisher, year. One line may carry several of them. */
export interface CaptionLine {
  title: string | null;
  number: string | null;
  unit: string | null;
  entity: string | null;
  year: number | null;
  /** 单位： at the end of the line; the unit itself stands on the next. */
  unitOpen: string | null;
}

/** 表1 2026年… without its spaces is table 1 of 2026, and no table 12. */
const NUMBER_WORD = '(?:\\d{1,2}(?=(?:19|20)\\d\\d年)|\\d{1,2}(?:-\\d{1,2})?|[一二三四五六七八九十]{1,3})';
const NUMBER = new RegExp(
  `^[（(]?(?:(?:部门|单位)?(?:预算|决算|预决算|批复)?(?:公开|公示)?|附|财预|财决|[A-Z])?(?:附)?(?:表|件)(?:格)?${NUMBER_WORD}(?:表)?[)）]?(?![.．、])`,
);
const NUMBER_TABLE = new RegExp(`^[（(]?(?:预算|决算|部门|公开|财预|财决|财|附){1,3}${NUMBER_WORD}表[)）]?`);
/** 收支总表（预算表1）. */
const TRAILING_NUMBER = new RegExp(`[（(](?:预算|决算|公开|附){0,2}表${NUMBER_WORD}[)）]$`);
const MONEY_UNIT = new RegExp(`(?:金额)?(?:计量)?单位[:：]?(?:人民币)?(${MONEY_UNITS})`);
const MONEY_UNIT_BRACKET = new RegExp(`^[（(](?:金额)?(?:单位[:：]?)?(?:人民币)?(${MONEY_UNITS})[)）]$`);
const UNIT_OPEN = new RegExp(`(?:金额)?单位[:：]?(?:人民币)?(${MONEY_UNIT_STARTS})?$`);
const ENTITY =
  /^(?:单位名称|部门名称|编制单位|编制部门|填报单位|填报部门|公开部门|公开单位|预算单位|预算部门|部门[（(]单位[）)](?:名称)?|部门|单位)(?:[（(]盖章[)）])?[:：](.*)$/;
const YEAR = /^[（(]?(20\d\d|19\d\d)年(?:度)?[)）]?$/;
/** What stands in brackets behind a title: （按支出功能分类科目-不含上年结转） and the like are no longer than this. */
const MAX_BRACKET = 24;
const TITLE = new RegExp(`(?:表|明细|一览)(?:[（(][^（）()]{1,${MAX_BRACKET}}[)）])?$`);
const NOT_TITLE = /[。；;，,！？?：:]|^(?:本表|见|如|详见|注|备注|说明|附件|以上|空表|附表说明)|编制说明$|的?说明$/;

/** null when the line belongs to no caption. */
export function parseCaption(text: string): CaptionLine | null {
  const c = compact(text);
  if (c === '' || c.length > 90) return null;
  const { unit, unitOpen, rest: withoutUnit } = unitIn(c);
  const { number, rest } = numberIn(withoutUnit);
  const line: CaptionLine = { title: null, number, unit, entity: null, year: null, unitOpen };
  const entity = ENTITY.exec(rest);
  if (entity) return { ...line, entity: entity[1] || null };
  const year = YEAR.exec(rest)?.[1];
  if (year) return { ...line, year: Number(year) };
  if (rest === '') return number || unit || unitOpen !== null ? line : null;
  if (isTitle(rest)) return { ...line, title: number || unit ? rest : tidy(text) };
  return unit !== null && rest.length <= 20 && !NOT_TITLE.test(rest) ? line : null;
}

/** What the line says of the unit, and what is left of it. */
function unitIn(text: string): Pick<CaptionLine, 'unit' | 'unitOpen'> & { rest: string } {
  const unit = MONEY_UNIT_BRACKET.exec(text) ?? MONEY_UNIT.exec(text);
  if (unit?.[1]) return { unit: unit[1], unitOpen: null, rest: text.slice(0, unit.index) + text.slice(unit.index + unit[0].length) };
  const open = text.length < 24 ? UNIT_OPEN.exec(text) : null;
  if (!open || /[\u4e00-\u9fff]$/.test(text.slice(0, open.index)) || (open[1] === undefined && !/[:：]$/.test(text)))
    return { unit: null, unitOpen: null, rest: text };
  return { unit: null, unitOpen: open[1] ?? '', rest: text.slice(0, open.index) };
}

/** The number of the table, before or behind its title, and what is left of the line. */
function numberIn(text: string): Pick<CaptionLine, 'number'> & { rest: string } {
  const plain = narrowed(text);
  const leading = NUMBER.exec(plain) ?? NUMBER_TABLE.exec(plain);
  if (leading) return { number: withoutBrackets(leading[0]), rest: text.slice(leading[0].length).replace(/^[:：]/, '') };
  const trailing = TRAILING_NUMBER.exec(plain);
  return trailing ? { number: withoutBrackets(trailing[0]), rest: text.slice(0, trailing.index) } : { number: null, rest: text };
}

function withoutBrackets(text: string): string {
  return text.replace(/[（）()]/g, '');
}

/** Full-width digits count as digits; same length as the input, so that offsets stay valid. */
function narrowed(text: string): string {
  return text.replace(/[０-９．]/g, (ch) => narrow(ch));
}

export function isTitle(text: string): boolean {
  const c = compact(text);
  return c.length >= 3 && c.length <= 60 && TITLE.test(c) && !NOT_TITLE.test(c) && !/^\d+(\.\d+)?$/.test(c) && !/\d{3,}\.\d/.test(c);
}

const NOTE = /^[（(]?(?:备注|注|说明|附注|注释)\d?\s*[:：]/;

/** 注：, 说明1： below a table. `text` without blanks. */
export function startsNote(text: string): boolean {
  return NOTE.test(text);
}

/** 1收支总表, Z01 收入支出决算总表, 三、支出总表, 收支总表 (2): what tabs of a workbook put around the title of its table. */
const TAB_START =
  /^(?:[A-Z]{1,4}\d{0,3}|附?表\d{1,2}(?:-\d{1,2})?|\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}(?=[\s_.．、-]))[\s_.．、-]*(?=[\u4e00-\u9fff])/;
const TAB_END = /\s*[（(]\d{1,2}[)）]$/;

/** The title of a table that the name of a sheet gives; null where it gives none. */
export function titleOfTab(name: string): string | null {
  const title = tidy(name).replace(TAB_END, '').replace(TAB_START, '');
  return isTitle(title) && !isChapterTitle(title) ? title : null;
}

const CONTENTS_NUMBER =
  /^(?:(?:部门|公开|附)?表\s*[\d一二三四五六七八九十]+|[一二三四五六七八九十]{1,3}(?!公)|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?!\d))\s*[.．、:：]?\s*/;
/** The heading of the chapter that holds all tables. */
const CHAPTER = /^(?:20\d\d年(?:度)?)?(?:部门|单位|本级)?(?:预算|决算|预决算)(?:公开|批复|收支)?(?:附)?表$/;
/** A chapter's heading may name its publisher too: whatever it says, it says nothing of what a table holds. */
const ANY_TABLES = /(?:预算|决算|预决算)(?:公开|批复)?(?:报|附)?表$/;
const CONTENT_WORD = /收|支|三公|基金|资本|项目|采购|绩效|资产|购买|经费|债务|转移/;
const CONTENTS_PAGE = /[\s.．…·—-]*\d{1,3}$/;
/** The dots that lead from an entry to its page. */
const LEADER = /(?:[.．…·]\s?){3,}/;

export function isChapterTitle(title: string): boolean {
  const text = compact(title);
  return CHAPTER.test(text) || (ANY_TABLES.test(text) && !CONTENT_WORD.test(text));
}

/** An entry of a contents page: `表 1. 收支预算总表`, `一、收入决算表 ...... 12`. null when it names no table. */
export function parseContentsEntry(text: string): { number: string | null; title: string } | null {
  const t = tidy(text.replace(LEADER, ' '));
  if (t.length > 80 || /^第[一二三四五六七八九十]+部分/.test(t)) return null;
  const numbered = CONTENTS_NUMBER.exec(t);
  const rest = (numbered ? t.slice(numbered[0].length) : t).trim();
  const title = isTitle(rest) ? rest : rest.replace(CONTENTS_PAGE, '');
  if (!isTitle(title) || isChapterTitle(title)) return null;
  const number = numbered && /表/.test(numbered[0]) ? compact(numbered[0]).replace(/[.．、:：]$/, '') : null;
  return { number, title };
}

const UNIT_SAID = new RegExp(`单位(?:均|都|统一)?(?:为|是|以|[:：])(?:人民币)?(${MONEY_UNITS})`, 'g');
const UNIT_USED = new RegExp(`以(?:人民币)?(${MONEY_UNITS})为(?:金额|计量|货币)?(?:计量)?单位`, 'g');

/** The unit that the notes below a table give (本表金额单位为元；以万元为单位); null where they give none, or several. */
export function unitInNotes(notes: readonly string[]): string | null {
  const text = compact(notes.join(' '));
  const said = new Set([UNIT_SAID, UNIT_USED].flatMap((pattern) => [...text.matchAll(pattern)].map(([, unit = '']) => unit)));
  const [only] = said;
  return said.size === 1 ? (only ?? null) : null;
}

/** 支出总表（续表一）: the title as the next page repeats it. */
const GOES_ON = /续表?[\d一二三四五六七八九十]*$/;

/** Same table title but for spaces, brackets, quotes, year and publisher. */
export function titleKey(title: string): string {
  return narrow(compact(title))
    .replace(/["“”'‘’()（）]/g, '')
    .replace(/20\d\d年度?/g, '')
    .replace(GOES_ON, '');
}

/** Title, number, unit and publisher stand in so many cells of a row at most. */
export const MOST_CAPTIONS = 4;
const HEADER_WORD = /项目|科目|名称|编码|代码|序号|金额|合计|收入|支出/;

/** Title, number, unit, publisher, year, a cell each or several in one, by the lines of the filled cells. A year beside a year is a header. */
export function isCaptionRow(filled: readonly (readonly string[])[]): boolean {
  if (filled.length > MOST_CAPTIONS) return false;
  const lines = filled.flat();
  const parsed = lines.map((text) => parseCaption(text));
  if (filled.length === 1) return parsed.some((line) => line !== null);
  const says = parsed.some((line) => line !== null && Boolean(line.unit || line.number || line.entity || line.title));
  return says && lines.every((text, i) => Boolean(parsed[i]) || isPublisher(text));
}

const isPublisher = (text: string): boolean => isOrganisation(compact(text).replace(CODED_NAME, '')) && !HEADER_WORD.test(text);

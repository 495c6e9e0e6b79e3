import { HEADER_WORD } from '../../schemas/lexicon/tables/columns.ts';
import {
  ANY_TABLES,
  CHAPTER,
  ENTRY_NUMBER,
  NO_TITLE,
  PUBLISHER,
  TAB_START,
  TABLE_CONTENT,
  TABLE_NUMBER_AT_END,
  TABLE_NUMBER_AT_START,
  TITLE_END,
  TITLE_GOES_ON,
  UNIT,
  UNIT_IN_BRACKETS,
  UNIT_OPEN,
  UNITS_IN_NOTES,
  YEARS_IN_TITLE,
} from '../../schemas/lexicon/tables/titles.ts';
import { NOTE_AT_START } from '../../schemas/lexicon/writing/marks.ts';
import { PART } from '../../schemas/lexicon/writing/numbering.ts';
import { YEAR_LINE } from '../../schemas/lexicon/writing/years.ts';
import { CODED_NAME, isOrganisation } from './organisations.ts';
import { LONGEST_BESIDE_UNIT, LONGEST_CAPTION, LONGEST_ENTRY, LONGEST_OPEN_LINE, TITLE_LENGTHS } from './settings.ts';
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

/** null when the line belongs to no caption. */
export function parseCaption(text: string): CaptionLine | null {
  const c = compact(text);
  if (c === '' || c.length > LONGEST_CAPTION) return null;
  const { unit, unitOpen, rest: withoutUnit } = unitIn(c);
  const { number, rest } = numberIn(withoutUnit);
  const line: CaptionLine = { title: null, number, unit, entity: null, year: null, unitOpen };
  const entity = PUBLISHER.exec(rest);
  if (entity) return { ...line, entity: entity[1] || null };
  const year = YEAR_LINE.exec(rest)?.[1];
  if (year) return { ...line, year: Number(year) };
  if (rest === '') return number || unit || unitOpen !== null ? line : null;
  if (isTitle(rest)) return { ...line, title: number || unit ? rest : tidy(text) };
  return unit !== null && rest.length <= LONGEST_BESIDE_UNIT && !NO_TITLE.test(rest) ? line : null;
}

/** What the line says of the unit, and what is left of it. */
function unitIn(text: string): Pick<CaptionLine, 'unit' | 'unitOpen'> & { rest: string } {
  const unit = UNIT_IN_BRACKETS.exec(text) ?? UNIT.exec(text);
  if (unit?.[1]) return { unit: unit[1], unitOpen: null, rest: text.slice(0, unit.index) + text.slice(unit.index + unit[0].length) };
  const open = text.length <= LONGEST_OPEN_LINE ? UNIT_OPEN.exec(text) : null;
  if (!open || /[\u4e00-\u9fff]$/.test(text.slice(0, open.index)) || (open[1] === undefined && !/[:：]$/.test(text)))
    return { unit: null, unitOpen: null, rest: text };
  return { unit: null, unitOpen: open[1] ?? '', rest: text.slice(0, open.index) };
}

/** The number of the table, before or behind its title, and what is left of the line. */
function numberIn(text: string): Pick<CaptionLine, 'number'> & { rest: string } {
  const plain = narrowed(text);
  const leading = TABLE_NUMBER_AT_START.exec(plain);
  const behind = leading ? text.slice(leading[0].length) : '';
  const title = behind.replace(/^[:：.．、]/, '');
  // 表1、2 speaks of tables; 表1、收支总表 is the title of one.
  if (leading && (!/^[.．、]/.test(behind) || isTitle(title))) return { number: withoutBrackets(leading[0]), rest: title };
  const trailing = TABLE_NUMBER_AT_END.exec(plain);
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
  return (
    c.length >= TITLE_LENGTHS.least &&
    c.length <= TITLE_LENGTHS.most &&
    TITLE_END.test(c) &&
    !NO_TITLE.test(c) &&
    !/^\d+(\.\d+)?$/.test(c) &&
    !/\d{3,}\.\d/.test(c)
  );
}

/** 注：, 说明1： below a table. `text` without blanks. */
export function startsNote(text: string): boolean {
  return NOTE_AT_START.test(text);
}

const TAB_END = /\s*[（(]\d{1,2}[)）]$/;

/** The title of a table that the name of a sheet gives; null where it gives none. */
export function titleOfTab(name: string): string | null {
  const title = tidy(name).replace(TAB_END, '').replace(TAB_START, '');
  return isTitle(title) && !isChapterTitle(title) ? title : null;
}

const CONTENTS_PAGE = /[\s.．…·—-]*\d{1,3}$/;
/** The dots that lead from an entry to its page. */
const LEADER = /(?:[.．…·]\s?){3,}/;

export function isChapterTitle(title: string): boolean {
  const text = compact(title);
  return CHAPTER.test(text) || (ANY_TABLES.test(text) && !TABLE_CONTENT.test(text));
}

/** An entry of a contents page: `表 1. 收支预算总表`, `一、收入决算表 ...... 12`. null when it names no table. */
export function parseContentsEntry(text: string): { number: string | null; title: string } | null {
  const t = tidy(text.replace(LEADER, ' '));
  if (t.length > LONGEST_ENTRY || PART.test(t)) return null;
  const numbered = TABLE_NUMBER_AT_START.exec(narrowed(t));
  const counted = numbered ?? ENTRY_NUMBER.exec(t);
  const rest = t.slice(counted?.[0].length ?? 0).replace(/^\s*[.．、:：]?\s*/, '');
  const title = isTitle(rest) ? rest : rest.replace(CONTENTS_PAGE, '');
  if (!isTitle(title) || isChapterTitle(title)) return null;
  return { number: numbered && withoutBrackets(compact(numbered[0])), title };
}

/** The unit that the notes below a table give (本表金额单位为元；以万元为单位); null where they give none, or several. */
export function unitInNotes(notes: readonly string[]): string | null {
  const text = compact(notes.join(' '));
  const said = new Set(UNITS_IN_NOTES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, unit = '']) => unit)));
  const [only] = said;
  return said.size === 1 ? (only ?? null) : null;
}

/** Same table title but for spaces, brackets, quotes, year and publisher. */
export function titleKey(title: string): string {
  return narrow(compact(title))
    .replace(/["“”'‘’()（）]/g, '')
    .replace(YEARS_IN_TITLE, '')
    .replace(TITLE_GOES_ON, '');
}

/** Title, number, unit and publisher stand in so many cells of a row at most. */
export const MOST_CAPTIONS = 4;

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

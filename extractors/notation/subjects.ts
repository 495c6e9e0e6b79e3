import { allSubjects } from '../../schemas/lexicon/classification/index.ts';
import type { Classification, Subject } from '../../schemas/lexicon/classification/subject.ts';
import { CODE_LEVEL_IN_BRACKETS } from '../../schemas/lexicon/tables/columns.ts';
import { NO_MATTER_AT_END, NO_MATTER_IN_NAME, withUsualSpelling } from '../../schemas/lexicon/tables/rows.ts';
import { NUMBERING } from '../../schemas/lexicon/writing/numbering.ts';
import { addTo } from '../model/add-all.ts';
import { SHORTEST_STUB } from './settings.ts';

interface Index {
  byCode: ReadonlyMap<string, Subject>;
  /** Loose key → subjects that bear it, in order of code. */
  byName: ReadonlyMap<string, readonly Subject[]>;
}

let index: Index | undefined;

/** Built once, on first use: importing this module costs nothing. */
function getIndex(): Index {
  if (index) return index;
  const byCode = new Map<string, Subject>();
  const byName = new Map<string, Subject[]>();
  for (const subject of allSubjects()) {
    byCode.set(subject.code, subject);
    for (const key of new Set(namesOf(subject).map(looseKey))) {
      addTo(byName, key, subject);
    }
  }
  index = { byCode, byName };
  return index;
}

/** Every name of the code; with a budget year, those that it bore in that year or that are of no year. */
function namesOf({ name, aliases }: Subject, year: number | null = null): string[] {
  return [name, ...aliases.filter(({ until }) => year === null || until === null || until >= year).map((alias) => alias.name)];
}

/** Whether the classification of a budget year has the subject; without a year, the newest that is known. */
export function isInForce({ since, until }: Subject, year: number | null): boolean {
  return year === null ? until === null : (since ?? year) <= year && year <= (until ?? year);
}

/** One spelling for brackets, widths and spaces; numbering and the level marks （类）（款）（项） go. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b"'“”‘’]/g, '')
    .replace(NUMBERING, '')
    .replace(CODE_LEVEL_IN_BRACKETS, '');
}

/** What is left when 支出, 的 and brackets no longer matter. Never empty: 支出 alone stays. */
function looseKey(text: string): string {
  const base = withUsualSpelling(plain(text).replace(NO_MATTER_IN_NAME, ''));
  const bare = base.replace(NO_MATTER_AT_END, '');
  return bare === '' ? base : bare;
}

/** 行政运行（财政事务） → 行政运行; brackets in the middle of a name, as in 维修（护）费, stay. */
function withoutQualifier(text: string): string {
  return plain(text).replace(/\([^()]*\)$/, '');
}

/** The subject with exactly this code (3, 5 or 7 digits), or null. */
export function subjectByCode(code: string): Subject | null {
  return getIndex().byCode.get(code.trim()) ?? null;
}

function candidates(name: string): readonly Subject[] {
  const { byName } = getIndex();
  return byName.get(looseKey(name)) ?? byName.get(looseKey(withoutQualifier(name))) ?? [];
}

/** Whether some subject of the classification bears this name. */
export function isKnownName(name: string): boolean {
  return candidates(name).length > 0;
}

/** The subjects of all classifications that bear this name, in order of code. */
export function subjectsNamed(name: string): readonly Subject[] {
  return candidates(name);
}

function ancestorsBear(subject: Subject, names: readonly string[]): boolean {
  const { byCode } = getIndex();
  const open = [...names];
  for (let code = subject.parent; code !== null; ) {
    const name = open.at(-1);
    if (name === undefined) return true;
    const ancestor = byCode.get(code);
    if (!ancestor) return false;
    if (bears(ancestor, name)) open.pop();
    code = ancestor.parent;
  }
  return open.length === 0;
}

function bears(subject: Subject, name: string): boolean {
  return candidates(name).includes(subject);
}

/**
 * The code that the names lead to, top-down as prose prints them (`['卫生健康支出', '行政事业单位医疗', '事业单位医疗']`; upper levels
 * may be missing). null when no subject or more than one fits; a subject of the budget year's classification (null: the newest) beats
 * one that is abolished or to come, a path as long as the subject is deep a shorter one, and a name of today an old one.
 */
export function subjectCodeByPath(names: readonly string[], year: number | null, classification?: Classification): string | null {
  const last = names.at(-1);
  if (last === undefined) return null;
  const above = names.slice(0, -1);
  const ofAllYears = candidates(last).filter(
    (subject) => (classification === undefined || subject.classification === classification) && ancestorsBear(subject, above),
  );
  const inForce = ofAllYears.filter((subject) => isInForce(subject, year));
  const fitting = inForce.length > 0 ? inForce : ofAllYears;
  const asDeep = fitting.filter((subject) => (subject.code.length - 1) / 2 === names.length);
  const byOwnName = fitting.filter((subject) => looseKey(subject.name) === looseKey(last));
  return [fitting, asDeep, byOwnName].find((some) => some.length === 1)?.[0]?.code ?? null;
}

/** Cut off at the end, as a narrow cell or a page break does: 卫生健康支, 财政对城乡居民基本医疗保险基. */
function isCutOff(printed: string, name: string): boolean {
  return printed.length >= Math.max(SHORTEST_STUB, Math.ceil(name.length / 2)) && name.startsWith(printed);
}

/**
 * Whether `printed` can be the name of `code`: its name or an alias, in any spacing, bracket width or numbering, with or
 * without 支出 and 的, qualified by its parent （财政事务）, or cut off at the end. False for an unknown code.
 */
export function sameName(printed: string, code: string, year: number | null = null): boolean {
  const subject = subjectByCode(code);
  if (!subject) return false;
  const key = looseKey(printed);
  const unqualified = looseKey(withoutQualifier(printed));
  const text = plain(printed);
  return namesOf(subject, year).some((name) => {
    const known = looseKey(name);
    return known === key || known === unqualified || isCutOff(text, plain(name));
  });
}

/** Subject codes with their names and years: nothing enters, lists of subjects out; imports nothing. */
import { DEPARTMENT_ECONOMIC } from './department-economic.ts';
import { GENERAL_SERVICES } from './function-administration.ts';
import { COMMUNITIES_AND_AGRICULTURE } from './function-communities.ts';
import { EDUCATION_TO_CULTURE } from './function-culture.ts';
import { TRANSPORT_TO_AID } from './function-economy.ts';
import { FOREIGN_AFFAIRS_TO_SECURITY } from './function-order.ts';
import { RESOURCES_TO_DEBT } from './function-reserves.ts';
import { WELFARE_TO_ENVIRONMENT } from './function-welfare.ts';
import { GOVERNMENT_ECONOMIC } from './government-economic.ts';
import type { Alias, Classification, Subject, SubjectLevel } from './subject.ts';

/**
 * Subjects as printed in published disclosures of 2017–2026; names change over the years. Codes without years come from the
 * Ministry of Finance's 政府收支分类科目 of 2017 and later. It is knowledge for reading, not an official list: what a document prints stands.
 *
 * A line is `code|name|years|aliases|validity`, empty fields at its end left out: years as `2019-2022,2026`; aliases separated by commas,
 * one with `@2019` was the code's name up to that year; validity as `2019-`, `-2018`, or with a successor `-2018>20138`.
 */
const SOURCES: readonly (readonly [Classification, string])[] = [
  ['function', GENERAL_SERVICES],
  ['function', FOREIGN_AFFAIRS_TO_SECURITY],
  ['function', EDUCATION_TO_CULTURE],
  ['function', WELFARE_TO_ENVIRONMENT],
  ['function', COMMUNITIES_AND_AGRICULTURE],
  ['function', TRANSPORT_TO_AID],
  ['function', RESOURCES_TO_DEBT],
  ['departmentEconomic', DEPARTMENT_ECONOMIC],
  ['governmentEconomic', GOVERNMENT_ECONOMIC],
];

const LEVELS: Readonly<Record<number, SubjectLevel>> = { 3: 'category', 5: 'section', 7: 'item' };

function parseYears(text: string): number[] {
  if (text === '') return [];
  return text.split(',').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
  });
}

function parseLine(classification: Classification, line: string): Subject {
  const [code = '', name = '', years = '', aliases = '', validity = ''] = line.split('|');
  const level = LEVELS[code.length];
  if (!level) throw new Error(`${classification} subject with a code of ${code.length} digits: ${line}`);
  return {
    code,
    name,
    level,
    classification,
    parent: code.length > 3 ? code.slice(0, -2) : null,
    years: parseYears(years),
    aliases: aliases === '' ? [] : aliases.split(',').map(parseAlias),
    ...parseValidity(validity),
  };
}

function parseAlias(text: string): Alias {
  const [name = '', until] = text.split('@');
  return { name, until: until === undefined ? null : Number(until) };
}

function parseValidity(text: string): Pick<Subject, 'since' | 'until' | 'successor'> {
  const [range = '', successor = null] = text.split('>');
  const [since = '', until = ''] = range.split('-');
  return { since: since === '' ? null : Number(since), until: until === '' ? null : Number(until), successor };
}

/** What is below a subject is valid as long as it is, unless its own line says else: lists give parents first. */
function withValidityOfParents(subjects: readonly Subject[]): Subject[] {
  const byCode = new Map<string, Subject>();
  for (const subject of subjects) {
    const parent = subject.since === null && subject.until === null ? byCode.get(subject.parent ?? '') : undefined;
    byCode.set(subject.code, parent ? { ...subject, since: parent.since, until: parent.until, successor: parent.successor } : subject);
  }
  return [...byCode.values()];
}

/** Every known subject in order of code within its classification. Parses anew on each call; extractors/subjects keeps it. */
export function allSubjects(): Subject[] {
  const subjects = SOURCES.flatMap(([classification, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => parseLine(classification, line)),
  );
  return withValidityOfParents(subjects);
}

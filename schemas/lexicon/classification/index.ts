/** Room: nothing in; subject codes with their names and years out; imports nothing of ours. */

import { DEPARTMENT_ECONOMIC } from './department-economic.ts';
import { FUNCTION_ECONOMY } from './function-economy.ts';
import { FUNCTION_SERVICES } from './function-services.ts';
import { FUNCTION_WELFARE } from './function-welfare.ts';
import { GOVERNMENT_ECONOMIC } from './government-economic.ts';
import type { Classification, Subject, SubjectLevel } from './subject.ts';

/**
 * Subjects as printed in published disclosures of 2017–2026; names change over the years. Codes without years come from the
 * Ministry of Finance's 政府收支分类科目. It is knowledge for reading, not an official list: what a document prints stands.
 *
 * A line is `code|name|years|aliases`: years as `2019-2022,2026`, aliases separated by commas.
 */
const SOURCES: readonly (readonly [Classification, string])[] = [
  ['function', FUNCTION_SERVICES],
  ['function', FUNCTION_WELFARE],
  ['function', FUNCTION_ECONOMY],
  ['departmentEconomic', DEPARTMENT_ECONOMIC],
  ['governmentEconomic', GOVERNMENT_ECONOMIC],
];

const LEVELS: Readonly<Record<number, SubjectLevel>> = { 3: 'category', 5: 'section', 7: 'item' };

function parseYears(text: string): number[] {
  if (text === '') return [];
  return text.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number) as [number, number?];
    return Array.from({ length: last! - first + 1 }, (_, i) => first + i);
  });
}

function parseLine(classification: Classification, line: string): Subject {
  const [code = '', name = '', years = '', aliases = ''] = line.split('|');
  const level = LEVELS[code.length];
  if (!level) throw new Error(`${classification} subject with a code of ${code.length} digits: ${line}`);
  return {
    code,
    name,
    level,
    classification,
    parent: code.length > 3 ? code.slice(0, -2) : null,
    years: parseYears(years),
    aliases: aliases === '' ? [] : aliases.split(','),
  };
}

/** Every known subject in order of code within its classification. Parses anew on each call; extractors/subjects keeps it. */
export function allSubjects(): Subject[] {
  return SOURCES.flatMap(([classification, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => parseLine(classification, line)),
  );
}

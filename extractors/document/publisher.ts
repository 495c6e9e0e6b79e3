import type { Level, Scope } from '../../schemas/disclosure.ts';
import { ALL_UNITS, OWN_OFFICE_AT_END, OWN_OFFICE_NAME } from '../../schemas/lexicon/bodies.ts';
import {
  DEPARTMENT_END,
  HIGHER_BODY,
  OWN_OFFICE_ON_COVER,
  PARENT_FIELD,
  SAID_IN_TEXT,
  scopeNamedIn,
  WHOSE_FIGURES,
} from '../../schemas/lexicon/covers.ts';
import { BEFORE_PLACE, COUNTY_IN_NAME, LEVEL_WORDS, TOWNSHIP, WHOLE_COUNTRY } from '../../schemas/lexicon/regions/index.ts';
import { CODED_NAME, isOrganisation } from '../notation/organisations.ts';
import { compact, narrow } from '../notation/text.ts';
import { type PlaceOf, placeAtHead } from './region.ts';

/** What a document shows of its publisher besides the name: the title and the lines of the cover, all lines, the cells of forms. */
export interface Shown {
  cover: string;
  lines: readonly string[];
  rows: readonly (readonly string[])[];
  /** Bodies that the tables list as units. */
  units: readonly string[];
}

/** Of which government: by its name, the place, and what the cover calls it (区级单位预算); null where neither says it. */
export function levelOf(name: string | null, { region, isNamed }: PlaceOf, cover: string): Level | null {
  const text = compact(name ?? '');
  if (WHOLE_COUNTRY.test(text)) return 'central';
  const said = LEVEL_WORDS.find(({ pattern }) => pattern.test(cover))?.level ?? null;
  if (TOWNSHIP.test(text)) return said ?? 'township';
  if (region.county !== null && isNamed) return 'county';
  const isMunicipality = region.city !== null && region.city === region.province;
  if (said !== null) return said === 'city' && isMunicipality ? 'province' : said;
  if (!isNamed) return null;
  if (COUNTY_IN_NAME.test(text.slice(placeAtHead(text)?.length ?? 0))) return 'county';
  if (region.city !== null && !isMunicipality) return 'city';
  return region.province === null ? null : 'province';
}

/** Occurrences of a word in the text that decide, where the cover says nothing, and how much more often than the other. */
const SAID_OFTEN = 3;
const SAID_MORE = 2;

/** Whose figures: the department's with all its units, its own office's, or those of a unit below it; by the cover, else by the text. */
export function scopeOf(name: string | null, parent: string | null, shown: Shown): Scope | null {
  const text = narrow(compact(name ?? ''));
  if (OWN_OFFICE_AT_END.test(text) || OWN_OFFICE_ON_COVER.test(shown.cover)) return 'own';
  const said = scopeNamedIn(shown.cover) ?? scopeInText(shown.lines);
  if (said === 'department') return 'aggregated';
  if (said === 'unit') return parent !== null || !DEPARTMENT_END.test(text) ? 'subordinate' : 'own';
  return new Set(shown.units).size > 1 ? 'aggregated' : null;
}

function scopeInText(lines: readonly string[]): 'department' | 'unit' | null {
  const counts = SAID_IN_TEXT.map(({ scope, pattern }) => ({ scope, count: lines.filter((line) => pattern.test(compact(line))).length }));
  const [most, next] = counts.sort((a, b) => b.count - a.count);
  return most && most.count >= SAID_OFTEN && most.count >= SAID_MORE * (next?.count ?? 0) ? most.scope : null;
}

/** The body above: of an own office the department; of a unit whom its cover or its forms name as 主管部门. Null where nobody does. */
export function parentOf(name: string | null, { cover, rows }: Shown): string | null {
  if (name === null) return null;
  const own = narrow(compact(name)).replace(ALL_UNITS, '');
  if (OWN_OFFICE_AT_END.test(own)) return own.replace(OWN_OFFICE_AT_END, '');
  const named = [
    HIGHER_BODY.exec(cover)?.[1],
    ...rows.flatMap((cells) => cells.flatMap((cell, i) => (PARENT_FIELD.test(narrow(cell)) ? [cells[i + 1]] : []))),
  ];
  const bodies = new Set(
    named.flatMap((text) => {
      const body = narrow(compact(text ?? ''))
        .replace(CODED_NAME, '')
        .replace(WHOSE_FIGURES, '');
      return isOrganisation(body) && !own.endsWith(body) && !body.endsWith(own) ? [body] : [];
    }),
  );
  const [only, ...others] = bodies;
  return others.length === 0 ? (only ?? null) : null;
}

/**
 * The same for every spelling of a name: the code of its place and the name without it (210100/医疗保障局 for 沈阳市医疗保障局 and
 * 辽宁省沈阳市医疗保障局); the whole name where the place is not known from it.
 */
export function entityIdOf(name: string | null, { region, isNamed }: PlaceOf): string | null {
  if (name === null) return null;
  const text = narrow(compact(name)).replace(WHOSE_FIGURES, (figures) => (OWN_OFFICE_AT_END.test(figures) ? OWN_OFFICE_NAME : ''));
  if (!isNamed || region.code === null) return text;
  const rest = text.slice(placeAtHead(text)?.length ?? 0).replace(BEFORE_PLACE, '');
  return `${region.code}/${rest}`;
}

import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { within } from '../../../schemas/lexicon/coordinates/index.ts';
import { BODY_KEYS } from '../../../schemas/lexicon/tables/columns.ts';
import { withoutNumbering } from '../../../schemas/lexicon/writing/numbering.ts';
import { addTo } from '../../model/add-all.ts';
import { at, entryOf } from '../../model/at.ts';
import type { DatedRow, SettledTable } from '../../model/tables.ts';
import { type Understood, understand } from '../../notation/coordinate-words.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isCatalogueCode, isSubjectCode } from '../../notation/row-kinds.ts';
import { isKnownName, sameName, subjectByCode } from '../../notation/subjects.ts';
import { compact } from '../../notation/text.ts';
import { classificationsOf } from './classification.ts';
import { type Beside, besideCarriedOver, settingApart } from './vintages.ts';

/** What each row says: its label and codes, within what the rows above it in the hierarchy say. */
export function rowsSaid(table: SettledTable): Said[] {
  const classifications = classificationsOf(table);
  const known = new Map<string, Understood>();
  const withUnits = table.panels.map(({ keys }) => keys.some(({ header }) => BODY_KEYS.test(header)));
  const own = table.items.map((row): Said => {
    const classification = classifications[row.panel] ?? null;
    const names = namesOf(row, classification === 'project', withUnits[row.panel] ?? false);
    const said = within(outerSaid(row, known), { ...names, ...ownSaid(row, classification === 'project', known) });
    return classification === null ? said : { ...said, classification };
  });
  const sections = sectionsOf(table.items, own);
  const families = new Map<string, DatedRow[]>();
  for (const row of table.items) addTo(families, familyOf(row), row);
  const told = new Map([...families].map(([key, rows]) => [key, familyOfRows(rows, own)]));
  const said: Said[] = [];
  const saidOf = (index: number, depth = 0): Said => {
    const done = said[index];
    if (done) return done;
    const row = at(table.items, index);
    const itself = amongFamily(row, entryOf(told, familyOf(row)), own);
    const above = row.parent === null || depth > DEEPEST ? (sections[index] ?? {}) : saidOf(row.parent, depth + 1);
    const result = within(above, itself);
    said[index] = result;
    return result;
  };
  return table.items.map(({ index }) => saidOf(index));
}

/** Steps up to the top at most, should rows stand below each other. */
const DEEPEST = 12;

const familyOf = ({ panel, parent }: DatedRow): string => `${panel}|${parent}`;

/** A unit's rows follow it up to the next unit or a total, though they are not part of it. */
function sectionsOf(items: readonly DatedRow[], own: readonly Said[]): Said[] {
  let unit: Said = {};
  return items.map(({ index, role, parent }): Said => {
    const { entity } = own[index] ?? {};
    if (role === 'total') unit = {};
    if (role === 'unit' && parent === null) unit = entity ? { entity } : {};
    return role === 'item' ? unit : {};
  });
}

/** A total below 结转下年 is all that the money is used for, and more than the expenditure. */
function amongFamily(row: DatedRow, { apart, forward }: Family, own: readonly Said[]): Said {
  const said = besideCarriedOver(besideOf(row, own), apart);
  const forwards = (row.role === 'total' || row.role === 'subtotal') && forward < row.index;
  return forwards && said.flow !== 'revenue' ? { ...said, item: 'totalUses' } : said;
}

/** What rows below one parent tell each of them. */
interface Family {
  apart: Beside[];
  /** The first row of what is carried forward. */
  forward: number;
}

function familyOfRows(rows: readonly DatedRow[], own: readonly Said[]): Family {
  const forwards = rows.filter(({ index }) => own[index]?.vintage === 'carriedForward').map(({ index }) => index);
  return {
    apart: settingApart(rows.map((row) => besideOf(row, own))),
    forward: forwards.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  };
}

const besideOf = (row: DatedRow, own: readonly Said[]): Beside => ({
  own: at(own, row.index),
  isTotal: row.role === 'total' || row.role === 'subtotal',
});

function ownSaid(row: DatedRow, ofProjects: boolean, known: Map<string, Understood>): Said {
  const codes = codesOf(row);
  if (row.subjectCode !== null || row.role === 'unit') return codes;
  const label = withoutNumbering(row.label);
  const { said, whole } = entryIn(known, label, understand);
  if (label === '' || whole) return { ...codes, ...said };
  return ofProjects ? codes : { ...codes, item: label };
}

/** Names outside the label that consist of known words: 一般公共预算资金 beside each of its lines. */
function outerSaid({ outer }: DatedRow, known: Map<string, Understood>): Said {
  return outer.reduce((said: Said, name) => {
    const understood = entryIn(known, withoutNumbering(name), understand);
    return understood.whole ? within(said, understood.said) : said;
  }, {});
}

function entryIn<T>(map: Map<string, T>, key: string, make: (key: string) => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  map.set(key, made);
  return made;
}

const CODE = /^\D?(\d{7}|\d{5}|\d{3})(?!\d)/;

/** The codes of every classification that the row carries: its own, and those of parallel columns. */
function codesOf(row: DatedRow): Said {
  const parallel = Object.values(row.keys).map((text) => CODE.exec(compact(text))?.[1] ?? '');
  const said: Said = {};
  const own = isOrganisation(row.label) && subjectByCode(row.subjectCode ?? '') === null ? '' : (row.subjectCode ?? '');
  for (const code of [own, ...parallel]) {
    if (!isSubjectCode(code)) continue;
    if (code.startsWith('2')) said.functionalCode ??= code;
    else if (code.startsWith('3')) said.departmentEconomicCode ??= code;
    else if (code.startsWith('5')) said.governmentEconomicCode ??= code;
  }
  return said;
}

/** The unit and the project that a row is of, from its name columns; a name that only repeats its subject is neither. */
function namesOf(row: DatedRow, ofProjects: boolean, withUnits: boolean): Said {
  const unit = (row.role === 'unit' || withUnits ? [...row.outer, row.label] : row.outer).find(isOrganisation);
  const entity = unit === undefined ? {} : { entity: compact(unit) };
  if (!ofProjects || row.role === 'total' || row.role === 'subtotal') return entity;
  const isSubject = row.subjectCode !== null && sameName(row.label, row.subjectCode);
  const outer = row.outer.filter((name) => name !== unit && !isKnownName(name) && !understand(name).whole);
  const isNone = isSubject || row.label === unit || isCatalogueCode(row.code ?? '') || understand(row.label).whole;
  const projects = [...outer, ...(isNone ? [] : [row.label])];
  return projects.length === 0 ? entity : { ...entity, project: projects.map(compact).join(' > ') };
}

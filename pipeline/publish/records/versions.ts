import { type Group, groupBy } from '../../../extractors/model/add-all.ts';
import { LATER_VERSION, NAMES_PLACE, PROVINCE_BEFORE_CITY } from '../../../schemas/lexicon/versions.ts';
import type { VersionReason } from '../../../schemas/records.ts';

/** What tells documents apart: cells of documents.csv, empty text where unknown. */
export interface VersionKey {
  document_id: string;
  source_file: string;
  sha256: string;
  disclosure_kind: string;
  entity_name: string;
  entity_code: string;
  scope: string;
  year: string;
  status: string;
  title: string;
  region_province: string;
  region_city: string;
  equations_exact: string;
  equations_broken: string;
  review_items: string;
}

/** What a document says, as far as versions are told by it. */
export interface Content {
  /** Titles of the tables that hold numbers. */
  tables: ReadonlySet<string>;
  /** Amounts in 元 with how often they stand there; `sure` are those that nobody is asked to check. */
  amounts: Readonly<Record<'all' | 'sure', ReadonlyMap<string, number>>>;
}

/** The last columns of documents.csv. */
interface VersionMarks {
  supersedes: string;
  superseded_by: string;
  version_reason: VersionReason | '';
  version_group: string;
}

export const NO_VERSION: VersionMarks = { supersedes: '', superseded_by: '', version_reason: '', version_group: '' };

const SEPARATOR = '; ';

const isLater = ({ title, source_file }: VersionKey): boolean => LATER_VERSION.test(title) || LATER_VERSION.test(source_file);

/** What the documents of a group have in common; null for a document that cannot be compared. */
function subjectOf(document: VersionKey): string | null {
  const { entity_name, year, disclosure_kind, scope, region_province, region_city } = document;
  if (entity_name === '' || year === '' || disclosure_kind === '') return null;
  if (region_province === '' && !NAMES_PLACE.test(entity_name)) return null;
  return [region_province, region_city, entity_name.replace(PROVINCE_BEFORE_CITY, ''), scope, year, disclosure_kind].join('|');
}

/** Those groups that have more than one item. */
function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Group<T>[] {
  return [...groupBy(items, keyOf).values()].filter(({ length }) => length > 1);
}

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);

/** Adds to what was marked before: a document can have copies and take the place of another version. */
type Mark = (id: string, change: Partial<VersionMarks>) => void;

const idsOf = (documents: readonly VersionKey[]): string => documents.map(({ document_id }) => document_id).join(SEPARATOR);

/** The first stands for its copies. */
function markCopies([first, ...others]: Group<VersionKey>, mark: Mark): void {
  const group = { version_reason: 'same-content', version_group: first.document_id } as const;
  mark(first.document_id, { ...group, supersedes: idsOf(others) });
  for (const copy of others) mark(copy.document_id, { ...group, superseded_by: first.document_id });
}

type ContentOf = (documentId: string) => Content;

function markVersions(versions: Group<VersionKey>, contentOf: ContentOf, mark: Mark): void {
  const codes = new Set(versions.map(({ entity_code }) => entity_code).filter((code) => code !== ''));
  if (codes.size > 1) return;
  const latest = only(versions.filter(isLater));
  if (latest) replace(versions, latest, 'correction', mark);
  else for (const group of overlapping(versions, contentOf)) markForms(group, contentOf, mark);
}

function replace(versions: readonly VersionKey[], by: VersionKey, version_reason: VersionReason, mark: Mark): void {
  const group = { version_reason, version_group: by.document_id };
  const others = versions.filter((version) => version !== by);
  mark(by.document_id, { ...group, supersedes: idsOf(others) });
  for (const { document_id } of others) mark(document_id, { ...group, superseded_by: by.document_id });
}

function markForms(forms: Group<VersionKey>, contentOf: ContentOf, mark: Mark): void {
  const best = forms.reduce((sofar, form) => (moreCertain(form, sofar) ? form : sofar));
  const content = contentOf(best.document_id);
  if (forms.every((form) => form === best || sayTheSame(contentOf(form.document_id), content))) replace(forms, best, 'same-facts', mark);
  else for (const { document_id } of forms) mark(document_id, { version_reason: 'undecided', version_group: forms[0].document_id });
}

/** Files of a department that share no table are parts of one disclosure: a workbook for each table. Nothing of them counts twice. */
function overlapping(versions: readonly VersionKey[], contentOf: ContentOf): Group<VersionKey>[] {
  const groups: { members: VersionKey[]; tables: Set<string> }[] = [];
  for (const version of versions) {
    const { tables } = contentOf(version.document_id);
    const shares = (group: { tables: Set<string> }): boolean =>
      tables.size === 0 || group.tables.size === 0 || [...tables].some((title) => group.tables.has(title));
    const known = groups.filter(shares);
    const merged = { members: known.flatMap(({ members }) => members), tables: new Set(known.flatMap((group) => [...group.tables])) };
    for (const group of known) groups.splice(groups.indexOf(group), 1);
    groups.push({ members: [...merged.members, version], tables: new Set([...merged.tables, ...tables]) });
  }
  return groups.flatMap(({ members }): Group<VersionKey>[] => {
    const [first, ...others] = versions.filter((version) => members.includes(version));
    return first && others.length > 0 ? [[first, ...others]] : [];
  });
}

/** No amount of which one of them is sure is missing in the other. A corrected figure is such an amount. */
function sayTheSame(a: Content, b: Content): boolean {
  const within = (sure: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>): boolean =>
    [...sure].every(([amount, times]) => (all.get(amount) ?? 0) >= times);
  return a.amounts.all.size > 0 && within(a.amounts.sure, b.amounts.all) && within(b.amounts.sure, a.amounts.all);
}

/** Read as a whole before in part; then by equations that break, by equations that hold, by what a person is asked to check. */
function moreCertain(a: VersionKey, b: VersionKey): boolean {
  const measures: ((document: VersionKey) => number)[] = [
    ({ status }) => (status === 'succeeded' ? 1 : 0),
    ({ equations_broken }) => -Number(equations_broken),
    ({ equations_exact }) => Number(equations_exact),
    ({ review_items }) => -Number(review_items),
  ];
  const decisive = measures.find((measure) => measure(a) !== measure(b));
  return decisive !== undefined && decisive(a) > decisive(b);
}

/**
 * Which documents are versions of each other, by document id; the others have no entry. The same bytes: the first of them in the
 * given order stands for all. The same publisher, scope, year and kind: a single one that calls itself a correction (in title or
 * file name) takes the place of the others; else, where all amounts agree, they are forms of one document, and the one that is more
 * certain counts; else it is undecided, and a person has to say. `version_group` is the document that counts, where undecided the
 * first. `contentOf` is asked for few of them.
 */
export function versionsOf(documents: readonly VersionKey[], contentOf: ContentOf): Map<string, VersionMarks> {
  const marks = new Map<string, VersionMarks>();
  const mark: Mark = (id, change) => {
    const old = marks.get(id) ?? NO_VERSION;
    const supersedes = [old.supersedes, change.supersedes].filter(Boolean).join(SEPARATOR);
    marks.set(id, { ...old, ...change, supersedes });
  };
  const readable = documents.filter(({ status }) => status !== 'failed');
  const copies = groupsBy(readable, ({ sha256 }) => sha256);
  for (const group of copies) markCopies(group, mark);
  const doubles = new Set(copies.flatMap(([, ...others]) => others));
  const originals = readable.filter((document) => !doubles.has(document));
  for (const versions of groupsBy(originals, subjectOf)) markVersions(versions, contentOf, mark);
  for (const [id, { version_reason, superseded_by }] of marks) {
    const original = version_reason === 'same-content' ? marks.get(superseded_by) : undefined;
    if (original) mark(id, { version_group: original.version_group });
  }
  return marks;
}

import type { VersionReason } from '../../../schemas/records.ts';
import { type Group, groupBy } from '../../base/group.ts';

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
}

/** The last columns of documents.csv. */
interface VersionMarks {
  supersedes: string;
  superseded_by: string;
  version_reason: VersionReason | '';
  version_group: string;
}

export const NO_VERSION: VersionMarks = { supersedes: '', superseded_by: '', version_reason: '', version_group: '' };

const LATER = /调整|更正|更新|修订|修正|重新公开|补充公开/;
/** 财政局 is a body in a hundred cities; 沈阳市财政局 is one, and so is 国家信访局. */
const PLACE = /[省市县区州盟旗]|国家|全国|中央/;
/** 辽宁省沈阳市财政局 is 沈阳市财政局. */
const PROVINCE_BEFORE_CITY = /^[^省市县区州盟旗]{2,6}(?:省|自治区)(?=.{2,}[市县区州盟旗])/;
const SEPARATOR = '; ';

const isLater = ({ title, source_file }: VersionKey): boolean => LATER.test(title) || LATER.test(source_file);

/** What the documents of a group have in common; null for a document that cannot be compared. */
function subjectOf(document: VersionKey): string | null {
  const { entity_name, year, disclosure_kind, scope, region_province, region_city } = document;
  if (entity_name === '' || year === '' || disclosure_kind === '') return null;
  if (region_province === '' && !PLACE.test(entity_name)) return null;
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

function markVersions(versions: Group<VersionKey>, mark: Mark): void {
  const codes = new Set(versions.map(({ entity_code }) => entity_code).filter((code) => code !== ''));
  if (codes.size > 1) return;
  const latest = only(versions.filter(isLater));
  const counts = (latest ?? versions[0]).document_id;
  const group = { version_reason: latest ? 'correction' : 'undecided', version_group: counts } as const;
  for (const version of versions) {
    const own = version === latest ? { supersedes: idsOf(versions.filter((other) => other !== latest)) } : {};
    const other = latest && version !== latest ? { superseded_by: latest.document_id } : {};
    mark(version.document_id, { ...group, ...own, ...other });
  }
}

/**
 * Which documents are versions of each other, by document id; the others have no entry. The same bytes: the first of them in the
 * given order stands for all. The same publisher, scope, year and kind: a single one that calls itself a correction (in title or
 * file name) takes the place of the others; else it is undecided, and a person has to say which one counts. `version_group` is the document that counts, where undecided the first.
 */
export function versionsOf(documents: readonly VersionKey[]): Map<string, VersionMarks> {
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
  for (const versions of groupsBy(originals, subjectOf)) markVersions(versions, mark);
  for (const [id, { version_reason, superseded_by }] of marks) {
    const original = version_reason === 'same-content' ? marks.get(superseded_by) : undefined;
    if (original) mark(id, { version_group: original.version_group });
  }
  return marks;
}

import { describe, expect, test } from 'vitest';
import { headerLine, recordLines } from '../../../../pipeline/publish/csv/csv.ts';
import { markVersions } from '../../../../pipeline/publish/csv/mark-versions.ts';
import { toRecords } from '../../../../pipeline/publish/records/records.ts';
import { type VersionKey, versionsOf } from '../../../../pipeline/publish/records/versions.ts';
import { makeExtraction } from '../../fixture.ts';

const document = (document_id: string, rest: Partial<VersionKey> = {}): VersionKey => ({
  document_id,
  source_file: `${document_id}.pdf`,
  sha256: document_id,
  disclosure_kind: 'budget',
  entity_name: '沈阳市水务局',
  entity_code: '',
  scope: 'department',
  year: '2026',
  status: 'succeeded',
  title: '2026年部门预算',
  region_province: '辽宁省',
  region_city: '沈阳市',
  ...rest,
});

const marks = (...documents: VersionKey[]): Record<string, (string | null)[]> =>
  Object.fromEntries(
    [...versionsOf(documents)].map(([id, mark]) => [id, [mark.supersedes, mark.superseded_by, mark.version_reason, mark.version_group]]),
  );

describe('versions of a document', () => {
  test('other years, kinds, scopes, publishers and cities are other documents', () => {
    const others: Partial<VersionKey>[] = [
      {},
      { year: '2025' },
      { disclosure_kind: 'final-accounts' },
      { scope: 'unit' },
      { entity_name: '沈阳市水务局执法队' },
      { region_city: '大连市' },
    ];
    expect(marks(...others.map((rest, i) => document(`d${i}`, rest)))).toEqual({});
  });

  test('a correction takes the place of the version before it', () => {
    expect(marks(document('a'), document('b', { title: '2026年部门预算（调整）' }))).toEqual({
      a: ['', 'b', 'correction', 'b'],
      b: ['a', '', 'correction', 'b'],
    });
    expect(marks(document('更正-x', { source_file: '更正/x.pdf' }), document('x'))).toEqual({
      x: ['', '更正-x', 'correction', '更正-x'],
      '更正-x': ['x', '', 'correction', '更正-x'],
    });
  });

  test('two without, or with two corrections, are left to a person', () => {
    const undecided = ['', '', 'undecided', 'a'];
    expect(marks(document('a'), document('b'))).toEqual({ a: undecided, b: undecided });
    const corrected = { title: '更正' };
    expect(marks(document('a', corrected), document('b', corrected))).toEqual({ a: undecided, b: undecided });
  });

  test('the province before the city is not another publisher', () => {
    const undecided = ['', '', 'undecided', 'a'];
    expect(marks(document('a'), document('b', { entity_name: '辽宁省沈阳市水务局' }))).toEqual({ a: undecided, b: undecided });
    expect(marks(document('a', { entity_name: '水务局' }), document('b', { entity_name: '辽宁省水务局' }))).toEqual({});
  });

  test('of the same bytes the first stands for all, whatever is known of them', () => {
    const same = { sha256: 's', entity_name: '' };
    expect(marks(document('a', same), document('b', same), document('c', same))).toEqual({
      a: ['b; c', '', 'same-content', 'a'],
      b: ['', 'a', 'same-content', 'a'],
      c: ['', 'a', 'same-content', 'a'],
    });
  });

  test('a copy of a version that is corrected stays a copy', () => {
    expect(marks(document('a', { sha256: 's' }), document('b', { sha256: 's' }), document('c', { title: '更正' }))).toEqual({
      a: ['b', 'c', 'correction', 'c'],
      b: ['', 'a', 'same-content', 'c'],
      c: ['a', '', 'correction', 'c'],
    });
  });

  test.each<[string, Partial<VersionKey>, Partial<VersionKey>]>([
    ['a publisher that has its name in every city', { entity_name: '财政局', region_province: '' }, {}],
    ['one without a name', { entity_name: '' }, {}],
    ['one without a year', { year: '' }, {}],
    ['two publishers by their codes', { entity_code: '101' }, { entity_code: '102' }],
    ['documents that failed', { status: 'failed', sha256: 's' }, { status: 'failed', sha256: 's' }],
  ])('nothing is said of %s', (_, first, second) => {
    expect(marks(document('a', first), document('b', { ...first, ...second }))).toEqual({});
  });

  test('documents.csv keeps every other cell', () => {
    const { disclosure, report } = makeExtraction({ documentId: 'a', sourceFile: '=a, "b".txt' }, []);
    const rows = ['a', 'b'].map((documentId) => toRecords({ ...disclosure, documentId }, report)['documents.csv'][0]!);
    const before = `\ufeff${headerLine('documents.csv')}${recordLines('documents.csv', rows)}`;
    const after = markVersions(before).split('\r\n');
    expect(after[0]).toBe(before.split('\r\n')[0]);
    expect(after[1]).toBe(before.split('\r\n')[1]!.replace(/,,,,$/, ',b,,same-content,a'));
    expect(after[2]).toBe(before.split('\r\n')[2]!.replace(/,,,,$/, ',,a,same-content,a'));
  });
});

import { describe, expect, test } from 'vitest';
import { headerLine, recordLines } from '../../../../pipeline/publish/csv/csv.ts';
import { markVersions } from '../../../../pipeline/publish/csv/mark-versions.ts';
import { toRecords } from '../../../../pipeline/publish/records/records.ts';
import { type Content, type VersionKey, versionsOf } from '../../../../pipeline/publish/records/versions.ts';
import type { FactRecord } from '../../../../schemas/records.ts';
import { makeExtraction } from '../../fixture.ts';

const document = (document_id: string, rest: Partial<VersionKey> = {}): VersionKey => ({
  document_id,
  source_file: `${document_id}.pdf`,
  sha256: document_id,
  disclosure_kind: 'budget',
  entity_name: '沈阳市水务局',
  entity_code: '',
  scope: 'aggregated',
  year: '2026',
  status: 'succeeded',
  title: '2026年部门预算',
  region_province: '辽宁省',
  region_city: '沈阳市',
  equations_exact: '0',
  equations_broken: '0',
  review_items: '0',
  ...rest,
});

/** `收支总表 1 2 ?3`: a table and its amounts, of which the last is to be checked. */
function content(text: string): Content {
  const [titles = '', ...amounts] = text.split(' ');
  const counted = (list: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const amount of list) counts.set(amount, (counts.get(amount) ?? 0) + 1);
    return counts;
  };
  const all = counted(amounts.map((amount) => amount.replace('?', '')));
  return {
    tables: new Set(titles.split('+').filter(Boolean)),
    amounts: { all, sure: counted(amounts.filter((it) => !it.startsWith('?'))) },
  };
}

/** Where nothing else is said, each speaks of the same table with an amount of its own. */
const marksOf = (contents: Readonly<Record<string, string>>, ...documents: VersionKey[]): Record<string, (string | null)[]> =>
  Object.fromEntries(
    [...versionsOf(documents, (id) => content(contents[id] ?? `收支总表 ${id}`))].map(([id, mark]) => [
      id,
      [mark.supersedes, mark.superseded_by, mark.version_reason, mark.version_group],
    ]),
  );
const marks = (...documents: VersionKey[]): Record<string, (string | null)[]> => marksOf({}, ...documents);

describe('versions of a document', () => {
  test('other years, kinds, scopes, publishers and cities are other documents', () => {
    const others: Partial<VersionKey>[] = [
      {},
      { year: '2025' },
      { disclosure_kind: 'final-accounts' },
      { scope: 'subordinate' },
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

  test('another form with the same amounts: the more certain one counts', () => {
    const [pdf, sheet] = [document('a', { equations_exact: '9', review_items: '2' }), document('b', { equations_exact: '9' })];
    const same = { a: '收支总表 1 2 2', b: '收支总表 1 2 2' };
    expect(marksOf(same, pdf, sheet)).toEqual({ a: ['', 'b', 'same-facts', 'b'], b: ['a', '', 'same-facts', 'b'] });
    expect(marksOf(same, { ...pdf, equations_exact: '10' }, sheet)).toMatchObject({ b: ['', 'a', 'same-facts', 'a'] });
    expect(marksOf(same, pdf, { ...sheet, equations_broken: '1' })).toMatchObject({ b: ['', 'a', 'same-facts', 'a'] });
    expect(marksOf(same, pdf, { ...sheet, status: 'partial' })).toMatchObject({ b: ['', 'a', 'same-facts', 'a'] });
  });

  test('an amount that is missing or stands more often is another version, unless a person is asked about it', () => {
    const undecided = ['', '', 'undecided', 'a'];
    for (const other of ['收支总表 1 2', '收支总表 1 2 2 2', '收支总表 1 2 3'])
      expect(marksOf({ a: '收支总表 1 2 2', b: other }, document('a'), document('b'))).toEqual({ a: undecided, b: undecided });
    expect(marksOf({ a: '收支总表 1 2 2', b: '收支总表 1 2 2 ?3' }, document('a'), document('b'))).toMatchObject({
      a: ['b', '', 'same-facts', 'a'],
    });
    expect(marksOf({ a: '收支总表', b: '收支总表' }, document('a'), document('b'))).toEqual({ a: undecided, b: undecided });
  });

  test('files without a table in common are parts of one disclosure', () => {
    const parts = { a: '收入总表 1', b: '支出总表 2', c: '支出总表+三公 2 3' };
    expect(marksOf(parts, document('a'), document('b'))).toEqual({});
    expect(Object.keys(marksOf(parts, document('a'), document('b'), document('c')))).toEqual(['b', 'c']);
    const joined = { a: '支出总表 1', b: '收入总表 2', c: '支出总表+收入总表 3' };
    expect(marksOf(joined, document('a'), document('b'), document('c'))).toMatchObject({ c: ['', '', 'undecided', 'a'] });
  });

  test('amounts are compared as numbers', () => {
    const { disclosure, report } = makeExtraction({ documentId: 'a', sourceFile: 'a.pdf' }, []);
    const known = { ...disclosure, kind: 'budget' as const, year: 2026, entity: { code: null, name: '沈阳市水务局' } };
    const rows = ['a', 'b'].map(
      (documentId) => toRecords({ ...known, documentId }, { ...report, sha256: documentId })['documents.csv'][0]!,
    );
    const text = `\ufeff${headerLine('documents.csv')}${recordLines('documents.csv', rows)}`;
    const facts = (amount: string): string =>
      recordLines('facts.csv', [{ table_title: '收支总表', value_yuan: amount, review: false } as FactRecord]);
    const reasons = (...amounts: string[]): (string | undefined)[] =>
      markVersions(text, (id) => facts(amounts[id === 'a' ? 0 : 1]!))
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').at(-5));
    expect(reasons('1200.00', '1200')).toEqual(['same-facts', 'same-facts']);
    expect(reasons('1200', '12')).toEqual(['undecided', 'undecided']);
    expect(reasons('0.10', '0.1')).toEqual(['same-facts', 'same-facts']);
  });

  test('documents.csv keeps every other cell', () => {
    const { disclosure, report } = makeExtraction({ documentId: 'a', sourceFile: '=a, "b".txt' }, []);
    const rows = ['a', 'b'].map((documentId) => toRecords({ ...disclosure, documentId }, report)['documents.csv'][0]!);
    const before = `\ufeff${headerLine('documents.csv')}${recordLines('documents.csv', rows)}`;
    const after = markVersions(before, () => '').split('\r\n');
    expect(after[0]).toBe(before.split('\r\n')[0]);
    expect(after[1]).toBe(before.split('\r\n')[1]!.replace(/,,,,,,0,0$/, ',b,,same-content,a,,0,0'));
    expect(after[2]).toBe(before.split('\r\n')[2]!.replace(/,,,,,,0,0$/, ',,a,same-content,a,,0,0'));
  });
});

import { describe, expect, test } from 'vitest';
import { headerLine, recordLines } from '../../../../pipeline/publish/csv/csv.ts';
import { markCounting } from '../../../../pipeline/publish/csv/mark-counting.ts';
import { type InclusionKey, inclusionsOf } from '../../../../pipeline/publish/records/inclusion.ts';
import { toRecords } from '../../../../pipeline/publish/records/records.ts';
import type { DocumentRecord } from '../../../../schemas/records.ts';
import { makeCell, makeExtraction, makeRow, makeTable } from '../../fixture.ts';

const document = (document_id: string, rest: Partial<InclusionKey> = {}): InclusionKey => ({
  document_id,
  entity_name: '上海市财政局',
  parent_entity: '',
  scope: 'aggregated',
  disclosure_kind: 'budget',
  year: '2026',
  region_province: '上海市',
  version_group: '',
  ...rest,
});
const included = (...documents: InclusionKey[]): Record<string, string> => Object.fromEntries(inclusionsOf(documents));

describe('whose amounts stand in another document', () => {
  const whole = document('whole');

  test('a department’s own office, by its name or by its parent', () => {
    expect(included(whole, document('own', { scope: 'own' }))).toEqual({ own: 'whole' });
    const named = { scope: 'own', entity_name: '上海市财政局（本级）', parent_entity: '上海市财政局' };
    expect(included(document('own', named), whole)).toEqual({ own: 'whole' });
  });

  test('a unit whose document names the department', () => {
    expect(
      included(whole, document('unit', { scope: 'subordinate', entity_name: '上海市国库中心', parent_entity: '上海市财政局' })),
    ).toEqual({
      unit: 'whole',
    });
    expect(included(whole, document('unit', { scope: 'subordinate', entity_name: '上海市国库中心' }))).toEqual({});
  });

  test('not that of another year, kind or province, nor one whose scope is unknown', () => {
    const others: Partial<InclusionKey>[] = [{ year: '2025' }, { disclosure_kind: 'final-accounts' }, { region_province: '江苏省' }];
    for (const other of others) expect(included(whole, document('own', { scope: 'own', ...other }))).toEqual({});
    expect(included(whole, document('other', { scope: '' }))).toEqual({});
    expect(included(whole, document('own', { scope: 'own', region_province: '' }))).toEqual({ own: 'whole' });
  });

  test('of several versions of the department’s the one that counts', () => {
    const old = document('old', { version_group: 'new' });
    expect(included(old, document('new', { version_group: 'new' }), document('own', { scope: 'own' }))).toEqual({ own: 'new' });
  });
});

test('the panel counts what no other document stands for or holds', () => {
  const { disclosure, report } = makeExtraction({ documentId: 'a', sourceFile: 'a.txt' }, [
    makeTable({ rows: [makeRow(0, '合计', [makeCell('f0', 0, '1.00', { valueYuan: '10000' })])] }),
  ]);
  const ids = ['a', 'b', 'c'];
  const sets = ids.map((documentId) => toRecords({ ...disclosure, documentId }, report));
  const panel = `\ufeff${headerLine('panel.csv')}${recordLines(
    'panel.csv',
    sets.flatMap((set) => set['panel.csv']),
  )}`;
  const marks: Record<string, Partial<DocumentRecord>> = { b: { included_in: 'a' }, c: { version_group: 'a' } };
  const documents = sets.flatMap((set, i) => set['documents.csv'].map((row) => ({ ...row, ...marks[ids[i]!] })));
  const text = `\ufeff${headerLine('documents.csv')}${recordLines('documents.csv', documents)}`;
  const marked = markCounting(panel, text);
  expect(marked.split('\r\n')[0]).toBe(panel.split('\r\n')[0]);
  expect(marked.split('\r\n')[1]).toBe(panel.split('\r\n')[1]);
  const counts = marked
    .split('\r\n')
    .slice(1, -1)
    .map((line) => /,(true|false),/.exec(line)?.[1]);
  expect(counts).toEqual(['true', 'false', 'false']);
});

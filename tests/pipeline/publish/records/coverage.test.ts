import { expect, test } from 'vitest';
import { coverageRecords } from '../../../../pipeline/publish/records/coverage.ts';
import { makeExtraction, makeTable } from '../../fixture.ts';

const KEY = { document_id: 'a', source_file: 'a.txt' };

test('a table that the contents page names, found, empty or missing; then the kinds that every document of the year prints', () => {
  const tables = [
    makeTable({ index: 1, kind: 'expenditureSummary', title: '支出预算总表' }),
    makeTable({ index: 2, kind: 'governmentFundBudget', title: '政府性基金预算支出表', number: null, empty: true }),
  ];
  const { disclosure, report } = makeExtraction({ documentId: 'a', sourceFile: 'a.txt' }, tables);
  report.expectedTables.push(
    { number: '表1', title: '支出预算总表', found: true, tableIndex: 1, places: [] },
    { number: '表9', title: '“三公”经费支出表', found: false, tableIndex: null, places: [] },
  );
  const rows = coverageRecords(KEY, { ...disclosure, kind: 'budget', year: 2020 }, report);
  expect(rows.map((row) => [row.basis, row.table_kind, row.table_number, row.table_title, row.found, row.table_index, row.empty])).toEqual([
    ['contents', 'expenditureSummary', '表1', '支出预算总表', true, 1, false],
    ['contents', 'threePublicExpenses', '表9', '“三公”经费支出表', false, null, null],
    ['kind', 'revenueExpenditureSummary', null, '收支总表', false, null, null],
    ['kind', 'revenueSummary', null, '收入总表', false, null, null],
    ['kind', 'fiscalAppropriationSummary', null, '财政拨款收支总表', false, null, null],
    ['kind', 'generalPublicBudgetExpenditure', null, '一般公共预算支出表', false, null, null],
    ['kind', 'basicExpenditure', null, '基本支出表', false, null, null],
    ['kind', 'governmentFundBudget', null, '政府性基金预算支出表', true, 2, true],
  ]);
  const kinds = (year: number, kind: 'budget' | 'final-accounts' | null) =>
    coverageRecords(KEY, { ...disclosure, kind, year }, report).map(({ table_kind }) => table_kind);
  expect(kinds(2021, 'budget')).toContain('stateCapitalBudget');
  expect(kinds(2020, 'final-accounts')).toContain('stateCapitalBudget');
  expect(kinds(2021, null)).toEqual(['expenditureSummary', 'threePublicExpenses']);
});

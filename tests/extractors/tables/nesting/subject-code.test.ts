import { expect, test } from 'vitest';
import { subjectCodeOf } from '../../../../extractors/tables/nesting/subject-code.ts';
import type { Side, TableRow } from '../../../../schemas/table.ts';
import { makeRow, makeTable } from '../../../pipeline/fixture.ts';

const twoSided = makeTable({ shape: 'two-sided' });
const coded = makeTable({ shape: 'coded' });

const code = (label: string, rest: Partial<TableRow> = {}, side: Side | null = 'expenditure', table = twoSided): string | null =>
  subjectCodeOf(table, makeRow(0, label, [], rest), side);

test('a printed code counts where it is a subject, whatever the table', () => {
  expect(code('行政运行', { code: '2010301' }, null, coded)).toBe('2010301');
  expect(code('办公费', { code: '30201' }, null, coded)).toBe('30201');
  expect(code('某局', { code: '245', role: 'unit' }, null, coded)).toBeNull();
  expect(code('某局', { code: '114' }, null, coded)).toBeNull();
  expect(code('某局', { code: '245001' }, null, coded)).toBeNull();
});

test('a label counts on the expenditure side of a 收支 table, where one 类 bears it', () => {
  expect(code('三、卫生健康支出')).toBe('210');
  expect(code('（一）一般公共服务支出')).toBe('201');
  expect(code('三、卫生健康支出', {}, 'revenue')).toBeNull();
  expect(code('三、卫生健康支出', {}, 'expenditure', coded)).toBeNull();
  expect(code('三、卫生健康支出', { role: 'total' })).toBeNull();
  expect(code('行政运行')).toBeNull();
  expect(code('其他支出')).toBeNull();
  expect(code('工资福利支出')).toBeNull();
});

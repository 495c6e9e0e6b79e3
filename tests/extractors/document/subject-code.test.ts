import { expect, test } from 'vitest';
import { subjectCodeOf } from '../../../extractors/document/subject-code.ts';
import type { RowRole, Side, TableShape } from '../../../schemas/table.ts';

interface Row {
  code?: string;
  role?: RowRole;
}

const code = (
  label: string,
  { code: printed, role = 'item' }: Row = {},
  side: Side | null = 'expenditure',
  shape: TableShape = 'two-sided',
): string | null => subjectCodeOf(shape, { label, code: printed ?? null, role }, side);
const coded = (label: string, row: Row): string | null => code(label, row, null, 'coded');

test('a printed code counts where it is a subject, whatever the table', () => {
  expect(coded('行政运行', { code: '2010301' })).toBe('2010301');
  expect(coded('办公费', { code: '30201' })).toBe('30201');
  expect(coded('某局', { code: '245', role: 'unit' })).toBeNull();
  expect(coded('某局', { code: '114' })).toBeNull();
  expect(coded('某局', { code: '245001' })).toBeNull();
});

test('a label counts on the expenditure side of a 收支 table, where one 类 bears it', () => {
  expect(code('三、卫生健康支出')).toBe('210');
  expect(code('（一）一般公共服务支出')).toBe('201');
  expect(code('三、卫生健康支出', {}, 'revenue')).toBeNull();
  expect(code('三、卫生健康支出', {}, 'expenditure', 'coded')).toBeNull();
  expect(code('三、卫生健康支出', { role: 'total' })).toBeNull();
  expect(code('行政运行')).toBeNull();
  expect(code('其他支出')).toBeNull();
  expect(code('工资福利支出')).toBeNull();
});

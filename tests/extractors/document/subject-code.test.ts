import { describe, expect, test } from 'vitest';
import { subjectCodes } from '../../../extractors/document/subject-code.ts';
import type { NestedTable } from '../../../extractors/model/tables.ts';
import type { RowRole, Side, TableShape } from '../../../schemas/table.ts';
import { run } from '../documents.ts';

interface Row {
  label: string;
  code?: string;
  role?: RowRole;
  path?: string[];
}

const [template] = run('支出预算总表\n单位：万元\n项目→预算数\n甲→1.00').nested.tables;

const codes = (shape: TableShape, rows: readonly Row[], side: Side | null = null): (string | null)[] => {
  const items = rows.map(({ label, code, role = 'item', path = [] }, index) => ({
    ...template!.items[0]!,
    index,
    label,
    code: code ?? null,
    role,
    labelPath: path,
  }));
  const table: NestedTable = { ...template!, shape, panels: [{ ...template!.panels[0]!, side }], items };
  return subjectCodes(table, 2026);
};
const two = (label: string, row: Omit<Row, 'label'> = {}, side: Side = 'expenditure') => codes('two-sided', [{ label, ...row }], side)[0];
const coded = (label: string, row: Omit<Row, 'label'>) => codes('coded', [{ label, ...row }])[0];

test('a printed code counts where it is a subject, whatever the table', () => {
  expect(coded('行政运行', { code: '2010301' })).toBe('2010301');
  expect(coded('办公费', { code: '30201' })).toBe('30201');
  expect(coded('某局', { code: '245', role: 'unit' })).toBeNull();
  expect(coded('某局', { code: '114' })).toBeNull();
  expect(coded('某局', { code: '245001' })).toBeNull();
});

test('a label counts on the expenditure side of a 收支 table, where one 类 bears it', () => {
  expect(two('三、卫生健康支出')).toBe('210');
  expect(two('（一）一般公共服务支出')).toBe('201');
  expect(two('三、卫生健康支出', {}, 'revenue')).toBeNull();
  expect(two('三、卫生健康支出', { role: 'total' })).toBeNull();
  expect(two('行政运行')).toBeNull();
  expect(two('培训支出', { path: ['一、教育支出', '进修及培训'] })).toBe('2050803');
  expect(two('公立医院', { path: ['三、卫生健康支出'] })).toBe('21002');
  expect(two('公立医院', { path: ['一、教育支出'] })).toBeNull();
  expect(two('其他支出')).toBeNull();
  expect(two('工资福利支出')).toBeNull();
});

describe('names without codes, of one classification', () => {
  const ECONOMIC: readonly Row[] = [
    { label: '工资福利支出' },
    { label: '基本工资', path: ['工资福利支出'] },
    { label: '对个人和家庭的补助' },
    { label: '医疗费补助', path: ['对个人和家庭的补助'] },
  ];

  test('have the code that they and the names above them lead to', () => {
    expect(codes('coded', ECONOMIC)).toEqual(['301', '30101', '303', '30307']);
  });

  test('have none where more than one subject fits, or the name above is of another', () => {
    expect(codes('coded', [...ECONOMIC, { label: '甲乙' }, { label: '基本工资', path: ['对个人和家庭的补助'] }]).slice(4)).toEqual([
      null,
      null,
    ]);
  });

  test('have none among purchases and kinds of expenses, nor as revenue', () => {
    expect(codes('text-form', ECONOMIC)).toEqual([null, null, null, null]);
    expect(codes('three-public', ECONOMIC)).toEqual([null, null, null, null]);
    expect(codes('other', ECONOMIC, 'revenue')).toEqual([null, null, null, null]);
  });

  test('below units and in lists, where nearly all names are known: four of five', () => {
    const units: Row[] = [{ label: '某局', role: 'unit' }, ...ECONOMIC];
    expect(codes('units', [...units, { label: '甲' }]).slice(1, 5)).toEqual(['301', '30101', '303', '30307']);
    expect(codes('projects', [...units, { label: '甲' }]).slice(1, 5)).toEqual(['301', '30101', '303', '30307']);
    expect(codes('projects', [...units, { label: '甲' }, { label: '乙' }]).slice(1, 5)).toEqual([null, null, null, null]);
  });

  test('of two codes that bear one name, that which is still printed', () => {
    expect(codes('other', [...ECONOMIC, { label: '其他社会保障缴费', path: ['工资福利支出'] }])[4]).toBe('30112');
  });

  test.each([
    [3, '301'],
    [4, null],
  ])('stand among names that the classification knows: three beside %i others', (others, first) => {
    const strange = Array.from({ length: others }, (_, i) => ({ label: `甲乙丙${i}` }));
    expect(codes('other', [...ECONOMIC.slice(0, 3), ...strange])[0]).toBe(first);
  });

  test('are three at least', () => {
    expect(codes('other', ECONOMIC.slice(0, 2))).toEqual([null, null]);
  });

  test('have none where two classifications know as many', () => {
    expect(codes('other', [{ label: '对个人和家庭的补助' }, { label: '对企业补助' }, { label: '其他支出' }])).toEqual([null, null, null]);
  });
});

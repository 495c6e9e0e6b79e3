import { describe, expect, test } from 'vitest';
import { subjectByCode } from '../../../../extractors/notation/subjects.ts';
import { BASIC_PARTS, FUNDS, RULES, THREE_PUBLIC } from '../../../../extractors/prose/comparing/vocabulary.ts';
import { MEASURES, measureOf } from '../../../../schemas/lexicon/vocabulary.ts';
import { read } from '../../documents.ts';

const MEASURE_IDS: ReadonlySet<string> = new Set(MEASURES.map(({ id }) => id));
/** Of areas, not of columns: their totals. */
const TOTALS: ReadonlySet<string> = new Set(['total', 'grandTotal', 'revenue']);

describe('prose and tables call one thing by one identifier', () => {
  test.each([...FUNDS, ...THREE_PUBLIC].map((part) => [part.id, part] as const))(
    '%s is a measure and means the same',
    (id, { pattern }) => {
      const measure = MEASURES.find((term) => term.id === id);
      expect(measure?.zh).toMatch(pattern);
      expect(measureOf([measure?.zh ?? ''])).toBe(id);
    },
  );

  test('the parts that whole names mean are measures or totals', () => {
    const parts = RULES.flatMap(({ keys }) => keys.map((key) => key.split('.')[1] ?? ''));
    expect(parts.filter((part) => !MEASURE_IDS.has(part) && !TOTALS.has(part))).toEqual([]);
  });

  test('the parts of 基本支出 are subjects of that name', () => {
    for (const { code, pattern } of BASIC_PARTS) expect(subjectByCode(code)?.name).toMatch(pattern);
  });
});

describe('a surplus of earlier years used', () => {
  const PROSE = `第二部分 部门预算情况说明
一、收入预算情况说明
2026年收入预算17.00万元，其中：一般公共预算拨款收入12.00万元；使用非财政拨款结余7.00万元。`;
  const COLUMNS = `收入预算总表
单位：万元
科目编码→科目名称→合计→一般公共预算→使用非财政拨款结余
合计→→17.00→12.00→5.00
201→一般公共服务支出→17.00→12.00→5.00`;
  const ROWS = `收支预算总表
单位：万元
收入→→支出→
项目→预算数→项目→预算数
一、一般公共预算拨款收入→12.00→一、一般公共服务支出→17.00
本年收入合计→12.00→本年支出合计→17.00
使用非财政拨款结余→5.00→年末结转结余→
收入总计→17.00→支出总计→17.00`;

  test.each([
    ['as a column', COLUMNS],
    ['as a row', ROWS],
  ])('of 7.00 in the prose contradicts 5.00 in the table, %s', async (_, table) => {
    const { disclosure, report } = await read(`江川市档案馆2026年部门预算\n\n${table}\n\n${PROSE}`);
    const said = disclosure.statements.find(({ concept }) => concept === '使用非财政拨款结余');
    expect(said).toMatchObject({ value: '7.00', agrees: false });
    const equation = report.equations.find(({ terms }) => terms.some(({ id }) => id === said?.id));
    expect(equation).toMatchObject({ identity: 'prose-statement', status: 'broken', residual: '-2' });
  });
});

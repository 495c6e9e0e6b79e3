import { expect, test } from 'vitest';
import { readByPlace as read } from '../../documents.ts';

const HEAD = '江川市档案馆2026年部门预算\n\n支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const text = (...rows: string[]): string => [HEAD, '→合计→9.00→5.00→4.00', '208→甲→9.00→5.00→4.00', ...rows].join('\n');

test('an addend that stands in another column together with its only part', async () => {
  const { report, disclosure } = await read(
    text('20801→乙→7.00→3.00→4.00', '2080101→丙→7.00→3.00→4.00', '20802→丁→2.00→→2.00', '2080201→戊→2.00→→2.00'),
  );
  expect(report.review.map(({ ruleId, proposal }) => [ruleId, proposal])).toEqual([
    ['equation/broken', 't1r4c2, t1r5c2: 项目支出 → 基本支出'],
  ]);
  const flagged = disclosure.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ review }) => review)));
  expect(flagged.map(({ factId }) => factId)).toEqual(['t1r4c2', 't1r5c2']);
});

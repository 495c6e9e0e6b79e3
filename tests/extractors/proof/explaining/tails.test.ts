import { describe, expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { readByPlace as read } from '../../documents.ts';

const HEAD = '江川市档案馆2026年部门预算\n\n支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const flaggedIn = async (rows: readonly string[], note = ''): Promise<string[]> => {
  const { disclosure } = await read(`${HEAD}\n${rows.join('\n')}\n${note}`);
  return disclosure.tables.flatMap(factCells).flatMap(({ factId, review }) => (review ? [factId] : []));
};
/** Twelve subjects of 类 and 款 that add up; `change` spoils some of their rows. */
const rows = (change: Record<number, string> = {}): string[] => {
  const items = Array.from({ length: 12 }, (_, i) => `${208 + i}→科目${i}→${3 + i}.00→1.00→${2 + i}.00`);
  return ['→合计→102.00→12.00→90.00', ...items].map((row, i) => change[i] ?? row);
};

describe('a wrong last digit', () => {
  test('in a document without rounding is found, although it could be a tail', async () => {
    expect(await flaggedIn(rows())).toEqual([]);
    expect(await flaggedIn(rows({ 3: '210→科目2→5.01→1.00→4.00' }))).toEqual(['t1r3c0']);
  });

  test('in a rounded document passes as a tail, unless too many tails agree on it', async () => {
    const rounded = rows({
      1: '208→科目0→3.01→1.00→2.00',
      4: '211→科目3→6.01→1.00→5.00',
      7: '214→科目6→9.01→1.00→8.00',
    });
    expect(await flaggedIn(rounded)).toEqual([]);
  });

  test('passes where a note says that amounts are rounded', async () => {
    expect(await flaggedIn(rows({ 3: '210→科目2→5.01→1.00→4.00', 0: '→合计→102.00→12.00→90.00' }), '\n注：因四舍五入存在尾差。\n')).toEqual(
      [],
    );
  });
});

import { expect, test } from 'vitest';
import type { PlacedTable } from '../../../../extractors/model/tables.ts';
import { speakingColours } from '../../../../extractors/proof/signs/colours.ts';
import { decideSigns } from '../../../../extractors/proof/signs/decide.ts';
import { run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

const printed = (header: string, rows: readonly string[]): PlacedTable =>
  run(`支出预算总表\n单位：万元\n${header}\n${rows.join('\n')}`).printed.tables[0]!;

test('three amounts of a row, all red, stand out', () => {
  const speaking = (reds: number) => {
    const amounts = Array.from({ length: reds }, () => '2.00').join('→');
    const table = printed('科目编码→科目名称→合计→基本支出→项目支出', [
      `208→甲→${amounts}`,
      '210→乙→3.00→1.00→2.00',
      '221→丙→5.00→1.00→4.00',
    ]);
    const items = table.items.map((row, i) =>
      i === 0 ? { ...row, cells: row.cells.map((cell) => ({ ...cell, red: true as const })) } : row,
    );
    return speakingColours({ ...table, items }).size;
  };
  expect([2, 3].map(speaking)).toEqual([2, 0]);
});

test('signs are handed on in 16 rounds', () => {
  const signs = (below: number) => {
    const table = printed('项目→合计', ['甲→-5.00', ...Array.from({ length: below }, (_, i) => `乙${i}→5.00`)]);
    const items = table.items.map((row, i) => ({
      ...row,
      role: 'item' as const,
      parent: i === 0 ? null : i - 1,
      cells: row.cells.map((cell) => (i === 0 ? cell : { ...cell, red: true as const })),
    }));
    return decideSigns([{ ...table, items }]).size;
  };
  expect([15, 16, 17].map(signs)).toEqual([15, 16, 16]);
});

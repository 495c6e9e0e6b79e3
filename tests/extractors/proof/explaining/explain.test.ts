import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../extractors/proof/explaining/changes.ts';
import type { WeighedRepair } from '../../../../extractors/proof/explaining/explain.ts';
import { readByPlace as read, run } from '../../documents.ts';

const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const RIGHT = ['→合计→9.00→4.00→5.00', '208→甲→6.00→3.00→3.00', '20805→乙→4.00→3.00→1.00', '20811→丙→2.00→→2.00', '210→丁→3.00→1.00→2.00'];
const text = (change: (rows: string[]) => string[]): string => `${HEAD}\n${change([...RIGHT]).join('\n')}`;
const spoilt = text((rows) => rows.with(2, '20805→乙→4.00→3.00→7.00'));

/** `fact ±万元` of each change, alternatives apart. */
function repairsText(repairs: readonly WeighedRepair[]): string {
  const text = ({ kind, facts }: Change): string =>
    kind === 'value' ? facts.map(({ factId, delta }) => `${factId} ${delta > 0n ? '+' : ''}${delta / 10n ** 10n}`).join() : kind;
  return repairs.map(({ changes }) => changes.map(text).join(' & ')).join(' | ');
}

describe('a wrong digit', () => {
  test('one cell mends every broken equation: it alone is contradicted, and nothing is changed', () => {
    const { reconciled } = run(spoilt);
    expect(reconciled.explanations.map(({ repairs, equations }) => [repairsText(repairs), equations.length])).toEqual([['t1r2c2 -6', 2]]);
    expect([...reconciled.states].filter(([, state]) => state === 'contradicted').map(([id]) => id)).toEqual(['t1r2c2']);
    expect(reconciled.tables[0]!.items[2]!.cells[2]!.value).toBe('7.00');
  });

  test('the repair is proposed', async () => {
    const { report, disclosure } = await read(`江川市档案馆2026年部门预算\n\n${spoilt}`);
    expect(report.review).toHaveLength(1);
    expect(report.review[0]).toMatchObject({
      ruleId: 'equation/broken',
      proposal: 't1r2c2: 7.00 → 1.00',
      residual: expect.stringMatching(/^-?6$/),
    });
    const cell = disclosure.tables[0]!.rows[2]!.cells[2]!;
    expect(cell).toMatchObject({ raw: '7.00', value: '7.00', valueState: 'contradicted', review: true });
  });

  test('the other addends are not flagged', async () => {
    const { disclosure } = await read(`江川市档案馆2026年部门预算\n\n${spoilt}`);
    const flagged = disclosure.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.filter((cell) => cell.review)));
    expect(flagged.map((cell) => cell.factId)).toEqual(['t1r2c2']);
  });
});

describe('several smallest explanations', () => {
  test('are all listed', () => {
    const { reconciled } = run(`${HEAD}\n208→甲→6.00→3.00→4.00`);
    expect(reconciled.explanations.map(({ repairs }) => repairsText(repairs))).toEqual(['t1r0c0 +1 | t1r0c1 -1 | t1r0c2 -1']);
  });
});

describe('two wrong cells below one total', () => {
  const rows = ['208→甲→9.00→9.00→4.00→5.00→0.00', '20801→乙→4.00→4.00→4.00→→', '20802→丙→3.00→0.00→→3.00→', '20803→丁→2.00→0.00→→2.00→'];
  const table = `支出预算总表\n单位：万元\n科目编码→科目名称→合计→当年预算→→→上年结转\n→→→小计→基本支出→项目支出→小计\n${rows.join('\n')}`;
  test('are found each by its own row, and mend the total together', async () => {
    const { report } = await read(`江川市档案馆2026年部门预算\n\n${table}`);
    expect(report.review.map(({ ruleId, proposal }) => [ruleId, proposal])).toEqual([
      ['equation/broken', 't1r2c1: 0.00 → 3.00'],
      ['equation/broken', 't1r3c1: 0.00 → 2.00'],
      ['row/total-missing', ''],
    ]);
  });

  test('are no explanation where their total needs more', async () => {
    const { report } = await read(`江川市档案馆2026年部门预算\n\n${table.replace('9.00→9.00→4.00→5.00', '9.50→9.50→4.50→5.00')}`);
    expect(report.review.every(({ proposal }) => !proposal.includes(' 3.00') && !proposal.includes(' 2.00'))).toBe(true);
  });
});

describe('a missing row', () => {
  test('that a total implies is one item, with its residual', async () => {
    const { report } = await read(`江川市档案馆2026年部门预算\n\n${text((rows) => rows.slice(0, 4))}`);
    expect(report.review.map(({ ruleId, kind, residual }) => [ruleId, kind, residual])).toEqual([
      ['equation/rows-missing', 'missing', '3'],
    ]);
  });
});

test('nothing broken, nothing to explain', () => {
  expect(run(text((rows) => rows)).reconciled.explanations).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { PlacedTable } from '../../../../extractors/model/tables.ts';
import type { Change } from '../../../../extractors/proof/explaining/changes.ts';
import { editWeights } from '../../../../extractors/proof/explaining/edits.ts';
import { EquationGraph } from '../../../../extractors/proof/explaining/equation-graph.ts';
import { explain } from '../../../../extractors/proof/explaining/explain.ts';
import { movesNear } from '../../../../extractors/proof/explaining/moves.ts';
import { type Effort, smallestRepairs } from '../../../../extractors/proof/explaining/repairs.ts';
import { TRIED } from '../../../../extractors/proof/explaining/settings.ts';
import { roundingOf } from '../../../../extractors/proof/explaining/tails.ts';
import type { Evaluated } from '../../../../extractors/proof/ledger/evaluated.ts';
import { Ledger } from '../../../../extractors/proof/ledger/ledger.ts';
import { run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

const counted = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i);
const named = (letter: string, count: number): string[] => counted(count).map((i) => `${letter}${i}`);
const NOWHERE = { table: 0, row: 0, column: 0 };

/** The first is the sum of the others but for the residual. */
function equation(ids: readonly string[], residual: bigint, slack = 0n): Evaluated {
  const status = residual === 0n ? 'exact' : residual <= slack ? 'tail' : 'broken';
  const terms = ids.map((id, i) => ({ id, sign: i === 0 ? (1 as const) : (-1 as const) }));
  const own = {
    id: ids.join(),
    identity: 'parent-children',
    scope: 'row',
    terms,
    addends: ids.length - 1,
    residual: '',
    u: '',
    status,
  } as const;
  return { equation: own, residual, slack, total: NOWHERE, slots: [], blanks: [] };
}

const graphOf = (equations: readonly Evaluated[]) => new EquationGraph(equations, false);
const repairsOf = (equations: readonly Evaluated[], effort: Effort = { tried: 0 }) => {
  const graph = graphOf(equations);
  return smallestRepairs(graph, [...graph.broken], [], effort);
};

describe('smallest sets of changes', () => {
  test('are of three', () => {
    const apart = (count: number) =>
      repairsOf(counted(count).map((i) => equation([`a${i}`, `b${i}`], 7n + BigInt(i)))).map((set) => set.length);
    expect([apart(3), apart(4)]).toEqual([Array(8).fill(3), []]);
  });

  test('of which no further first change is tried when there are 64', () => {
    const pairs = (one: number, other: number) => repairsOf([equation(named('a', one), 1n), equation(named('b', other), 2n)]).length;
    // Nine with each of the first seven are 63, eight with each of the first eight 64.
    expect([pairs(8, 9), pairs(9, 8)]).toEqual([72, 64]);
  });

  test('in 60,000 changes', () => {
    // Only the last addends of two sums can be changed: all others are in an exact sum of their own.
    const [a, b] = [named('a', 200), named('b', 295)];
    const found = (more: number) => {
      const own = [...a.slice(0, -1), ...b.slice(0, -1)].map((id, i) => equation([id, ...named(`c${i}.`, i < more ? 2 : 1)], 0n));
      return repairsOf([equation(a, 1n), equation(b, 2n), ...own]).length;
    };
    // 495 for one change and as many for the first of two; then for each of 199 what is left: 295 and 1, in the sums that are longer 2.
    expect([106, 107].map(found)).toEqual([1, 0]);
  });
});

describe('all broken equations together', () => {
  const ledger = new Ledger([]);
  const weigh = (): number => 1;
  /** Three numbers each, apart from each other. */
  const broken = [equation(['a', 'b', 'c'], 1n), equation(['d', 'e', 'f'], 2n)];
  const repaired = (atLeast: number, perEquation: number) =>
    explain(broken, ledger, weigh, { atLeast, perEquation }).map(({ repairs }) => repairs.length);

  test('are given a million tried changes, and 500 for each equation', () => {
    expect([repaired(3, 0), repaired(2, 0), repaired(1, 1), repaired(0, 1)]).toEqual([
      [3, 3],
      [3, 0],
      [3, 3],
      [3, 0],
    ]);
    expect(TRIED).toEqual({ atLeast: 1_000_000, perEquation: 500 });
  });

  test('of what is left open those of twelve terms are listed with alternatives', () => {
    const left = (terms: number) => {
      const joined = [equation(named('a', terms), 1n), equation(['a0', 'b'], 2n)];
      return explain(joined, ledger, weigh, { atLeast: -1, perEquation: 0 }).map(({ repairs, suspects }) => [
        repairs.length,
        suspects.length,
      ]);
    };
    expect([left(12), left(13)]).toEqual([
      [
        [12, 0],
        [2, 0],
      ],
      [
        [2, 0],
        [0, 13],
      ],
    ]);
  });

  test('a repair is weighed against what none stands for', () => {
    const probability = (weight: number) => explain([equation(['a', 'b'], 1n)], ledger, () => weight)[0]?.repairs[0]?.probability;
    expect(probability(0.002)).toBeCloseTo(1 / 3, 10);
  });
});

describe('moves are looked for', () => {
  const { printed } = run('支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n208→甲→3.00→→4.00\n210→乙→5.00→5.00→');
  const [table] = printed.tables as [PlacedTable];
  const [row] = table.items as [PlacedTable['items'][number]];
  const [total, part] = [row.cells[0]!, row.cells[1]!];
  /** A row for each count of cells, in the first panel the first, in the second the others; the panels have so many columns. */
  const rows = (cells: readonly number[], columns: readonly number[]): PlacedTable => ({
    ...table,
    panels: columns.map((count, index) => ({ ...table.panels[0]!, index, values: counted(count) })),
    items: cells.map((count, index) => ({
      ...row,
      index,
      panel: Math.min(index, columns.length - 1),
      cells: counted(count).map((i) => (i === 0 ? total : part)),
    })),
  });
  /** The part of the first row is too much in its own column, and missing in the one beside it. */
  const moves = (changed: PlacedTable, about: number) => {
    const ledger = new Ledger([changed]);
    const amount = ledger.amount({ table: 0, row: 0, column: 2 })!;
    const blank = { table: 0, row: 0, column: 1 };
    const near = counted(about).map((index) => ({ table: 0, row: index, column: 2, sign: -1 as const }));
    const missing = { ...equation(['x', 'y'], amount), blanks: [{ ...blank, sign: -1 as const }], slots: near };
    const graph = graphOf([missing]);
    return movesNear(graph, ledger, [0]).filter(({ kind }) => kind === 'move').length > 0;
  };

  test('in 400 rows', () => expect([400, 401].map((count) => moves(rows(Array(count).fill(2), [3]), count))).toEqual([true, false]));
  test('for 400,000 pairs of a number and a column', () => {
    expect([500, 501].map((cells) => moves(rows([799, cells], [500, 1]), 2))).toEqual([true, false]);
  });
});

describe('tails', () => {
  const tails = (count: number) => counted(count).map((i) => equation([`a${i}`, `b${i}`], 1n, 1n));
  const exact = (count: number) => counted(count).map((i) => equation([`c${i}`, `d${i}`], 0n));

  test('of three numbers show that amounts are rounded', () => {
    expect([2, 3].map((count) => roundingOf([], [...tails(count), ...exact(9)]).rounded)).toEqual([false, true]);
  });

  test('of one number are its own where rounding makes them alike less than once in 300', () => {
    // Beside three tails that nothing explains: (3/n)² of n equations.
    const culprits = (count: number) => {
      const alike = [equation(['x', 'y'], 1n, 1n), equation(['x', 'z'], 1n, 1n)];
      return roundingOf([], [...tails(3), ...alike, ...exact(count - 5)]).culprits.length;
    };
    expect([54, 55].map(culprits)).toEqual([0, 1]);
  });
});

describe('edits of a number', () => {
  const { printed } = run('支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n208→甲→269.74→269.74→\n');
  const ledger = new Ledger(printed.tables);
  const weigh = editWeights(ledger, []);
  const { id } = printed.tables[0]!.items[0]!.cells[0]!;
  const value = (text: string): number => {
    const delta = BigInt(Math.round((Number(text) - 269.74) * 100)) * 10n ** 8n;
    return weigh({ kind: 'value', key: '', facts: [{ factId: id, delta }], effects: [], slot: null });
  };
  const other = (kind: Exclude<Change['kind'], 'value'>): number => weigh({ kind, key: '', facts: [], effects: [], slot: null });

  test('one digit is likelier than two exchanged or a lost one, a shifted point, a sign, and anything else', () => {
    expect(['289.74', '296.74', '29.74', '2697.40', '-269.74', '300.01'].map(value)).toEqual([1, 0.3, 0.3, 0.2, 0.1, 0.02]);
  });
  test('a row missing or counted elsewhere is likelier than a number elsewhere, and that than two rows exchanged', () => {
    expect((['row', 'nest', 'uncounted', 'fill', 'move', 'shift', 'swap'] as const).map(other)).toEqual([
      0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.05,
    ]);
  });
});

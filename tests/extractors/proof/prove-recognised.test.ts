import { describe, expect, test } from 'vitest';
import type { PlacedCell, PlacedTable } from '../../../extractors/model/tables.ts';
import { declare } from '../../../extractors/proof/declare.ts';
import { TAKEN } from '../../../extractors/proof/explaining/settings.ts';
import { prove } from '../../../extractors/proof/proof.ts';
import { proveRecognised } from '../../../extractors/proof/prove-recognised.ts';
import { run } from '../documents.ts';

const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
/** 3.00 of the first 基本支出 was recognised as 8.00. */
const MISREAD = `${HEAD}\n→合计→9.00→5.00→4.00\n201→甲→6.00→8.00→3.00\n208→乙→3.00→2.00→1.00`;

type Other = readonly [text: string, posterior: number];

/** The same tables as recognised in a picture: the other readings of some numbers, by what was recognised of them. */
function recognised(tables: readonly PlacedTable[], others: Readonly<Record<string, readonly Other[]>>): PlacedTable[] {
  const cell = (one: PlacedCell): PlacedCell => ({
    ...one,
    reading: { posterior: 0.9, alternatives: (others[one.raw] ?? []).map(([text, posterior]) => ({ text, posterior })) },
  });
  return tables.map((table) => ({ ...table, items: table.items.map((row) => ({ ...row, cells: row.cells.map(cell) })) }));
}

const numbers = (tables: readonly PlacedTable[]): (string | null)[][] =>
  tables.flatMap(({ items }) => items.map(({ cells }) => cells.map(({ value }) => value)));

function proved(text: string, others: Readonly<Record<string, readonly Other[]>>, confirmed: string[] = []) {
  const tables = recognised(run(text).placed.tables, others);
  const proof = proveRecognised({ tables, statements: [], confirmed }, declare(tables, []));
  const misread = tables[0]?.items[1]?.cells[1]?.id ?? '';
  return { proof, value: numbers(proof.tables)[1]?.[1], state: proof.states.get(misread), misread };
}

describe('a number that was recognised in a picture', () => {
  test('is taken as the reading that the equations leave', () => {
    const { proof, value, state } = proved(MISREAD, {
      '8.00': [
        ['3.00', 0.05],
        ['6.00', 0.02],
      ],
    });
    expect([value, state]).toEqual(['3.00', 'repaired']);
    expect(proof.explanations).toEqual([]);
    expect(proof.equations.every(({ status }) => status === 'exact')).toBe(true);
    expect(proof.tables[0]?.items[1]?.cells[1]?.raw).toBe('8.00');
  });

  test('stays where none of its readings mends them', () => {
    expect(proved(MISREAD, { '8.00': [['6.00', 0.05]] })).toMatchObject({ value: '8.00', state: 'contradicted' });
  });

  test('stays where its reading is no likelier than a slip of the source', () => {
    expect(proved(MISREAD, { '8.00': [['3.00', 0.0001]] })).toMatchObject({ value: '8.00', state: 'contradicted' });
  });

  test('stays where other readings of other numbers would do as well', () => {
    const text = `${HEAD}\n201→甲→6.00→8.00→3.00`;
    const once = proved(text, { '8.00': [['3.00', 0.05]] });
    expect(numbers(once.proof.tables)).toEqual([['6.00', '3.00', '3.00']]);
    const twice = proved(text, { '8.00': [['3.00', 0.05]], '6.00': [['11.00', 0.05]] });
    expect(numbers(twice.proof.tables)).toEqual([['6.00', '8.00', '3.00']]);
  });

  test('that a person confirmed is never changed', () => {
    const { misread } = proved(MISREAD, {});
    expect(proved(MISREAD, { '8.00': [['3.00', 0.05]] }, [misread])).toMatchObject({ value: '8.00', state: 'confirmed' });
  });
});

test('a text of the file is never changed', () => {
  const { tables } = run(MISREAD).placed;
  const claims = { tables, statements: [], confirmed: [] };
  expect(proveRecognised(claims, declare(tables, []))).toEqual(prove(claims, declare(tables, [])));
});

test('a reading is taken from nine tenths of the likelihood on: nine times as likely as a slip of one digit in the source', () => {
  expect(TAKEN).toBe(0.9);
  expect([0.00088, 0.00095].map((posterior) => proved(MISREAD, { '8.00': [['3.00', posterior]] }).value)).toEqual(['8.00', '3.00']);
});

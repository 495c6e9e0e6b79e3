import { expect, test } from 'vitest';
import type { PlacedTable } from '../../../../../extractors/model/tables.ts';
import { isEnough } from '../../../../../extractors/proof/identities/across/facets.ts';
import { restatement } from '../../../../../extractors/proof/identities/across/restatement.ts';
import { Ledger } from '../../../../../extractors/proof/ledger/ledger.ts';
import { run } from '../../../documents.ts';

/** Each bound just kept, and just passed. */

test('60 % of shared cells agree where the totals do', () => {
  expect([isEnough(3, 5, true), isEnough(4, 7, true)]).toEqual([true, false]);
});

test('90 % where they do not, of six cells', () => {
  expect([isEnough(9, 10, false), isEnough(8, 9, false)]).toEqual([true, false]);
  expect([isEnough(5, 5, false), isEnough(6, 6, false)]).toEqual([false, true]);
});

test('90 % without totals, two of them', () => {
  expect([isEnough(9, 10, null), isEnough(8, 9, null)]).toEqual([true, false]);
  expect([isEnough(1, 1, null), isEnough(2, 2, null)]).toEqual([false, true]);
});

test('a column is compared with 120 before it', () => {
  const tableOf = (a: string, b: string): PlacedTable =>
    run(`支出预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→${a}\n210→乙→${b}`).printed.tables[0]!;
  const [one, other] = [tableOf('3.00', '4.00'), tableOf('5.00', '6.00')];
  const restates = (between: number) => {
    const tables = [one, ...Array<PlacedTable>(between).fill(other), { ...one }];
    const equations = restatement.document?.(new Ledger(tables)) ?? [];
    return equations.some(({ terms }) => [0, between + 1].every((table) => terms.some((term) => term.table === table)));
  };
  expect([119, 120].map(restates)).toEqual([true, false]);
});

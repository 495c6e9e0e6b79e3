import { expect, test } from 'vitest';
import { amountsOfForm } from '../../../../extractors/tables/forms/amounts.ts';
import type { Project } from '../../../../schemas/disclosure.ts';
import { at, makeCell, makeColumn, makeRow, makeTable } from '../../../pipeline/fixture.ts';

const project = (name: string, line: number): Project => ({
  ...{ tableIndex: 1, name, department: null, implementer: null, unit: '元', amount: null, executed: null, executionRate: null },
  ...{ totalScore: null, goal: null, places: at(line), review: false },
});

const form = (path: string[], labelPath: string[], unit: string | null) =>
  makeTable({
    shape: 'text-form',
    unit,
    columns: [makeColumn(0, path), makeColumn(1, ['分值']), makeColumn(2, ['执行率'])],
    rows: [
      makeRow(0, '其中：财政拨款', [makeCell('f1', 0, '12.00'), makeCell('f2', 1, '10'), makeCell('f3', 2, '95', { raw: '95%' })], {
        labelPath,
      }),
    ],
  });

test.each([
  ['the header', form(['预算金额（万元）', '总额'], [], '元'), '120000'],
  ['the section', form(['总额'], ['项目资金（千元）'], '元'), '12000'],
  ['the table', form(['总额'], [], '万元'), '120000'],
  ['the project', form(['总额'], [], null), '12'],
])('an amount is in the unit that %s says; scores and rates are none', (_, table, yuan) => {
  expect(amountsOfForm(table, [project('堤防养护', 4)]).map(({ cell, valueYuan }) => [cell.factId, valueYuan])).toEqual([['f1', yuan]]);
});

test('of several forms in a table an amount is of the project whose name stands above it', () => {
  const table = form(['总额'], [], '万元');
  expect(amountsOfForm(table, [project('甲', 4), project('乙', 6)])[0]?.project).toBe('甲');
  expect(amountsOfForm(table, [project('甲', 4), project('乙', 5)])[0]?.project).toBe('乙');
  expect(amountsOfForm({ ...table, shape: 'coded' }, [project('甲', 4)])).toEqual([]);
});

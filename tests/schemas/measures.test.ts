import { expect, test } from 'vitest';
import { measureOf } from '../../schemas/lexicon/vocabulary.ts';
import { run } from '../extractors/documents.ts';

test.each([
  [['公务用车购置及运行费', '小计'], 'vehicles'],
  [['公务用车购置及运行维护费', '公务用车购置费'], 'vehicles.vehiclePurchase'],
  [['公务用车购置及运行维护费', '公务用车运行维护费'], 'vehicles.vehicleOperation'],
  [['“三公”经费', '其中：公务用车运行费'], 'threePublicExpenses.vehicleOperation'],
  [['本级财政拨款', '金额'], 'fiscalAppropriation'],
  [['本级财政拨款', '其中:经费拨款'], 'fiscalAppropriation.ofWhich'],
  [['金额'], 'amount'],
  [['合计'], 'total'],
])('%j measures %s', (path, measure) => expect(measureOf(path)).toBe(measure));

test('a divided total of a table of 三公 keeps saying so', () => {
  const text =
    '财政拨款“三公”经费支出表\n单位：万元\n单位名称→总计→→公务接待费→\n→一般公共预算→政府性基金预算→一般公共预算→政府性基金预算\n某局→1.00→2.00→1.00→2.00';
  expect(run(text).headered.tables[0]!.columns.map(({ measure }) => measure)).toEqual([
    'threePublicExpenses.generalPublicBudget',
    'threePublicExpenses.governmentFundBudget',
    'officialReception.generalPublicBudget',
    'officialReception.governmentFundBudget',
  ]);
});

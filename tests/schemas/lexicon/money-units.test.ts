import { expect, test } from 'vitest';
import { parseCaption } from '../../../extractors/notation/captions.ts';
import { toYuan } from '../../../extractors/notation/numbers.ts';
import { quantitiesOf } from '../../../extractors/prose/quantities.ts';
import { unitIn } from '../../../extractors/tables/forms/vocabulary/labels.ts';
import { valueColumns } from '../../../extractors/tables/header/value-columns.ts';
import { MONEY_EXPONENT } from '../../../schemas/lexicon/money-units.ts';

test.each(Object.entries(MONEY_EXPONENT))('%s is read alike in captions, headers, forms and prose', (unit, exponent) => {
  expect(parseCaption(`单位：${unit}`)?.unit).toBe(unit);
  expect(valueColumns([{ panel: 0, grid: 1, path: [`金额（${unit}）`] }], null)[0]!.unit).toBe(unit);
  expect(unitIn(`资金总额（${unit}）`)).toBe(unit);
  expect(quantitiesOf(`预算为3${unit}。`).map((quantity) => quantity.unit)).toEqual([unit]);
  expect(toYuan('3', unit)).toBe(`3${'0'.repeat(exponent)}`);
});

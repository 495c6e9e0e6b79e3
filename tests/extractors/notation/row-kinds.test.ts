import { expect, test } from 'vitest';
import { isAmount, splitCodeAndName } from '../../../extractors/notation/row-kinds.ts';

test.each([
  ['2130301行政运行', '2130301'],
  ['[20805]行政事业单位养老支出', '20805'],
  ['110税务收入', '110'],
  ['12345热线运行', null],
  ['12345政务服务热线', null],
  ['110联动中心', null],
  ['120急救站', null],
])('%s begins with the code %s', (text, code) => expect(splitCodeAndName(text)?.code ?? null).toBe(code));

test.each([
  ['12.00', true],
  ['12.00万元', false],
  ['2025', false],
  ['2025年', false],
  ['万元', false],
])('%s is an amount: %s', (text, is) => expect(isAmount(text)).toBe(is));

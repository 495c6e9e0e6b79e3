import { describe, expect, test } from 'vitest';
import {
  amountInYuan,
  decimalsOf,
  fromScaled,
  isMoneyUnit,
  isNone,
  parseLastGroupOnly,
  parseLooseNumber,
  parseNumber,
  parseScientific,
  parseWithRemark,
  parseWithUnit,
  toScaled,
  toYuan,
} from '../../../extractors/notation/numbers.ts';

const printedAs = (text: string): string | null => {
  const parsed = parseNumber(text);
  return parsed === null ? null : `${parsed.value}${parsed.percent ? '%' : ''}`;
};

test('scientific notation', () => {
  const read = (text: string) => parseScientific(text)?.value ?? null;
  expect(['5.68012E+05', '-1.5e6', '1.14256E+00', '2.5E-02'].map(read)).toEqual(['568012', '-1500000', '1.14256', '0.025']);
  expect(['5E05', '568012', '5.68012E', '12.3E+05'].map(read)).toEqual([null, null, null, null]);
});

test('a number with a remark in brackets behind it', () => {
  const read = (text: string) => {
    const parsed = parseWithRemark(text);
    return parsed && [parsed.number.value, parsed.remark];
  };
  expect(read('114.25（含结转12.00）')).toEqual(['114.25', '含结转12.00']);
  expect(read('1,204.50 (其中 上年)')).toEqual(['1204.50', '其中 上年']);
  expect([read('114.25'), read('114.25（12.00）'), read('约114.25（含结转）'), read('114.25（含结转）元')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

describe('printed numbers', () => {
  test.each([
    ['8510.93', '8510.93'],
    ['8, 510.93', '8510.93'],
    ['63,564.63', '63564.63'],
    ['1,234,567,890.12', '1234567890.12'],
    ['２７９，４８９．９４', '279489.94'],
    [' 36 ', '36'],
    ['0.00', '0.00'],
    ['007.50', '7.50'],
    ['0', '0'],
    ['104.51%', '104.51%'],
    ['100％', '100%'],
    ['+3.20', '3.20'],
    ['￥3.20', '3.20'],
    ['28·50', '28.50'],
    ['1,204。5', '1204.5'],
    ['28・123456', '28.123456'],
    ['28·500', null],
    ['1·2·3', null],
    ['28·5.0', null],
    ['3.20①', '3.20'],
    ['3.20②③', '3.20'],
    ['3.20¹', '3.20'],
    ['1,203.20*', '1203.20'],
    ['3.20[2]', '3.20'],
    ['3.20〔12〕', '3.20'],
  ])('%s is %s', (text, value) => expect(printedAs(text)).toBe(value));

  test.each([['-5.36'], ['5.36-'], ['5.36−'], ['−5.36'], ['－5.36'], ['–5.36'], ['△5.36'], ['▲5.36'], ['(5.36)'], ['（5.36）']])(
    'negative %s has an ASCII minus',
    (text) => expect(printedAs(text)).toBe('-5.36'),
  );

  test.each([
    ['1,23.45'],
    ['12,34'],
    ['1234,567.00'],
    ['12.3.4'],
    ['1O5.30'],
    ['万元'],
    ['3人'],
    ['2026年'],
    ['--3'],
    [''],
    ['.'],
    ['5.'],
    ['5-'],
    ['①'],
    ['5①6'],
    ['3.20 1'],
    ['3.20　1'],
    ['1e3'],
    ['9'.repeat(41)],
  ])('%s is no number', (text) => expect(printedAs(text)).toBeNull());

  test('printed decimals stay', () => {
    expect([printedAs('36'), printedAs('36.0'), printedAs('36.00')]).toEqual(['36', '36.0', '36.00']);
  });

  test('separators in the wrong place are read with doubt only', () => {
    expect(parseLooseNumber('1,23.45')).toEqual({ value: '123.45', percent: false });
    expect(parseLooseNumber('-12,34')).toEqual({ value: '-1234', percent: false });
    expect(parseLooseNumber(',')).toBeNull();
    expect(parseLooseNumber('12.3.4')).toBeNull();
  });

  test.each([
    ['-', true],
    ['——', true],
    ['－', true],
    ['/', true],
    ['', false],
    ['0.00', false],
    ['-1', false],
  ])('%s stands for none: %s', (text, none) => expect(isNone(text)).toBe(none));
});

describe('scaled integers', () => {
  test('of a decimal string and back', () => {
    expect(toScaled('-12.5', 2)).toBe(-1250n);
    expect(toScaled('0.05', 2)).toBe(5n);
    expect(fromScaled(-5n, 2)).toBe('-0.05');
    expect(fromScaled(1250n, 2)).toBe('12.50');
    expect(fromScaled(7n, 0)).toBe('7');
    expect([decimalsOf('12.50'), decimalsOf('12')]).toEqual([2, 0]);
  });

  test('amounts beyond the precision of floating point stay exact', () => {
    expect(fromScaled(toScaled('90071992547409931.07', 6), 6)).toBe('90071992547409931.070000');
  });
});

describe('value in 元', () => {
  test.each([
    ['8510.93', '万元', '85109300'],
    ['-0.01', '万元', '-100'],
    ['8510.93', '元', '8510.93'],
    ['8510.90', '元', '8510.9'],
    ['1.2345678', '万元', '12345.678'],
    ['3', '千元', '3000'],
    ['2.5', '亿元', '250000000'],
    ['0.00', '万元', '0'],
    ['-0.00', '万元', '0'],
    ['7', '百元', '700'],
    ['7.5', '百万元', '7500000'],
    ['1234567890123456789012345678901234567890', '亿元', '123456789012345678901234567890123456789000000000'],
    ['-0.0000000000000000000000000000000000001', '亿元', '-0.00000000000000000000000000001'],
  ])('%s %s is %s', (value, unit, yuan) => expect(toYuan(value, unit)).toBe(yuan));

  test('sums of amounts of forty digits are not rounded', () => {
    const large = amountInYuan('9'.repeat(40), '亿元');
    const small = amountInYuan('0.000001', '元');
    expect(small && large?.plus(small).toFixed()).toBe(`${'9'.repeat(40)}00000000.000001`);
  });

  test('none for percent, counts and unknown units', () => {
    expect([toYuan('3', '%'), toYuan('3', '辆'), toYuan('3', null)]).toEqual([null, null, null]);
    expect(['元', '万元', '辆', null].map(isMoneyUnit)).toEqual([true, true, false, false]);
  });
});

test.each([
  ['12.00万元', '12.00', '万元'],
  ['1,200 元', '1200', '元'],
  ['（3.50）千元', '-3.50', '千元'],
  ['3百万元', '3', '百万元'],
])('%s is a number with its unit', (text, value, unit) => expect(parseWithUnit(text)).toEqual({ number: { value, percent: false }, unit }));

test.each(['12.00', '万元', '12.00美元', '3.00%万元', '约12万元', '12万元/人'])('%s is no number with a unit of money', (text) =>
  expect(parseWithUnit(text)).toBeNull(),
);

test.each([
  ['4200,000', '4200000'],
  ['-4200,000.50', '-4200000.50'],
  ['420,000', null],
  ['4200,00', null],
  ['4,200,000', null],
])('%s with only the last three digits set off is %s', (text, value) => expect(parseLastGroupOnly(text)?.value ?? null).toBe(value));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Amount } from '../../extractors/notation/decimal.ts';
import { fromScaled, parseNumber, toScaled, toYuan } from '../../extractors/notation/numbers.ts';
import { judge } from '../../extractors/proof/ledger/ledger.ts';
import { MONEY_EXPONENT } from '../../schemas/lexicon/money-units.ts';
import { run } from '../extractors/documents.ts';

/** A decimal string as values have it: `-1234.50`. */
const decimals = fc
  .record({ negative: fc.boolean(), whole: fc.bigInt({ min: 0n, max: 10n ** 15n }), fraction: fc.stringMatching(/^\d{0,6}$/) })
  .map(({ negative, whole, fraction }) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);

const grouped = (value: string): string => value.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
const wide = (value: string): string =>
  [...value].map((char) => (/\d/.test(char) ? String.fromCodePoint(char.charCodeAt(0) + 0xfee0) : char)).join('');
const signed = (value: string, sign: (bare: string) => string): string => (value.startsWith('-') ? sign(value.slice(1)) : value);

/** The ways in which documents print an amount. */
const PRINTS: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  'thousands commas': grouped,
  'a space after each comma': (value) => grouped(value).replaceAll(',', ', '),
  'full-width digits': wide,
  'full-width commas': (value) => grouped(value).replaceAll(',', '，'),
  'padded with ideographic spaces': (value) => `\u3000${value} \u00a0`,
  brackets: (value) => signed(value, (bare) => `(${bare})`),
  'full-width brackets': (value) => signed(grouped(value), (bare) => `（${bare}）`),
  triangle: (value) => signed(value, (bare) => `△${bare}`),
  'minus sign': (value) => signed(value, (bare) => `−${bare}`),
  'full-width minus': (value) => signed(value, (bare) => `－${bare}`),
};

describe('parse(print(x)) = x', () => {
  test.each(Object.entries(PRINTS))('%s', (_name, print) => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseNumber(print(value))).toEqual({ value, percent: false });
        expect(parseNumber(`${print(value).trim()}%`)).toEqual({ value, percent: true });
      }),
    );
  });

  test('whatever is printed, a value is a decimal string or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,，.-−△()（）% %元') }), (text) => {
        const parsed = parseNumber(text);
        if (parsed) expect(parsed.value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      { numRuns: 500 },
    );
  });
});

test('scaled integers lose nothing', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      const scaled = toScaled(value, 6);
      expect(toScaled(fromScaled(scaled, 6), 6)).toBe(scaled);
    }),
  );
});

describe('from 元 to 万元', () => {
  const yuan = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

  test('the value in 元 stays', () => {
    fc.assert(
      fc.property(yuan, (hundredths) => {
        expect(toYuan(fromScaled(hundredths, 6), '万元')).toBe(toYuan(fromScaled(hundredths, 2), '元'));
      }),
    );
  });

  test('no equation changes its residual', () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -3n, max: 3n }), (parts, slip) => {
        const total = parts.reduce((sum, part) => sum + part, slip);
        const table = (unit: string, scale: number) =>
          `支出预算总表\n单位：${unit}\n科目编码→科目名称→合计\n208→甲→${fromScaled(total, scale)}\n${parts.map((part, i) => `2080${i + 1}→乙→${fromScaled(part, scale)}`).join('\n')}`;
        const equations = (text: string) =>
          run(text).reconciled.equations.map(({ status, addends, residual }) => [status, addends, residual]);
        const inYuan = equations(table('元', 2));
        const inWan = equations(table('万元', 6));
        expect(inWan.map(([status, addends, residual]) => [status, addends, toYuan(String(residual), '万元')])).toEqual(
          inYuan.map(([status, addends, residual]) => [status, addends, toYuan(String(residual), '元')]),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('exact, tail, broken', () => {
  const input = [fc.bigInt({ min: -2000n, max: 2000n }), fc.integer({ min: 1, max: 200 }), fc.bigInt({ min: 1n, max: 100n })] as const;
  test('does not mind the sign', () => {
    fc.assert(
      fc.property(...input, (residual, addends, u) => {
        expect(judge(-residual, addends, u)).toBe(judge(residual, addends, u));
      }),
    );
  });

  test('is the formula of the design', () => {
    fc.assert(
      fc.property(...input, (residual, addends, u) => {
        const size = Math.abs(Number(residual)) / Number(u);
        const bound = Math.min((addends + 1) / 2, Math.max(1, Math.ceil(3 * Math.sqrt((addends + 1) / 12))));
        expect(judge(residual, addends, u)).toBe(residual === 0n ? 'exact' : size <= bound ? 'tail' : 'broken');
      }),
      { numRuns: 500 },
    );
  });
});

test.each(Object.entries(MONEY_EXPONENT))('an amount in %s is the same in 元 as decimal arithmetic has it', (unit, exponent) => {
  fc.assert(
    fc.property(decimals, (value) => {
      expect(toYuan(value, unit)).toBe(new Amount(value).times(new Amount(10).pow(exponent)).toFixed());
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { withBlanks } from '../../../../../extractors/readers/scan/recognition/amounts/amount-steps.ts';
import { AMOUNTS } from '../../../../../extractors/readers/scan/recognition/amounts/grammar.ts';
import { priorOfNumber, readAmount } from '../../../../../extractors/readers/scan/recognition/amounts/read-amount.ts';
import { readPiece } from '../../../../../extractors/readers/scan/recognition/read-piece.ts';
import { steps, surely } from './probabilities.ts';

function isAmount(text: string): boolean {
  let state: typeof AMOUNTS.start | null = AMOUNTS.start;
  for (const character of text) state = state && AMOUNTS.next(state, character);
  return state !== null && AMOUNTS.isEnd(state);
}

describe('the grammar of amounts', () => {
  test.each([
    '0',
    '12.00',
    '1,234.50',
    '1,234,567',
    '1 234 567.00',
    '12345.67',
    '-3.10',
    '(12.00)',
    '12.00-',
    '35.2%',
    '-',
    '--',
    '2080501',
    '142.460000',
  ])('%s is one', (text) => expect(isAmount(text)).toBe(true));

  test.each([
    '',
    '.5',
    '12.',
    '1,23',
    '1234,567',
    '1,234 567',
    '12,3.4',
    '1.2.3',
    '(12.00',
    '12.00)',
    '5-',
    '-(3)',
    '--3',
    '12%5',
    '-----',
    '142 460000',
    '%',
  ])('%s is none', (text) => expect(isAmount(text)).toBe(false));
});

describe('what is a number', () => {
  test.each([
    ['12.00', 0.98],
    ['。', 0.98],
    ['1O5', 0.98],
    ['12收', 0.5],
    ['1收', 0.5],
    ['1收入', 0],
    ['', 0.5],
  ])('%s before it is read: %d', (text, prior) => expect(priorOfNumber(text)).toBe(prior));

  test('the grammar finds the digit that the recogniser holds possible', () => {
    const [best] = readAmount(steps(...surely('1,234'), { ',': 0.7, '.': 0.3 }, {}, ...surely('50')));
    expect(best?.text).toBe('1,234.50');
  });

  test('texts of one value count together', () => {
    expect(readAmount(steps(...surely('1'), { ',': 0.75 }, {}, ...surely('234')))).toEqual([{ text: '1,234', posterior: 1 }]);
  });

  test('a lone 。 is 0, and not to be trusted', () => {
    const [best] = readPiece(steps({ '。': 0.99, 0: 0.005 }, {}), '。');
    expect(best?.text).toBe('0');
    expect(best?.posterior).toBeGreaterThan(0.5);
    expect(best?.posterior).toBeLessThan(0.9);
  });

  test('a letter among digits is the digit that it looks like, and not to be trusted', () => {
    const [best] = readPiece(steps(...surely('1O5.30')), '1O5.30');
    expect(best?.text).toBe('105.30');
    expect(best?.posterior).toBeLessThan(0.9);
  });

  test('a blank in place of a point does not vanish', () => {
    const [best, ...others] = readPiece(steps(...surely('142'), { ' ': 0.9 }, {}, ...surely('460000')), '142460000');
    expect(best?.text).toBe('142.460000');
    expect(best?.posterior).toBeLessThan(0.9);
    expect(others.map(({ text }) => text)).toContain('142460000');
  });

  test('nor does one that only the ink shows', () => {
    const places = withBlanks(steps(...surely('142'), ...surely('460000')), [5]);
    const readings = readPiece(places, '142460000');
    expect(readings.map(({ text }) => text).slice(0, 2)).toEqual(['142460000', '142.460000']);
    expect(readings[0]?.posterior).toBeLessThan(0.9);
  });

  test('a blank that parts thousands stays, and its number is sure', () => {
    const [best] = readPiece(steps(...surely('1'), { ' ': 0.9 }, {}, ...surely('234.00')), '1234.00');
    expect(best?.text).toBe('1 234.00');
    expect(best?.posterior).toBeGreaterThan(0.6);
  });

  test('2025 with a character of another text behind it is no number', () => {
    expect(readPiece(steps(...surely('2025表')), '2025表')).toEqual([{ text: '2025表', posterior: 1 }]);
  });
});

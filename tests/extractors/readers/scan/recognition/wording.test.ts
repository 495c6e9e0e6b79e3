import { describe, expect, test } from 'vitest';
import { readPiece } from '../../../../../extractors/readers/scan/recognition/read-piece.ts';
import { weighedByWords } from '../../../../../extractors/readers/scan/recognition/wording/index.ts';
import { knownCharacters } from '../../../../../extractors/readers/scan/recognition/wording/known-words.ts';
import { steps, surely } from './probabilities.ts';

describe('known words', () => {
  test.each([
    ['收入', 2],
    ['收人', 0],
    ['收入预算', 4],
    ['某某收入', 2],
    ['（收入）', 2],
    ['因公出国（境）费用', 9],
    ['行', 0],
    ['', 0],
  ])('%s shows %i characters of them', (text, count) => expect(knownCharacters(text)).toBe(count));
});

describe('a known word wins', () => {
  test('where the recogniser holds it possible: 收入 for 收人', () => {
    const [best, other] = readPiece(steps(...surely('收'), { 人: 0.9, 入: 0.1 }, {}), '收人');
    expect(best?.text).toBe('收入');
    // Two characters more: a hundred times as likely as the recogniser says.
    expect(best?.posterior).toBeCloseTo(10 / 10.9, 3);
    expect(other).toEqual({ text: '收人', posterior: expect.closeTo(0.9 / 10.9, 3) });
  });

  test('and never where it does not', () => {
    expect(readPiece(steps(...surely('收人')), '收人')).toEqual([{ text: '收人', posterior: 1 }]);
  });

  test('over one that is a thousand times likelier, no more, however long it is', () => {
    const weigh = (posterior: number) =>
      weighedByWords([
        { text: '一般公共预算收人', posterior: 1 - posterior },
        { text: '一般公共预算收入', posterior },
      ])[0]?.text;
    expect([weigh(0.012), weigh(0.008)]).toEqual(['一般公共预算收入', '一般公共预算收人']);
    const whole = (posterior: number) =>
      weighedByWords([
        { text: '因公出团境费用', posterior: 1 - posterior },
        { text: '因公出国(境)费用', posterior },
      ])[0]?.text;
    expect([whole(0.0012), whole(0.0008)]).toEqual(['因公出国(境)费用', '因公出团境费用']);
  });

  test('the probabilities keep their sum', () => {
    const weighed = weighedByWords([
      { text: '收人', posterior: 0.6 },
      { text: '收入', posterior: 0.2 },
    ]);
    expect(weighed.reduce((sum, { posterior }) => sum + posterior, 0)).toBeCloseTo(0.8, 10);
  });
});

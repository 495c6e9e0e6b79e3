import { describe, expect, it } from 'vitest';
import {
  contradictions,
  type Evidence,
  isBetter,
  isTied,
  NO_EVIDENCE,
  together,
  WEIGHTS,
  weigh,
} from '../../../../extractors/proof/weighing/index.ts';

/** What decides between readings of a table, in digits. */

const saying = (said: Partial<Evidence>): Evidence => ({ ...NO_EVIDENCE, ...said });

describe('the weight of a reading', () => {
  it('is the digits that sums confirm, less what speaks against it', () => {
    expect(weigh(saying({ exact: 40 }))).toBe(40);
    expect(weigh(saying({ exact: 40, broken: 8, unplaced: 1, contradicted: 2, cost: 3 }))).toBe(40 - 16 - 12 - 12 - 3);
  });

  it('adds up over the tables that can be read the same way', () => {
    const both = together(saying({ exact: 12, cost: 4 }), saying({ exact: 8, broken: 5, unplaced: 1, contradicted: 1, cost: 2 }));
    expect(both).toEqual({ exact: 20, broken: 5, unplaced: 1, contradicted: 1, cost: 6 });
  });

  it('is more from the digits on that do not agree by chance', () => {
    const least = saying({ exact: WEIGHTS.least });
    expect(isBetter(least, NO_EVIDENCE)).toBe(true);
    expect(isBetter(saying({ exact: WEIGHTS.least - 1 }), NO_EVIDENCE)).toBe(false);
  });

  it('is not won by sums that vanish, unless more amounts are placed', () => {
    const strict = saying({ exact: 12, broken: 9 });
    expect(isBetter(saying({ exact: 0 }), strict)).toBe(false);
    expect(isBetter(saying({ exact: 12 }), strict)).toBe(true);
    expect(isBetter(saying({ exact: 6 }), saying({ exact: 12, unplaced: 1 }))).toBe(true);
  });

  it('is as much where numbers and words say as much, and the layout less than its noise', () => {
    const best = saying({ exact: 12 });
    expect(isTied(best, saying({ exact: 12, cost: 11 }), 12)).toBe(true);
    expect(isTied(best, saying({ exact: 12, cost: 12 }), 12)).toBe(false);
    expect(isTied(best, saying({ exact: 11 }), 12)).toBe(false);
  });
});

describe('words that exclude each other', () => {
  const under = (...paths: string[]) => contradictions({ columns: paths.map((path) => ({ path: path.split('>') })) });
  it.each([
    ['财政拨款>财政专户管理资金', 1],
    ['财政拨款>一般公共预算', 0],
    ['一般公共预算拨款>政府性基金拨款', 1],
    ['基本支出>项目支出', 1],
    ['基本支出>人员经费', 0],
    ['本年收入>上年结转', 1],
    ['合计', 0],
  ])('%s: %i', (path, count) => {
    expect(under(path)).toBe(count);
  });
});

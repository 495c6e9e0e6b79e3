import { describe, expect, it, test } from 'vitest';
import { MAX_PAGE_STEPS, MAX_STEPS, Meter, TooLarge } from '../../../../extractors/readers/ofd/base/limits.ts';
import { withReach } from '../../../../extractors/readers/ofd/content/texts.ts';
import { parseXml } from '../../../../extractors/readers/package/xml.ts';
import { IDENTITY } from '../../../../extractors/readers/pdf/surface/matrix.ts';

describe('what is painted is counted', () => {
  test('on a page', () => {
    const meter = new Meter();
    meter.spend(MAX_PAGE_STEPS);
    expect(() => meter.spend(1)).toThrow(TooLarge);
    meter.nextPage();
    expect(() => meter.spend(1)).not.toThrow();
  });

  test('on all pages', () => {
    const meter = new Meter();
    for (let spent = 0; spent < MAX_STEPS; spent += MAX_PAGE_STEPS) {
      meter.nextPage();
      meter.spend(MAX_PAGE_STEPS);
    }
    meter.nextPage();
    expect(() => meter.spend(1)).toThrow(TooLarge);
  });
});

describe('the boundary of a text object reaches beyond the ink of its characters', () => {
  const reachOf = (text: string, box: readonly [number, number, number, number]) =>
    withReach([...box], parseXml(`<T Size="10"><TextCode>${text}</TextCode></T>`), IDENTITY).map((side) => Math.round(side * 100) / 100);
  it.each([
    ['of figures by little along the line', '1.5', [0, 0, 20, 7], [-1.5, -6, 21.5, 13]],
    ['of others by more', '，', [0, 0, 2, 2], [-5, -6, 7, 8]],
    ['that is as thin as a stroke', '一', [0, 0, 9, 0.2], [-5, -6, 14, 6.2]],
  ] as const)('%s', (_name, text, box, expected) => expect(reachOf(text, box)).toEqual(expected));
  test('but not where it is thinner than any stroke', () => expect(reachOf('1', [0, 0, 9, 0.19])).toEqual([0, 0, 9, 0.19]));
  test('along the line that stands, upwards and downwards', () => {
    const turned = withReach([0, 0, 7, 20], parseXml('<T Size="10"><TextCode>1</TextCode></T>'), [0, 1, -1, 0, 0, 0]);
    expect(turned.map((side) => Math.round(side * 100) / 100)).toEqual([-6, -1.5, 13, 21.5]);
  });
});

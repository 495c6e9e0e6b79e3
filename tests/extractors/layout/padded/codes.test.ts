import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../extractors/layout/grids/aligned/index.ts';
import { areCodes } from '../../../../extractors/layout/padded/codes.ts';

/** Each bound just kept, and just passed. */

const at = (x0: number, text: string): Segment => ({ words: [], text, x0, x1: x0 + 6 * text.length });
const are = (...segments: readonly Segment[]): boolean => areCodes(segments);

describe('columns of whole numbers', () => {
  it('are of codes where numbers of different lengths begin within one column of text', () => {
    expect([are(at(6, '1'), at(12, '251001')), are(at(6, '1'), at(13, '251001'))]).toEqual([true, false]);
  });
  it('are of codes where the longer ones begin with the shorter', () => {
    expect([are(at(0, '251'), at(36, '251001')), are(at(0, '25'), at(36, '251001')), are(at(0, '252'), at(36, '251001'))]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it('are of codes where three of five digits share three', () => {
    const three = (...texts: string[]) => are(...texts.map((text) => at(0, text)));
    expect([
      three('25101', '25102', '25103'),
      three('25101', '25102'),
      three('2511', '2512', '2513'),
      three('25101', '25202', '25103'),
    ]).toEqual([true, false, false, false]);
  });
  it('are amounts where one of them is zero', () => {
    expect(are(at(0, '0'), at(0, '251'))).toBe(false);
  });
});

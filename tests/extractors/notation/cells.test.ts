import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../extractors/model/blocks.ts';
import { joinedCell, printedCell } from '../../../extractors/notation/cells.ts';

const cell = (text: string, posterior: number, ...others: [string, number][]): Cell => ({
  text,
  raw: text,
  places: [],
  reading: { posterior, alternatives: others.map(([other, likely]) => ({ text: other, posterior: likely })) },
});
const plain: Cell = { text: '5', raw: '5', places: [] };

describe('how surely a text was recognised', () => {
  test('goes with the number', () => {
    expect(printedCell('t1', 0, cell('8.00', 0.9, ['3.00', 0.05]))).toEqual({
      id: 't1',
      column: 0,
      raw: '8.00',
      places: [],
      reading: { posterior: 0.9, alternatives: [{ text: '3.00', posterior: 0.05 }] },
    });
    expect(printedCell('t1', 0, plain)).toEqual({ id: 't1', column: 0, raw: '5', places: [] });
  });

  test('is for pieces in one how sure all of them are; each of them may be another', () => {
    const { text, reading } = joinedCell([cell('12', 0.8, ['72', 0.1]), cell('.5', 0.5, ['.6', 0.3])]);
    expect(text).toBe('12.5');
    expect(reading?.posterior).toBeCloseTo(0.4, 10);
    expect(reading?.alternatives).toEqual([
      { text: '12.6', posterior: expect.closeTo(0.24, 10) },
      { text: '72.5', posterior: expect.closeTo(0.05, 10) },
    ]);
  });

  test('is not said of texts of a file', () => {
    expect(joinedCell([plain, plain])).toEqual({ text: '55', raw: '55', places: [] });
    expect(joinedCell([plain, cell('8', 0.9)]).reading?.posterior).toBe(0.9);
  });
});

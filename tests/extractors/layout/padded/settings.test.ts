import { describe, expect, test } from 'vitest';
import { splitLine } from '../../../../extractors/layout/grids/aligned/index.ts';
import { splitHeaderLine } from '../../../../extractors/layout/padded/head/header-lines.ts';
import { widthOf } from '../../../../extractors/layout/padded/lines/recognise.ts';
import type { FlowPage, Word } from '../../../../extractors/model/source.ts';

/** Each bound just kept, and just passed. */

describe('letters of a header', () => {
  const letter = (text: string, x: number): Word => ({ text, box: [x, 0, x + 12, 10], fontSize: 7, rotation: 0, clip: null, starts: [] });
  const cells = (first: string, second: string, columns: number) => {
    const words = [letter(first, 0), letter(second, 12 + 6 * columns)];
    return splitHeaderLine({ ...splitLine(words), words }, []).segments.length;
  };
  test('of a known word stand 24 columns apart, of others eight', () => {
    expect([24, 24.1].map((columns) => cells('合', '计', columns))).toEqual([1, 2]);
    expect([8, 8.1].map((columns) => cells('甲', '乙', columns))).toEqual([1, 2]);
  });
});

describe('spaces keep columns', () => {
  const page = (...texts: string[]): FlowPage => ({
    number: 1,
    lines: [],
    blocks: texts.map((text, i) => ({ kind: 'line', page: 1, line: i + 1, text, raw: text })),
  });
  const keep = (padded: number, others: number) =>
    widthOf([page(...Array<string>(padded).fill('工资   12.00'), ...Array<string>(others).fill('工资 12.00'))]) !== null;
  test('in three lines', () => expect([keep(2, 0), keep(3, 0)]).toEqual([false, true]));
  test('of ten with amounts', () => expect([keep(3, 7), keep(5, 12)]).toEqual([true, false]));
});

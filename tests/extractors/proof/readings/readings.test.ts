import { describe, expect, it } from 'vitest';
import { at } from '../../../../extractors/model/at.ts';
import type { Block, Cell, GridReading, GridRow } from '../../../../extractors/model/blocks.ts';
import type { StageContext } from '../../../../extractors/model/stage.ts';
import { readings } from '../../../../extractors/proof/readings/index.ts';
import { PROFILES } from '../../documents.ts';

/** Readings of a header that compete, judged by the sums of the rows below it. */

const context: StageContext = { profile: at(PROFILES, 0), report: () => undefined };
const rowOf = (texts: readonly string[], line: number): GridRow => ({
  layout: 'columns',
  page: 1,
  line,
  cells: texts.map(
    (text, c): Cell => ({ text, raw: text, places: text === '' ? [] : [{ page: 1, line, bbox: null, start: c, end: c + 1 }] }),
  ),
});
const readingOf = (header: readonly string[], data: readonly (readonly string[])[], cost: number): GridReading => ({
  rows: [header, ...data].map((texts, r) => rowOf(texts, r + 1)),
  headerRows: 1,
  cost,
});
const gridOf = (all: readonly GridReading[]): Block => ({ kind: 'grid', bounded: true, rows: all[0]?.rows ?? [], readings: all });
const headersOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows[0]?.cells.map(({ text }) => text).join('|') ?? ''] : []));
const unsureOf = (blocks: readonly Block[]): (readonly number[] | undefined)[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows[0]?.unsure] : []));

const RIGHT = ['单位名称', '合计', '基本支出', '项目支出'];
const WRONG = ['单位名称', '基本支出', '合计', '项目支出'];
const SUMS = [
  ['某市水务局', '612.40', '498.15', '114.25'],
  ['某市水务站', '451.35', '337.10', '114.25'],
];
/** Nothing in them tells the columns. */
const SAME = [['某市水文站', '85.30', '85.30', '']];

describe('readings that compete', () => {
  it('takes the one whose sums hold, though the layout makes another likelier', () => {
    const blocks = readings.run([gridOf([readingOf(WRONG, SUMS, 0), readingOf(RIGHT, SUMS, 2)])], context);
    expect(headersOf(blocks)).toEqual([RIGHT.join('|')]);
    expect(unsureOf(blocks)).toEqual([undefined]);
    expect(blocks.every((block) => !('readings' in block))).toBe(true);
  });

  it('reads a grid that has no evidence as another one of the same header', () => {
    const grids = [SAME, SUMS].map((data) => gridOf([readingOf(WRONG, data, 0), readingOf(RIGHT, data, 2)]));
    expect(headersOf(readings.run(grids, context))).toEqual([RIGHT.join('|'), RIGHT.join('|')]);
  });

  it('keeps the likeliest one where the equations do not tell, and names the columns in doubt where another is about as likely', () => {
    const near = readings.run([gridOf([readingOf(WRONG, SAME, 0), readingOf(RIGHT, SAME, 2.9)])], context);
    expect(headersOf(near)).toEqual([WRONG.join('|')]);
    expect(unsureOf(near)).toEqual([[1, 2]]);
    const far = readings.run([gridOf([readingOf(WRONG, SAME, 0), readingOf(RIGHT, SAME, 3)])], context);
    expect(unsureOf(far)).toEqual([undefined]);
  });

  it('does not switch for fewer digits than the layout speaks against it', () => {
    const blocks = readings.run([gridOf([readingOf(WRONG, SUMS, 0), readingOf(RIGHT, SUMS, 12)])], context);
    expect(headersOf(blocks)).toEqual([WRONG.join('|')]);
  });
});

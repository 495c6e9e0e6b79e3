import { describe, expect, it } from 'vitest';
import { dealtByColumns } from '../../../../extractors/tables/ordering/by-columns.ts';
import type { RowKey } from '../../../../extractors/tables/ordering/keys.ts';
import type { Piece } from '../../../../extractors/tables/ordering/piece.ts';

function piece(text: string, kind: Piece['kind'], order: number): Piece {
  return { kind, text, cell: { text, raw: text, places: [] }, page: 1, line: order + 1, stacked: order > 0, order };
}

const keysOf = (texts: string): RowKey[] =>
  texts.split(' ').map((text, order) => ({ pieces: [piece(text, /^\d/.test(text) ? 'code' : 'text', order)], from: order, order }));

const KEYS = '合计 208 20805 2080501 2080505 210 21011 2101101';

const read = (keys: string, amounts: string): string[] | null =>
  dealtByColumns(
    keysOf(keys),
    amounts.split(' ').map((text, order) => piece(text, 'amount', order)),
    ([total = 0n, ...parts]) => parts.length === 0 || parts.reduce((sum, part) => sum + part, 0n) === total,
  )?.map((row) => row.map(({ text }) => text).join(' ')) ?? null;

describe('a page that prints column after column', () => {
  it('fills the rows that make each total up, and leaves the others of its column empty', () => {
    expect(
      read(KEYS, '90.00 60.00 60.00 50.00 10.00 30.00 30.00 30.00 80.00 50.00 50.00 50.00 30.00 30.00 30.00 10.00 10.00 10.00 10.00'),
    ).toEqual([
      '90.00 80.00 10.00',
      '60.00 50.00 10.00',
      '60.00 50.00 10.00',
      '50.00 50.00',
      '10.00 10.00',
      '30.00 30.00',
      '30.00 30.00',
      '30.00 30.00',
    ]);
  });

  it('leaves amounts that add up in no column to their order', () => {
    expect(read(KEYS, '90.00 60.00 60.00 50.00 11.00 30.00 30.00 30.00 80.00')).toBeNull();
  });

  it('needs a total above the rows, and codes', () => {
    expect(read('208 20805 2080501', '60.00 60.00 60.00 60.00 60.00 60.00')).toBeNull();
    expect(read('合计 工资 奖金 津贴 补贴', '9.00 3.00 3.00 2.00 1.00 9.00 3.00 3.00 2.00 1.00')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { withWholeAmounts } from '../../../../extractors/tables/ordering/cut-amounts.ts';
import { assemblies } from '../../../../extractors/tables/ordering/jigsaw.ts';
import type { Piece } from '../../../../extractors/tables/ordering/piece.ts';

/** Pieces in their order; one with a stroke before it stands right below the one before. */
function pieces(text: string, kind: Piece['kind'] = 'text'): Piece[] {
  return text.split(' ').map((part, order) => {
    const letters = part.replace('/', '');
    const cell = { text: letters, raw: letters, places: [] };
    return { kind, text: letters, cell, page: 1, line: order + 1, stacked: part.startsWith('/'), order };
  });
}

const words = (text: string): string[] => (assemblies(pieces(text), 1)[0]?.words ?? []).map((word) => word.text);

describe('pieces of a header', () => {
  it('takes the second lines of cells beside each other to the first ones, in their order', () => {
    const text = '财政专户 一般公共 政府性基金 国有资本经 预算拨款 预算拨款 营预算拨款 管理资金';
    expect(words(text)).toEqual(['财政专户管理资金', '一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款']);
  });

  it('takes a word that is known by itself into a longer one where the cells beside it wrap in the same way', () => {
    expect(words('一般公共预 政府性基金 国有资本经 算 预算 营预算')).toEqual(['一般公共预算', '政府性基金预算', '国有资本经营预算']);
  });

  it('leaves known words apart, so that a side of a table keeps its head', () => {
    expect(words('收入 项目 支出 预算 项目 预算')).toEqual(['收入', '项目', '支出', '预算', '项目', '预算']);
  });

  it('puts a word of no format together from the lines right below each other, and begins another with 其中', () => {
    expect(words('合计 预留给中小 /企业的资金 /其中：2026年 /购买的资金')).toEqual([
      '合计',
      '预留给中小企业的资金',
      '其中：2026年购买的资金',
    ]);
  });

  it('takes the head of a comparison only from lines that follow each other', () => {
    expect(words('2026年预算数比 /2025年执行数 增减额 增减(%)')).toEqual(['2026年预算数比2025年执行数', '增减额', '增减(%)']);
  });
});

describe('amounts that narrow cells break', () => {
  const amounts = (text: string): string[] => withWholeAmounts(pieces(text, 'amount')).map((piece) => piece.text);

  it('takes back the digits that stand below each, or below all of them', () => {
    expect(amounts('1682.7 6 997.20 0.0 0')).toEqual(['1682.76', '997.20', '0.00']);
    expect(amounts('299,901.0 262,703.2 2 0 12.34')).toEqual(['299,901.02', '262,703.20', '12.34']);
  });

  it('leaves amounts alone that lack no digits, or as many as nothing behind them has', () => {
    expect(amounts('1208.2 474.56 0.00')).toEqual(['1208.2', '474.56', '0.00']);
    expect(amounts('1682.7 66 997.20')).toEqual(['1682.7', '66', '997.20']);
    expect(amounts('12 3.4 5.6 7')).toEqual(['12', '3.4', '5.6', '7']);
  });
});

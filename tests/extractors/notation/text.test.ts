import { describe, expect, test } from 'vitest';
import { compact, joinPieces, narrow, tidy } from '../../../extractors/notation/text.ts';

describe('tidy', () => {
  test.each([
    ['　收 入 总 计　', '收入总计'],
    ['收　入', '收入'],
    [' 2026 年  预算 ', '2026 年预算'],
    ['商品和\u200b服务', '商品和服务'],
    ['A  B', 'A B'],
    ['\u00a0', ''],
  ])('%j is %j', (text, expected) => expect(tidy(text)).toBe(expected));
});

test('compact leaves no white space at all', () => {
  expect(compact(' 科目 编码\u3000\u00a0\u200b\ufeff\t1 ')).toBe('科目编码1');
});

test('narrow makes full-width digits, brackets and colons half-width', () => {
  expect(narrow('（２０２６）：％')).toBe('(2026):%');
});

describe('pieces of a broken text', () => {
  test('go together without a gap in Chinese, with one between words', () => {
    expect(joinPieces('对个人和家庭', '的补助')).toBe('对个人和家庭的补助');
    expect(joinPieces('ISO', '9001')).toBe('ISO 9001');
    expect(joinPieces('经费', '')).toBe('经费');
  });

  test('a piece that a page break printed twice is not doubled', () => {
    expect(joinPieces('其他对个人和家庭的补助', '对个人和家庭的补助')).toBe('其他对个人和家庭的补助');
  });
});

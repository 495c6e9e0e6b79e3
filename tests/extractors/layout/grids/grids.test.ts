import { describe, expect, test } from 'vitest';
import { spacedRow } from '../../../../extractors/layout/grids/spaced.ts';
import { isAmount, isDataRow, isIndexRow, splitCodeAndName } from '../../../../extractors/notation/row-kinds.ts';
import { lineOf, rowOf as row, tabs } from '../../documents.ts';

const spaced = (text: string): string[] => spacedRow(lineOf(text)).cells.map((cell) => cell.text);

describe('tabs', () => {
  test('give columns; empty cells stay', () => {
    expect(row('208→→ 36.00 →').cells.map((cell) => cell.text)).toEqual(['208', '', '36.00', '']);
  });

  test('every cell knows the characters of the source that it was read from', () => {
    const source = '<b>合 计</b>→ 8, 510.93 →（1.00）';
    for (const cell of row(source).cells) {
      const place = cell.places[0]!;
      expect(tabs(source).slice(place.start!, place.end!)).toBe(cell.raw);
    }
    expect(row(source).cells.map(({ text, raw }) => [text, raw])).toEqual([
      ['合计', '合 计'],
      ['8, 510.93', '8, 510.93'],
      ['（1.00）', '（1.00）'],
    ]);
  });
});

describe('spaces', () => {
  test.each([
    ['30201 办公费 33.00 33.00', ['30201', '办公费', '33.00', '33.00']],
    ['收 入 总 计 36.00', ['收入总计', '36.00']],
    ['8, 510.93 12.00', ['8, 510.93', '12.00']],
    ['1,234, 510.93', ['1,234, 510.93']],
    ['8, 51.93', ['8,', '51.93']],
    ['2025 年 2026 年', ['2025 年', '2026 年']],
    ['   ', []],
  ])('%s', (text, cells) => expect(spaced(text)).toEqual(cells));

  test('places of joined tokens span them', () => {
    const cell = spacedRow(lineOf('合计  8, 510.93')).cells[1]!;
    expect(cell).toMatchObject({ raw: '8, 510.93', places: [{ line: 1, start: 4, end: 13 }] });
  });
});

describe('rows by themselves', () => {
  test.each([
    ['栏次→→1→2→3', true],
    ['行次→1→2', true],
    ['**→**→1→2→3', true],
    ['类→款→项→1→2', true],
    ['1→2→3', true],
    ['＊＊→＊＊→1', true],
    ['＊＊→＊＊→5', false],
    ['＊→1', false],
    ['合计→1→2', false],
    ['人数→1→2', false],
    ['2→4→6', false],
    ['208→36.00', false],
  ])('%s is a row of column numbers: %s', (text, is) => expect(isIndexRow(row(text).cells)).toBe(is));

  test.each([
    ['208→社会保障和就业支出→36.00', true],
    ['2010801→行政运行', true],
    ['201→08→01→行政运行→1.00', true],
    ['[2010801]行政运行→1.00', true],
    ['578002 江川市档案馆→1.00', true],
    ['合计→36.00', true],
    ['合计', true],
    ['科目编码→科目名称→合计', false],
    ['合计→小计→人员经费', false],
    ['项目→2025年→2026年', false],
    ['项目→2025→2026', false],
    ['一、一般公共预算', true],
    ['栏次→1→2', false],
    ['→→', false],
  ])('%s is a row of data: %s', (text, is) => expect(isDataRow(row(text), true)).toBe(is));

  test('a year is no amount, a dash is none', () => {
    expect(['2026', '2026年', '2026.00', '3', '-'].map(isAmount)).toEqual([false, false, true, true, false]);
  });

  test.each([
    ['2010801-行政运行', { code: '2010801', name: '行政运行' }],
    ['[2010801]行政运行', { code: '2010801', name: '行政运行' }],
    ['2010801行政运行', { code: '2010801', name: '行政运行' }],
    ['【20108】审计事务', { code: '20108', name: '审计事务' }],
    ['578002 江川市档案馆', { code: '578002', name: '江川市档案馆' }],
    ['301 “两费”', { code: '301', name: '“两费”' }],
    ['2080505', null],
    ['12 办公费', null],
    ['2026年预算', null],
    ['行政运行', null],
  ])('%s', (text, expected) => expect(splitCodeAndName(text)).toEqual(expected));
});

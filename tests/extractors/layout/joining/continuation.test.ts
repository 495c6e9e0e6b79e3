import { describe, expect, it } from 'vitest';
import { alignColumns, isRestOfRow, isRestOfTexts } from '../../../../extractors/layout/joining/continuation.ts';
import { join } from '../../../../extractors/layout/joining/index.ts';
import type { GridRow } from '../../../../extractors/model/blocks.ts';
import type { TablePart } from '../../../../extractors/model/segments.ts';

import { PROFILES } from '../../documents.ts';

const row = (texts: readonly string[], borders: readonly number[]): GridRow => ({
  layout: 'columns',
  cells: texts.map((text) => ({ text, raw: text, places: [] })),
  page: 1,
  line: 1,
  borders,
});
const FOUR = [0, 100, 200, 300, 400];

describe('rows over a page break', () => {
  it('are one row only where words or numbers were cut', () => {
    const last = row(['某市机动', '12,437.3', '', '1.00'], FOUR);
    expect(isRestOfRow(last, row(['车驾驶员考试中心', '6', '', ''], FOUR))).toBe(true);
    expect(isRestOfRow(last, row(['办公费', '6.00', '', ''], FOUR))).toBe(false);
    expect(isRestOfRow(last, row(['合计', '', '', ''], FOUR))).toBe(false);
    expect(isRestOfRow(row(['公务用车运行（含', '1.00', '', ''], FOUR), row(['保险）', '', '', ''], FOUR))).toBe(true);
    expect(isRestOfRow(last, row(['二、外交支出', '', '', ''], FOUR))).toBe(false);
  });

  const CUT = row(['甲局', '综合管理', '359.88', '举办培训，开展机关后勤服务保'], FOUR);
  it('go on with the texts of the last row where nothing else stands in them', () => {
    expect(isRestOfTexts(CUT, row(['', '', '', '障、档案整理等工作。'], FOUR))).toBe(true);
    expect(isRestOfTexts(CUT, row(['', '', '', '3.开展档案整理、展览布置、设备更新等各项工作。'], FOUR))).toBe(true);
    expect(isRestOfTexts(CUT, row(['乙局', '', '', '障、档案整理等工作。'], FOUR))).toBe(false);
    expect(isRestOfTexts(CUT, row(['', '2.乙项目', '', ''], FOUR))).toBe(false);
    expect(isRestOfTexts(CUT, row(['', '', '万元', ''], FOUR))).toBe(false);
  });

  it('and are no header of the next page', () => {
    const caption = { title: null, number: null, unit: null, entity: null, year: null, places: [] };
    const part = (...rows: GridRow[]): TablePart => ({ caption, notes: [], rows });
    const header = row(['单位名称', '项目名称', '预算数', '绩效目标'], FOUR);
    const next = row(['乙局', '预算准备金', '470.00', '应急。'], FOUR);
    const texts = (...second: GridRow[]) =>
      join
        .run([part(header, CUT), part(...second)], { profile: PROFILES[0]!, report: () => {} })[0]!
        .rows.map(({ cells }) => cells[3]!.text);
    expect(texts(row(['', '', '', '障、档案整理等工作。'], FOUR), next)).toEqual([
      '绩效目标',
      '举办培训，开展机关后勤服务保',
      '障、档案整理等工作。',
      '应急。',
    ]);
    expect(texts(header, next)).toEqual(['绩效目标', '举办培训，开展机关后勤服务保', '应急。']);
  });

  it('are no header where they are subjects or numbered lines without amounts', () => {
    const caption = { title: null, number: null, unit: null, entity: null, year: null, places: [] };
    const part = (...rows: GridRow[]): TablePart => ({ caption, notes: [], rows });
    const header = row(['收入', '预算数', '支出', '预算数'], FOUR);
    const first = row(['一、事业收入', '3.00', '（一）教育支出', '2.00'], FOUR);
    const last = row(['', '', '住房保障支出', '1.00'], FOUR);
    const labels = (...second: GridRow[]) =>
      join
        .run([part(header, first), part(...second)], { profile: PROFILES[0]!, report: () => {} })[0]!
        .rows.slice(1)
        .map(({ cells }) => cells[2]!.text);
    const none = (text: string) => row(['', '', text, ''], FOUR);
    expect(labels(none('（二）自然资源海洋气象等支出'), none('卫生健康支出'), last)).toEqual([
      '（一）教育支出',
      '（二）自然资源海洋气象等支出',
      '卫生健康支出',
      '住房保障支出',
    ]);
  });

  it('are merged over several columns: a text belongs to the first of texts, an amount to the widest', () => {
    const table = [row(['甲', '1.00', '一、乙', '2.00'], [0, 100, 200, 280, 400])];
    const places = (text: string) =>
      alignColumns(table, [row(['丙', '3.00', text], [0, 100, 200, 400])])[0]!.cells.map((cell) => cell.text);
    expect(places('支出合计')).toEqual(['丙', '3.00', '支出合计', '']);
    expect(places('4.00')).toEqual(['丙', '3.00', '', '4.00']);
  });

  it('are merged over a column where eight tenths of it are covered', () => {
    const table = [row(['甲', '1.00', '一、乙', '2.00'], [0, 100, 200, 280, 400])];
    const at = (left: number) =>
      alignColumns(table, [row(['丙', '支出合计'], [0, left, 400])])[0]!.cells.findIndex(({ text }) => text === '支出合计');
    expect([at(216), at(217)]).toEqual([2, 3]);
  });

  it('find their columns by the borders where a page prints fewer', () => {
    const [aligned] = alignColumns([row(['a', 'b', 'c', 'd'], FOUR)], [row(['x', 'y', 'z'], [0, 100, 300, 400])]);
    expect(aligned!.cells.map((cell) => cell.text)).toEqual(['x', 'y', '', 'z']);
  });
});

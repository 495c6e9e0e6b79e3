import { describe, expect, test } from 'vitest';
import { parted } from '../../../../extractors/layout/parting/index.ts';
import type { Block, Cell, GridBlock, GridRow, TextLine } from '../../../../extractors/model/blocks.ts';
import { placeOfLine } from '../../../../schemas/place.ts';

const cellOf = (text: string): Cell => ({ text, raw: text, places: text === '' ? [] : [placeOfLine(1, 1)] });

/** A row as a drawn page gives it; cells are parted by `|`. */
const drawn = (text: string, i: number): GridRow => ({ layout: 'columns', cells: text.split('|').map(cellOf), page: 1, line: i + 1 });

/** A row as a reader of files gives it: with the lines of its cells, where it may be none of a table. */
function readRow(text: string, i: number): GridRow {
  const row = drawn(text.replace(/^~/, ''), i);
  const filled = row.cells.filter((cell) => cell.text !== '');
  const lines = filled.map((cell): TextLine[] => [{ kind: 'line', page: 1, line: i + 1, text: cell.text, raw: cell.text }]);
  return { ...row, lines, ...(text.startsWith('~') ? { gap: true } : {}) };
}

const gridOf = (rows: GridRow[], more: Partial<GridBlock> = {}): GridBlock => ({ kind: 'grid', bounded: true, rows, ...more });

/** Lines as they are, rows behind the number of their grid and its name. */
function shown(blocks: readonly Block[]): string[] {
  let grids = 0;
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block.contents ? `${block.text} (entry)` : block.text];
    grids++;
    return block.rows.map(({ cells }) => `${grids}${block.name ?? ''}: ${cells.map(({ text }) => text).join('|')}`);
  });
}

const ofPage = (...rows: string[]): string[] => shown(parted(gridOf(rows.map(drawn))));
const ofTable = (...rows: string[]): string[] => shown(parted(gridOf(rows.map(readRow))));
const ofSheet = (...rows: string[]): string[] => shown(parted(gridOf(rows.map(readRow), { mixed: true, name: '支出总表' })));

const LONG = `${'做好各项工作，'.repeat(6)}按期完成。`;

describe('of a drawn page', () => {
  test('captions above, blank rows and notes below', () => {
    expect(ofPage('收支总表|', '某市水务局|单位：万元', '项目|金额', '|', '甲|1.00', '注：本表含结转。|', '|')).toEqual([
      '收支总表',
      '某市水务局 单位：万元',
      '1: 项目|金额',
      '1: |',
      '1: 甲|1.00',
      '注：本表含结转。',
    ]);
  });

  test('a title between the rows begins another table, the label of a row with amounts below does not', () => {
    expect(ofPage('项目|金额', '甲|1.00', '支出总表|', '科目|合计', '乙|2.00', '项目明细|', '丙|3.00')).toEqual([
      '1: 项目|金额',
      '1: 甲|1.00',
      '支出总表',
      '2: 科目|合计',
      '2: 乙|2.00',
      '2: 项目明细|',
      '2: 丙|3.00',
    ]);
  });

  test('a sentence alone is the rest of a cell that the page cut', () => {
    expect(ofPage(`|${LONG}`, '甲|1.00')).toEqual([`1: |${LONG}`, '1: 甲|1.00']);
  });
});

describe('of a table of a file', () => {
  test('a sentence alone is prose, a short one below a note goes on with it', () => {
    expect(ofTable('甲|1.00', `${LONG}|`, '乙|2.00', '注：含结转。|', '可能有尾差。|')).toEqual([
      '1: 甲|1.00',
      LONG,
      '2: 乙|2.00',
      '注：含结转。',
      '可能有尾差。',
    ]);
  });

  test('a text over the header that is no caption is a part of it', () => {
    expect(ofTable('收支情况|', '项目|金额', '甲|1.00')).toEqual(['1: 收支情况|', '1: 项目|金额', '1: 甲|1.00']);
  });
});

describe('of a sheet', () => {
  test('any text alone above a table is a line, and another table begins below blank rows', () => {
    expect(ofSheet('一、收支情况|', '项目|金额', '甲|1.00', '~科目|合计', '乙|2.00')).toEqual([
      '一、收支情况',
      '1支出总表: 项目|金额',
      '1支出总表: 甲|1.00',
      '2: 科目|合计',
      '2: 乙|2.00',
    ]);
  });

  test('a printed title says more than the name of the sheet', () => {
    expect(ofSheet('收支总表|', '项目|金额', '甲|1.00')).toEqual(['收支总表', '1: 项目|金额', '1: 甲|1.00']);
  });

  test('a list of tables is none', () => {
    expect(ofSheet('1|收支总表|3', '2|支出总表|4', '3|收入总表|5')).toEqual([
      '1 收支总表 (entry)',
      '2 支出总表 (entry)',
      '3 收入总表 (entry)',
    ]);
  });
});

test('rows of tables keep nothing of how they were told', () => {
  const blocks = parted(gridOf(['项目|金额', '~甲|1.00'].map(readRow), { mixed: true }));
  expect(blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []).map((row) => Object.keys(row)))).toEqual([
    ['layout', 'cells', 'page', 'line'],
    ['layout', 'cells', 'page', 'line'],
  ]);
});

import { describe, expect, test } from 'vitest';
import { segment } from '../../../../extractors/layout/segmenting/index.ts';
import type { GridBlock, GridRow, TextLine } from '../../../../extractors/model/blocks.ts';
import { PROFILES, run } from '../../documents.ts';

const segmented = (text: string) => run(text).segmented;
/** `number title (unit): rows` of each part. */
const partsOf = (text: string): string[] =>
  segmented(text).parts.map(
    ({ caption, rows }) => `${caption.number ?? '-'} ${caption.title ?? '-'} (${caption.unit ?? '-'}): ${rows.length}`,
  );

const ROWS = '科目编码→科目名称→合计\n208→社会保障和就业支出→36.00';

describe('captions', () => {
  test('title, number, unit and publisher in any order, above the rows', () => {
    expect(partsOf(`支出预算总表\n\n表3\n单位名称：江川市档案馆 单位：万元\n${ROWS}`)).toEqual(['表3 支出预算总表 (万元): 2']);
    expect(partsOf(`表3\n支出预算总表\n单位：元\n${ROWS}`)).toEqual(['表3 支出预算总表 (元): 2']);
  });

  test.each([['单位：万\n元'], ['单位：\n万元'], ['金额单位：\n万元'], ['江川市档案馆→单位：万元']])(
    'a unit that a line break cut: %j',
    (unit) => {
      expect(partsOf(`支出预算总表\n${unit}\n${ROWS}`)).toEqual(['- 支出预算总表 (万元): 2']);
    },
  );

  test.each([
    ['单位：百\n万元', '百万元'],
    ['单位：千\n元', '千元'],
    ['（单位：千万元）', '千万元'],
    ['（单位：百\n万元）', '百万元'],
    ['（金额单位：\n万元）', '万元'],
    ['计量单位：百万\n元', '百万元'],
  ])('any unit of the list: %j', (line, unit) => {
    expect(partsOf(`支出预算总表\n${line}\n${ROWS}`)).toEqual([`- 支出预算总表 (${unit}): 2`]);
  });

  test('publisher and unit in the cells of one row', () => {
    const [part] = segmented(`支出预算总表\n部门：江川市档案局→单位：万元\n${ROWS}`).parts;
    expect([part!.caption, part!.rows.length]).toMatchObject([{ entity: '江川市档案局', unit: '万元' }, 2]);
  });

  test('but years beside each other are the header', () => {
    const [part] = segmented('支出预算总表\n单位：元\n2025年→2026年\n合计→合计\n1.00→2.00').parts;
    expect(part!.rows.map((row) => row.cells.map(({ text }) => text).join('|'))).toEqual(['2025年|2026年', '合计|合计', '1.00|2.00']);
  });

  test.each([
    [
      '江川市档案局2026年一般公共预算支出明细表（按功能分\n类科目-不含结转）',
      '江川市档案局2026年一般公共预算支出明细表（按功能分类科目-不含结转）',
    ],
    ['江川市档案局2026年部门综合预\n算支出明细表', '江川市档案局2026年部门综合预算支出明细表'],
    ['江川市档案局2026年财政拨款收入和\n支出预算表', '江川市档案局2026年财政拨款收入和支出预算表'],
  ])('a title that a line break cut within a word or bracket: %j', (lines, title) => {
    expect(partsOf(`${lines}\n单位：元\n${ROWS}`)).toEqual([`- ${title} (元): 2`]);
  });

  test.each(['江川市人民政府\n采购预算表', '以下为本部门预算的情况\n采购预算表', '江川市档案局2026年预算（草案）\n采购预算表'])(
    'lines that are none of the title: %j',
    (lines) => {
      expect(partsOf(`${lines}\n单位：元\n${ROWS}`)).toEqual(['- 采购预算表 (元): 2']);
    },
  );

  test('no unit line at all', () => {
    expect(partsOf(`支出预算总表\n${ROWS}`)).toEqual(['- 支出预算总表 (-): 2']);
  });

  test('the page and line of every caption line are kept', () => {
    const [part] = segmented(`封面\f支出预算总表\n单位：元\n${ROWS}`).parts;
    expect(part!.caption.places).toEqual([
      { page: 2, line: 1, start: null, end: null, bbox: null },
      { page: 2, line: 2, start: null, end: null, bbox: null },
    ]);
  });

  test('the last line of the page before is no title of a numbered table', () => {
    expect(partsOf(`江川市档案局\n\f表01\n支出预算总表\n单位：元\n${ROWS}`)).toEqual(['表01 支出预算总表 (元): 2']);
  });

  test('a title without its last word, above the unit and the number, leaves the unit as it is', () => {
    expect(partsOf(`部门收支总体情况\n单位：万元\n表3\n${ROWS}`)).toEqual(['表3 部门收支总体情况 (万元): 2']);
    expect(partsOf(`部门收支总体情况\n表3\n单位：万元\n${ROWS}`)).toEqual(['表3 部门收支总体情况 (万元): 2']);
  });

  test('what stands between two tables belongs to the second', () => {
    expect(partsOf(`收入预算总表\n单位：元\n${ROWS}\n支出预算总表\n单位：万元\n${ROWS}`)).toEqual([
      '- 收入预算总表 (元): 2',
      '- 支出预算总表 (万元): 2',
    ]);
  });
});

test('on a printed page the unit may stand alone beside the publisher', () => {
  const line = (number: number, text: string): TextLine => ({
    kind: 'line',
    page: 1,
    line: number,
    text,
    raw: text,
    box: [0, number, 9, number + 1],
  });
  const cell = (text: string) => ({ text, raw: text, places: [] });
  const row = (number: number, ...cells: string[]): GridRow => ({ layout: 'columns', page: 1, line: number, cells: cells.map(cell) });
  const grid: GridBlock = { kind: 'grid', bounded: true, rows: [row(3, '项目名称', '金额'), row(4, '档案整理', '5.00')] };
  const blocks = [line(1, '项目支出绩效表'), line(2, '341-江川市档案局 万元'), grid];
  const [part] = segment.run(blocks, { profile: PROFILES[0]!, report: () => {} }).parts;
  expect(part!.caption).toMatchObject({ title: '项目支出绩效表', entity: '江川市档案局', unit: '万元' });
});

describe('contents pages', () => {
  test('entries are no tables', () => {
    const text = `目录\n一、收支预算总表\n二、收入预算总表\n三、支出预算总表\n第一部分 概况\n支出预算总表\n单位：元\n${ROWS}`;
    const document = segmented(text);
    expect(document.contents.map((entry) => entry.title)).toEqual(['收支预算总表', '收入预算总表', '支出预算总表']);
    expect(partsOf(text)).toEqual(['- 支出预算总表 (元): 2']);
  });

  const titles = (text: string) => segmented(text).contents.map((entry) => entry.title);
  test('dots lead to the page, however many', () => {
    expect(
      titles(`目录\n一、收支预算总表${'.'.repeat(110)} 5\n二、收入预算总表${'…'.repeat(30)}6\n\n支出预算总表\n单位：元\n${ROWS}`),
    ).toEqual(['收支预算总表', '收入预算总表']);
  });

  test('an entry may be broken over two lines', () => {
    const text = `目录\n一、收支预算总表\n二、一般公共预算“三公”经费支出预算\n表\n三、政府采购支出预算表\n四、情况说明\n支出预算总表\n单位：元\n${ROWS}`;
    expect(titles(text)).toEqual(['收支预算总表', '一般公共预算“三公”经费支出预算表', '政府采购支出预算表']);
  });

  test('the cover of the tables is none of them', () => {
    const text = `收入预算总表\n单位：元\n${ROWS}\n\n2025年部门综合预算公开报表\n\n部门名称：江川市档案馆\n\n支出预算总表\n单位：元\n${ROWS}`;
    expect(partsOf(text)).toEqual(['- 收入预算总表 (元): 2', '- 支出预算总表 (元): 2']);
  });
});

describe('notes', () => {
  test('stand below the rows and belong to their table', () => {
    const { parts } = segmented(
      `支出预算总表\n单位：元\n${ROWS}\n注：本表金额为四舍五入后的数，存在尾差。\n下年继续安排相关经费，保障业务开展。`,
    );
    expect(parts.map((part) => part.notes.map((line) => line.text))).toEqual([['注：本表金额为四舍五入后的数，存在尾差。']]);
  });
});

describe('a table without rows', () => {
  test('title and unit with nothing below are a table that is empty', () => {
    expect(partsOf(`支出预算总表\n单位：元\n${ROWS}\n国有资本经营预算支出表\n单位：元\n\n第三部分 名词解释`)).toEqual([
      '- 支出预算总表 (元): 2',
      '- 国有资本经营预算支出表 (元): 0',
    ]);
  });
});

describe('text whose layout was lost', () => {
  const LOST =
    '支出预算总表\n\n表3\n\n单位：万元\n\n科目编码 科目名称 合计 基本支出 项目支出\n\n合计 30.00 20.00 10.00\n\n208 社会保障和就业支出 30.00 20.00 10.00';
  test('rows run on over empty lines until a chapter begins', () => {
    expect(partsOf(`${LOST}\n\n第三部分 名词解释\n\n1.项目支出：为专门任务另行安排的开支。`)).toEqual(['表3 支出预算总表 (万元): 3']);
  });

  test('or until a heading with a sentence below it', () => {
    expect(partsOf(`${LOST}\n\n二、支出说明\n\n本年支出合计30.00万元，主要是人员增加。`)).toEqual(['表3 支出预算总表 (万元): 3']);
  });

  test('a numbered row is no heading', () => {
    expect(partsOf(`${LOST}\n\n一、一般公共预算 30.00\n\n二、结转下年`)).toEqual(['表3 支出预算总表 (万元): 5']);
  });
});

test('form feeds, blank lines and empty tab lines between rows cut nothing', () => {
  expect(partsOf(`支出预算总表\n单位：元\n${ROWS}\n→→\n\f\n20805→养老支出→36.00`)).toEqual(['- 支出预算总表 (元): 3']);
});

describe('titles behind the rows of their page', () => {
  const TABLE = '201 一般公共服务支出 30.00 20.00\n208 社会保障和就业支出 10.00 5.00';
  const HEAD = '科目编码 科目名称 合计 基本支出';
  const titled = (text: string): string[] =>
    segmented(text).parts.map(({ caption, rows }) => `${caption.title} (${caption.unit}): ${rows.map(({ line }) => line).join(' ')}`);

  test('stand before them, header words and unit with them', () => {
    expect(titled(`${TABLE}\n支出预算总表\n${HEAD}\n单位：万元\n\f${TABLE}\n收入预算总表\n${HEAD}\n单位：元`)).toEqual([
      '支出预算总表 (万元): 4 1 2',
      '收入预算总表 (元): 9 6 7',
    ]);
  });

  test('a title that the number of the table stands above completes its caption', () => {
    const [part] = segmented(`公开02表\n单位：万元\n${HEAD}\n${TABLE}\n注：本表反映支出。\n支出决算表`).parts;
    expect([part?.caption, part?.rows.length]).toMatchObject([{ title: '支出决算表', number: '公开02表', unit: '万元' }, 3]);
  });

  test('so does a title whose header stands behind it, where number and unit stand above the rows', () => {
    const [part, ...others] = segmented(`单位：元\n单位预算02表\n${TABLE}\n支出预算总表\n编制单位：某市财政局\n${HEAD}`).parts;
    expect([part?.caption, part?.rows.map(({ line }) => line), others]).toMatchObject([
      { title: '支出预算总表', number: '单位预算02表', unit: '元', entity: '某市财政局' },
      [7, 3, 4],
      [],
    ]);
  });

  test('each of several titles has the rows before it', () => {
    const other = '210 卫生健康支出 3.00 2.00\n221 住房保障支出 1.00 1.00';
    expect(titled(`${TABLE}\n支出预算总表\n单位：万元\n${HEAD}\n${other}\n收入预算总表\n单位：元\n${HEAD}`)).toEqual([
      '支出预算总表 (万元): 5 1 2',
      '收入预算总表 (元): 10 6 7',
    ]);
  });

  test('a title at the end of a page whose rows go on with those of the page before is that of the next page', () => {
    const text = `支出预算总表\n单位：万元\n${HEAD}\n201 甲支出 30.00 20.00\n\f208 乙支出 10.00 5.00\n收入预算总表\n单位：元\n\f${HEAD}\n201 丙支出 4.00 3.00`;
    expect(titled(text)).toEqual(['支出预算总表 (万元): 3 4 5', '收入预算总表 (元): 8 9']);
  });

  test('a title above its rows stays', () => {
    expect(titled(`支出预算总表\n单位：万元\n${HEAD}\n${TABLE}\n\f收入预算总表\n单位：元\n${HEAD}\n${TABLE}`)).toEqual([
      '支出预算总表 (万元): 3 4 5',
      '收入预算总表 (元): 8 9 10',
    ]);
  });
});

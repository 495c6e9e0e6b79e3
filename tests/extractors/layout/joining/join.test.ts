import { describe, expect, test } from 'vitest';
import { rowsOf, ruleIds, run } from '../../documents.ts';

const joined = (text: string) => run(text).joined.tables;
/** `title (unit) pages, parts: texts of the data rows`. */
const shown = (text: string): string[] =>
  joined(text).map(
    (table) =>
      `${table.caption.title} (${table.caption.unit}) ${table.pages.join('-')} parts ${table.parts}: ${table.rows
        .slice(table.headerRows)
        .map((row) => row.cells[0]!.text)
        .join(' ')}`,
  );

const HEAD = '科目编码→科目名称→合计';
const CAPTION = '支出预算总表\n表3\n单位：万元';

describe('a table over several pages is one table', () => {
  test('with title, number, unit and header on each page', () => {
    expect(shown(`${CAPTION}\n${HEAD}\n208→甲→1.00\n\f${CAPTION}\n${HEAD}\n210→乙→2.00`)).toEqual([
      '支出预算总表 (万元) 1-2 parts 2: 208 210',
    ]);
  });

  test('with a title that loses its number, where the rows are numbered on', () => {
    const head = '序号→单位名称→合计';
    const pages = (next: number) =>
      shown(`${CAPTION}\n${head}\n1→甲局→3.00\n2→乙站→1.00\n\f支出预算总表\n单位：万元\n${head}\n${next}→丙馆→2.00`);
    expect(pages(3)).toEqual(['支出预算总表 (万元) 1-2 parts 2: 1 2 3']);
    expect(pages(1)).toHaveLength(2);
  });

  test('with a repeated header only', () => {
    expect(shown(`${CAPTION}\n${HEAD}\n208→甲→1.00\n\n\f${HEAD}\n210→乙→2.00`)).toEqual(['支出预算总表 (万元) 1-2 parts 2: 208 210']);
  });

  test('with a repeated header and below it a row without amounts', () => {
    const head = '收入→→支出→\n项目→预算数→项目→预算数';
    const [table] = joined(
      `收支预算总表\n表1\n单位：万元\n${head}\n事业收入→2.00→教育支出→2.00\n\f收支预算总表\n表1\n单位：万元\n${head}\n上年结转→→结转下年→\n收入总计→2.00→支出总计→2.00`,
    );
    expect(table!.rows.slice(table!.headerRows).map((row) => row.cells.map(({ text }) => text).join('|'))).toEqual([
      '事业收入|2.00|教育支出|2.00',
      '上年结转||结转下年|',
      '收入总计|2.00|支出总计|2.00',
    ]);
  });

  test('with a header that is printed twice in a row', () => {
    const { headered } = run(`${CAPTION}\n${HEAD}→基本支出\n${HEAD}→基本支出\n208→甲→1.00→1.00`);
    expect(headered.tables[0]!.columns.map(({ path }) => path)).toEqual([['合计'], ['基本支出']]);
  });

  test('with the column numbers and the total repeated below the header', () => {
    const head = `${CAPTION}\n${HEAD}\n栏次→→1\n→合计→3.00`;
    expect(shown(`${head}\n208→甲→1.00\n\f${head}\n210→乙→2.00`)).toEqual(['支出预算总表 (万元) 1-2 parts 2:  208 210']);
    expect(shown(`${CAPTION}\n${HEAD}\n→合计→3.00\n208→甲→1.00\n${HEAD}\n→合计→3.00\n210→乙→2.00`)).toEqual([
      '支出预算总表 (万元) 1-1 parts 1:  208 210',
    ]);
  });

  test('but keeps a total of other amounts, and a row that is no total', () => {
    const page = (first: string) => `${CAPTION}\n${HEAD}\n${first}`;
    expect(shown(`${page('→合计→3.00')}\n208→甲→1.00\n\f${page('→合计→4.00')}\n210→乙→2.00`)).toEqual([
      '支出预算总表 (万元) 1-2 parts 2:  208  210',
    ]);
    expect(shown(`${page('208→甲→1.00')}\n\f${page('208→甲→1.00')}`)).toEqual(['支出预算总表 (万元) 1-2 parts 2: 208 208']);
  });

  test('with 续表 behind the title of the second page', () => {
    expect(shown(`${CAPTION}\n${HEAD}\n208→甲→1.00\n\f支出预算总表（续表）\n表3\n单位：万元\n${HEAD}\n210→乙→2.00`)).toEqual([
      '支出预算总表 (万元) 1-2 parts 2: 208 210',
    ]);
  });

  test('silently, with nothing repeated', () => {
    expect(shown(`${CAPTION}\n${HEAD}\n208→甲→1.00\n\n- 12 -\n\f210→乙→2.00`)).toEqual(['支出预算总表 (万元) 1-2 parts 2: 208 210']);
  });

  test('whose second page has other spacing in its title and a year', () => {
    expect(shown(`${CAPTION}\n${HEAD}\n208→甲→1.00\n\f2026年支出预算 总表\n表3\n${HEAD}\n210→乙→2.00`)).toEqual([
      '支出预算总表 (万元) 1-2 parts 2: 208 210',
    ]);
  });

  test('the unit of a later page serves a first page that has none', () => {
    expect(joined(`支出预算总表\n${HEAD}\n208→甲→1.00\n\f支出预算总表\n单位：元\n${HEAD}\n210→乙→2.00`)[0]!.caption.unit).toBe('元');
  });
});

describe('tables that stay apart', () => {
  test('other titles', () => {
    expect(
      joined(`${CAPTION}\n${HEAD}\n208→甲→1.00\n\n收入预算总表\n表2\n${HEAD}\n208→甲→1.00`).map((table) => table.caption.title),
    ).toEqual(['支出预算总表', '收入预算总表']);
  });

  test('the same title with another number', () => {
    expect(joined(`支出预算总表\n表3\n${HEAD}\n208→甲→1.00\n\n支出预算总表\n表4\n${HEAD}\n208→甲→1.00`)).toHaveLength(2);
  });

  test('a three-public table in the prose has an index of its own and no number', () => {
    const tables = joined(
      '“三公”经费支出表\n表7\n单位：万元\n合计→因公出国（境）费→公务接待费\n3.00→1.00→2.00\n\n三公经费说明如下。\n\n“三公”经费支出表\n单位：万元\n项目→金额\n合计→3.00',
    );
    expect(tables.map((table) => [table.index, table.caption.number])).toEqual([
      [1, '表7'],
      [2, null],
    ]);
  });
});

test('a list of organisations in the prose is no table, unless it has amounts or a title', () => {
  const list = '序号→单位名称→备注\n1→江川市档案馆→\n2→江川市方志馆→新设';
  expect(
    joined(`预算编制范围的单位包括：\n${list}\n三、人员情况\n${CAPTION}\n${HEAD}\n208→甲→1.00`).map(({ index, caption }) => [
      index,
      caption.title,
    ]),
  ).toEqual([[1, '支出预算总表']]);
  expect(joined(`各单位预算：\n序号→单位名称→预算数\n1→江川市档案馆→3.00`)).toHaveLength(1);
  expect(joined(`所属单位一览表\n${list}`)).toHaveLength(1);
});

describe('a table cut left from right', () => {
  const text = `${CAPTION}\n科目编码→科目名称→合计\n208→甲→3.00\n\n单位：万元\n上年结转结余→→\n合计→一般公共预算→单位资金`;
  test('header cells alone stand to the right of the header', () => {
    const { joined: document, findings } = run(text);
    expect(document.tables).toHaveLength(1);
    expect(document.tables[0]!.parts).toBe(2);
    expect(ruleIds(findings)).toContain('table/fragment');
  });

  test('the halves of a title go together', () => {
    const [half] = joined(
      '部门管理\n表18\n单位：万元\n单位名称→项目\n甲局→乙\n\n专项资金预算表\n金额→备注\n1.00→无\n注：本表金额为四舍五入后的数。',
    );
    expect(half!.notes).toEqual(['注：本表金额为四舍五入后的数。']);
    expect(shown(`部门管理\n表18\n单位：万元\n单位名称→项目\n甲局→乙\n\n专项资金预算表\n金额→备注\n1.00→无`)[0]).toMatch(
      /^部门管理专项资金预算表/,
    );
  });
});

describe('empty tables', () => {
  test('header only, or header and a total without amounts', () => {
    const { placed } = run(`${CAPTION}\n${HEAD}\n\n收入预算总表\n表2\n${HEAD}\n→合计→`);
    expect(placed.tables.map((table) => [table.title, rowsOf(table)])).toEqual([
      ['支出预算总表', []],
      ['收入预算总表', ['合计 [total]:']],
    ]);
  });
});

test('ghost columns of one page do not move the other page', () => {
  const { placed } = run(`${CAPTION}\n科目编码→科目名称→合计→\n208→甲→1.00→\n\f210→乙→2.00`);
  expect(rowsOf(placed.tables[0]!)).toEqual(['208 甲: 0=1.00', '210 乙: 0=2.00']);
});

test('tables of the same title are two where their captions name two bodies', () => {
  const of = (body: string) => `表3\n支出预算总表\n单位名称：${body}→单位：万元\n${HEAD}\n208→甲→1.00`;
  expect(joined(`${of('江川市水利局')}\n\f${of('江川市水库管理处')}`).map(({ caption }) => caption.entity)).toEqual([
    '江川市水利局',
    '江川市水库管理处',
  ]);
  expect(joined(`${of('江川市水利局')}\n\f${of('江川市水利局')}`)).toHaveLength(1);
});

test('a unit that only the note below the table gives', () => {
  expect(shown(`支出预算总表\n${HEAD}\n208→甲→1000\n注：本表金额单位为千元。`)).toEqual(['支出预算总表 (千元) 1-1 parts 1: 208']);
  expect(shown(`支出预算总表\n单位：元\n${HEAD}\n208→甲→1000\n注：以万元为单位的表见附件。`)).toEqual([
    '支出预算总表 (元) 1-1 parts 1: 208',
  ]);
});

describe('an amount like a year right below the header', () => {
  const first = (header: string, row: string) => joined(`重点项目预算表\n单位：万元\n${header}\n${row}\n乙项目→365→建成`)[0]!.headerRows;

  test('is data where both columns have their heads', () => {
    expect(first('项目→预算数→备注', '河道整治→2000→完成')).toBe(1);
  });

  test('is a year below a blank, beside a word of the header, or below a year', () => {
    expect(first('项目→预算数→备注', '项目名称→2025→说明')).toBe(2);
    expect(first('项目→→备注', '河道整治→2025→完成')).toBe(2);
    expect(first('→预算数→备注', '河道整治→2025→完成')).toBe(2);
  });
});

test('amounts with their unit are data where half the rows have them, and words elsewhere', () => {
  const rowsOf = (...amounts: string[]) => amounts.map((amount, i) => `项目${'甲乙丙丁'[i]}→${amount}`).join('\n');
  const headerRows = (...amounts: string[]) => joined(`重点项目预算表\n项目→安排\n${rowsOf(...amounts)}`)[0]!.headerRows;
  expect(headerRows('1.00万元', '2.00万元')).toBe(1);
  expect(headerRows('1.00万元', '建成', '验收')).not.toBe(1);
});

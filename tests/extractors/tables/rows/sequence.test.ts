import { describe, expect, test } from 'vitest';
import { rowsOf, run } from '../../documents.ts';

/** Rows before placement: numbers have no column yet. */
const shown = (text: string): string[] => rowsOf(run(text).nested.tables[0]!);
const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出';

describe('rows whose layout was lost', () => {
  test('code, label and numbers on one line', () => {
    expect(shown(`${HEAD}\n合计 3.00 1.00 2.00\n208 社会保障和就业支出 3.00 1.00 2.00`)).toEqual([
      '合计 [total]: _=3.00 _=1.00 _=2.00',
      '208 社会保障和就业支出: _=3.00 _=1.00 _=2.00',
    ]);
  });

  test('code, label and numbers on lines of their own', () => {
    expect(shown(`${HEAD}\n合计\n3.00\n1.00\n2.00\n208\n社会保障和就业支出\n3.00 1.00 2.00`)).toEqual([
      '合计 [total]: _=3.00 _=1.00 _=2.00',
      '208 社会保障和就业支出: _=3.00 _=1.00 _=2.00',
    ]);
  });

  test('a label over two lines, numbers after it', () => {
    expect(shown(`${HEAD}\n合计 3.00 3.00\n2080505 机关事业单位基本养\n老保险缴费支出 3.00 3.00`)).toEqual([
      '合计 [total]: _=3.00 _=3.00',
      '2080505 机关事业单位基本养老保险缴费支出: _=3.00 _=3.00',
    ]);
  });

  test('a label over two lines, numbers between its parts', () => {
    expect(shown(`${HEAD}\n合计 3.00 3.00\n2080505 机关事业单位基本养 3.00 3.00\n老保险缴费支出\n221 住房保障支出 1.00 1.00`)).toEqual([
      '合计 [total]: _=3.00 _=3.00',
      '2080505 机关事业单位基本养老保险缴费支出: _=3.00 _=3.00',
      '221 住房保障支出: _=1.00 _=1.00',
    ]);
  });

  test('own digits that open a line before a name are codes, below a 类', () => {
    const text = `${HEAD}\n合计 4.30 4.30\n205 教育支出 4.30 4.30\n02 普通教育 4.30 4.30\n01 学前教育 4.30 4.30`;
    expect(shown(text)).toEqual([
      '合计 [total]: _=4.30 _=4.30',
      '205 教育支出: _=4.30 _=4.30',
      '20502 普通教育 ^教育支出: _=4.30 _=4.30',
      '2050201 学前教育 ^教育支出/普通教育: _=4.30 _=4.30',
    ]);
  });

  test('a number with a space after its comma is one number', () => {
    expect(shown(`${HEAD}\n合计 8, 510.93 8, 510.93`)).toEqual(['合计 [total]: _=8510.93 _=8510.93']);
  });

  test('rows of column numbers and page numbers are no rows', () => {
    expect(shown(`${HEAD}\n1 2 3\n合计 3.00 3.00\n\n- 12 -\n\n208 甲 3.00 3.00`)).toEqual([
      '合计 [total]: _=3.00 _=3.00',
      '208 甲: _=3.00 _=3.00',
    ]);
  });

  test('a header repeated on the next page is no row', () => {
    expect(
      shown(`${HEAD}\n合计 3.00 3.00\n\f支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n208 甲 3.00 3.00`),
    ).toEqual(['合计 [total]: _=3.00 _=3.00', '208 甲: _=3.00 _=3.00']);
  });
});

describe('two sides', () => {
  test('the words tell the side, the number after a label is its amount', () => {
    const text =
      '收支预算总表\n表1\n单位：万元\n收 入 支 出\n项 目 预算数 项 目 预算数\n一、一般公共预算拨款收入 9.00 一、教育支出 8.00\n二、政府性基金预算拨款收入 二、住房保障支出 2.00\n本年收入合计 9.00 本年支出合计 10.00\n上年结转结余 1.00 年终结转结余\n收 入 总 计 10.00 支 出 总 计 10.00';
    expect(shown(text)).toEqual([
      '0|一、一般公共预算拨款收入: _=9.00',
      '1|一、教育支出: _=8.00',
      '0|二、政府性基金预算拨款收入:',
      '1|二、住房保障支出: _=2.00',
      '0|本年收入合计 [subtotal]: _=9.00',
      '1|本年支出合计 [subtotal]: _=10.00',
      '0|上年结转结余: _=1.00',
      '1|年终结转结余:',
      '0|收入总计 [total]: _=10.00',
      '1|支出总计 [total]: _=10.00',
    ]);
  });
});

describe('what content order leaves to be told apart', () => {
  test('a code behind a name is that of a second classification', () => {
    const head =
      '一般公共预算基本支出表\n表6\n单位：万元\n部门预算支出经济分类科目编码 部门预算支出经济分类科目名称 政府预算支出经济分类科目编码 政府预算支出经济分类科目名称 合计';
    expect(shown(`${head}\n合计 5.00\n30101 基本工资 50101 工资奖金津补贴 3.00\n30201 办公费 50201 办公经费 2.00`)).toEqual([
      '合计 [total]: _=5.00',
      '30101 基本工资: _=3.00',
      '30201 办公费: _=2.00',
    ]);
  });

  test('so is one on its own line below a name that lines cut, where names of several stand beside each other', () => {
    const head = '支出总表\n表3\n单位：万元\n支出功能分类科目 政府支出经济分类科目 部门支出经济分类科目 合计 基本支出';
    const text = `${head}\n2040201-行政运行 50201-办公经费 30201-办公费 2.00 2.00\n2080505-机关事业单位基本养老保险缴费\n支出\n50102-社会保障缴费 30108-机关事业单位基本养老保险缴费 3.00 3.00\n2101101-行政单位医疗 50102-社会保障缴费 30110-职工基本医疗保险缴费 1.00 1.00`;
    const { items } = run(text).nested.tables[0]!;
    expect(items.map(({ code, label, keys }) => [code, label, ...Object.values(keys)])).toEqual([
      ['2040201', '行政运行', '50201 办公经费', '30201 办公费'],
      ['2080505', '机关事业单位基本养老保险缴费支出', '50102 社会保障缴费', '30108 机关事业单位基本养老保险缴费'],
      ['2101101', '行政单位医疗', '50102 社会保障缴费', '30110 职工基本医疗保险缴费'],
    ]);
  });

  test('a second name on the line is the row’s, the first stands outside', () => {
    const rows = run(
      '项目支出预算表\n表10\n单位：万元\n单位名称 项目名称 总计\n合计 5.00\n某市公安局 执法办案 3.00\n某市公安局 日常保障 2.00',
    ).nested.tables[0]!.items;
    expect(rows.map(({ outer, label }) => [...outer, label])).toEqual([['合计'], ['某市公安局', '执法办案'], ['某市公安局', '日常保障']]);
  });

  test('sentences behind the amounts belong to a column of texts, not to the next label', () => {
    const head = '项目支出预算表\n表12\n单位：万元\n支出项目类别 总计 绩效目标';
    const rows = run(`${head}\n合计 5.00\n安检服务经费 3.00\n保障口岸安全，\n畅通通关。\n制卡工本费 2.00`).nested.tables[0]!.items;
    expect(rows.map(({ label, attributes }) => [label, attributes])).toEqual([
      ['合计', {}],
      ['安检服务经费', { 绩效目标: '保障口岸安全，畅通通关。' }],
      ['制卡工本费', {}],
    ]);
  });

  test('panels beside each other: a label goes on with the numbering of its own', () => {
    const head =
      '收支总表\n表1\n单位：万元\n收入 支出\n项目 预算数 支出功能分类科目（按大类） 预算数 部门预算支出经济分类科目（按大类） 预算数';
    const { items } = run(
      `${head}\n1、财政拨款 5.00 1、教育支出 4.00 1、工资福利支出 3.00\n二、上年结转 0.00 2、卫生健康支出 1.00 2、商品和服务支出 2.00\n3、资本性支出 0.00`,
    ).nested.tables[0]!;
    expect(items.map(({ panel, label }) => `${panel} ${label}`)).toEqual([
      '0 1、财政拨款',
      '1 1、教育支出',
      '2 1、工资福利支出',
      '0 二、上年结转',
      '1 2、卫生健康支出',
      '2 2、商品和服务支出',
      '1 3、资本性支出',
    ]);
  });
});

describe('numbers that are no amounts, and amounts in pieces', () => {
  test('numbers that count the rows', () => {
    const head = '支出预算总表\n表3\n单位：元\n序号 科目编码 科目名称 合计 基本支出';
    expect(
      shown(`${head}\n1 合计 12345.00 12345.00\n2 201 一般公共服务支出 10345.00 10345.00\n3 208 社会保障和就业支出 2000.00 2000.00`),
    ).toEqual([
      '合计 [total]: _=12345.00 _=12345.00',
      '201 一般公共服务支出: _=10345.00 _=10345.00',
      '208 社会保障和就业支出: _=2000.00 _=2000.00',
    ]);
  });

  test('a number that a narrow cell breaks within its decimals', () => {
    expect(shown(`${HEAD}\n合计\n1682.7\n6\n1208.2\n0\n474.56\n208 社会保障和就业支出 1682.76 1208.20 474.56`)).toEqual([
      '合计 [total]: _=1682.76 _=1208.20 _=474.56',
      '208 社会保障和就业支出: _=1682.76 _=1208.20 _=474.56',
    ]);
  });

  test('numbers of pages, bare digits that grow with the pages', () => {
    const page = (code: string, n: number): string => `${code} 甲支出 3.00 2.00\n${n}\n`;
    expect(shown(`${HEAD}\n合计 9.00 6.00\n22\n\f${page('201', 23)}\f${page('204', 24)}\f${page('205', 25)}`)).toHaveLength(4);
  });

  test('amounts that stand before the word for their total', () => {
    expect(shown(`${HEAD}\n201 一般公共服务支出 3.00 2.00 1.00\n208 社会保障和就业支出 4.00 4.00\n7.00 6.00 1.00\n合计`)).toEqual([
      '201 一般公共服务支出: _=3.00 _=2.00 _=1.00',
      '208 社会保障和就业支出: _=4.00 _=4.00',
      '合计 [total]: _=7.00 _=6.00 _=1.00',
    ]);
  });
});

test('procurement: catalogue items, economic codes in columns of their own digits, pieces and amounts', () => {
  const head =
    '政府采购预算表\n单位：元\n科目编码\n单位编码 采购项目 采购目录 规格型号 数量\n部门预算支出\n经济科目编码\n政府预算支出经济分\n类科目编码\n预算金额\n类款项类款类款';
  const items =
    '210 15 05 日常公用经费 A02010104台式计算机 FS16 12 310 02 503 06 120000\n210 15 05 日常公用经费 C0206运行维护服务 1 302 13 502 09 200000\n210 15 05 日常公用经费 C0803审计服务 1 302 27 502 05 100000\n210 15 06 装修 B07装修工程 1 302 99 502 99 300000';
  const table = run(`${head}\n合计 14 620000\n210 15 05 245001某市医疗保障局 13 320000\n${items}`).placed.tables[0]!;
  const [, body, item, , , works] = table.items;
  expect(table.columns.map(({ path }) => path)).toEqual([['数量'], ['预算金额']]);
  expect([body?.code, body?.label]).toEqual(['245001', '某市医疗保障局']);
  expect(item).toMatchObject({ code: 'A02010104', label: '台式计算机', outer: ['日常公用经费'], attributes: { 规格型号: 'FS16' } });
  expect(item?.keys).toEqual({ 科目编码: '2101505', 部门预算支出经济科目编码: '31002', 政府预算支出经济分类科目编码: '50306' });
  expect(item?.cells.map(({ column, value }) => [column, value])).toEqual([
    [0, '12'],
    [1, '120000'],
  ]);
  expect([works?.code, works?.label, works?.outer]).toEqual([null, 'B07装修工程', ['装修']]);
});

describe('texts in several columns beside each other', () => {
  const HEAD = '政府采购支出预算表\n单位：万元\n采购品目大类 专项名称 经济科目 采购物品名称 采购组织形式 总计';
  const rowsIn = (text: string) =>
    run(`${HEAD}\n合计 9.00\n${text}`)
      .nested.tables[0]!.items.slice(1)
      .map(({ outer, label, keys, attributes }) => [...outer, label, ...Object.values(keys), ...Object.values(attributes)]);

  test('how it is bought and what it counts as are not what a row is called', () => {
    expect(rowsIn('审判专项业务费 印刷费 9.00\n印刷品 分散自行组织 9.00\n各类成本 委托业务费 复印纸 集中采购 2.50')).toEqual([
      ['审判专项业务费', '印刷费'],
      ['印刷品', '分散自行组织'],
      ['各类成本', '复印纸', '委托业务费', '集中采购'],
    ]);
  });

  test('letters beside a word, and what a bracket is open for, are of one name', () => {
    expect(rowsIn('一、货物 A 9.00\nPC 服务器 政府集中采购 4.00\n台式计算机（20 万\n以上）\n政府集中采购 5.00')).toEqual([
      ['一、货物A'],
      ['PC服务器', '政府集中采购'],
      ['台式计算机（20万以上）', '政府集中采购'],
    ]);
  });

  test('what follows on the next line may be the next name: the name is in doubt', () => {
    const { items } = run(`${HEAD}\n合计 9.00\n审判专项\n车辆加油 9.00`).nested.tables[0]!;
    expect(items[1]?.cells.map(({ doubt }) => doubt)).toEqual(['row/name-doubtful']);
  });

  test.each([
    ['审判专项补助\n经费', '审判专项补助经费', null],
    ['审判专项补助\n复印纸', '审判专项补助复印纸', 'row/name-doubtful'],
    ['银沙市水资源调度\n服务中心', '银沙市水资源调度服务中心', null],
  ])('%j is one name where the rest is too short for one, or it is a body', (printed, label, doubt) => {
    const { items } = run(`${HEAD}\n合计 9.00\n${printed} 9.00`).nested.tables[0]!;
    expect(items.slice(1).map((row) => [row.label, row.cells[0]?.doubt])).toEqual([[label, doubt]]);
  });
});

test('the first of two labels on a line of a two-sided table stands on the left', () => {
  const text =
    '收支预算总表\n单位：万元\n收 入 支 出\n项目 预算数 项目 预算数\n一、财政拨款 9.00 公共安全支出 9.00\n一般公共预算 9.00 公安 9.00\n国有资本经营预算 行政运行 9.00';
  expect(run(text).nested.tables[0]!.items.map(({ panel, label }) => `${panel} ${label}`)).toEqual([
    '0 一、财政拨款',
    '1 公共安全支出',
    '0 一般公共预算',
    '1 公安',
    '0 国有资本经营预算',
    '1 行政运行',
  ]);
});

import { describe, expect, test } from 'vitest';
import { rowsFromColumns } from '../../../../extractors/tables/rows/columns.ts';
import { rowsOf, run } from '../../documents.ts';

const tableOf = (text: string) => run(text).placed.tables[0]!;
const shown = (text: string): string[] => rowsOf(tableOf(text));
const CODED = '支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const PARTS = '支出预算总表\n单位：万元\n科目编码→→→科目名称→合计\n类→款→项→→';
const PROJECTS = '项目支出预算表\n单位：万元\n单位名称→项目名称→项目内容→合计→一般公共预算';

test('a list of units in the prose has nothing to lose', () => {
  const findings = (text: string) => run(text).findings.map(({ ruleId }) => ruleId);
  expect(findings('纳入预算的单位如下：\n序号→单位名称→变动情况\n1→江川市档案馆→\n2→江川市方志馆→')).toEqual([]);
  expect(findings('纳入预算的单位如下：\n序号→单位名称\n（一）→江川市档案馆\n（二）→江川市方志馆')).toEqual([]);
});

describe('code and name', () => {
  test('in columns of their own', () => {
    expect(shown(`${CODED}\n201→一般公共服务支出→3.00→1.00→2.00\n20108→审计事务→3.00→1.00→2.00`)).toEqual([
      '201 一般公共服务支出: 0=3.00 1=1.00 2=2.00',
      '20108 审计事务 ^一般公共服务支出: 0=3.00 1=1.00 2=2.00',
    ]);
  });

  test.each([['2010801-行政运行'], ['[2010801]行政运行'], ['2010801行政运行'], ['2010801 行政运行']])('in one cell: %s', (cell) => {
    expect(shown(`支出预算总表\n单位：万元\n功能分类科目→合计→基本支出\n${cell}→3.00→3.00`)).toEqual(['2010801 行政运行: 0=3.00 1=3.00']);
  });

  test('split over 类, 款 and 项', () => {
    expect(shown(`${PARTS}\n201→→→一般公共服务支出→5.00\n201→08→→审计事务→5.00\n201→08→01→行政运行→3.00\n201→08→04→审计业务→2.00`)).toEqual(
      [
        '201 一般公共服务支出: 0=5.00',
        '20108 审计事务 ^一般公共服务支出: 0=5.00',
        '2010801 行政运行 ^一般公共服务支出/审计事务: 0=3.00',
        '2010804 审计业务 ^一般公共服务支出/审计事务: 0=2.00',
      ],
    );
  });

  test('split over 类, 款 and 项, parts printed once', () => {
    expect(shown(`${PARTS}\n201→→→一般公共服务支出→3.00\n→08→→审计事务→3.00\n→→01→行政运行→3.00`)).toEqual([
      '201 一般公共服务支出: 0=3.00',
      '20108 审计事务 ^一般公共服务支出: 0=3.00',
      '2010801 行政运行 ^一般公共服务支出/审计事务: 0=3.00',
    ]);
  });

  test('full-width digits are the same code', () => {
    expect(shown(`${CODED}\n２０１→一般公共服务支出→3.00→1.00→2.00`)).toEqual(['201 一般公共服务支出: 0=3.00 1=1.00 2=2.00']);
  });
});

describe('names that are printed once', () => {
  const HEAD = '政府采购支出预算表\n单位：万元\n采购品目大类→专项名称→经济科目→采购物品名称→采购组织形式→总计';
  const text = `${HEAD}
合计→→→→→163.50
一、货物→→→→→93.50
→系统运行费→软件购置→→→60.50
→→→服务器→集中采购→40.25
→→→交换机→分散采购→20.25
→→设备购置→→→33.00
→→→检测设备→分散采购→33.00
三、服务→→→→→70.00
→系统运行费→维修费→→→70.00
→→→维护服务→分散采购→70.00`;

  test('a name goes on below where only the column right of it begins something new', () => {
    expect(shown(text)).toEqual([
      '合计 [total]: 0=163.50',
      '一、货物: 0=93.50',
      '系统运行费 ^一、货物: 0=60.50',
      '服务器 ^一、货物/系统运行费: 0=40.25',
      '交换机 ^一、货物/系统运行费: 0=20.25',
      '系统运行费 ^一、货物: 0=33.00',
      '检测设备 ^一、货物/系统运行费: 0=33.00',
      '三、服务: 0=70.00',
      '系统运行费 ^三、服务: 0=70.00',
      '维护服务 ^三、服务/系统运行费: 0=70.00',
    ]);
  });

  test('and its row is a parent of its own', () => {
    const { items } = tableOf(text);
    expect(items.map((row) => row.parent)).toEqual([null, null, 1, 2, 2, 1, 5, null, 7, 8]);
    expect(items[5]!.keys).toEqual({ 经济科目: '设备购置' });
    expect(run(text).reconciled.equations.filter((equation) => equation.status !== 'exact')).toEqual([]);
  });

  test('below a total nothing goes on', () => {
    expect(shown(`${HEAD}\n一、货物→→→→→5.00\n→甲→软件购置→→→5.00\n合计→→→→→5.00\n→→设备购置→→→1.00`).at(-1)).toBe(': 0=1.00');
  });
});

describe('rows that go on', () => {
  test('a label cut by a page goes on in the next row', () => {
    expect(shown(`${CODED}\n20805→行政事业单位养→3.00→1.00→2.00\n\f→老支出→→→\n208→甲→1.00→→1.00`)).toEqual([
      '20805 行政事业单位养老支出: 0=3.00 1=1.00 2=2.00',
      '208 甲: 0=1.00 2=1.00',
    ]);
  });

  test('a row cut by a page: label above, numbers below', () => {
    expect(shown(`${CODED}\n20805→行政事业单位养老支出→→→\n\f→→3.00→1.00→2.00`)).toEqual([
      '20805 行政事业单位养老支出: 0=3.00 1=1.00 2=2.00',
    ]);
  });

  test('a text that goes on', () => {
    const table = tableOf(`${PROJECTS}\n甲局→档案修复→修缮库房，→6.00→6.00\n\f→→购置设备→→\n甲局→乙项目→宣传→1.00→1.00`);
    expect(table.items.map((row) => row.attributes)).toEqual([{ 项目内容: '修缮库房，购置设备' }, { 项目内容: '宣传' }]);
  });
});

describe('blanks', () => {
  test('are no cells; a printed zero is one', () => {
    expect(shown(`${CODED}\n208→甲→1.00→→1.00\n210→乙→0.00→0.00→-`)).toEqual(['208 甲: 0=1.00 2=1.00', '210 乙: 0=0.00 1=0.00']);
  });
});

describe('units', () => {
  test('code and name of a unit in one cell, outside label paths', () => {
    expect(
      shown(`${CODED}\n→合计→3.00→1.00→2.00\n→578002 江川市档案馆→3.00→1.00→2.00\n208→甲→3.00→1.00→2.00\n20805→乙→3.00→1.00→2.00`),
    ).toEqual([
      '合计 [total]: 0=3.00 1=1.00 2=2.00',
      '578002 江川市档案馆 [unit]: 0=3.00 1=1.00 2=2.00',
      '208 甲: 0=3.00 1=1.00 2=2.00',
      '20805 乙 ^甲: 0=3.00 1=1.00 2=2.00',
    ]);
  });

  test('a row with neither code nor name repeats the unit', () => {
    expect(shown(`${CODED}\n→合计→3.00→1.00→2.00\n→→3.00→1.00→2.00\n208→甲→3.00→1.00→2.00`)).toEqual([
      '合计 [total]: 0=3.00 1=1.00 2=2.00',
      '[unit]: 0=3.00 1=1.00 2=2.00',
      '208 甲: 0=3.00 1=1.00 2=2.00',
    ]);
  });
});

describe('nested name columns', () => {
  test('the deepest filled name is the label, the others are its path', () => {
    const text = `${PROJECTS}\n合计→→→7.00→7.00\n甲局→→→7.00→7.00\n甲局→档案修复→修缮→6.00→6.00\n→数据迁移→迁移→1.00→1.00`;
    expect(shown(text)).toEqual([
      '合计 [total]: 0=7.00 1=7.00',
      '甲局 [unit]: 0=7.00 1=7.00',
      '档案修复 ^甲局: 0=6.00 1=6.00',
      '数据迁移 ^甲局: 0=1.00 1=1.00',
    ]);
  });

  test('合计 in the column of the second classification is the name of its row', () => {
    const table = tableOf(
      '一般公共预算基本支出表\n单位：万元\n政府支出经济分类科目→部门支出经济分类科目→合计→人员经费\n50101-工资奖金津补贴→30101-基本工资→5.00→5.00\n→合计→5.00→5.00',
    );
    expect(rowsOf(table)).toEqual(['50101 工资奖金津补贴: 0=5.00 1=5.00', '合计 [total]: 0=5.00 1=5.00']);
    expect(table.items.map(({ keys }) => keys)).toEqual([{ 部门支出经济分类科目: '30101-基本工资' }, {}]);
  });

  test('a classification beside the first goes to keys, so that equal codes stay apart', () => {
    const text =
      '一般公共预算基本支出表\n单位：万元\n部门预算支出经济分类科目编码→部门预算支出经济分类科目名称→政府预算支出经济分类科目编码→政府预算支出经济分类科目名称→合计\n30101→基本工资→50101→工资奖金津补贴→3.00\n30101→基本工资→50501→工资福利支出→2.00';
    const table = tableOf(text);
    expect(rowsOf(table)).toEqual(['30101 基本工资: 0=3.00', '30101 基本工资: 0=2.00']);
    expect(table.items.map((row) => row.keys)).toEqual([
      { 政府预算支出经济分类科目编码: '50101', 政府预算支出经济分类科目名称: '工资奖金津补贴' },
      { 政府预算支出经济分类科目编码: '50501', 政府预算支出经济分类科目名称: '工资福利支出' },
    ]);
  });
});

describe('two sides', () => {
  const HEAD = '收支预算总表\n单位：万元\n收入→→支出→\n项目→预算数→项目→预算数';
  test('each with its own rows; 年终结转 belongs to expenditure', () => {
    expect(
      shown(
        `${HEAD}\n一、一般公共预算→9.00→一、教育支出→8.00\n二、上年结转→1.00→二、年终结转结余→2.00\n收 入 总 计→10.00→支 出 总 计→10.00`,
      ),
    ).toEqual([
      '0|一、一般公共预算: 0=9.00',
      '1|一、教育支出: 1=8.00',
      '0|二、上年结转: 0=1.00',
      '1|二、年终结转结余: 1=2.00',
      '0|收入总计 [total]: 0=10.00',
      '1|支出总计 [total]: 1=10.00',
    ]);
  });

  test('a blank side invents nothing', () => {
    expect(shown(`${HEAD}\n→→一、教育支出→8.00\n→→支出总计→8.00`)).toEqual(['1|一、教育支出: 1=8.00', '1|支出总计 [total]: 1=8.00']);
  });

  test('其中 rows are memo rows below the row that they explain', () => {
    expect(
      shown(`${HEAD}\n一、本年收入→9.00→一、教育支出→8.00\n其中：罚没收入→1.00→二、其他支出→1.00\n收入总计→9.00→支出总计→9.00`)[2],
    ).toBe('0|其中：罚没收入 [memo] ^一、本年收入: 0=1.00');
  });
});

describe('panels', () => {
  const HEAD =
    '一般公共预算财政拨款基本支出决算表\n公开06表\n单位：万元\n人员经费→→→公用经费→→→→→\n科目编码→科目名称→金额→科目编码→科目名称→金额→科目编码→科目名称→金额';
  test('rows of each panel, and two different totals in the last row', () => {
    const text = `${HEAD}\n301→工资福利支出→5.00→302→商品和服务支出→3.00→310→资本性支出→1.00\n30101→基本工资→5.00→30201→办公费→3.00→31002→办公设备购置→1.00\n人员经费合计→→5.00→公用经费合计→→→→→4.00`;
    expect(shown(text)).toEqual([
      '0|301 工资福利支出: 0=5.00',
      '1|302 商品和服务支出: 1=3.00',
      '2|310 资本性支出: 2=1.00',
      '0|30101 基本工资 ^工资福利支出: 0=5.00',
      '1|30201 办公费 ^商品和服务支出: 1=3.00',
      '2|31002 办公设备购置 ^资本性支出: 2=1.00',
      '0|人员经费合计 [subtotal]: 0=5.00',
      '1|公用经费合计 [subtotal]: 2=4.00',
    ]);
  });
});

describe('units without a code', () => {
  test('are units wherever the outermost names are those of units', () => {
    expect(
      shown('收入总表\n单位：万元\n单位名称→合计→一般公共预算\n合计→5.00→5.00\n江川市商务局→3.00→3.00\n江川市会展中心→2.00→2.00'),
    ).toEqual(['合计 [total]: 0=5.00 1=5.00', '江川市商务局 [unit]: 0=3.00 1=3.00', '江川市会展中心 [unit]: 0=2.00 1=2.00']);
    expect(shown('收入总表\n单位：万元\n项目→合计\n江川市商务局→3.00\n其他→2.00')).toEqual(['江川市商务局: 0=3.00', '其他: 0=2.00']);
  });

  test('a project that ends in the name of an organisation is none', () => {
    expect(
      shown('项目支出预算表\n单位：万元\n单位（项目）→合计→一般公共预算\n江川市商务局→3.00→3.00\n补助经费-江川市总站→3.00→3.00'),
    ).toEqual(['江川市商务局 [unit]: 0=3.00 1=3.00', '补助经费-江川市总站: 0=3.00 1=3.00']);
  });
});

describe('the last line of a name with the amounts', () => {
  const read = (guessed: boolean, rest: string) => {
    const [table] = run(
      `支出预算总表\n单位：万元\n科目编码→科目名称→合计\n2080506→机关事业单位职业年金→\n→${rest}→28.50\n210→卫生健康支出→32.15`,
    ).headered.tables;
    return rowsFromColumns({ ...table!, guessed }).map(({ code, label, cells, unsureName }) => [
      code,
      label,
      cells.length,
      unsureName ?? false,
    ]);
  };

  test('belongs to the subject above, in doubt, where nothing is drawn', () => {
    expect(read(true, '缴费支出')).toEqual([
      ['2080506', '机关事业单位职业年金缴费支出', 1, true],
      ['210', '卫生健康支出', 1, false],
    ]);
  });

  test('is a row of its own where the grid is drawn, or where it is a total, a body or a subject', () => {
    expect(read(false, '缴费支出')).toHaveLength(3);
    expect(['小计', '江川市水务局', '住房公积金'].map((rest) => read(true, rest).length)).toEqual([3, 3, 3]);
  });
});

import { describe, expect, test } from 'vitest';
import { IDENTITIES } from '../../../../extractors/proof/identities/index.ts';
import { equationText, run } from '../../documents.ts';

/** The equations of one identity, of every other kind left out. */
const equations = (identity: string, text: string): string[] =>
  run(text)
    .reconciled.equations.filter((equation) => equation.identity === identity)
    .map((equation) => equationText(equation).slice(identity.length + 1));
const CODED = '支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';

test('each identity declares something', () => {
  for (const identity of IDENTITIES) expect([identity.columns, identity.rows, identity.document].some((part) => part)).toBe(true);
});

describe('total column = sum of the columns beside it', () => {
  const of = (text: string) => equations('header-group-total', text);
  test('a blank counts as 0', () => {
    expect(of(`${CODED}\n208→甲→3.00→1.00→2.00\n210→乙→2.00→→2.00`)).toEqual([
      'exact: t1r0c0 = +t1r0c1 +t1r0c2',
      'exact: t1r1c0 = +t1r1c2',
    ]);
  });

  test('each group of a deeper header has its own total; the outer total takes the inner one', () => {
    const text =
      '支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→→→项目支出\n→→→小计→人员经费→公用经费→\n208→甲→6.00→3.00→2.00→1.00→3.00';
    expect(of(text)).toEqual(['exact: t1r0c1 = +t1r0c2 +t1r0c3', 'exact: t1r0c0 = +t1r0c1 +t1r0c4']);
  });

  test('negatives count as what they are', () => {
    expect(of(`${CODED}\n208→甲→1.00→（2.00）→3.00`)).toEqual(['exact: t1r0c0 = +t1r0c1 +t1r0c2']);
  });

  test('columns of counts and percents are no addends', () => {
    const text = '支出决算表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出→完成率\n208→甲→3.00→1.00→2.00→99.00%';
    expect(of(text)).toEqual(['exact: t1r0c0 = +t1r0c1 +t1r0c2']);
  });
});

describe('total column = sum of the columns beside it, in groups', () => {
  const of = (text: string) => equations('header-group-total', text);
  const HEAD = '财政拨款“三公”经费支出表\n单位：万元\n单位名称→总计→→因公出国费→→公务用车购置及运行费→→→→公务接待费→';
  test('a total that is itself divided: each part is the sum of the same parts, a group counting by its 小计', () => {
    const text = `${HEAD}
→一般公共预算→政府性基金→一般公共预算→政府性基金→小计→→购置费→→一般公共预算→政府性基金
→→→→→一般公共预算→政府性基金→一般公共预算→政府性基金→→
甲局→9.00→1.00→4.00→0.25→3.00→0.50→3.00→0.50→2.00→0.25`;
    expect(of(text)).toEqual(['exact: t1r0c0 = +t1r0c2 +t1r0c4 +t1r0c8', 'exact: t1r0c1 = +t1r0c3 +t1r0c5 +t1r0c9']);
  });

  test('not where a group lacks the part', () => {
    expect(
      of(`${HEAD}\n→一般公共预算→政府性基金→一般公共预算→→小计→→购置费→→一般公共预算→\n甲局→9.00→1.00→4.00→→3.00→→3.00→→2.00→`),
    ).toEqual([]);
  });

  test('预算总额 is a total', () => {
    const text = '财政拨款“三公”经费支出表\n单位：万元\n单位名称→“三公”经费预算总额→因公出国（境）费用→公务接待费\n甲局→17.70→14.85→2.85';
    expect(of(text)).toEqual(['exact: t1r0c0 = +t1r0c1 +t1r0c2']);
  });
});

describe('difference = this year − last year', () => {
  const of = (text: string) => equations('year-difference', text);
  test('columns below 上年, 当年 and 增减变化情况', () => {
    const text =
      '“三公”经费预算表\n单位：元\n单位名称→上年→→当年→→增减变化情况→\n→合计→公务接待费→合计→公务接待费→合计→公务接待费\n甲局→442→40→260→30→-182→-10';
    expect(of(text)).toEqual(['exact: t1r0c4 = +t1r0c2 -t1r0c0', 'exact: t1r0c5 = +t1r0c3 -t1r0c1']);
    expect(of(text.replace('-10', '10'))[1]).toBe('broken: t1r0c5 = +t1r0c3 -t1r0c1 (20)');
  });

  test('columns named by years, the parts of the new year beside its total', () => {
    const text =
      '一般公共预算支出表\n单位：万元\n科目编码→科目名称→2025年执行数→2026年预算数→→→2026年预算数比2025年执行数→\n→→→小计→基本支出→项目支出→增减额→增减%\n201→甲→5.00→8.00→6.00→2.00→3.00→60.00';
    expect(of(text)).toEqual(['exact: t1r0c4 = +t1r0c1 -t1r0c0']);
  });

  test('not where it is not sure which years differ', () => {
    expect(of('支出表\n单位：元\n科目编码→科目名称→2024年决算数→2025年预算数→2026年预算数→增减额\n201→甲→5→6→8→3')).toEqual([]);
  });

  test('rows below the name of a unit', () => {
    const text = (difference: string) =>
      `“三公”经费支出表\n单位：万元\n单位名称→年度→公务接待费\n甲局→2025年→6.00\n→2026年→5.00\n→增减变化金额→${difference}\n乙局→2025年→1.00`;
    expect(of(text('-1.00'))).toEqual(['exact: t1r1c0 = +t1r0c0 +t1r2c0']);
    expect(of(text('1.00'))).toEqual(['broken: t1r1c0 = +t1r0c0 +t1r2c0 (-2)']);
  });
});

test('三公 = its three parts, also where they are 其中', () => {
  const text = (reception: string) => `财政拨款“三公”经费预算表
单位：万元
项目→合计
行政经费→90.00
“三公”经费→7.00
其中：（一）因公出国（境）支出→4.00
（二）公务用车购置及运行维护支出→1.00
1.公务用车购置费→0.25
2.公务用车运行维护费→0.75
（三）公务接待费支出→${reception}`;
  expect(equations('three-public-parts', text('2.00'))).toEqual(['exact: t1r1c0 = +t1r2c0 +t1r3c0 +t1r6c0']);
  expect(equations('three-public-parts', text('2.50'))).toEqual(['broken: t1r1c0 = +t1r2c0 +t1r3c0 +t1r6c0 (-0.5)']);
  expect(equations('three-public-parts', text('2.00').replace('购置及运行', '购置和运行'))).toEqual([
    'exact: t1r1c0 = +t1r2c0 +t1r3c0 +t1r6c0',
  ]);
});

describe('parent = sum of its children', () => {
  const of = (text: string) => equations('parent-children', text);
  const one = (...rows: string[]) => `支出预算总表\n单位：万元\n科目编码→科目名称→合计\n${rows.join('\n')}`;
  test('by code, over levels', () => {
    expect(of(one('208→甲→3.00', '20805→乙→2.00', '2080505→丙→2.00', '20811→丁→1.00'))).toEqual([
      'exact: t1r0c0 = +t1r1c0 +t1r3c0',
      'exact: t1r1c0 = +t1r2c0',
    ]);
  });

  test('tail and broken', () => {
    expect(of(one('208→甲→3.01', '20805→乙→2.00', '20811→丁→1.00'))).toEqual(['tail: t1r0c0 = +t1r1c0 +t1r2c0 (0.01)']);
    expect(of(one('208→甲→4.00', '20805→乙→2.00', '20811→丁→1.00'))).toEqual(['broken: t1r0c0 = +t1r1c0 +t1r2c0 (1)']);
  });

  test('memo rows are no addends', () => {
    const text =
      '收支预算总表\n单位：万元\n收入→→支出→\n项目→预算数→项目→预算数\n一、本年收入→5.00→一、教育支出→5.00\n其中：罚没收入→4.00→→\n收入总计→5.00→支出总计→5.00';
    expect(of(text)).toEqual([]);
    expect(equations('two-sided-total', text)).toEqual(['exact: t1r3c0 = +t1r0c0', 'exact: t1r4c1 = +t1r1c1']);
  });
});

describe('合计 = sum of the top level', () => {
  const of = (text: string) => [...equations('total-of-top-level', text), ...equations('unit-projects', text)].sort();
  const one = (...rows: string[]) => `支出预算总表\n单位：万元\n科目编码→科目名称→合计\n${rows.join('\n')}`;
  test('children do not count twice', () => {
    expect(of(one('→合计→5.00', '208→甲→3.00', '20805→乙→3.00', '210→丙→2.00'))).toEqual(['exact: t1r0c0 = +t1r1c0 +t1r3c0']);
  });

  test('a unit row stands outside the sum of subjects', () => {
    const text = one('→合计→5.00', '→578002 甲馆→5.00', '208→甲→3.00', '210→丙→2.00');
    expect(of(text)).toEqual(['exact: t1r0c0 = +t1r1c0', 'exact: t1r1c0 = +t1r2c0 +t1r3c0']);
  });

  test('several units: the total is theirs, each is its own rows', () => {
    const text = one('→合计→5.00', '→578001 甲馆→3.00', '208→甲→3.00', '→578002 乙馆→2.00', '208→甲→2.00');
    expect(of(text)).toEqual(['exact: t1r0c0 = +t1r1c0 +t1r3c0', 'exact: t1r1c0 = +t1r2c0', 'exact: t1r3c0 = +t1r4c0']);
  });

  test('a department over its units: each sum is stated once', () => {
    const text =
      '支出预算总表\n单位：万元\n单位编码→科目编码→科目名称→合计\n→→合计→5.00\n245→→甲局→5.00\n245001→→甲局→3.00\n→208→甲→3.00\n245002→→乙中心→2.00\n→208→甲→2.00';
    expect(of(text)).toEqual([
      'exact: t1r0c0 = +t1r1c0',
      'exact: t1r1c0 = +t1r2c0 +t1r4c0',
      'exact: t1r2c0 = +t1r3c0',
      'exact: t1r4c0 = +t1r5c0',
    ]);
  });

  test('panels: 人员经费合计 and 公用经费合计 each take their own panels', () => {
    const text =
      '一般公共预算财政拨款基本支出决算表\n公开06表\n单位：万元\n人员经费→→→公用经费→→→→→\n科目编码→科目名称→金额→科目编码→科目名称→金额→科目编码→科目名称→金额\n301→工资福利支出→5.00→302→商品和服务支出→3.00→310→资本性支出→1.00\n303→对个人和家庭的补助→2.00→→→→→→\n人员经费合计→→7.00→公用经费合计→→→→→4.00';
    expect(of(text)).toEqual(['exact: t1r4c0 = +t1r0c0 +t1r3c0', 'exact: t1r5c2 = +t1r1c1 +t1r2c2']);
  });
});

describe('two sides', () => {
  const text =
    '收支预算总表\n单位：万元\n收入→→支出→\n项目→预算数→项目→预算数\n一、一般公共预算→7.00→一、教育支出→6.00\n二、事业收入→2.00→二、住房保障支出→4.00\n本年收入合计→9.00→本年支出合计→10.00\n上年结转→1.00→年终结转→\n收入总计→10.00→支出总计→10.00';
  test('本年…合计 = the lines above, 总计 = that and the lines between', () => {
    expect(equations('two-sided-total', text)).toEqual([
      'exact: t1r4c0 = +t1r0c0 +t1r2c0',
      'exact: t1r8c0 = +t1r4c0 +t1r6c0',
      'exact: t1r5c1 = +t1r1c1 +t1r3c1',
      'exact: t1r9c1 = +t1r5c1',
    ]);
  });

  test('both sides balance', () => expect(equations('side-balance', text)).toEqual(['exact: t1r8c0 = +t1r9c1']));
});

describe('parallel classifications of one side', () => {
  const head = '收支预算总表\n单位：万元\n收入→→支出→→→\n项目→金额→功能分类→→支出用途→\n→→项目→金额→项目→金额';
  const rows = '一、财政拨款→9.00→一、教育支出→6.00→一、基本支出→8.00\n二、其他资金→1.00→二、住房保障支出→4.00→二、项目支出→2.00';
  const text = `${head}\n${rows}\n当年收入小计→10.00→当年支出小计→→→10.00\n上年结转→→结转下年→→→\n收入合计→10.00→支出合计→→→10.00`;
  test('a total merged over them holds for each', () => {
    expect(equations('two-sided-total', text)).toEqual([
      'exact: t1r6c0 = +t1r0c0 +t1r3c0',
      'exact: t1r10c0 = +t1r6c0',
      'exact: t1r7c2 = +t1r1c1 +t1r4c1',
      'exact: t1r11c2 = +t1r7c2',
      'exact: t1r7c2 = +t1r2c2 +t1r5c2',
    ]);
    expect(equations('total-of-top-level', text)).toEqual([]);
  });

  test('and both sides balance', () => expect(equations('side-balance', text)).toEqual(['exact: t1r10c0 = +t1r11c2']));
});

describe('carryover', () => {
  test('opening + revenue − expenditure = closing', () => {
    const text =
      '政府性基金预算财政拨款收入支出决算表\n单位：万元\n科目编码→科目名称→年初结转和结余→本年收入→本年支出→→→年末结转和结余\n→→→→小计→基本支出→项目支出→\n208→甲→1.00→5.00→4.00→→4.00→2.00';
    expect(equations('carryover-roll-forward', text)).toEqual(['exact: t1r0c5 = +t1r0c0 +t1r0c1 -t1r0c2']);
  });

  test('by whatever name it goes, but not a part of it', () => {
    const of = (opening: string) =>
      `政府性基金预算财政拨款收入支出决算表\n单位：万元\n科目编码→科目名称→${opening}→本年收入→本年支出→年终结转\n208→甲→1.00→5.00→4.00→2.00`;
    expect(equations('carryover-roll-forward', of('上年结转'))).toEqual(['exact: t1r0c3 = +t1r0c0 +t1r0c1 -t1r0c2']);
    expect(equations('carryover-roll-forward', of('年初结转基本支出'))).toEqual([]);
  });
});

describe('the same fact in two tables', () => {
  const rows = '→合计→3.00→1.00→2.00\n208→甲→3.00→1.00→2.00';
  const CODES = '科目编码→科目名称→合计→基本支出→项目支出';
  const other = (unit: string, ...lines: string[]) =>
    `一般公共预算支出总表\n表3\n单位：万元\n${CODES}\n${rows}\n\n一般公共预算支出表\n表5\n单位：${unit}\n${CODES}\n${lines.join('\n')}`;
  test('agrees', () => {
    expect(equations('restatement', other('万元', ...rows.split('\n'))).map((text) => text.split(':')[0])).toEqual(
      new Array(6).fill('exact'),
    );
  });

  test('in another unit it is the same fact', () => {
    const found = equations('restatement', other('元', '→合计→30000.00→10000.00→20000.00', '208→甲→30000.00→10000.00→20000.00'));
    expect(found.map((text) => text.split(':')[0])).toEqual(new Array(6).fill('exact'));
  });

  test('equal by chance is no restatement', () => {
    const text = `一般公共预算支出总表\n表3\n单位：万元\n${CODES}\n→合计→9.00→4.00→5.00\n208→甲→3.00→1.00→2.00\n210→乙→6.00→3.00→3.00\n\n一般公共预算支出表\n表5\n单位：万元\n${CODES}\n→合计→3.00→2.00→1.00\n208→甲→3.00→2.00→1.00`;
    expect(equations('restatement', text)).toEqual([]);
  });
});

describe('a whole is the sum of its parts in other tables', () => {
  const CODES = '科目编码→科目名称→合计→基本支出→项目支出';
  const table = (title: string, number: number, ...lines: string[]) =>
    `${title}\n表${number}\n单位：万元\n${CODES}\n${lines.join('\n')}\n\n`;
  const ALL = table('支出预算总表', 3, '→合计→9.00→4.00→5.00', '208→甲→5.00→4.00→1.00', '229→乙→4.00→→4.00');
  const PUBLIC = table('一般公共预算支出预算表', 5, '→合计→6.00→4.00→2.00', '208→甲→5.00→4.00→1.00', '229→乙→1.00→→1.00');
  const FUND = table('政府性基金预算支出预算表', 7, '→合计→3.00→→3.00', '229→乙→3.00→→3.00');
  const found = (text: string) => equations('parts-of-a-whole', text);

  test('all funds = the general public budget + the government funds, subject by subject', () => {
    expect(found(ALL + PUBLIC + FUND)).toEqual(
      expect.arrayContaining(['exact: t1r0c0 = +t2r0c0 +t3r0c0', 'exact: t1r1c0 = +t2r1c0', 'exact: t1r2c0 = +t2r2c0 +t3r1c0']),
    );
    expect(found(ALL + PUBLIC + FUND).filter((text) => !text.startsWith('exact'))).toEqual([]);
  });

  test('a wrong digit breaks it', () => {
    const broken = found(ALL.replace('229→乙→4.00→→4.00', '229→乙→4.00→→7.00') + PUBLIC + FUND).filter((text) => text.startsWith('broken'));
    expect(broken).toEqual(['broken: t1r2c2 = +t2r2c2 +t3r1c2 (3)']);
  });

  test('one fund is not compared with all while another has amounts and no table', () => {
    const revenue = '收入预算总表\n表2\n单位：万元\n科目编码→科目名称→合计→一般公共预算→政府性基金预算\n→合计→9.00→6.00→3.00\n\n';
    // The fund pays for projects only: basic expenditure is all of the general public budget.
    expect(found(revenue + ALL + PUBLIC)).toEqual(['exact: t2r0c1 = +t3r0c1', 'exact: t2r1c1 = +t3r1c1']);
  });

  test('nor while all of them has a subject that the printed ones have not', () => {
    expect(found(ALL + PUBLIC.replace('\n229→乙→1.00→→1.00', ''))).toEqual(['exact: t1r0c1 = +t2r0c1', 'exact: t1r1c1 = +t2r1c1']);
  });

  test('unless it makes up the total to the last place', () => {
    const revenue = '收入预算总表\n表2\n单位：万元\n科目编码→科目名称→合计→一般公共预算→政府性基金预算\n→合计→9.00→6.00→3.00\n\n';
    const alone = table('支出预算总表', 3, '→合计→6.00→4.00→2.00', '208→甲→5.00→4.00→1.00', '229→乙→1.00→→1.00');
    expect(found(revenue + alone + PUBLIC)).toContain('exact: t2r1c0 = +t3r1c0');
  });
});

describe('“三公”经费', () => {
  test('购置及运行 = 购置 + 运行, although both are printed as 其中', () => {
    const text =
      '“三公”经费支出表\n单位：万元\n项目→金额\n合计→6.00\n1.因公出国（境）费→1.00\n2.公务接待费→2.00\n3.公务用车购置及运行费→3.00\n其中：公务用车购置费→1.00\n公务用车运行费→2.00';
    expect(equations('three-public-parts', text)).toEqual(['exact: t1r3c0 = +t1r4c0 +t1r5c0']);
    expect(equations('total-of-top-level', text)).toEqual(['exact: t1r0c0 = +t1r1c0 +t1r2c0 +t1r3c0']);
  });

  test('expenses beside them are no parts of their total, whatever the header above the parts', () => {
    const text = (column: string) =>
      `“三公”经费及会议费、培训费支出表\n单位：万元\n“三公”经费合计→因公出国（境）费→公务用车运行费→${column}→会议费→培训费\n6.00→1.00→2.00→3.00→4.00→5.00`;
    expect(equations('header-group-total', text('公务接待费'))).toEqual(['exact: t1r0c0 = +t1r0c1 +t1r0c2 +t1r0c3']);
    const years =
      '“三公”经费支出表\n单位：万元\n“三公”经费合计→当年预算→→→上年结转\n→小计→公务接待费→公务用车运行费→小计\n4.00→3.00→1.00→2.00→1.00';
    expect(equations('header-group-total', years)).toContain('exact: t1r0c0 = +t1r0c1 +t1r0c4');
  });

  test('the columns of one row', () => {
    const text =
      '“三公”经费支出表\n单位：万元\n合计→因公出国（境）费→公务接待费→公务用车购置及运行费→→\n→→→小计→公务用车购置费→公务用车运行费\n6.00→1.00→2.00→3.00→1.00→2.00';
    expect(equations('header-group-total', text)).toEqual(['exact: t1r0c3 = +t1r0c4 +t1r0c5', 'exact: t1r0c0 = +t1r0c1 +t1r0c2 +t1r0c3']);
  });
});

describe('each fund', () => {
  const SUMMARY =
    '收支预算总表\n单位：元\n收入→→支出→\n项目→预算数→项目→预算数\n一、一般公共预算拨款→92.00→一、教育支出→92.00\n收入总计→92.00→支出总计→92.00';
  const HEAD = '收入预算总表\n单位：元\n单位编码→单位名称→合计→一般公共预算拨款→';
  test('其中 is a part of its fund and never stands for it', () => {
    const text = `${SUMMARY}\n\n${HEAD}\n→→→小计→其中：列入部门预算的专项\n→合计→92.00→92.00→7.00\n114→某局→92.00→92.00→7.00`;
    expect(equations('fund-groups', text)).toEqual(['exact: t2r0c1 = +t1r0c0']);
  });
});

describe('basic expenditure by economic subject', () => {
  const coded = (title: string, basic: string) =>
    `${title}\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n→合计→${basic}→${basic}→0.00\n208→甲→${basic}→${basic}→0.00`;
  const panels = (title: string) =>
    `${title}\n单位：万元\n人员经费→→→公用经费→→\n科目编码→科目名称→决算数→科目编码→科目名称→决算数\n301→工资福利支出→6.00→302→商品和服务支出→2.00\n30101→基本工资→6.00→30201→办公费→2.00\n人员经费合计→→6.00→公用经费合计→→2.00`;
  const of = (...texts: string[]) =>
    equations('parts-of-a-whole', texts.join('\n\n')).filter((text) => text.includes('+t3r4') || text.includes('+t2r4'));
  test('one fund is held against its own table, not against that of all funds', () => {
    const own = panels('一般公共预算财政拨款基本支出决算表');
    expect(of(coded('支出决算表', '9.00'), coded('一般公共预算财政拨款支出决算表', '8.00'), own)).toEqual([
      'exact: t2r0c0 = +t3r4c0 +t3r5c1',
      'exact: t2r0c1 = +t3r4c0 +t3r5c1',
    ]);
    expect(of(coded('支出决算表', '8.00'), own)).toEqual([]);
  });

  test('all funds are held against the table of all funds', () => {
    expect(of(coded('支出决算表', '8.00'), coded('一般公共预算财政拨款支出决算表', '7.00'), panels('基本支出决算表'))).toEqual([
      'exact: t1r0c0 = +t3r4c0 +t3r5c1',
      'exact: t1r0c1 = +t3r4c0 +t3r5c1',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { columns, read, sequence } from './form-rows.ts';

const money = (forms: ReturnType<typeof read>) =>
  forms.tables.flatMap((table) =>
    table.rows.map(
      (row) => `${row.path.join('>')}|${row.label}|${row.values.map((value) => `${value.column.join('>')}=${value.raw}`).join(',')}`,
    ),
  );

describe('heading blocks', () => {
  it('reads tasks with their columns, shifted or not', () => {
    const forms = read(
      columns(
        '部门（单位）整体绩效自评表',
        `
部门（单位）名称||100001某市粮食中心-210000000|||||
部门年初预算收入金额||300.00|||||
年度主要任务|对应项目|||项目下达金额|项目执行金额|项目执行率|分值
|基本支出人员经费|||200.00|198.5|99.25%|10
年度主要任务|基本支出公用经费|||100.00|100|100.00%|10`,
      ),
    );
    expect(money(forms)).toEqual([
      '年度主要任务|基本支出人员经费|项目下达金额=200.00,项目执行金额=198.5,项目执行率=99.25%,分值=10',
      '年度主要任务|基本支出公用经费|项目下达金额=100.00,项目执行金额=100,项目执行率=100.00%,分值=10',
    ]);
    expect(forms.tables[0]?.rows[0]?.columns).toEqual([['项目下达金额'], ['项目执行金额'], ['项目执行率'], ['分值']]);
    expect(forms.tables[0]?.fields.map((field) => field.label)).toEqual(['部门（单位）名称', '部门年初预算收入金额']);
  });

  it('keeps text columns of tasks as attributes and placeholders as printed', () => {
    const forms = read(
      columns(
        '部门（单位）整体绩效目标情况表',
        `
部门（单位）名称|某市林业中心|||
|重点工作|对应项目|预算资金情况|完成时限
|请填写【防火费】任务概述...|防火费|20.00|
年度主要任务|抚育林地|抚育费||35.00|2025年12月`,
      ),
    );
    expect(money(forms)).toEqual(['年度主要任务|防火费|预算资金情况=20.00', '年度主要任务|抚育费|预算资金情况=35.00']);
    expect(forms.tables[0]?.rows.map((row) => row.attributes)).toEqual([
      { 重点工作: '请填写【防火费】任务概述...' },
      { 重点工作: '抚育林地', 完成时限: '2025年12月' },
    ]);
  });

  it('divides a column of amounts by the row below the heading', () => {
    const forms = read(
      columns(
        '部门整体支出绩效目标表',
        `
部门（单位）名称|||某市林业局|||
年度主要任务|任务名称|主要内容|预算金额（万元）|||执行率分值（10分）
|||总额|财政拨款|其他资金|
|任务1|抚育林地|35|30|5|
|任务2|防火|20|20||
|金额合计||55|50|5|`,
      ),
    );
    const amounts = '预算金额（万元）';
    expect(money(forms)).toEqual([
      `年度主要任务|任务1|${amounts}>总额=35,${amounts}>财政拨款=30,${amounts}>其他资金=5`,
      `年度主要任务|任务2|${amounts}>总额=20,${amounts}>财政拨款=20`,
      `年度主要任务|金额合计|${amounts}>总额=55,${amounts}>财政拨款=50,${amounts}>其他资金=5`,
    ]);
    expect(forms.tables[0]?.rows.map((row) => row.attributes)).toEqual([{ 主要内容: '抚育林地' }, { 主要内容: '防火' }, {}]);
  });

  it('reads amounts in one row below headings of one or two rows', () => {
    const whole = read(
      columns(
        '部门整体支出绩效目标表',
        `
部门名称||某局|||||
总体资金情况（万元）||预算支出总额|财政拨款|||其他资金|
|||合计|基本支出|项目支出|合计|基本支出
||9,626.77|9,600.77|7,459.22|2,141.55|26.00|
|整体绩效目标|做好养护。|||||`,
      ),
    );
    expect(money(whole)).toEqual([
      '|总体资金情况（万元）|预算支出总额=9,626.77,财政拨款>合计=9,600.77,财政拨款>基本支出=7,459.22,财政拨款>项目支出=2,141.55,其他资金>合计=26.00',
    ]);
    expect(whole.tables[0]?.rows[0]?.columns).toHaveLength(6);
    expect(whole.tables[0]?.fields.map(({ label, value }) => `${label}=${value}`)).toEqual(['部门名称=某局', '整体绩效目标=做好养护。']);
    const project = read(columns('项目绩效目标表', '项目名称|防火费||\n项目资金（元）|合计|财政拨款|其他资金\n|20.00|15.00|5.00'));
    expect(money(project)).toEqual(['|项目资金（元）|合计=20.00,财政拨款=15.00,其他资金=5.00']);
    expect(project.projects.map(({ amount, unit }) => [amount, unit])).toEqual([['20.00', '元']]);
  });

  it('reads money by kind on two sides, blanks included', () => {
    const forms = read(
      columns(
        '部门（单位）整体绩效目标情况表',
        `
部门（单位）名称|某市档案馆|实有人员数量|12||
年度预算收入|年度部门预算收入|90.00|年度预算支出|年度部门预算支出|90.00
|一、本年收入|90.00||一、基本支出|70.00
|（二）政府性基金预算拨款收入|||二、项目支出|20.00`,
      ),
    );
    expect(money(forms)).toEqual([
      '年度预算收入|年度部门预算收入|年度预算收入=90.00',
      '年度预算支出|年度部门预算支出|年度预算支出=90.00',
      '年度预算收入|一、本年收入|年度预算收入=90.00',
      '年度预算支出|一、基本支出|年度预算支出=70.00',
      '年度预算收入|（二）政府性基金预算拨款收入|',
      '年度预算支出|二、项目支出|年度预算支出=20.00',
    ]);
  });

  it('takes amounts of the national self-evaluation form from the row of the total', () => {
    const forms = read(
      columns(
        '项目支出绩效自评表',
        `
项目名称|信息化运维|||||||
主管部门|某局|||实施单位|某中心||
项目资金（万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额||60.00|58.00|55.10|10|95.00%|9.5
|其中：当年财政拨款||60.00|58.00|55.10|-|95.00%|-
总分||||||100|97.5`,
      ),
    );
    expect(forms.projects.map((p) => [p.amount, p.executed, p.executionRate, p.unit])).toEqual([['58.00', '55.10', '95.00%', '万元']]);
    expect(money(forms)[1]).toBe('项目资金（万元）|其中：当年财政拨款|年初预算数=60.00,全年预算数=58.00,全年执行数=55.10,执行率=95.00%');
  });

  it('reads the amount below a heading and joins goals of several rows', () => {
    const forms = read(
      columns(
        '特定目标类项目绩效目标情况表',
        `
项目(政策)名称|渔政执法||
主管部门|某局||实施单位|某支队
预算资金情况|预算资金总额||36.00
|一、本年收入||36.00
|（二）政府性基金预算拨款收入||
总体目标|年度目标||
|开展巡航检查||
|完善执法装备||`,
      ),
    );
    expect(forms.projects.map((p) => [p.amount, p.implementer, p.goal])).toEqual([['36.00', '某支队', '开展巡航检查\n完善执法装备']]);
    expect(money(forms)).toEqual([
      '预算资金情况|预算资金总额|预算资金情况=36.00',
      '预算资金情况|一、本年收入|预算资金情况=36.00',
      '预算资金情况|（二）政府性基金预算拨款收入|',
    ]);
  });

  it('keeps embedded markup as text of one field and never as facts', () => {
    const cells = ['任务一', '项目甲', '10.00', '2025年6月'];
    const repeated = Array.from({ length: 8 }, () => cells.join('|')).join('|');
    const forms = read(
      columns(
        '部门（单位）整体绩效目标情况表',
        `部门职能概述|<p>制定规划。</p> <p>监督实施。</p>\n年度主要任务|<table><tr><td>任务一</td><td>10.00</td></tr></table>|${repeated}`,
      ),
    );
    expect(forms.tables[0]?.fields.map((field) => `${field.label}=${field.value}`)).toEqual([
      '部门职能概述=制定规划。 监督实施。',
      '年度主要任务=任务一 10.00',
    ]);
    expect(forms.tables[0]?.rows).toEqual([]);
    expect(forms.indicators).toEqual([]);
  });

  it('reports an amount that cannot be read and leaves it empty', () => {
    const forms = read(columns('项目绩效目标表', '项目名称|设备费\n预算资金情况|约三十万'));
    expect(forms.projects.map((p) => [p.amount, p.review])).toEqual([[null, true]]);
    expect(forms.findings.map((finding) => [finding.ruleId, finding.actual])).toEqual([['form/row-unread', '约三十万']]);
  });

  it('joins a long name that lines break, for review', () => {
    const forms = read(
      sequence('项目绩效目标表', '项目(政策)名称\n农村公路养护及危旧桥梁\n改造工程\n主管部门 某局 实施单位 某站\n预算资金情况 80.00'),
    );
    expect(forms.projects.map((p) => [p.name, p.implementer, p.amount, p.review])).toEqual([
      ['农村公路养护及危旧桥梁改造工程', '某站', '80.00', true],
    ]);
  });

  it('keeps two totals and two goals side by side apart', () => {
    const form = (all: string, year: string, texts: string) => `
项目名称|防火费||||
主管部门|${all && '某市林业局'}||实施期限|${all && '三年'}|
资金金额（万元）|实施期资金总额：|${all}|年度资金总额：|${year}|执行率分值（10分）
|其中：财政拨款|${all}|其中：财政拨款|${year}|
总体目标|实施期总目标||年度总目标||
|${texts}||`;
    const filled = read(columns('专项资金总体绩效目标表', form('60.00', '20.00', '三年修好。||今年修一半。')));
    expect(money(filled)).toEqual([
      '资金金额（万元）|实施期资金总额：|资金金额（万元）=60.00',
      '资金金额（万元）|年度资金总额：|资金金额（万元）=20.00',
      '实施期资金总额：|其中：财政拨款|实施期资金总额：=60.00',
      '年度资金总额：|其中：财政拨款|年度资金总额：=20.00',
    ]);
    const fields = (forms: ReturnType<typeof read>) => forms.tables[0]?.fields.map(({ label, value }) => `${label}=${value}`);
    expect(fields(filled)).toEqual([
      '项目名称=防火费',
      '主管部门=某市林业局',
      '实施期限=三年',
      '执行率分值（10分）=',
      '实施期总目标=三年修好。',
      '年度总目标=今年修一半。',
    ]);
    expect(filled.projects.map(({ amount, unit, goal }) => [amount, unit, goal])).toEqual([['20.00', '万元', '今年修一半。']]);
    expect(fields(read(columns('专项资金总体绩效目标表', form('', '', '||'))))).toEqual(['项目名称=防火费', '执行率分值（10分）=']);
  });

  it('takes the unit from the label of 专项资金情况', () => {
    const forms = read(columns('绩效目标表', '项目名称|监测费|\n专项资金情况（元）|资金总额|306.00\n|财政拨款|306.00'));
    expect(forms.projects.map(({ amount, unit }) => [amount, unit])).toEqual([['306.00', '元']]);
  });

  it('takes the year for the amount, and all years where no year is printed', () => {
    const form = (row: string) =>
      columns('专项业务经费绩效目标表', `项目名称|堤防养护费|||\n${row}\n|其中：财政拨款|100.00||\n|其他资金|||`);
    const only = read(form('资金金额（万元）|实施期资金总额：|100.00|执行率分值（10分）|'));
    expect(only.projects.map((p) => [p.amount, p.review])).toEqual([['100.00', false]]);
    expect(money(only)).toEqual([
      '资金金额（万元）|实施期资金总额：|资金金额（万元）=100.00',
      '资金金额（万元）|其中：财政拨款|资金金额（万元）=100.00',
      '资金金额（万元）|其他资金|',
    ]);
    const both = read(form('资金金额（万元）|实施期资金总额：|100.00|年度资金总额：|40.00'));
    expect(both.projects.map((p) => p.amount)).toEqual(['40.00']);
    const reversed = read(form('资金金额（万元）|年度资金总额：|40.00|实施期资金总额：|100.00'));
    expect(reversed.projects.map((p) => p.amount)).toEqual(['40.00']);
  });
});

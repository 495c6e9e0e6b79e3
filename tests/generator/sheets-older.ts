import { type Entry, type Facts, sum, type ThreePublic, threePublicTotal } from './facts.ts';
import {
  type Column,
  cells,
  chineseNumber,
  type Digits,
  paths,
  type Row,
  type Sheet,
  type SideName,
  subjectRows,
  totalRow,
} from './sheet.ts';

const anything: Column = () => true;
const basic: Column = (entry) => entry.kind !== 'project';
const project: Column = (entry) => entry.kind === 'project';
const never: Column = () => false;
const within =
  (of: Column, category: string): Column =>
  (entry) =>
    of(entry) && entry.economic.startsWith(category);

/** Categories that the template of those years prints although nothing is spent on most of them. */
const ALL_CATEGORIES = ['201', '204', '205', '206', '207', '208', '210', '211', '212', '213', '215', '221', '224', '229'];
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  '201': '一般公共服务支出',
  '204': '公共安全支出',
  '205': '教育支出',
  '206': '科学技术支出',
  '207': '文化体育与传媒支出',
  '208': '社会保障和就业支出',
  '210': '卫生健康支出',
  '211': '节能环保支出',
  '212': '城乡社区支出',
  '213': '农林水支出',
  '215': '资源勘探信息等支出',
  '221': '住房保障支出',
  '224': '灾害防治及应急管理支出',
  '229': '其他支出',
};

function sided(side: SideName, label: string, values: (string | null)[], path: string[] = []): Row {
  return { code: null, label, path, side, values };
}

function sheet(title: string, rest: Partial<Sheet> & Pick<Sheet, 'shape' | 'keys' | 'columns' | 'rows'>): Sheet {
  return { number: null, title, unit: '万元', notes: [], ...rest };
}

function fiscal(facts: Facts, digits: Digits): Sheet {
  const total = digits(sum(facts.entries));
  const of = (code: string): (string | null)[] => {
    const [amount] = cells(facts.entries, [(entry) => entry.item.startsWith(code)], digits);
    return [amount ?? null, amount ?? null, null, null];
  };
  return sheet('财政拨款收支总体情况表', {
    shape: 'two-sided',
    keys: [],
    columns: { 收入: [['预算数']], 支出: paths('合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算拨款') },
    rows: [
      sided('收入', '一、本年收入', [total]),
      sided('收入', '（一）一般公共预算拨款', [total], ['一、本年收入']),
      sided('收入', '（二）政府性基金预算拨款', [null], ['一、本年收入']),
      sided('收入', '（三）国有资本经营预算拨款', [null], ['一、本年收入']),
      sided('收入', '二、上年结转', [null]),
      sided('收入', '收入总计', [total]),
      sided('支出', '一、本年支出', [total, total, null, null]),
      ...ALL_CATEGORIES.map((code, i) => sided('支出', `（${chineseNumber(i + 1)}）${CATEGORY_NAMES[code]}`, of(code), ['一、本年支出'])),
      sided('支出', '二、结转下年', [null, null, null, null]),
      sided('支出', '支出总计', [total, total, null, null]),
    ],
  });
}

/** Subjects that the template prints without amounts. */
function withEmptySubjects(rows: Row[], width: number): Row[] {
  const empty = (code: string, label: string, path: string[]): Row => ({
    code,
    label,
    path,
    side: null,
    values: Array<null>(width).fill(null),
  });
  const extra = [
    empty('2210202', '提租补贴', ['住房保障支出', '住房改革支出']),
    ...(rows.some((row) => row.code === '201')
      ? []
      : [
          empty('201', '一般公共服务支出', []),
          empty('20106', '财政事务', ['一般公共服务支出']),
          empty('2010601', '行政运行（财政事务）', ['一般公共服务支出', '财政事务']),
        ]),
  ];
  return [...rows, ...extra].sort((a, b) => (a.code! < b.code! ? -1 : 1));
}

function functional(facts: Facts, digits: Digits, title: string, columns: string[][], pick: Column[], grouped = true): Sheet {
  const group = grouped ? ['功能分类科目'] : [];
  return sheet(title, {
    shape: 'coded',
    keys: [
      [...group, '科目编码'],
      [...group, '科目名称'],
    ],
    columns,
    rows: [
      totalRow('合计', cells(facts.entries, pick, digits), ['', '合计']),
      ...withEmptySubjects(
        subjectRows(facts.entries, (entry) => entry.item, pick, digits),
        columns.length,
      ),
    ],
  });
}

function basicExpenditure(facts: Facts, digits: Digits): Sheet {
  const entries = facts.entries.filter(basic);
  const pick: Column[] = [anything, (entry) => entry.kind === 'personnel', (entry) => entry.kind === 'operating'];
  let category = 0;
  const rows = subjectRows(entries, (entry) => entry.economic, pick, digits);
  const labels = new Map(rows.map((row) => [row.label, row.label]));
  for (const row of rows) {
    if (row.code!.length !== 3) continue;
    category += 1;
    labels.set(row.label, `(${chineseNumber(category)}) ${row.label}`);
  }
  return sheet('一般公共预算基本支出情况表', {
    shape: 'coded',
    keys: paths('经济分类科目 > 科目编码', '经济分类科目 > 科目名称'),
    columns: ['合计', '人员经费', '公用经费'].map((name) => [`${facts.year}年基本支出`, name]),
    rows: [
      totalRow('合计', cells(entries, pick, digits), ['', '合计']),
      ...rows.map((row) => ({
        ...row,
        label: row.code!.length === 3 ? labels.get(row.label)! : row.label,
        path: row.path.map((name) => labels.get(name)!),
      })),
    ],
  });
}

const GROUPS: readonly [string, string][] = [
  ['工资福利支出', '301'],
  ['商品和服务支出', '302'],
  ['对个人和家庭的补助', '303'],
];
const PROJECT_GROUPS: readonly [string, string][] = [
  ...GROUPS,
  ['债务利息支出', '307'],
  ['其他资本性支出', '310'],
  ['对社会保障基金补助', '313'],
];
/** Basic equipment counts as goods and services in this template. */
const basicGroup = (category: string): Column =>
  category === '302' ? (entry) => within(basic, '302')(entry) || within(basic, '310')(entry) : within(basic, category);

function expenditureColumns(): { columns: string[][]; pick: Column[] } {
  return {
    columns: paths(
      '合计',
      '基本支出 > 小计',
      ...GROUPS.map(([name]) => `基本支出 > ${name}`),
      '项目支出 > 小计',
      ...PROJECT_GROUPS.map(([name]) => `项目支出 > ${name}`),
    ),
    pick: [
      anything,
      basic,
      ...GROUPS.map(([, code]) => basicGroup(code)),
      project,
      ...PROJECT_GROUPS.map(([, code]) => within(project, code)),
    ],
  };
}

function overall(facts: Facts, digits: Digits): Sheet {
  const total = digits(sum(facts.entries));
  const value = (pick: Column): (string | null)[] => cells(facts.entries, [pick], digits);
  const revenue = [
    '财政部门安排的预算拨款',
    '纳入预算管理的预算外资金安排的拨款',
    '上级补助、附属单位上缴收入',
    '财政结转资金',
    '单位事业收入',
    '单位其他收入',
  ];
  return sheet('部门收支总体情况表', {
    shape: 'two-sided',
    keys: [],
    columns: [['预算数']],
    rows: [
      ...revenue.map((label, i) => sided('收入', `${chineseNumber(i + 1)}、${label}`, [i === 0 ? total : null])),
      sided('收入', '收入总计', [total]),
      sided('支出', '一、基本支出', value(basic)),
      ...GROUPS.map(([name, code]) => sided('支出', name, value(basicGroup(code)), ['一、基本支出'])),
      sided('支出', '二、项目支出', value(project)),
      ...PROJECT_GROUPS.map(([name, code]) => sided('支出', name, value(within(project, code)), ['二、项目支出'])),
      sided('支出', '支出总计', [total]),
    ],
  });
}

function byUnit(facts: Facts, digits: Digits, title: string, columns: string[][], pick: Column[]): Sheet {
  return sheet(title, {
    shape: 'units',
    keys: [['单位名称']],
    columns,
    rows: [
      totalRow('合计', cells(facts.entries, pick, digits)),
      ...facts.units.map(({ name }, unit) =>
        totalRow(
          name,
          cells(
            facts.entries.filter((entry) => entry.unit === unit),
            pick,
            digits,
          ),
        ),
      ),
    ],
  });
}

function projectSheet(facts: Facts, digits: Digits): Sheet {
  const total = digits(sum(facts.entries, project));
  return sheet('项目支出预算情况表', {
    shape: 'projects',
    keys: paths('单位编码', '部门/单位名称', '项目名称', '立项依据', '项目明细'),
    columns: paths('合计', '财政部门安排的预算拨款', '财政预算外专户拨款', '其他资金'),
    rows: [
      totalRow('合计', [total, total, null, null], ['', '合计', '', '', '']),
      ...facts.projects.map((fact, index): Row => {
        const { code, name } = facts.units[fact.unit]!;
        const { output } = fact;
        return {
          code,
          label: fact.name,
          path: [name],
          side: null,
          values: [digits(fact.amount), digits(fact.amount), null, null],
          keys: [
            code,
            name,
            fact.name,
            `主管部门第${index + 3}次办公会议纪要`,
            `${output.name}${output.target}${output.unit}，其中外聘${index + 1}人*0.8万元；余下为耗材。`,
          ],
        };
      }),
    ],
  });
}

function threePublic(facts: Facts, digits: Digits): Sheet {
  const columns = (year: number): string[] =>
    [
      '合计',
      '因公出国(境)费',
      '公务接待费',
      '公务用车购置及运行费 > 小计',
      '公务用车购置及运行费 > 公务用车购置费',
      '公务用车购置及运行费 > 公务用车运行费',
    ].map((path) => `${year}预算数 > ${path}`);
  const values = (of: ThreePublic): string[] =>
    [threePublicTotal(of), of.overseas, of.reception, of.purchase + of.operation, of.purchase, of.operation].map(digits);
  return sheet('一般公共预算“三公”经费支出情况表', {
    shape: 'three-public',
    keys: [],
    columns: paths(...columns(facts.year - 1), ...columns(facts.year)),
    rows: [totalRow('', [...values(facts.threePublic.previous), ...values(facts.threePublic.current)], [])],
  });
}

/** The tables that departments published before 2022: no numbers, 情况表 in every title, economic groups as columns. */
export function olderSheets(facts: Facts, digits: Digits): Sheet[] {
  const { columns, pick } = expenditureColumns();
  const source = [
    '合计',
    '一般公共预算拨款收入',
    '政府性基金预算拨款收入',
    '国有资本经营预算拨款收入',
    '上级补助、附属单位上缴收入',
    '财政结转资金',
    '单位事业收入',
  ];
  const sourcePick: Column[] = [anything, (entry: Entry) => entry.fund === 'general', never, never, never, never, never];
  return [
    fiscal(facts, digits),
    functional(
      facts,
      digits,
      '一般公共预算支出情况表',
      ['合计', '基本支出', '项目支出'].map((name) => [`${facts.year}年预算数`, name]),
      [anything, basic, project],
    ),
    basicExpenditure(facts, digits),
    sheet('政府性基金预算支出情况表', {
      shape: 'coded',
      keys: paths('功能分类科目 > 科目编码', '功能分类科目 > 科目名称'),
      columns: ['合计', '基本支出', '项目支出'].map((name) => ['本年政府性基金预算财政拨款支出', name]),
      rows: [],
      notes: [`注：${facts.entity.name}未安排政府性基金，本表空白。`],
    }),
    overall(facts, digits),
    functional(facts, digits, '部门收入总体情况表', paths(...source), sourcePick),
    functional(facts, digits, '部门支出总体情况表', columns, pick),
    projectSheet(facts, digits),
    byUnit(
      facts,
      digits,
      '收入预算按单位分类汇总表',
      source.map((name) => ['资金来源', name]),
      sourcePick,
    ),
    byUnit(facts, digits, '支出预算按单位分类汇总表', columns, pick),
    threePublic(facts, digits),
  ];
}

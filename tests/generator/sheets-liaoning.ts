import { type Entry, type Facts, FUNDS, sum, threePublicTotal } from './facts.ts';
import type { Column, Digits, Row, Sheet } from './sheet.ts';
import { cells, chineseNumber, paths, subjectRows, totalRow } from './sheet.ts';

export interface LiaoningStyle {
  digits: Digits;
  /** Spelling of brackets in two-sided labels. */
  numbering: (n: number) => string;
  /** Print the publishing unit as a row below 合计. */
  unitRows: boolean;
  /** 表9 with a text column 项目内容. */
  contents: ((project: number) => string) | null;
  /** A row without code and name in 表10, as some conversions leave of the unit's row. */
  blankUnitRow: boolean;
}

const FUND_COLUMNS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'];
const CURRENT = '本年收入';
const CARRYOVER = '上年结转结余';

const anything: Column = () => true;
const current: Column = (entry) => entry.origin === 'current';
const carryover: Column = (entry) => entry.origin === 'carryover';
const basic: Column = (entry) => entry.kind !== 'project';
const project: Column = (entry) => entry.kind === 'project';
const general: Column = (entry) => entry.fund === 'general';

const EXPENDITURE_COLUMNS: Column[] = [
  anything,
  basic,
  (entry) => entry.kind === 'personnel',
  (entry) => entry.kind === 'operating',
  project,
];
const FUND_GROUPS: Column[] = [
  anything,
  current,
  ...FUNDS.map(
    (fund): Column =>
      (entry) =>
        current(entry) && entry.fund === fund,
  ),
  carryover,
  ...FUNDS.map(
    (fund): Column =>
      (entry) =>
        carryover(entry) && entry.fund === fund,
  ),
];
const FUND_PATHS = paths(
  '总计',
  ...['合计', ...FUND_COLUMNS].map((name) => `${CURRENT} > ${name}`),
  ...['合计', ...FUND_COLUMNS].map((name) => `${CARRYOVER} > ${name}`),
);

function side(name: '收入' | '支出', label: string, amount: bigint, digits: Digits, path: string[] = []): Row {
  return { code: null, label, path, side: name, values: [amount === 0n ? null : digits(amount)] };
}

function categoryRows(entries: readonly Entry[], digits: Digits): Row[] {
  return subjectRows(entries, (entry) => entry.item.slice(0, 3), [anything], digits);
}

function summary(facts: Facts, digits: Digits): Sheet {
  const now = facts.entries.filter(current);
  const total = sum(facts.entries);
  const revenue = ['一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入', '财政专户管理资金收入', '单位资金收入'];
  const own = ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'];
  const ownTotal = sum(now, (entry) => entry.fund === 'own');
  return {
    number: '表1',
    title: '收支预算总表',
    unit: '万元',
    shape: 'two-sided',
    keys: [],
    columns: [['预算数']],
    rows: [
      ...revenue.map((label, i) =>
        side(
          '收入',
          `${chineseNumber(i + 1)}、${label}`,
          sum(now, (entry) => entry.fund === FUNDS[i]),
          digits,
        ),
      ),
      ...own.map((label, i) =>
        side('收入', `（${chineseNumber(i + 1)}）${label}`, label === facts.ownRevenue ? ownTotal : 0n, digits, ['五、单位资金收入']),
      ),
      side('收入', '本年收入合计', sum(now), digits),
      side('收入', '上年结转结余', total - sum(now), digits),
      side('收入', '收入总计', total, digits),
      ...categoryRows(facts.entries, digits).map((row, i) => ({
        ...row,
        code: null,
        side: '支出' as const,
        label: `${chineseNumber(i + 1)}、${row.label}`,
      })),
      side('支出', '本年支出合计', total, digits),
      side('支出', '年终结转结余', 0n, digits),
      side('支出', '支出总计', total, digits),
    ],
    notes: [],
  };
}

function fiscalSummary(facts: Facts, style: LiaoningStyle): Sheet {
  const { digits, numbering } = style;
  const fiscal = facts.entries.filter((entry) => entry.fund === 'general' || entry.fund === 'governmentFund');
  const names = ['一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入'];
  const block = (label: string, origin: Column): Row[] => [
    side('收入', label, sum(fiscal, origin), digits),
    ...names.map((name, i) =>
      side(
        '收入',
        `${numbering(i + 1)}${name}`,
        sum(fiscal, (entry) => origin(entry) && entry.fund === FUNDS[i]),
        digits,
        [label],
      ),
    ),
  ];
  return {
    number: '表4',
    title: '财政拨款收支预算总表',
    unit: '万元',
    shape: 'two-sided',
    keys: [],
    columns: [['预算数']],
    rows: [
      ...block('一、本年收入', current),
      ...block('二、上年结转', carryover),
      side('收入', '收入总计', sum(fiscal), digits),
      side('支出', '一、本年支出', sum(fiscal), digits),
      ...categoryRows(fiscal, digits).map((row, i) => ({
        ...row,
        code: null,
        side: '支出' as const,
        label: `${numbering(i + 1)}${row.label}`,
        path: ['一、本年支出'],
      })),
      side('支出', '二、年终结转结余', 0n, digits),
      side('支出', '支出总计', sum(fiscal), digits),
    ],
    notes: [],
  };
}

function withUnitRow(facts: Facts, style: LiaoningStyle, values: (string | null)[], asName = false): Row[] {
  if (!style.unitRows) return [];
  const { code, name } = facts.entity;
  return [{ code: asName ? null : code, label: name, path: [], side: null, values, ...(asName ? {} : { keys: [code, name] }) }];
}

function coded(
  facts: Facts,
  style: LiaoningStyle,
  head: { number: string; title: string; keys?: string[][]; columns: string[][]; notes?: string[] },
  entries: readonly Entry[],
  codeOf: (entry: Entry) => string,
  columns: Column[],
): Sheet {
  const total = cells(entries, columns, style.digits);
  const rows = subjectRows(entries, codeOf, columns, style.digits);
  const unit = rows.length > 0 ? withUnitRow(facts, style, total) : [];
  return {
    unit: '万元',
    shape: 'coded',
    keys: [['科目编码'], ['科目名称']],
    notes: [],
    ...head,
    rows: [totalRow('合计', total, ['', '合计']), ...unit, ...rows],
  };
}

function threePublic(facts: Facts, style: LiaoningStyle): Sheet {
  const { current: now } = facts.threePublic;
  const show = (amount: bigint): string | null => (amount === 0n ? null : style.digits(amount));
  const values = [threePublicTotal(now), now.overseas, now.purchase + now.operation, now.purchase, now.operation, now.reception].map(show);
  const columns = paths(
    '“三公”经费合计',
    '因公出国（境）费',
    '公务用车购置及运行费 > 小计',
    '公务用车购置及运行费 > 公务用车购置费',
    '公务用车购置及运行费 > 公务用车运行费',
    '公务接待费',
  );
  const base = { number: '表7', title: '财政拨款预算“三公”经费支出表', unit: '万元', shape: 'three-public' as const, columns, notes: [] };
  if (!style.unitRows) return { ...base, keys: [], rows: values.some(Boolean) ? [totalRow('', values, [])] : [] };
  const { code, name } = facts.entity;
  const rows = values.some(Boolean)
    ? [totalRow('总计', values), { code, label: name, path: [], side: null, values, keys: [`${code} ${name}`] }]
    : [totalRow('总计', values)];
  return { ...base, keys: [['预算单位']], rows };
}

function revenueByUnit(facts: Facts, style: LiaoningStyle): Sheet {
  const own = ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'];
  const columns: Column[] = [
    anything,
    current,
    ...FUNDS.map(
      (fund): Column =>
        (entry) =>
          current(entry) && entry.fund === fund,
    ),
    ...own.map(
      (name): Column =>
        (entry) =>
          current(entry) && entry.fund === 'own' && name === facts.ownRevenue,
    ),
    carryover,
    ...FUNDS.map(
      (fund): Column =>
        (entry) =>
          carryover(entry) && entry.fund === fund,
    ),
  ];
  const values = cells(facts.entries, columns, style.digits);
  const { code, name } = facts.entity;
  return {
    number: '表2',
    title: '收入预算总表',
    unit: '万元',
    shape: 'units',
    keys: [['单位名称']],
    columns: paths(
      '总计',
      ...['合计', ...FUND_COLUMNS.slice(0, 4), '单位资金 > 小计', ...own.map((item) => `单位资金 > ${item}`)].map(
        (item) => `${CURRENT} > ${item}`,
      ),
      ...['合计', ...FUND_COLUMNS].map((item) => `${CARRYOVER} > ${item}`),
    ),
    rows: [
      totalRow('合计', values),
      style.unitRows
        ? { code, label: name, path: [], side: null, values, keys: [`${code} ${name}`] }
        : { code: null, label: name, path: [], side: null, values },
    ],
    notes: [],
  };
}

function projects(facts: Facts, style: LiaoningStyle): Sheet {
  const entries = facts.entries.filter(project);
  const values = cells(entries, FUND_GROUPS, style.digits);
  const text = style.contents;
  const keys = [['单位名称'], ['项目名称'], ...(text ? [['项目内容']] : [])];
  const fill = (...shown: string[]): string[] => [...shown, ...Array<string>(keys.length - shown.length).fill('')];
  return {
    number: '表9',
    title: '项目支出预算表',
    unit: '万元',
    shape: 'projects',
    keys,
    columns: FUND_PATHS,
    rows: [
      totalRow('合计', values, fill('合计')),
      { code: null, label: facts.entity.name, path: [], side: null, values, keys: fill(facts.entity.name) },
      ...facts.projects.map((fact, index) => ({
        code: null,
        label: fact.name,
        path: [facts.entity.name],
        side: null,
        values: cells(
          entries.filter((entry) => entry.project === index),
          FUND_GROUPS,
          style.digits,
        ),
        keys: fill('', fact.name, ...(text ? [text(index)] : [])),
      })),
    ],
    notes: [],
  };
}

function emptySheet(number: string, title: string, keys: string[][], note: string): Sheet {
  const values = FUND_PATHS.map(() => null);
  return {
    number,
    title,
    unit: '万元',
    shape: 'projects',
    keys,
    columns: FUND_PATHS,
    rows: [totalRow('合计', values, ['合计', ...keys.slice(1).map(() => '')])],
    notes: [note],
  };
}

/** 表1 to 表15 of the template that Liaoning's units have used since 2022. */
export function liaoningSheets(facts: Facts, style: LiaoningStyle): Sheet[] {
  const { entries } = facts;
  const item = (entry: Entry): string => entry.item;
  const functional = coded(facts, style, { number: '表10', title: '支出功能分类预算表', columns: FUND_PATHS }, entries, item, FUND_GROUPS);
  if (style.blankUnitRow && style.unitRows) Object.assign(functional.rows[1]!, { code: null, label: '', keys: ['', ''] });
  const names = [['单位名称'], ['项目名称']];
  return [
    summary(facts, style.digits),
    revenueByUnit(facts, style),
    coded(
      facts,
      style,
      {
        number: '表3',
        title: '支出预算总表',
        columns: paths('合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'),
      },
      entries,
      item,
      EXPENDITURE_COLUMNS,
    ),
    fiscalSummary(facts, style),
    coded(
      facts,
      style,
      {
        number: '表5',
        title: '一般公共预算支出表',
        columns: ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'].map((path) => [
          '本年一般公共预算支出',
          ...path.split(' > '),
        ]),
      },
      entries.filter((entry) => general(entry) && current(entry)),
      item,
      EXPENDITURE_COLUMNS,
    ),
    coded(
      facts,
      style,
      {
        number: '表6',
        title: '一般公共预算基本支出表',
        keys: [
          ['部门预算支出经济分类科目', '科目编码'],
          ['部门预算支出经济分类科目', '科目名称'],
        ],
        columns: ['合计', '人员经费', '公用经费'].map((name) => ['本年一般公共预算基本支出', name]),
      },
      entries.filter((entry) => general(entry) && current(entry) && basic(entry)),
      (entry) => entry.economic,
      [anything, (entry) => entry.kind === 'personnel', (entry) => entry.kind === 'operating'],
    ),
    threePublic(facts, style),
    coded(
      facts,
      style,
      {
        number: '表8',
        title: '政府性基金预算支出表',
        columns: ['合计', '基本支出', '项目支出'].map((name) => ['本年政府性基金预算支出', name]),
        notes: ['备注：本表无数据时，表示没有用政府性基金预算安排支出。'],
      },
      entries.filter((entry) => entry.fund === 'governmentFund'),
      item,
      [anything, basic, project],
    ),
    projects(facts, style),
    functional,
    coded(
      facts,
      style,
      { number: '表11', title: '支出经济分类预算表（政府预算）', columns: FUND_PATHS },
      entries,
      (entry) => entry.government,
      FUND_GROUPS,
    ),
    coded(
      facts,
      style,
      { number: '表12', title: '支出经济分类预算表（部门预算）', columns: FUND_PATHS },
      entries,
      (entry) => entry.economic,
      FUND_GROUPS,
    ),
    emptySheet('表13', '债务支出预算表', names, '备注：本表无数据时，表示没有安排债务支出。'),
    emptySheet('表14', '政府采购支出预算表', names, '备注：本表无数据时，表示没有安排政府采购。'),
    emptySheet(
      '表15',
      '政府购买服务支出预算表',
      [['单位名称'], ['支出功能分类（类级）'], ['购买服务项目名称'], ['购买服务指导目录对应项目（三级目录代码及名称）']],
      '备注：本表无数据时，表示没有安排政府购买服务。',
    ),
  ];
}

import { type Entry, type Facts, FUNDS, sum, threePublicTotal } from './facts.ts';
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

export interface OtherStyle {
  digits: Digits;
  unit: '元' | '万元';
  number: (n: number) => string;
  /** Print codes over 类, 款, 项 columns. */
  splitCodes: boolean;
  /** In split codes a row prints its own level alone. */
  ownLevelOnly: boolean;
}

const anything: Column = () => true;
const basic: Column = (entry) => entry.kind !== 'project';
const project: Column = (entry) => entry.kind === 'project';
const carryover: Column = (entry) => entry.origin === 'carryover';
const fund =
  (...names: Entry['fund'][]): Column =>
  (entry) =>
    entry.origin === 'current' && names.includes(entry.fund);
const general: Column = (entry) => entry.fund === 'general';

function splitKeys(code: string, depth: number, ownLevelOnly: boolean): string[] {
  const levels = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].slice(0, depth);
  const own = (code.length - 3) / 2;
  return levels.map((level, i) => (ownLevelOnly && i !== own ? '' : level));
}

class Maker {
  constructor(
    readonly facts: Facts,
    readonly style: OtherStyle,
  ) {}

  sheet(n: number, title: string, rest: Pick<Sheet, 'shape' | 'keys' | 'columns' | 'rows'> & { notes?: string[] }): Sheet {
    return { number: this.style.number(n), title, unit: this.style.unit, notes: [], ...rest };
  }

  coded(
    n: number,
    title: string,
    entries: readonly Entry[],
    codeOf: (entry: Entry) => string,
    columns: [string, Column][],
    depth = 3,
  ): Sheet {
    const { digits, splitCodes, ownLevelOnly } = this.style;
    const pick = columns.map(([, column]) => column);
    const levels = ['类', '款', '项'].slice(0, depth);
    const indent = (row: Row): string => (ownLevelOnly ? '　'.repeat((row.code!.length - 3) / 2) : '') + row.label;
    const keysOf = (row: Row): string[] =>
      splitCodes ? [...splitKeys(row.code!, depth, ownLevelOnly), indent(row)] : [row.code!, row.label];
    return this.sheet(n, title, {
      shape: 'coded',
      keys: splitCodes ? [...levels.map((level) => ['科目编码', level]), ['科目名称']] : paths('科目编码', '科目名称'),
      columns: paths(...columns.map(([path]) => path)),
      rows: [
        totalRow('合计', cells(entries, pick, digits), splitCodes ? [...levels.map(() => ''), '合计'] : ['', '合计']),
        ...subjectRows(entries, codeOf, pick, digits).map((row) => ({ ...row, keys: keysOf(row) })),
      ],
    });
  }

  sided(side: SideName, label: string, amounts: bigint[], path: string[] = []): Row {
    return { code: null, label, path, side, values: amounts.map((amount) => (amount === 0n ? null : this.style.digits(amount))) };
  }
}

function overall(make: Maker): Sheet {
  const { facts, style } = make;
  const total = sum(facts.entries);
  const of = (column: Column): bigint[] => [sum(facts.entries, column)];
  const fiscal: [string, Column][] = [
    ['一般公共预算收入', fund('general')],
    ['政府性基金预算收入', fund('governmentFund')],
    ['国有资本经营预算收入', fund('stateCapital')],
  ];
  const categories = subjectRows(facts.entries, (entry) => entry.item.slice(0, 3), [anything], style.digits);
  return make.sheet(1, '部门收支总体情况表', {
    shape: 'two-sided',
    keys: [],
    columns: [['预算数']],
    rows: [
      make.sided('收入', '一、财政拨款收入', of(fund('general', 'governmentFund', 'stateCapital'))),
      ...fiscal.map(([label, column]) => make.sided('收入', label, of(column), ['一、财政拨款收入'])),
      make.sided('收入', '二、财政专户管理资金收入', [0n]),
      make.sided('收入', `三、${facts.ownRevenue}`, of(fund('own'))),
      make.sided(
        '收入',
        '本年收入合计',
        of((entry) => entry.origin === 'current'),
      ),
      make.sided('收入', '上年结转结余', of(carryover)),
      make.sided('收入', '收入总计', [total]),
      ...categories.map((row, i) => ({ ...row, code: null, side: '支出' as const, label: `${chineseNumber(i + 1)}、${row.label}` })),
      make.sided('支出', '本年支出合计', [total]),
      make.sided('支出', '年终结转结余', [0n]),
      make.sided('支出', '支出总计', [total]),
    ],
  });
}

function fiscalOverall(make: Maker): Sheet {
  const { facts, style } = make;
  const fiscal = facts.entries.filter((entry) => ['general', 'governmentFund'].includes(entry.fund));
  const pick: Column[] = [anything, general, (entry) => entry.fund === 'governmentFund', () => false];
  const spread = (entries: readonly Entry[]): (string | null)[] => cells(entries, pick, style.digits);
  const revenue = ['一般公共预算', '政府性基金预算', '国有资本经营预算'].map(
    (name, i): Row => make.sided('收入', `${chineseNumber(i + 1)}、${name}收入`, [sum(fiscal, fund(FUNDS[i]!))]),
  );
  return make.sheet(4, '财政拨款收支总体情况表', {
    shape: 'two-sided',
    keys: [],
    columns: { 收入: [['预算数']], 支出: paths('总计', '一般公共预算', '政府性基金预算', '国有资本经营预算') },
    rows: [
      ...revenue,
      make.sided('收入', '本年收入合计', [sum(fiscal, (entry) => entry.origin === 'current')]),
      make.sided('收入', '上年结转结余', [sum(fiscal, carryover)]),
      make.sided('收入', '收入总计', [sum(fiscal)]),
      ...subjectRows(fiscal, (entry) => entry.item.slice(0, 3), pick, style.digits).map((row, i) => ({
        ...row,
        code: null,
        side: '支出' as const,
        label: `${chineseNumber(i + 1)}、${row.label}`,
      })),
      { code: null, label: '本年支出合计', path: [], side: '支出', values: spread(fiscal) },
      { code: null, label: '年终结转结余', path: [], side: '支出', values: [null, null, null, null] },
      { code: null, label: '支出总计', path: [], side: '支出', values: spread(fiscal) },
    ],
  });
}

function threePublic(make: Maker): Sheet {
  const { facts, style } = make;
  const columns = (year: number): string[] =>
    [
      '合计',
      '因公出国（境）费',
      '公务用车购置及运行维护费 > 小计',
      '公务用车购置及运行维护费 > 公务用车购置费',
      '公务用车购置及运行维护费 > 公务用车运行维护费',
      '公务接待费',
    ].map((path) => `${year}年预算数 > ${path}`);
  const values = [facts.threePublic.previous, facts.threePublic.current].flatMap((of) =>
    [threePublicTotal(of), of.overseas, of.purchase + of.operation, of.purchase, of.operation, of.reception].map((amount) =>
      amount === 0n ? null : style.digits(amount),
    ),
  );
  return make.sheet(7, '一般公共预算“三公”经费支出情况表', {
    shape: 'three-public',
    keys: [],
    columns: paths(...columns(facts.year - 1), ...columns(facts.year)),
    rows: [totalRow('', values, [])],
  });
}

function projects(make: Maker): Sheet {
  const { facts, style } = make;
  const entries = facts.entries.filter(project);
  const columns: [string, Column][] = [
    ['合计', anything],
    ['财政拨款 > 小计', fund('general', 'governmentFund')],
    ['财政拨款 > 一般公共预算', fund('general')],
    ['财政拨款 > 政府性基金预算', fund('governmentFund')],
    ['单位资金', fund('own')],
    ['上年结转', carryover],
  ];
  const pick = columns.map(([, column]) => column);
  return make.sheet(9, '项目支出预算情况表', {
    shape: 'projects',
    keys: paths('项目名称', '项目类别'),
    columns: paths(...columns.map(([path]) => path)),
    rows: [
      totalRow('合计', cells(entries, pick, style.digits), ['合计', '']),
      ...facts.projects.map(
        (fact, index): Row => ({
          ...totalRow(
            fact.name,
            cells(
              entries.filter((entry) => entry.project === index),
              pick,
              style.digits,
            ),
          ),
          keys: [fact.name, index % 2 === 0 ? '特定目标类' : '其他运转类'],
        }),
      ),
    ],
  });
}

/** Nine tables in the wording of another province; code 5 and 6 have other column orders than the national template. */
export function otherSheets(facts: Facts, style: OtherStyle): Sheet[] {
  const make = new Maker(facts, style);
  const { entries } = facts;
  const item = (entry: Entry): string => entry.item;
  const budget = entries.filter((entry) => general(entry) && entry.origin === 'current');
  return [
    overall(make),
    make.coded(2, '部门收入总体情况表', entries, item, [
      ['合计', anything],
      ['财政拨款收入 > 小计', fund('general', 'governmentFund')],
      ['财政拨款收入 > 一般公共预算收入', fund('general')],
      ['财政拨款收入 > 政府性基金预算收入', fund('governmentFund')],
      ['财政专户管理资金收入', fund('specialAccount')],
      [facts.ownRevenue, fund('own')],
      ['上年结转', carryover],
    ]),
    make.coded(3, '部门支出总体情况表', entries, item, [
      ['合计', anything],
      ['项目支出', project],
      ['基本支出', basic],
    ]),
    fiscalOverall(make),
    make.coded(5, '一般公共预算支出情况表', budget, item, [
      ['合计', anything],
      ['基本支出 > 小计', basic],
      ['基本支出 > 人员支出', (entry) => entry.kind === 'personnel'],
      ['基本支出 > 日常公用支出', (entry) => entry.kind === 'operating'],
      ['项目支出', project],
    ]),
    make.coded(
      6,
      '一般公共预算基本支出情况表',
      budget.filter(basic),
      (entry) => entry.economic,
      [
        ['基本支出预算 > 小计', anything],
        ['基本支出预算 > 人员支出', (entry) => entry.kind === 'personnel'],
        ['基本支出预算 > 日常公用支出', (entry) => entry.kind === 'operating'],
      ],
      2,
    ),
    threePublic(make),
    make.coded(
      8,
      '政府性基金预算支出情况表',
      entries.filter((entry) => entry.fund === 'governmentFund'),
      item,
      [
        ['合计', anything],
        ['基本支出', basic],
        ['项目支出', project],
      ],
    ),
    projects(make),
  ];
}

import { allSubjects } from '../../schemas/lexicon/classification/index.ts';
import { roundedToTenThousands as digits } from './amounts.ts';
import { type Facts, sum, threePublicTotal } from './facts.ts';
import { type Column, cells, chineseNumber, paths, type Row, type Sheet, type SideName, subjectRows, totalRow } from './sheet.ts';

const anything: Column = () => true;
const basic: Column = (entry) => entry.kind !== 'project';
const project: Column = (entry) => entry.kind === 'project';
const never: Column = () => false;

const CATEGORIES = [
  '201',
  '202',
  '203',
  '204',
  '205',
  '206',
  '207',
  '208',
  '210',
  '211',
  '212',
  '213',
  '214',
  '215',
  '216',
  '217',
  '219',
  '220',
  '221',
  '222',
  '223',
  '224',
  '229',
  '231',
  '232',
  '234',
];

const TAIL_NOTE = '金额换算成万元时四舍五入，合计与明细之间可能有尾差。';

function sheet(number: string, title: string, rest: Pick<Sheet, 'shape' | 'keys' | 'columns' | 'rows'>, note: string): Sheet {
  return { number, title, unit: '万元', notes: [note, TAIL_NOTE], ...rest };
}

function categoryLabels(): string[] {
  const names = new Map(allSubjects().map(({ code, name }) => [code, name]));
  return CATEGORIES.map((code, i) => `${chineseNumber(i + 1)}、${names.get(code)}`);
}

function sided(side: SideName, lineNo: number, label: string, values: (string | null)[], path: string[] = []): Row {
  return { code: null, label, path, side, values, lineNo: String(lineNo) };
}

/** Rows of both sides share a line of the table; line numbers run down the left side first. */
function twoSided(facts: Facts, fiscal: boolean): Sheet {
  const total = digits(sum(facts.entries));
  const wide = (value: string | null): (string | null)[] => (fiscal ? [value, value, null, null] : [value]);
  const amount = (code: string): string | null => cells(facts.entries, [(entry) => entry.item.startsWith(code)], digits)[0]!;
  const suffix = fiscal ? '' : '收入';
  const revenue = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((label) => `${label}${suffix}`);
  const more = fiscal ? [] : ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  const opening = fiscal ? '年初财政拨款结转和结余' : '年初结转和结余';
  const closing = fiscal ? '年末财政拨款结转和结余' : '年末结转和结余';
  const last = CATEGORIES.length + 1;
  const below = fiscal
    ? [
        sided('收入', last + 1, opening, ['0.00']),
        ...['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((label, i) =>
          sided('收入', last + 2 + i, label, [i === 0 ? '0.00' : null], [opening]),
        ),
      ]
    : [sided('收入', last + 1, '使用非财政拨款结余', [null]), sided('收入', last + 2, opening, ['0.00'])];
  const end = last + below.length + 1;
  return sheet(
    fiscal ? '公开04表' : '公开01表',
    fiscal ? '财政拨款收入支出决算总表' : '收入支出决算总表',
    {
      shape: 'two-sided',
      keys: [],
      columns: fiscal
        ? { 收入: [['金额']], 支出: paths('合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款') }
        : [['金额']],
      rows: [
        ...[...revenue, ...more].map((label, i) => sided('收入', i + 1, `${chineseNumber(i + 1)}、${label}`, [i === 0 ? total : null])),
        sided('收入', last, '本年收入合计', [total]),
        ...below,
        sided('收入', end, '总计', [total]),
        ...categoryLabels().map((label, i) => sided('支出', end + i + 1, label, wide(amount(CATEGORIES[i]!)))),
        sided('支出', end + last, '本年支出合计', wide(total)),
        ...(fiscal ? [] : [sided('支出', end + last + 1, '结余分配', wide(null))]),
        sided('支出', end + last + (fiscal ? 1 : 2), closing, wide('0.00')),
        sided('支出', end + end, '总计', wide(total)),
      ],
    },
    '注：本表列示本年度的收支总额。',
  );
}

function coded(facts: Facts, number: string, title: string, columns: string[][], pick: Column[], entries = facts.entries): Sheet {
  return sheet(
    number,
    title,
    {
      shape: 'coded',
      keys: paths('项目 > 功能分类科目编码', '项目 > 科目名称'),
      columns,
      rows: [totalRow('合计', cells(entries, pick, digits), ['合计', '']), ...subjectRows(entries, (entry) => entry.item, pick, digits)],
    },
    '注：本表列示本年度的各项收支。',
  );
}

const LEFT = ['301', '303'];
const MIDDLE = ['302'];

/** Three code–name–amount panels; every subject of the template is printed, most of them empty. */
function panels(facts: Facts): Sheet {
  const entries = facts.entries.filter(basic);
  const subjects = allSubjects().filter(({ classification }) => classification === 'departmentEconomic');
  const names = new Map(subjects.map(({ code, name }) => [code, name]));
  const row = (code: string, panel: string): Row => ({
    code,
    label: names.get(code)!,
    path: code.length > 3 ? [names.get(code.slice(0, 3))!] : [],
    side: null,
    values: cells(entries, [(entry) => entry.economic.startsWith(code)], digits),
    panel,
  });
  const spent = (code: string): boolean => sum(entries, (entry) => entry.economic.startsWith(code)) !== 0n;
  const listed = (categories: readonly string[]): string[] =>
    subjects
      .map(({ code }) => code)
      .filter((code) => categories.includes(code.slice(0, 3)) && (spent(code) || Number(code) % 3 !== 0 || code.length === 3));
  const rest = ['307', '310', '399'];
  const personnel = sum(entries, (entry) => LEFT.includes(entry.economic.slice(0, 3)));
  const total = (label: string, amount: bigint, panel: string): Row => ({ ...totalRow(label, [digits(amount)]), panel });
  return sheet(
    '公开06表',
    '一般公共预算财政拨款基本支出决算表',
    {
      shape: 'panels',
      keys: paths('科目编码', '科目名称'),
      columns: [['决算数']],
      rows: [
        ...LEFT.flatMap((category) => listed([category])).map((code) => row(code, '人员经费')),
        ...listed(MIDDLE).map((code) => row(code, '公用经费')),
        ...listed(rest).map((code) => row(code, '公用经费')),
        total('人员经费合计', personnel, '人员经费'),
        total('公用经费合计', sum(entries) - personnel, '公用经费'),
      ],
    },
    '注：本表列示基本支出的明细。',
  );
}

function threePublic(facts: Facts): Sheet {
  const { current, previous } = facts.threePublic;
  const show = (amount: bigint): string | null => (amount === 0n ? null : digits(amount));
  const vehicles = '3、公务用车购置及运行费';
  const row = (label: string, planned: bigint, spent: bigint, path: string[] = []): Row => ({
    ...totalRow(label, [show(planned), show(spent)]),
    path,
  });
  return sheet(
    '公开09表',
    '财政拨款“三公”经费支出决算表',
    {
      shape: 'three-public',
      keys: [['项 目']],
      columns: paths('预算数', '决算数'),
      rows: [
        row('合计', threePublicTotal(previous), threePublicTotal(current)),
        row('1、因公出国（境）费', previous.overseas, current.overseas),
        row('2、公务接待费', previous.reception, current.reception),
        row(vehicles, previous.purchase + previous.operation, current.purchase + current.operation),
        row('其中：（1）公务用车运行维护费', previous.operation, current.operation, [vehicles]),
        row('（2）公务用车购置费', previous.purchase, current.purchase, [vehicles]),
      ],
    },
    '注：预算数为调整后的全年预算，决算数为实际支出。',
  );
}

/** 公开01 to 公开09 of final accounts. Amounts are in hundredths of 元 and printed in 万元, each rounded on its own. */
export function finalSheets(facts: Facts): Sheet[] {
  const none: Column[] = [never, never, never, never, never];
  const empty = (number: string, title: string, columns: string[][]): Sheet => {
    const made = coded(
      facts,
      number,
      title,
      columns,
      columns.map(() => never),
      [],
    );
    return {
      ...made,
      rows: [
        totalRow(
          '合计',
          columns.map(() => null),
          ['合计', ''],
        ),
      ],
    };
  };
  return [
    twoSided(facts, false),
    coded(
      facts,
      '公开02表',
      '收入决算表',
      paths('本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'),
      [anything, anything, ...none],
    ),
    coded(
      facts,
      '公开03表',
      '支出决算表',
      paths('本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'),
      [anything, basic, project, never, never, never],
    ),
    twoSided(facts, true),
    coded(facts, '公开05表', '一般公共预算财政拨款支出决算表', paths('本年支出 > 小计', '本年支出 > 基本支出', '本年支出 > 项目支出'), [
      anything,
      basic,
      project,
    ]),
    panels(facts),
    empty(
      '公开07表',
      '政府性基金预算财政拨款收入支出决算表',
      paths('年初结转和结余', '本年收入', '本年支出 > 小计', '本年支出 > 基本支出', '本年支出 > 项目支出', '年末结转和结余'),
    ),
    empty('公开08表', '国有资本经营预算财政拨款支出决算表', paths('本年支出 > 合计', '本年支出 > 基本支出', '本年支出 > 项目支出')),
    threePublic(facts),
  ];
}

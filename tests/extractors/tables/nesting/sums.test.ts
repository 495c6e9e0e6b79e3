import { describe, expect, test } from 'vitest';
import { rowsOf, run } from '../../documents.ts';

/** `label < parent [role]`, with `*` at leaves. */
const tree = (text: string): string[] => {
  const { items } = run(text).nested.tables[0]!;
  return items.map(
    (row) =>
      `${row.label}${row.isLeaf ? '*' : ''}${row.parent === null ? '' : ` < ${items[row.parent]!.label}`}${row.role === 'item' ? '' : ` [${row.role}]`}`,
  );
};
const broken = (text: string) => run(text).reconciled.equations.filter((equation) => equation.status === 'broken').length;
const table = (...rows: string[]) => ['专项经费支出表', '单位：元', '序号→项目名称→项目金额', ...rows].join('\n');
const two = (...rows: string[]) => ['专项经费支出表', '单位：元', '序号→项目名称→合计→一般公共预算', ...rows].join('\n');

const LEVELS = [
  '→合计→570610',
  '→通用项目→370610',
  '→大型活动→20000',
  '→参事培训→20000',
  '→咨询业务→350610',
  '→档案整理→289100',
  '→法律顾问→61510',
  '→专用项目→200000',
  '→支援资金→120000',
  '→外地保障→80000',
];

describe('levels that only the sums show', () => {
  test('three levels in one column, also with a single part', () => {
    const text = table(...LEVELS);
    expect(tree(text)).toEqual([
      '合计 [total]',
      '通用项目',
      '大型活动 < 通用项目',
      '参事培训* < 大型活动',
      '咨询业务 < 通用项目',
      '档案整理* < 咨询业务',
      '法律顾问* < 咨询业务',
      '专用项目',
      '支援资金* < 专用项目',
      '外地保障* < 专用项目',
    ]);
    expect(broken(text)).toBe(0);
  });

  test('any wrong digit leaves an equation that does not hold', () => {
    LEVELS.forEach((row, i) => {
      const at = row.lastIndexOf('→') + 1;
      for (let k = at; k < row.length; k++) {
        const wrong = `${row.slice(0, k)}${(Number(row[k]) + 3) % 10}${row.slice(k + 1)}`;
        expect(broken(table(...LEVELS.with(i, wrong))), wrong).toBeGreaterThan(0);
      }
    });
  });

  test('every money column has to agree', () => {
    const rows = (second: string) =>
      two('→合计→5706.10→5706.10', '→甲→3706.10→3706.10', '→乙→3000.00→3000.00', `→丙→706.10→${second}`, '→丁→2000.00→2000.00');
    expect(tree(rows('706.10'))).toContain('丙* < 甲');
    expect(tree(rows('706.00'))).not.toContain('丙* < 甲');
  });

  test('groups over units in one column, items in the next', () => {
    const text = `政府采购支出表
单位：万元
采购品目大类→专项名称→经济科目→采购品目名称→总计
合计→→→→325.52
货物→→→→100.00
某市信访局（本级）→→→→100.00
→运行费→设备购置→复印机→60.00
→运行费→设备购置→空调→40.00
服务→→→→225.52
某市信访局（本级）→→→→225.52
→业务经费→物业管理费→保安服务→154.42
→运行费→物业管理费→保安服务→71.10`;
    expect(tree(text)).toEqual([
      '合计 [total]',
      '货物',
      '某市信访局（本级） < 货物 [unit]',
      '复印机* < 某市信访局（本级）',
      '空调* < 某市信访局（本级）',
      '服务',
      '某市信访局（本级） < 服务 [unit]',
      '保安服务* < 某市信访局（本级）',
      '保安服务* < 某市信访局（本级）',
    ]);
    expect(run(text).nested.tables[0]!.items.at(-1)!.labelPath).toEqual(['服务', '某市信访局（本级）', '运行费']);
    expect(broken(text)).toBe(0);
  });

  test('rows of zero leave the sums alone', () => {
    expect(tree(table('→合计→5706.10', '→甲→3706.10', '→零→0.00', '→乙→3000.00', '→丙→706.10', '→丁→2000.00'))).toContain('丙* < 甲');
  });

  test('the only unit of a department', () => {
    const text =
      '收入预算总表\n单位：万元\n单位名称→合计→一般公共预算\n合计→2867.94→2867.94\n某市财政局→2867.94→2867.94\n某市财政局（本级）→2867.94→2867.94';
    expect(tree(text)).toEqual(['合计 [total]', '某市财政局 [unit]', '某市财政局（本级） < 某市财政局 [unit]']);
  });
});

describe('stays flat', () => {
  const flat = (text: string) => expect(tree(text).filter((row) => row.includes('<'))).toEqual([]);

  test('where the rows add up as they stand, a row being the sum of others by chance', () => {
    flat(table('→合计→7512.20', '→甲→3706.10', '→乙→3000.00', '→丙→706.10', '→丁→100.00'));
    flat(table('→合计→7512.21', '→甲→3706.10', '→乙→3000.00', '→丙→706.10', '→丁→100.00'));
  });

  test('where the sums agree nearly', () => flat(table('→合计→3706.10', '→甲→3706.10', '→乙→3000.00', '→丙→706.20')));

  test('where two readings agree', () =>
    flat(table('→合计→7412.20', '→甲→3706.10', '→乙→1853.05', '→丙→1853.05', '→丁→1853.05', '→戊→1853.05')));

  test('where the amounts are short', () => flat(table('→合计→50', '→甲→30', '→乙→20', '→丙→10', '→丁→20')));

  test('where a row is printed twice', () => flat(table('→合计→5706.10', '→甲→3706.10', '→甲→3706.10', '→丁→2000.00')));

  test('where the row repeated is no organisation', () => flat(table('→合计→5706.10', '→甲→3706.10', '→乙→3706.10', '→丁→2000.00')));

  test('where each row has a code of its own', () => {
    const text =
      '支出预算总表\n单位：万元\n科目编码→科目名称→合计\n→合计→5706.10\n2080501→甲→3706.10\n2080502→乙→3000.00\n2080505→丙→706.10\n2080506→丁→2000.00';
    flat(text);
  });

  test('without a total', () => flat(table('→甲→3706.10', '→乙→3000.00', '→丙→706.10', '→丁→2000.00')));

  test('and is given up in a long table', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `→项目${i}→${(i % 7) + 1}.00`);
    flat(table('→合计→99999.99', ...rows));
  });
});

describe('units by the header of their code', () => {
  test('a department of three digits and its units', () => {
    const text =
      '专项经费支出表\n单位：元\n单位编码→单位（项目）名称→项目金额\n→合计→900\n245→某市医保局→900\n245001→某市医保局→500\n→系统维护→300\n→宣传→200\n245002→某市医保中心→400\n→审计→400';
    expect(rowsOf(run(text).nested.tables[0]!)).toEqual([
      '合计 [total]: 0=900',
      '245 某市医保局 [unit]: 0=900',
      '245001 某市医保局 [unit]: 0=500',
      '系统维护: 0=300',
      '宣传: 0=200',
      '245002 某市医保中心 [unit]: 0=400',
      '审计: 0=400',
    ]);
    expect(tree(text)).toEqual([
      '合计 [total]',
      '某市医保局 [unit]',
      '某市医保局 < 某市医保局 [unit]',
      '系统维护* < 某市医保局',
      '宣传* < 某市医保局',
      '某市医保中心 < 某市医保局 [unit]',
      '审计* < 某市医保中心',
    ]);
    expect(broken(text)).toBe(0);
  });

  test('beside the code of the subject, which each row repeats', () => {
    const text = `政府采购预算表
单位：元
科目编码→→→单位编码→采购项目→采购目录→预算金额
类→款→项→→→→
→→→→合计→→4186460
201→03→01→1→全额→→1090360
201→03→01→114001→某市政府办公厅→→1090360
201→03→01→→日常公用→A05010201办公桌→610360
201→03→01→→日常公用→A05010301办公椅→480000
201→03→02→1→全额→→3096100
201→03→02→114001→某市政府办公厅→→3096100
201→03→02→→档案整理→C23200000档案管理服务→3046100
201→03→02→→法律顾问→C23019900其他法律服务→50000`;
    expect(rowsOf(run(text).nested.tables[0]!)).toEqual([
      '合计 [total]: 0=4186460',
      '2010301 全额: 0=1090360',
      '114001 某市政府办公厅 [unit] ^全额: 0=1090360',
      'A05010201 办公桌 ^全额/日常公用: 0=610360',
      'A05010301 办公椅 ^全额/日常公用: 0=480000',
      '2010302 全额: 0=3096100',
      '114001 某市政府办公厅 [unit] ^全额: 0=3096100',
      'C23200000 档案管理服务 ^全额/档案整理: 0=3046100',
      'C23019900 其他法律服务 ^全额/法律顾问: 0=50000',
    ]);
    expect(run(text).nested.tables[0]!.items.map((row) => row.keys.单位编码 ?? row.keys.科目编码 ?? '')).toEqual([
      '',
      '1',
      '2010301',
      '2010301',
      '2010301',
      '1',
      '2010302',
      '2010302',
      '2010302',
    ]);
    expect(broken(text)).toBe(0);
  });

  test('no unit where each project repeats the code of its unit', () => {
    const text = '项目支出表\n单位：元\n单位编码→项目名称→金额\n→合计→30\n114→应急指挥中心→10\n115→改造档案室→20';
    expect(tree(text).map((row) => row.replace('*', ''))).not.toContain('应急指挥中心 [unit]');
  });
});

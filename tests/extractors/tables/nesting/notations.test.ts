import { describe, expect, test } from 'vitest';
import { cutIntoSections, MAX_ROWS } from '../../../../extractors/tables/nesting/notations/own-digits.ts';
import type { CodedRow } from '../../../../extractors/tables/nesting/notations/rows.ts';
import { rowsOf, run } from '../../documents.ts';

const HEAD = '支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
const codesIn = (text: string): (string | null)[] => run(text).nested.tables[0]!.items.map((row) => row.code);
const findingsIn = (text: string): string[] =>
  run(text)
    .findings.filter(({ ruleId }) => ruleId.startsWith('code/'))
    .map(({ ruleId, actual, expected }) => `${ruleId}: ${actual} → ${expected}`);

const row = run(`${HEAD}\n205→教育支出→7.10→7.10→`).nested.tables[0]!.items[0]!;
const codedRow = (printed: string): CodedRow => ({ row: { ...row, code: printed, label: '' }, printed, amounts: new Map(), digits: 0 });

const OWN_DIGITS = `${HEAD}
→合计→53.20→41.10→12.10
205→教育支出→31.70→21.60→10.10
02→普通教育→30.40→20.30→10.10
02→小学教育→12.10→12.10→
03→初中教育→18.30→8.20→10.10
08→进修及培训→1.30→1.30→
03→培训支出→1.30→1.30→
210→卫生健康支出→21.50→19.50→2.00
11→行政事业单位医疗→21.50→19.50→2.00
01→行政单位医疗→14.20→14.20→
99→其他行政事业单位医疗支出→7.30→5.30→2.00`;

describe('own digits', () => {
  test('of every level', () => {
    expect(codesIn(OWN_DIGITS)).toEqual([
      null,
      '205',
      '20502',
      '2050202',
      '2050203',
      '20508',
      '2050803',
      '210',
      '21011',
      '2101101',
      '2101199',
    ]);
    expect(findingsIn(OWN_DIGITS)).toEqual(['code/restored: 02 普通教育 → 20502']);
    expect(run(OWN_DIGITS).reconciled.equations.filter(({ status }) => status === 'broken')).toEqual([]);
  });

  test('of 款 alone, below a 类 and above whole 项', () => {
    const text = `${HEAD}\n→合计→9.10→9.10→\n213→农林水支出→9.10→9.10→\n01→农业农村→9.10→9.10→\n2130104→事业运行→9.10→9.10→`;
    expect(codesIn(text)).toEqual([null, '213', '21301', '2130104']);
  });

  test('of 项 alone, below a whole 款', () => {
    const text = `${HEAD}\n→合计→9.10→9.10→\n213→农林水支出→9.10→9.10→\n21301→农业农村→9.10→9.10→\n04→事业运行→9.10→9.10→`;
    expect(codesIn(text)).toEqual([null, '213', '21301', '2130104']);
  });

  test('that lost their zero, in an economic classification, which ends at 款', () => {
    const text = `${HEAD}\n→合计→5.40→5.40→\n301→工资福利支出→3.40→3.40→\n1→基本工资→2.10→2.10→\n2→津贴补贴→1.30→1.30→\n302→商品和服务支出→2.00→2.00→\n11→差旅费→2.00→2.00→`;
    expect(codesIn(text)).toEqual([null, '301', '30101', '30102', '302', '30211']);
  });

  test('under names that nobody knows, by sums', () => {
    const text = `${HEAD}\n→合计→53.25→53.25→\n205→甲类→53.25→53.25→\n61→乙款→31.15→31.15→\n07→丙项→12.05→12.05→\n08→丁项→19.10→19.10→\n62→戊款→22.10→22.10→\n03→己项→22.10→22.10→`;
    expect(codesIn(text)).toEqual([null, '205', '20561', '2056107', '2056108', '20562', '2056203']);
  });

  test('a name decides where two readings hold the same sums', () => {
    const same = (name: string) => `${HEAD}\n205→教育支出→7.10→7.10→\n02→普通教育→7.10→7.10→\n03→${name}→→→\n`;
    expect(codesIn(same('初中教育'))).toEqual(['205', '20502', '2050203']);
    expect(codesIn(same('职业教育'))).toEqual(['205', '20502', '20503']);
  });

  test('equal evidence leaves them as printed, and names both', () => {
    const text = `${HEAD}\n205→教育支出→7.10→7.10→\n02→普通教育→→→\n73→甲乙丙→→→\n`;
    expect(codesIn(text)).toEqual(['205', '02', '73']);
    expect(findingsIn(text)).toEqual(['code/ambiguous: 73 甲乙丙 → 20573 / 2050273']);
  });

  test('no evidence leaves them as printed, and says so', () => {
    const text = `${HEAD}\n259→甲类→7.10→7.10→\n02→乙款→3.10→3.10→\n`;
    expect(codesIn(text)).toEqual(['259', '02']);
    expect(findingsIn(text)).toEqual(['code/unread: 02 乙款 → 1']);
  });

  test('a column of serial numbers without a 类 is none', () => {
    const text = '支出预算总表\n单位：万元\n编号→科目名称→合计\n01→教育支出→7.10\n02→卫生健康支出→3.10';
    expect(codesIn(text)).toEqual([null, null]);
    expect(findingsIn(text)).toEqual([]);
  });

  test.each([
    [MAX_ROWS, '20501'],
    [MAX_ROWS + 1, '01'],
  ])('%i rows below a 类: the first is %s', (count, first) => {
    const rows = Array.from({ length: count }, (_, i) => codedRow(i === 0 ? '01' : String(2_050_100 + i)));
    expect(cutIntoSections({ category: '205', head: null, below: rows }, 'sections')[0]).toBe(first);
  });
});

describe('a 款 that is printed again', () => {
  const text = (item: string) => `${HEAD}\n→合计→6.20→6.20→\n229→其他支出→6.20→6.20→\n22999→其他支出→6.20→6.20→\n22999→${item}→6.20→6.20→`;

  test('is its 项, where that has the name', () => {
    expect(codesIn(text('其他支出'))).toEqual([null, '229', '22999', '2299999']);
    expect(findingsIn(text('其他支出'))).toEqual(['code/restored: 22999 其他支出 → 2299999']);
  });

  test('stays where the name says nothing', () => {
    expect(codesIn(text('甲乙丙'))).toEqual([null, '229', '22999', '22999']);
    expect(findingsIn(text('甲乙丙'))).toEqual([]);
  });
});

describe('类, 款 and 项', () => {
  const PARTS = '收入决算表\n单位：万元\n项目→→→→合计\n功能分类科目编码→→→科目名称→';

  test('in the row of the total', () => {
    const text = `${PARTS}\n类→款→项→合计→4.30\n205→→→教育支出→4.30\n205→02→→普通教育→4.30\n205→02→01→学前教育→4.30`;
    expect(rowsOf(run(text).placed.tables[0]!)).toEqual([
      '合计 [total]: 0=4.30',
      '205 教育支出: 0=4.30',
      '20502 普通教育 ^教育支出: 0=4.30',
      '2050201 学前教育 ^教育支出/普通教育: 0=4.30',
    ]);
  });

  test('without these words, below one header', () => {
    const text = `${PARTS}\n205→→→教育支出→4.30\n205→02→→普通教育→4.30\n205→02→2050201→学前教育→4.30`;
    expect(codesIn(text)).toEqual(['205', '20502', '2050201']);
  });
});

describe('the procurement catalogue', () => {
  const GOODS = '政府采购预算表\n单位：万元\n采购品目编码→采购品目名称→总计→其他收入';
  const parents = (text: string) => {
    const { items } = run(text).nested.tables[0]!;
    return items.map((row) => `${row.code} ${row.label} < ${row.parent === null ? '' : items[row.parent]!.code}`);
  };

  test('a letter, and what begins with it', () => {
    const text = `${GOODS}\nA→货物→8.10→8.10\nA05010201→办公桌→3.10→3.10\nA05020101→空调机组→5.00→5.00\nC→服务→2.00→2.00\nC23120000→维修保养服务→2.00→2.00`;
    expect(parents(text)).toEqual([
      'A 货物 < ',
      'A05010201 办公桌 < A',
      'A05020101 空调机组 < A',
      'C 服务 < ',
      'C23120000 维修保养服务 < C',
    ]);
  });

  test('amounts that say otherwise leave rows side by side', () => {
    const text = `${GOODS}\nA→货物→8.10→8.10\nA05010201→办公桌→3.30→3.30\nA05020101→空调机组→5.00→5.00`;
    expect(parents(text)).toEqual(['A 货物 < ', 'A05010201 办公桌 < ', 'A05020101 空调机组 < ']);
  });
});

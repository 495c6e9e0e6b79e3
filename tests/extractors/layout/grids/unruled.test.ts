import { expect, it } from 'vitest';
import { type PdfPageSpec, writePdf } from '../../../generator/pdf.ts';
import { type Caption, type DrawnCell, drawTable, type Rules } from '../../../generator/pdf-table.ts';
import { extractPdf, valuesOf } from '../../../support/pdf.ts';

const head = (text: string, columns = 1, rows = 1): DrawnCell => ({ text, columns, rows, align: 'centre' });
const blank = (width = 595, height = 842): PdfPageSpec => ({ width, height, texts: [], lines: [] });

/** Labels to the left, numbers to the right. */
const body = (...lines: string[]): DrawnCell[][] =>
  lines.map((line) => line.split('|').map((text): DrawnCell => ({ text, align: /^[\d,]+\.\d\d$/.test(text) ? 'right' : 'left' })));

interface Page {
  widths: number[];
  heights?: number[];
  rows: (DrawnCell | null)[][];
  rules: Rules;
  caption?: Caption;
}

function pageOf({ widths, heights, rows, rules, caption = {} }: Page): PdfPageSpec {
  const page = blank();
  drawTable(page, { x: 50, y: 100, widths, height: heights ?? rows.map(() => 18), rows, rules, size: 9 }, caption);
  return page;
}

const tablesOf = async (...pages: Page[]) => (await extractPdf(writePdf(pages.map(pageOf)))).disclosure.tables;

it('reads header cells that wrap beside cells merged over two rows', async () => {
  const [table] = await tablesOf({
    widths: [56, 150, 60, 60, 44, 44, 60],
    heights: [18, 42, 18, 18, 18, 18],
    rows: [
      [
        head('科目编码', 1, 2),
        head('科目名称', 1, 2),
        head('合计', 1, 2),
        head('财政拨款收入', 3),
        null,
        null,
        head('财政专户管理资金收入', 1, 2),
      ],
      [null, null, null, head('小计'), head('一般公共预算收入'), head('政府性基金预算收入'), null],
      ...body(
        '208|社会保障和就业支出|90.00|90.00|90.00||',
        '20805|行政事业单位养老支出|90.00|90.00|90.00||',
        '229|其他支出|27.00|20.00||20.00|7.00',
        '|合计|117.00|110.00|90.00|20.00|7.00',
      ),
    ],
    rules: 'none',
    caption: { title: '2026年收入预算总表', unit: '万元' },
  });
  expect(table!.columns.map(({ path }) => path.join(' > '))).toEqual([
    '合计',
    '财政拨款收入 > 小计',
    '财政拨款收入 > 一般公共预算收入',
    '财政拨款收入 > 政府性基金预算收入',
    '财政专户管理资金收入',
  ]);
  expect(valuesOf(table!).slice(6, 9)).toEqual([
    '229 其他支出 | 合计 = 27.00',
    '229 其他支出 | 财政拨款收入 > 小计 = 20.00',
    '229 其他支出 | 财政拨款收入 > 政府性基金预算收入 = 20.00',
  ]);
});

it('keeps a code apart from a label that begins right beside it and wraps', async () => {
  const [table] = await tablesOf({
    widths: [37, 100, 80, 80],
    heights: [18, 18, 30, 18, 18],
    rows: [
      [head('编码'), head('科目名称'), head('合计'), head('项目支出')],
      ...body(
        '20805|养老支出|60.00|60.00',
        '2080505|机关事业单位基本养老保险缴费支出|50.00|50.00',
        '2080506|职业年金缴费支出|10.00|10.00',
        '|合计|60.00|60.00',
      ),
    ],
    rules: 'none',
    caption: { title: '2026年支出预算总表', unit: '万元' },
  });
  expect(table!.rows.map(({ code, label }) => [code, label])).toContainEqual(['2080505', '机关事业单位基本养老保险缴费支出']);
});

const SIDES = [150, 30, 70, 150, 30, 70];
const SIDED_HEAD = [
  [head('收入', 3), null, null, head('支出', 3), null, null],
  [head('项目'), head('行次'), head('金额'), head('项目'), head('行次'), head('金额')],
  [head('栏次'), head(''), head('1'), head('栏次'), head(''), head('2')],
];
const sided = (...lines: string[]): DrawnCell[][] =>
  body(...lines).map((cells) => cells.map((cell) => (/^\d{1,2}$/.test(cell.text) ? { ...cell, align: 'centre' } : cell)));

it('takes line numbers for no amounts, and a first label above its numbers for part of the row', async () => {
  const [table] = await tablesOf({
    widths: SIDES,
    heights: [18, 18, 18, 30, 18, 18, 18, 18],
    rows: [
      ...SIDED_HEAD,
      ...sided(
        '一、一般公共预算财政拨款收入合计数|1|120.00|一、一般公共服务支出|6|',
        '二、事业收入|2||二、外交支出|7|',
        '三、经营收入|3||三、国防支出|8|',
        '四、其他收入|4||四、教育支出|9|120.00',
        '总计|5|120.00|总计|10|120.00',
      ),
    ],
    rules: 'half',
    caption: { title: '收入支出决算总表', unit: '万元' },
  });
  expect(table!.shape).toBe('two-sided');
  expect(valuesOf(table!)).toEqual([
    '一、一般公共预算财政拨款收入合计数 | 金额 = 120.00',
    '四、教育支出 | 金额 = 120.00',
    '总计 | 金额 = 120.00',
    '总计 | 金额 = 120.00',
  ]);
});

it('goes on in the same columns over a page, however few rows are left', async () => {
  const rows = body(
    '20805|养老支出|60.00|20.00|40.00',
    '2080505|养老保险缴费支出|50.00|10.00|40.00',
    '2080506|职业年金缴费支出|8.00|8.00|',
    '2080599|其他养老支出|2.00|2.00|',
  );
  const table = { widths: [60, 160, 80, 80, 80], rules: 'half' as const };
  const tables = await tablesOf(
    {
      ...table,
      rows: [[head('科目编码'), head('科目名称'), head('合计'), head('基本支出'), head('项目支出')], ...rows.slice(0, 3)],
      caption: { title: '2026年支出预算总表', unit: '万元' },
    },
    { ...table, rows: rows.slice(3) },
  );
  expect(tables.map(({ parts }) => parts)).toEqual([2]);
  expect(valuesOf(tables[0]!).slice(-2)).toEqual(['2080599 其他养老支出 | 合计 = 2.00', '2080599 其他养老支出 | 基本支出 = 2.00']);
});

it('reads the only row of a table below its header, blank columns and years included', async () => {
  const [table] = await tablesOf({
    widths: [80, 80, 80, 80, 80, 80],
    rows: [
      [head('2025年预算数', 3), null, null, head('2026年预算数', 3), null, null],
      [head('合计'), head('因公出国费'), head('公务接待费'), head('合计'), head('因公出国费'), head('公务接待费')],
      ...body('7.21||7.21|7.65||7.65'),
    ],
    rules: 'none',
    caption: { title: '一般公共预算“三公”经费支出表', unit: '万元' },
  });
  expect(valuesOf(table!)).toEqual([
    '| 2025年预算数 > 合计 = 7.21',
    '| 2025年预算数 > 公务接待费 = 7.21',
    '| 2026年预算数 > 合计 = 7.65',
    '| 2026年预算数 > 公务接待费 = 7.65',
  ]);
});

it('keeps columns apart where each cell is clipped to its box and most are empty', async () => {
  const [table] = await tablesOf({
    widths: [60, 150, 60, 60, 60, 60, 60],
    rows: [
      [head('科目编码'), head('科目名称'), head('合计'), head('财政拨款收入'), head('专户管理资金'), head('事业收入'), head('上年结转')],
      ...body(
        '|合计|30.00|20.00||7.00|3.00',
        '208|社会保障和就业支出|4.00|4.00|||',
        '20805|养老支出|4.00|4.00|||',
        '2080505|养老保险缴费支出|4.00|4.00|||',
        '213|农林水支出|26.00|16.00||7.00|3.00',
        '21303|水利|26.00|16.00||7.00|3.00',
        '2130301|行政运行|16.00|16.00|||',
        '2130306|水利工程运行与维护|3.00||||3.00',
        '2130314|防汛|7.00|||7.00|',
      ),
    ],
    rules: 'clipped',
    caption: { title: '2026年收入预算总表', unit: '万元' },
  });
  expect(valuesOf(table!).filter((value) => /2130306|2130314|^213 /.test(value))).toEqual([
    '213 农林水支出 | 合计 = 26.00',
    '213 农林水支出 | 财政拨款收入 = 16.00',
    '213 农林水支出 | 事业收入 = 7.00',
    '213 农林水支出 | 上年结转 = 3.00',
    '2130306 水利工程运行与维护 | 合计 = 3.00',
    '2130306 水利工程运行与维护 | 上年结转 = 3.00',
    '2130314 防汛 | 合计 = 7.00',
    '2130314 防汛 | 事业收入 = 7.00',
  ]);
});

it.each([
  ['none', true],
  ['ruled', false],
] as const)('asks for review of numbers in columns that only alignment gives and no equation knows (%s)', async (rules, review) => {
  const [table] = await tablesOf({
    widths: [200, 90, 90],
    rows: [
      [head('项目名称'), head('预算数'), head('执行数')],
      ...body('渠道清淤|31.20|30.10', '水质监测|42.50|40.70', '设备更新|17.60|17.50'),
    ],
    rules,
    caption: { title: '项目支出情况表', unit: '万元' },
  });
  const cells = table!.rows.flatMap((row) => row.cells);
  expect(cells).toHaveLength(6);
  expect(cells.map((cell) => cell.review)).toEqual(cells.map(() => review));
});

it('leaves prose with numbers in it alone', async () => {
  const page = blank();
  const lines = [
    '九、经费说明',
    '本单位支出中，差旅费 100 万元，占支出的',
    '总额的 20.65 %；购置费为 267.80',
    '万元，占总额的 55.30 %；接待费为 116.50',
    '万元，比上年减少 1.20 万元。',
  ];
  lines.forEach((text, i) => {
    let x = 80;
    for (const word of text.split(' ')) {
      page.texts.push({ x, y: 100 + 18 * i, size: 12, text: word });
      x += [...word].length * 12 + 6;
    }
  });
  const { disclosure } = await extractPdf(writePdf([page]));
  expect(disclosure.tables).toEqual([]);
});

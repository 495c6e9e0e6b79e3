import { describe, expect, it } from 'vitest';
import { type PdfPageSpec, writePdf } from '../../../generator/pdf.ts';
import { type DrawnCell, drawTable, type Rules } from '../../../generator/pdf-table.ts';
import { extractPdf, valuesOf } from '../../../support/pdf.ts';

const head = (text: string, columns = 1, rows = 1): DrawnCell => ({ text, columns, rows, align: 'centre' });
const money = (text: string): DrawnCell => ({ text, align: 'right' });
const label = (text: string): DrawnCell => ({ text });

const HEADER: (DrawnCell | null)[][] = [
  [head('科目编码', 1, 2), head('科目名称', 1, 2), head('合计', 1, 2), head('基本支出', 2), null, head('项目支出', 1, 2)],
  [null, null, null, head('人员经费'), head('公用经费'), null],
];
const ROWS: readonly (readonly string[])[] = [
  ['208', '社会保障和就业支出', '120.00', '120.00', '', ''],
  ['20805', '行政事业单位养老支出', '120.00', '120.00', '', ''],
  ['2080505', '机关事业单位基本养老保险缴费支出', '80.00', '80.00', '', ''],
  ['2080506', '机关事业单位职业年金缴费支出', '40.00', '40.00', '', ''],
  ['210', '卫生健康支出', '1,065.30', '600.10', '65.20', '400.00'],
  ['21011', '行政事业单位医疗', '1,065.30', '600.10', '65.20', '400.00'],
  ['2101101', '行政单位医疗', '1,065.30', '600.10', '65.20', '400.00'],
  ['', '合计', '1,185.30', '720.10', '65.20', '400.00'],
];
const PATHS = ['合计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'];
const TRUTH = ROWS.flatMap(([code, name, ...values]) =>
  values.flatMap((value, c) => (value === '' ? [] : [`${code} ${name} | ${PATHS[c]} = ${value.replace(',', '')}`.trim()])),
);

const rowCells = (row: readonly string[]): DrawnCell[] => row.map((text, c) => (c < 2 ? label(text) : money(text)));
const blank = (width = 842, height = 595): PdfPageSpec => ({ width, height, texts: [], lines: [] });
const WIDTHS = [70, 220, 90, 90, 90, 90];

function page(rules: Rules, rows = ROWS, header = HEADER, turned?: 'page' | 'content'): PdfPageSpec {
  const spec: PdfPageSpec = turned ? { ...blank(), turned } : blank();
  const table = { x: 60, y: 120, widths: WIDTHS, height: 22, rows: [...header, ...rows.map(rowCells)], rules };
  drawTable(spec, table, { title: '2026年部门支出总表', number: '表3', unit: '万元' });
  return spec;
}

describe('a table printed in different ways', () => {
  it.each<Rules>(['ruled', 'filled', 'grey', 'doubled', 'clipped', 'none', 'half'])('%s', async (rules) => {
    const { disclosure } = await extractPdf(writePdf([page(rules)]));
    expect(disclosure.tables.map((table) => [table.number, table.title, table.unit])).toEqual([['表3', '2026年部门支出总表', '万元']]);
    expect(valuesOf(disclosure.tables[0]!)).toEqual(TRUTH);
  });

  it.each<'page' | 'content'>(['page', 'content'])('turned by 90° (%s)', async (turned) => {
    const { disclosure } = await extractPdf(writePdf([page('ruled', ROWS, HEADER, turned)]));
    expect(disclosure.tables.map(valuesOf)).toEqual([TRUTH]);
    const box = disclosure.tables[0]!.rows[0]!.cells[0]!.places[0]!.bbox!;
    // /Rotate turns the page for the reader; turned content is displayed as it stands, taller than wide.
    expect(turned === 'page' ? box[2] - box[0] > box[3] - box[1] : box[3] - box[1] > box[2] - box[0]).toBe(true);
  });
});

it('a name merged down over rows is the name of each of them', async () => {
  const spec = blank();
  const cell = (text: string, rows: number): DrawnCell => ({ text, rows });
  const rows = [
    [head('专项名称'), head('采购物品名称'), head('采购组织形式'), head('总计')],
    [label('合计'), label(''), label(''), money('370.00')],
    [label('物业费'), label(''), label(''), money('370.00')],
    [cell('', 3), cell('物业服务', 2), label('集中采购'), money('330.00')],
    [null, null, label('分散采购'), money('20.00')],
    [null, label('其他服务'), label('分散采购'), money('20.00')],
  ];
  drawTable(
    spec,
    { x: 60, y: 120, widths: [120, 120, 120, 100], height: 22, rows, rules: 'ruled' },
    { title: '政府采购支出表', unit: '万元' },
  );
  const { disclosure, report } = await extractPdf(writePdf([spec]));
  expect(disclosure.tables[0]!.rows.map((row) => [...row.labelPath, row.label].join('/'))).toEqual([
    '合计',
    '物业费',
    '物业费/物业服务',
    '物业费/物业服务',
    '物业费/其他服务',
  ]);
  expect(report.equations.filter((equation) => equation.status !== 'exact')).toEqual([]);
});

it('a label merged over two classifications of the same money has its amount beside the last', async () => {
  const spec = blank();
  const wide = (text: string): DrawnCell => ({ text, columns: 3, align: 'centre' });
  const rows = [
    [head('收入', 2), null, head('支出', 4), null, null, null],
    [head('项目', 1, 2), head('金额', 1, 2), head('功能分类', 2), null, head('支出用途', 2), null],
    [null, null, head('科目名称'), head('金额'), head('项目名称'), head('金额')],
    [label('一、财政拨款'), money('9.00'), label('一、教育支出'), money('6.00'), label('一、基本支出'), money('7.00')],
    [label('二、其他资金'), money('1.00'), label('二、住房保障支出'), money('3.00'), label('二、项目支出'), money('2.00')],
    [label('当年收入小计'), money('10.00'), wide('当年支出小计'), null, null, money('9.00')],
    [label('上年结转资金'), money(''), wide('结转下年资金'), null, null, money('1.00')],
    [label('收入合计'), money('10.00'), wide('支出合计'), null, null, money('10.00')],
  ];
  drawTable(
    spec,
    { x: 60, y: 120, widths: [130, 80, 130, 80, 130, 80], height: 22, rows, rules: 'ruled' },
    { title: '收支预算总表', unit: '万元' },
  );
  const { disclosure, report } = await extractPdf(writePdf([spec]));
  expect(valuesOf(disclosure.tables[0]!).slice(-3)).toEqual([
    '结转下年资金 | 金额 = 1.00',
    '收入合计 | 金额 = 10.00',
    '支出合计 | 金额 = 10.00',
  ]);
  expect(report.equations.filter((equation) => equation.identity === 'two-sided-total').map(({ status }) => status)).toEqual(
    Array(5).fill('exact'),
  );
  expect(report.equations.filter((equation) => equation.status !== 'exact')).toEqual([]);
});

describe('tables over pages', () => {
  it('goes on with and without a repeated header', async () => {
    const second: PdfPageSpec = blank();
    drawTable(second, { x: 60, y: 60, widths: WIDTHS, height: 22, rows: [...HEADER, ...ROWS.slice(3, 5).map(rowCells)], rules: 'ruled' });
    const third: PdfPageSpec = blank();
    drawTable(third, { x: 60, y: 60, widths: WIDTHS, height: 22, rows: ROWS.slice(5).map(rowCells), rules: 'ruled' });
    const pages = [page('ruled', ROWS.slice(0, 3)), second, third];
    for (const [i, spec] of pages.entries()) spec.texts.push({ x: 410, y: 580, size: 9, text: `- ${i + 1} -` });
    const { disclosure } = await extractPdf(writePdf(pages));
    expect(disclosure.tables.map((table) => [table.pages, table.parts])).toEqual([[[1, 3], 3]]);
    expect(valuesOf(disclosure.tables[0]!)).toEqual(TRUTH);
  });

  it('joins an amount that the page break cut', async () => {
    const cut = ROWS.map((row) => [...row]);
    const first = cut.slice(0, 7).map((row, i) => (i === 6 ? [row[0]!, '行政单位', '1,065.30', '600.1', '65.20', '400.00'] : row));
    const rest = [['', '医疗', '', '0', '', ''], cut[7]!];
    const second: PdfPageSpec = blank();
    drawTable(second, { x: 60, y: 60, widths: WIDTHS, height: 22, rows: rest.map(rowCells), rules: 'ruled' });
    const { disclosure } = await extractPdf(writePdf([page('ruled', first), second]));
    expect(valuesOf(disclosure.tables[0]!)).toEqual(TRUTH);
  });
});

describe('shapes', () => {
  it('reads codes split over 类 | 款 | 项 and a total merged over them', async () => {
    const spec = blank();
    const parts = (code: string) => [code.slice(0, 3), code.slice(3, 5), code.slice(5)].map(label);
    const rows = [
      [head('项目', 4), null, null, null, head('支出预算', 3), null, null],
      [head('功能分类科目编码', 3), null, null, head('科目名称', 1, 2), head('合计', 1, 2), head('基本支出', 1, 2), head('项目支出', 1, 2)],
      [head('类'), head('款'), head('项'), null, null, null, null],
      ...[
        ['208', '社会保障和就业支出', '90.00', '60.00', '30.00'],
        ['20805', '行政事业单位养老支出', '90.00', '60.00', '30.00'],
        ['2080505', '机关事业单位基本养老保险缴费支出', '90.00', '60.00', '30.00'],
      ].map(([code, name, ...values]) => [...parts(code!), label(name!), ...values.map(money)]),
      [head('合计', 4), null, null, null, money('90.00'), money('60.00'), money('30.00')],
    ];
    drawTable(
      spec,
      { x: 60, y: 120, widths: [40, 40, 40, 220, 90, 90, 90], height: 22, rows, rules: 'ruled' },
      { title: '2026年支出预算总表', unit: '元' },
    );
    const { disclosure } = await extractPdf(writePdf([spec]));
    const table = disclosure.tables[0]!;
    expect(table.rows.map((row) => [row.code, row.label, row.role, row.labelPath])).toEqual([
      ['208', '社会保障和就业支出', 'item', []],
      ['20805', '行政事业单位养老支出', 'item', ['社会保障和就业支出']],
      ['2080505', '机关事业单位基本养老保险缴费支出', 'item', ['社会保障和就业支出', '行政事业单位养老支出']],
      [null, '合计', 'total', []],
    ]);
    expect(table.columns.map((column) => column.path.join(' > '))).toEqual([
      '支出预算 > 合计',
      '支出预算 > 基本支出',
      '支出预算 > 项目支出',
    ]);
  });

  it('keeps the two sides of a 收支 table apart, indents included', async () => {
    const spec = blank();
    const rows: (DrawnCell | null)[][] = [
      [head('收入', 2), null, head('支出', 2), null],
      [head('项目'), head('预算数'), head('项目'), head('预算数')],
      [label('一、财政拨款收入'), money('100.00'), label('一般公共服务支出'), money('70.00')],
      [label('二、事业收入'), money('20.00'), { text: '财政事务', indent: 9 }, money('70.00')],
      [label(''), label(''), label('卫生健康支出'), money('50.00')],
      [label(''), label(''), { text: '行政事业单位医疗', indent: 9 }, money('50.00')],
      [head('收入总计'), money('120.00'), head('支出总计'), money('120.00')],
    ];
    drawTable(
      spec,
      { x: 60, y: 120, widths: [180, 90, 180, 90], height: 22, rows, rules: 'ruled' },
      { title: '2026年收支预算总表', unit: '万元' },
    );
    const { disclosure } = await extractPdf(writePdf([spec]));
    const table = disclosure.tables[0]!;
    expect(table.shape).toBe('two-sided');
    expect(table.rows.filter((row) => table.panels[row.panel]!.side === 'expenditure').map((row) => [row.label, row.labelPath])).toEqual([
      ['一般公共服务支出', []],
      ['财政事务', ['一般公共服务支出']],
      ['卫生健康支出', []],
      ['行政事业单位医疗', ['卫生健康支出']],
      ['支出总计', []],
    ]);
  });
});

describe('what is painted and what is not', () => {
  it('leaves out doubles, text without ink and what a clip hides', async () => {
    const spec = page('ruled');
    const shadows = spec.texts.map((text) => ({ ...text, x: text.x + 0.3 }));
    spec.texts.push(...shadows, { x: 300, y: 200, size: 9, text: '9,999.99', hidden: true });
    spec.texts.push({ x: 300, y: 260, size: 9, text: '8,888.88', clip: [300, 300, 400, 320] });
    const { disclosure, report } = await extractPdf(writePdf([spec]));
    expect(valuesOf(disclosure.tables[0]!)).toEqual(TRUTH);
    expect(report.findings.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([['pdf/hidden-amounts', '1: 8 × no-ink (9,999.99)']]);
  });

  it('what stands in doubt is never proved, and a person is told', async () => {
    const spec = page('ruled');
    const under = spec.texts.findLast(({ text }) => text === '1,065.30')!;
    spec.texts.push({ ...under, text: '1,234.30' });
    const { disclosure, report } = await extractPdf(writePdf([spec]));
    const cells = disclosure.tables[0]!.rows.flatMap((row) => row.cells);
    const doubted = cells.filter(({ raw }) => /1,065.30.*1,234.30|1,234.30.*1,065.30/.test(raw));
    expect(doubted.map(({ valueState, review }) => [valueState === 'proved', review])).toEqual([[false, true]]);
    expect(
      report.findings.filter(({ ruleId }) => ruleId === 'pdf/overprinted').map(({ actual, places }) => [actual, places.length]),
    ).toEqual([['1', 1]]);
    expect(report.review.filter(({ ruleId }) => ruleId === 'pdf/overprinted').map(({ factIds }) => factIds)).toEqual([
      doubted.map(({ factId }) => factId),
    ]);
  });

  it('equations do not prove what was recognised in a picture', async () => {
    const whole = page('ruled');
    const { disclosure } = await extractPdf(writePdf([{ ...whole, picture: true }]));
    const cells = disclosure.tables[0]!.rows.flatMap((row) => row.cells);
    expect(valuesOf(disclosure.tables[0]!)).toEqual(TRUTH);
    expect(new Set(cells.map(({ valueState, review }) => `${valueState} ${review}`))).toEqual(new Set(['consistent true']));
  });
});

describe('files that cannot be read', () => {
  const ruleOf = async (bytes: Uint8Array) => (await extractPdf(bytes)).report.findings.map((finding) => finding.ruleId);

  it('says what is wrong', async () => {
    const whole = writePdf([page('ruled')]);
    expect(await ruleOf(whole.subarray(0, 400))).toEqual(['pdf/damaged']);
    expect(await ruleOf(writePdf([]))).toEqual([expect.stringMatching(/^pdf\/(?:no-pages|damaged)$/)]);
    expect(await ruleOf(writePdf([blank()]))).toEqual(['pdf/needs-ocr']);
  });

  it('reads a web page named .pdf as text', async () => {
    const { report } = await extractPdf(new TextEncoder().encode('<!DOCTYPE html><html><body><p>通知</p></body></html>'));
    expect(report.media).toBe('html');
  });
});

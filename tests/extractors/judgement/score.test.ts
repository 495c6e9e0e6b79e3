import { describe, expect, test } from 'vitest';
import type { FactCell, Table } from '../../../schemas/table.ts';
import { readByPlace as read } from '../documents.ts';

const COVER = '江川市档案馆\n2026年部门预算公开\n\n';
const tablesOf = async (text: string): Promise<Table[]> => (await read(COVER + text)).disclosure.tables;
const cellsOf = async (text: string): Promise<FactCell[]> =>
  (await tablesOf(text)).flatMap((table) => table.rows.flatMap((row) => row.cells));

describe('public tables', () => {
  test('a cell with everything about it', async () => {
    const [table] = await tablesOf('支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出\n208→甲→8, 510.93→（1.50）');
    expect(table).toMatchObject({
      index: 1,
      number: '表3',
      title: '支出预算总表',
      titlePrinted: true,
      unit: '万元',
      shape: 'coded',
      parts: 1,
      empty: false,
    });
    expect(table!.rows[0]!.cells[0]).toEqual({
      factId: 't1r0c0',
      column: 0,
      raw: '8, 510.93',
      value: '8510.93',
      valueYuan: '85109300',
      period: 2026,
      places: [{ page: 1, line: 8, start: 6, end: 15, bbox: null }],
      valueState: expect.any(String),
      placementState: 'printed',
      alternatives: [],
      confidence: expect.any(Number),
      review: expect.any(Boolean),
    });
    expect(table!.rows[0]!.cells[1]).toMatchObject({ raw: '（1.50）', value: '-1.50', valueYuan: '-15000' });
  });

  test('percents and counts have no value in 元', async () => {
    const cells = await cellsOf('支出决算表\n单位：万元\n科目编码→科目名称→决算数→完成率→人数（人）\n208→甲→1.00→99.50%→3');
    expect(cells.map(({ value, valueYuan }) => [value, valueYuan])).toEqual([
      ['1.00', '10000'],
      ['99.50', null],
      ['3', null],
    ]);
  });

  test('without a unit there is no value in 元', async () => {
    expect((await cellsOf('支出预算总表\n科目编码→科目名称→合计\n208→甲→1.00')).map(({ valueYuan }) => valueYuan)).toEqual([null]);
  });

  test('a column speaks of the document’s year, or of the one that it names', async () => {
    const [table] = await tablesOf('支出预算总表\n单位：万元\n科目编码→科目名称→2025年预算数→本年预算数→上年预算数\n208→甲→1.00→2.00→3.00');
    expect(table!.columns.map(({ period }) => period)).toEqual([2025, 2026, 2025]);
  });

  test('an empty table is empty, with its columns', async () => {
    const tables = await tablesOf(
      '支出预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→1.00\n\n国有资本经营预算支出表\n表9\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n→合计→→→',
    );
    expect(tables.map(({ title, empty, columns }) => [title, empty, columns.length])).toEqual([
      ['支出预算总表', false, 1],
      ['国有资本经营预算支出表', true, 3],
    ]);
  });
});

describe('review', () => {
  test('where a column of numbers bears the name of one of texts, the header stands beside its columns: those from there on are flagged', async () => {
    const table = (header: string): string =>
      `项目支出预算表\n表9\n单位：万元\n\n| ${header} |\n| --- | --- | --- | --- |\n| 档案修复 | 特定目标类 | 3.00 | 3.00 |\n| 设备更新 | 其他运转类 | 5.00 | 5.00 |`;
    const sound = await cellsOf(table('项目名称 | 项目类别 | 合计 | 财政拨款'));
    expect(sound.map(({ raw, review }) => [raw, review])).toEqual(['3.00', '3.00', '5.00', '5.00'].map((raw) => [raw, false]));
    const shifted = await cellsOf(table('项目名称 | 项目类别 | 项目类别 | 合计 | 财政拨款'));
    expect(shifted.map(({ raw, review }) => [raw, review])).toEqual(['3.00', '3.00', '5.00', '5.00'].map((raw) => [raw, true]));
  });

  test('a share between columns of known amounts does not: it stands where its name does, though spaces make the columns', async () => {
    const text = [
      '支出预算总表',
      '                                                          单位：万元',
      '科目编码          科目名称          2025年执行数        2026年预算数        增减额        增减（%）',
      '              合计           70.00          80.00        10.00       14.29',
      '208           社会保障和就业支出        30.00          35.00         5.00       16.67',
      '213           农林水支出            40.00          45.00         5.00       12.50',
    ].join('\n');
    const shares = (await cellsOf(text)).filter(({ valueYuan }) => valueYuan === null);
    expect(shares.map(({ raw, review }) => [raw, review])).toEqual(['14.29', '16.67', '12.50'].map((raw) => [raw, false]));
  });

  test('unconstrained alone does not flag', async () => {
    const [cell] = await cellsOf('支出预算总表\n单位：万元\n科目编码→科目名称→金额\n208→甲→1.00');
    expect([cell!.valueState, cell!.review]).toEqual(['unconstrained', false]);
  });

  test('an unreadable number does; its value is unknown, not guessed', async () => {
    const cells = await cellsOf('支出预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→1.00\n210→乙→1O.00');
    expect(cells.map(({ raw, value, review }) => [raw, value, review])).toEqual([
      ['1.00', '1.00', false],
      ['1O.00', null, true],
    ]);
  });

  test('a number read with doubt does', async () => {
    const cells = await cellsOf('支出预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→1.00\n210→乙→1,00.00');
    expect(cells.map(({ raw, review }) => [raw, review])).toEqual([
      ['1.00', false],
      ['1,00.00', true],
    ]);
  });
});

test('what a page adds up or takes over is a subtotal outside the sums, and no leaf', async () => {
  const { disclosure, report } = await read(
    `${COVER}支出预算总表\n单位：万元\n科目编码→科目名称→合计\n→合计→7.00\n201→一般公共服务支出→3.00\n→本页小计→3.00\n→承前页→3.00\n208→社会保障和就业支出→4.00\n`,
  );
  const rows = disclosure.tables[0]?.rows ?? [];
  expect(rows.map(({ label, role, isLeaf }) => `${label} ${role} ${isLeaf}`)).toEqual([
    '合计 total false',
    '一般公共服务支出 item true',
    '本页小计 subtotal false',
    '承前页 subtotal false',
    '社会保障和就业支出 item true',
  ]);
  expect(report.equations.map(({ status, addends }) => [status, addends])).toEqual([['exact', 2]]);
});

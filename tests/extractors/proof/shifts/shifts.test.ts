import { expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { read } from '../../documents.ts';

const HEAD = ['江川市水利局', '2026年部门预算', '', '支出总表', '单位：万元'];

/** `row: raw …` of each row in doubt. */
async function doubted(header: string, ...rows: readonly string[]): Promise<string[]> {
  const { disclosure, report } = await read([...HEAD, header, ...rows].join('\n'));
  const named = new Set(report.review.filter(({ ruleId }) => ruleId === 'row/shifted').flatMap(({ factIds }) => factIds));
  for (const table of disclosure.tables)
    for (const { factId, review, valueState } of factCells(table))
      if (named.has(factId)) expect([review, valueState === 'proved']).toEqual([true, false]);
  return disclosure.tables.flatMap(({ rows: own }) =>
    own.flatMap(({ code, cells }) => {
      const raws = cells.flatMap(({ factId, raw }) => (named.has(factId) ? [raw] : []));
      return raws.length === 0 ? [] : [`${code}: ${raws.join(' ')}`];
    }),
  );
}

const HEADER = '科目编码→科目名称→合计→基本支出→项目支出→上年结转';
const ROWS = [
  '→合计→35.00→20.00→10.00→5.00',
  '213→农林水支出→35.00→20.00→10.00→5.00',
  '21303→水利→35.00→20.00→10.00→5.00',
  '2130301→行政运行→20.00→20.00→→',
  '2130306→水利工程运行与维护→15.00→→10.00→5.00',
];
const replaced = (from: string, to: string): string[] => ROWS.map((row) => row.replace(from, to));

test('rows whose sums hold where they stand are in no doubt', async () => {
  expect(await doubted(HEADER, ...ROWS)).toEqual([]);
});

test('a blank total whose parts and itself stand a column further right', async () => {
  expect(await doubted(HEADER, ...replaced('行政运行→20.00→20.00→→', '行政运行→→20.00→20.00→'))).toEqual(['2130301: 20.00 20.00']);
});

test('the numbers from one of them to the last, a column further left', async () => {
  const header = '科目编码→科目名称→合计→财政拨款→→→上年结转\n→→→小计→一般公共预算→政府性基金→';
  const rows = [
    '→合计→35.00→30.00→30.00→→5.00',
    '213→农林水支出→35.00→30.00→30.00→→5.00',
    '21303→水利→35.00→30.00→30.00→→5.00',
    '2130301→行政运行→20.00→→20.00→20.00→',
    '2130306→水利工程运行与维护→15.00→10.00→10.00→→5.00',
  ];
  expect(await doubted(header, ...rows)).toEqual(['2130301: 20.00 20.00']);
});

test('a wrong number, and one that is lost, are no shift', async () => {
  expect(await doubted(HEADER, ...replaced('行政运行→20.00', '行政运行→26.00'))).toEqual([]);
  expect(await doubted(HEADER, ...replaced('维护→15.00', '维护→'))).toEqual([]);
});

test('one number alone is a repair among others', async () => {
  const header = '科目编码→科目名称→合计→当年预算→→→上年结转\n→→→小计→基本支出→项目支出→小计';
  expect(await doubted(header, '208→甲→9.00→6.00→4.00→2.00→3.00', '20801→乙→6.00→6.00→4.00→2.00→', '20802→丙→3.00→0.00→→3.00→')).toEqual(
    [],
  );
});

test('zeros are exact anywhere and show nothing', async () => {
  expect(await doubted(HEADER, ...replaced('行政运行→20.00→20.00→→', '行政运行→→0.00→0.00→20.00'))).toEqual([]);
});

test('in rows of up to 60 columns', async () => {
  const wide = (columns: number): string[] => {
    const parts = Array.from({ length: columns - 1 }, (_, i) => `经费${i + 1}`);
    const blank = '→'.repeat(columns - 3);
    return [
      `科目编码→科目名称→合计→${parts.join('→')}`,
      `208→甲→9.00→9.00→${blank}`,
      `20801→乙→5.00→5.00→${blank}`,
      `20802→丙→→4.00→4.00${blank}`,
    ];
  };
  const [header = '', ...rows] = wide(60);
  expect(await doubted(header, ...rows)).toEqual(['20802: 4.00 4.00']);
  const [wider = '', ...others] = wide(61);
  expect(await doubted(wider, ...others)).toEqual([]);
});

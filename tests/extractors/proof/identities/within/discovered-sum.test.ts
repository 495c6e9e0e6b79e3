import { describe, expect, test, vi } from 'vitest';
import { discoveredSum } from '../../../../../extractors/proof/identities/within/discovered-sum.ts';
import { readByPlace as read, run } from '../../../documents.ts';

const HEAD = '项目支出情况表\n单位：万元\n项目名称→安排数→一期→二期→说明数';
const ROWS = [
  '甲项目→9.00→4.00→5.00→1.00',
  '乙项目→7.00→3.00→4.00→2.00',
  '丙项目→6.00→6.00→→1.00',
  '丁项目→8.50→3.50→5.00→3.00',
  '戊项目→2.00→1.00→1.00→1.00',
  '己项目→4.00→→4.00→5.00',
];
const sums = (text: string) =>
  run(text)
    .reconciled.equations.filter(({ identity }) => identity === 'discovered-sum')
    .map(({ status, terms }) => `${status} ${terms.map(({ id }) => id.slice(2)).join(' ')}`);

describe('a column that adds up its neighbours though no word says so', () => {
  test('is found when nearly every row shows it', () => {
    expect(sums(`${HEAD}\n${ROWS.join('\n')}`)).toEqual([
      'exact r0c0 r0c1 r0c2',
      'exact r1c0 r1c1 r1c2',
      'exact r2c0 r2c1',
      'exact r3c0 r3c1 r3c2',
      'exact r4c0 r4c1 r4c2',
      'exact r5c0 r5c2',
    ]);
  });

  test('confirms numbers and proves none', async () => {
    const { disclosure } = await read(`江川市档案馆2026年部门预算\n\n${HEAD}\n${ROWS.join('\n')}`);
    const states = disclosure.tables[0]!.rows.flatMap((row) => row.cells.map(({ valueState }) => valueState));
    expect(states).not.toContain('proved');
    expect(states).toContain('consistent');
  });

  test('shows the row that does not follow', async () => {
    const more = [
      ...ROWS,
      '庚项目→9.00→4.00→5.00→1.00',
      '辛项目→3.00→1.00→2.00→1.00',
      '壬项目→5.00→1.00→4.00→1.00',
      '癸项目→6.00→2.00→9.00→1.00',
    ];
    const text = `${HEAD}\n${more.join('\n')}`;
    expect(sums(text).filter((line) => line.startsWith('broken'))).toEqual(['broken r9c0 r9c1 r9c2']);
    const { report } = await read(`江川市档案馆2026年部门预算\n\n${text}`);
    expect(report.review[0]!.proposal).toBe('t1r9c2: 9.00 → 4.00');
  });

  test('is not believed from few rows, nor where two in six fail', () => {
    expect(sums(`${HEAD}\n${ROWS.slice(0, 4).join('\n')}`)).toEqual([]);
    const failing = ROWS.with(0, '甲项目→9.10→4.00→5.00→1.00').with(1, '乙项目→7.10→3.00→4.00→2.00');
    expect(sums(`${HEAD}\n${failing.join('\n')}`)).toEqual([]);
  });

  test('from five rows, three of them with two addends', () => {
    const found = (rows: readonly string[]) => sums(`${HEAD}\n${rows.join('\n')}`).length;
    expect([4, 5].map((count) => found(ROWS.slice(0, count)))).toEqual([0, 5]);
    const single = '庚项目→8.00→8.00→→2.00';
    expect([[single], [single, single.replace('庚', '辛')]].map((more, i) => found([...ROWS.slice(0, 4 - i), ...more]))).toEqual([5, 0]);
  });

  test('where one in ten fails, not one in nine', () => {
    const more = ['庚项目→9.00→4.00→5.00→1.00', '辛项目→3.00→1.00→2.00→1.00', '壬项目→6.00→2.00→9.00→1.00'];
    const found = (rows: readonly string[]) => sums(`${HEAD}\n${rows.join('\n')}`).length;
    expect([found([...ROWS, ...more, '癸项目→5.00→1.00→4.00→1.00']), found([...ROWS, ...more])]).toEqual([10, 0]);
  });

  test('of eight addends', () => {
    const of = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `${'一二三四五六七八九'.charAt(i)}期`);
      const rows = Array.from({ length: 6 }, (_, r) => {
        const amounts = names.map((_, i) => (r + 2) * 10 + i ** 2);
        return `${'甲乙丙丁戊己'.charAt(r)}项目→${amounts.reduce((sum, amount) => sum + amount, 0)}.00→${amounts.map((amount) => `${amount}.00`).join('→')}→1.00`;
      });
      return sums(`项目支出情况表\n单位：万元\n项目名称→安排数→${names.join('→')}→说明数\n${rows.join('\n')}`).length;
    };
    expect([8, 9].map(of)).toEqual([6, 0]);
  });

  test('is left alone where the header declares a total', () => {
    expect(
      sums(`${HEAD.replace('安排数', '合计').replace('说明数', '三期')}\n${ROWS.map((row) => row.replace(/→[^→]*$/, '→')).join('\n')}`),
    ).toEqual([]);
  });
});

test('of thousands of columns each is held against those beside it only', () => {
  /** Elements that are copied for a row of so many columns. */
  const copied = (columns: number): number => {
    const numbers = Array.from({ length: columns }, (_, i) => `${i % 7}.00`).join('→');
    const [table] = run(`${HEAD}\n甲项目→${numbers}`).placed.tables;
    const slice = Array.prototype.slice;
    let count = 0;
    const spy = vi.spyOn(Array.prototype, 'slice').mockImplementation(function (this: unknown[], ...range) {
      const part = slice.apply(this, range);
      count += part.length;
      return part;
    });
    discoveredSum.columns?.(table!);
    spy.mockRestore();
    return count;
  };
  expect(copied(400) / copied(200)).toBeLessThan(2.25);
});

import { describe, expect, test } from 'vitest';
import { rowsOf, ruleIds, run } from '../../documents.ts';

const HEAD = '支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出\n208→甲→1.00→1.00';
const read = (cell: string) => {
  const { nested, findings } = run(`${HEAD}\n210→乙→${cell}→1.00`);
  const row = nested.tables[0]!.items[1]!;
  return {
    cell: row.cells.find((other) => other.column === 0),
    attributes: row.attributes,
    rules: ruleIds(findings).filter((id) => id.startsWith('value/')),
  };
};

describe('printed text to decimal strings', () => {
  test.each([
    ['8, 510.93', '8510.93'],
    ['**36**', '36'],
    ['<b>63,564.63</b>', '63564.63'],
    ['（5.36）', '-5.36'],
    ['△5.36', '-5.36'],
    ['０．５０', '0.50'],
  ])('%s', (text, value) => {
    const { cell, rules } = read(text);
    expect([cell!.value, cell!.doubtful, rules]).toEqual([value, false, []]);
  });

  test('a remark behind a number is an attribute of its row', () => {
    const { cell, attributes, rules } = read('114.25（含结转12.00）');
    expect([cell!.value, cell!.raw, cell!.doubtful, rules]).toEqual(['114.25', '114.25（含结转12.00）', false, []]);
    expect(attributes).toEqual({ 合计: '含结转12.00' });
  });

  test('raw is what is printed', () => {
    expect([read('8, 510.93'), read('（5.36）'), read('△ 5.36')].map(({ cell }) => cell!.raw)).toEqual(['8, 510.93', '（5.36）', '△ 5.36']);
  });

  test.each([
    ['1,23.45', '123.45'],
    ['1O5.30', null],
    ['12.3.4', null],
  ])('%s is doubtful and reported', (text, value) => {
    const { cell, rules } = read(text);
    expect([cell!.value, cell!.doubtful, rules]).toEqual([value, true, ['value/unreadable-number']]);
  });

  test('text in a value column stays as an attribute', () => {
    const { cell, attributes } = read('见附注');
    expect([cell, attributes]).toEqual([undefined, { 合计: '见附注' }]);
  });
});

test('percents say so and are no money', () => {
  const { nested } = run('支出决算表\n单位：万元\n科目编码→科目名称→决算数→完成率\n208→甲→1.00→104.51%');
  expect(nested.tables[0]!.items[0]!.cells.map(({ value, percent }) => [value, percent])).toEqual([
    ['1.00', false],
    ['104.51', true],
  ]);
});

test('a table without unit is reported once', () => {
  const { findings } = run('支出预算总表\n科目编码→科目名称→合计\n208→甲→1.00');
  expect(ruleIds(findings).filter((id) => id === 'value/unit-unknown')).toHaveLength(1);
});

/** `value rule` of the numbers of a table with one value column. */
const column = (cells: readonly string[], caption = '单位：元'): string[] => {
  const rows = cells.map((cell, i) => `2130${301 + i}→某项${'甲乙丙丁戊己庚辛壬癸'[i]}→${cell}`);
  const { nested } = run(`支出预算总表\n${caption}\n科目编码→科目名称→合计\n${rows.join('\n')}`);
  return nested.tables[0]!.items.flatMap((row) =>
    row.cells.map(({ value, doubt, doubtful }) => `${value} ${doubt ?? (doubtful ? 'doubtful' : '')}`.trim()),
  );
};

describe('numbers that set off their last three digits only', () => {
  test('are written so where three are and none is otherwise', () => {
    expect(column(['4200,000', '3200,000', '1000,000', '900'])).toEqual(['4200000', '3200000', '1000000', '900']);
  });

  test('are doubtful where only two are, or others set off all groups', () => {
    expect(column(['4200,000', '3200,000', '900'])).toEqual(['4200000 doubtful', '3200000 doubtful', '900']);
    expect(column(['4200,000', '3200,000', '1000,000', '1,000,000'])).toEqual([
      '4200000 doubtful',
      '3200000 doubtful',
      '1000000 doubtful',
      '1000000',
    ]);
  });
});

describe('a third decimal', () => {
  const two = Array.from({ length: 8 }, (_, i) => `${i + 1}.50`);

  test('is in doubt among eight numbers of two', () => {
    expect(column(['7.251', ...two])[0]).toBe('7.251 value/odd-decimals');
    expect(column(['7.251', ...two.slice(1)])[0]).toBe('7.251');
  });

  test('is in no doubt where it is a zero, or others have one', () => {
    expect(column(['7.250', ...two])[0]).toBe('7.250');
    expect(column(['7.251', '7.252', ...two])[0]).toBe('7.251');
  });
});

describe('units behind the numbers', () => {
  test('are those of the column, whatever the caption says', () => {
    const { nested } = run('支出预算总表\n单位：元\n科目编码→科目名称→合计→备注\n208→甲→1.00万元→x\n210→乙→2.00万元→y');
    const [table] = nested.tables;
    expect(table!.columns.map(({ unit }) => unit)).toEqual(['万元']);
    expect(table!.items.flatMap((row) => row.cells.map(({ value, doubtful }) => [value, doubtful]))).toEqual([
      ['1.00', false],
      ['2.00', false],
    ]);
  });

  test('are in doubt where they differ', () => {
    expect(column(['1.00万元', '2.00', '30元'])).toEqual(['1.00 value/unit-differs', '2.00', '30']);
    expect(column(['1.00万元', '2.00元'])).toEqual(['1.00 value/unit-differs', '2.00']);
  });
});

test('### stands for a number that the file has lost, in the column of numbers', () => {
  const rows = '208→甲→###→1.00\n210→乙→####→2.00';
  const { nested, findings } = run(`支出预算总表\n单位：元\n科目编码→科目名称→合计→基本支出\n${rows}`);
  expect(rowsOf(nested.tables[0]!)).toEqual(['208 甲: 0=«###» 1=1.00', '210 乙: 0=«####» 1=2.00']);
  expect(ruleIds(findings).filter((id) => id === 'value/unreadable-number')).toHaveLength(2);
});

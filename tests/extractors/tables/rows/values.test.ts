import { describe, expect, test } from 'vitest';
import { ruleIds, run } from '../../documents.ts';

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

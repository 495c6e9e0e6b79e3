import { describe, expect, test } from 'vitest';
import { isTotalLabel, numberingLevel, numberingOrdinal, roleOf, sideOfLabel } from '../../../extractors/notation/roles.ts';

describe('roles', () => {
  test.each([
    ['合计', null, 'total'],
    ['总 计', null, 'total'],
    ['收入总计', null, 'total'],
    ['收支合计', null, 'total'],
    ['支出共计', null, 'total'],
    ['一、合计', null, 'total'],
    ['人员经费共计', null, 'subtotal'],
    ['总计：', null, 'total'],
    ['支 出 总 计', null, 'total'],
    ['本年收入合计', null, 'subtotal'],
    ['人员经费合计', null, 'subtotal'],
    ['公用经费小计', null, 'subtotal'],
    ['其中：公务用车购置费', null, 'memo'],
    ['其中:一般公共预算', null, 'memo'],
    ['本页小计', null, 'memo'],
    ['承前页', null, 'memo'],
    ['承上页合计', null, 'memo'],
    ['过次页', null, 'memo'],
    ['转下页', null, 'memo'],
    ['江川市档案馆', '578002', 'unit'],
    ['行政运行', '2010801', 'item'],
    ['一、教育支出', null, 'item'],
    ['合计', '20899', 'item'],
  ] as const)('%s %s is %s', (label, code, role) => expect(roleOf(label, code)).toBe(role));

  test('totals by their label', () => expect(['合计', '本年支出合计', '办公费'].map(isTotalLabel)).toEqual([true, true, false]));
});

test.each([
  ['一、教育支出', 1],
  ['十二、住房保障支出', 1],
  ['（一）工资福利支出', 2],
  ['(二)商品和服务支出', 2],
  ['1.办公费', 3],
  ['2、公务接待费', 3],
  ['（1）购置费', 4],
  ['其中：1.公务用车购置费', 3],
  ['①一般公共预算', 5],
  ['2.5万元以上设备', 0],
  ['办公费', 0],
])('numbering of %s is level %i', (label, level) => expect(numberingLevel(label)).toBe(level));

test.each([
  ['十二、住房保障支出', 12],
  ['（3）运行费', 3],
  ['其中：②政府性基金', 2],
  ['第三产业', 0],
])('the numbering of %s counts %i', (label, ordinal) => expect(numberingOrdinal(label)).toBe(ordinal));

test.each([
  ['一、一般公共预算拨款收入', 'revenue'],
  ['上年结转结余', 'revenue'],
  ['使用非财政拨款结余', 'revenue'],
  ['附属单位上缴收入', 'revenue'],
  ['上级补助收入', 'revenue'],
  ['一、教育支出', 'expenditure'],
  ['二、年终结转结余', 'expenditure'],
  ['结余分配', 'expenditure'],
  ['结转下年', 'expenditure'],
  ['办公用品', null],
] as const)('%s speaks of %s', (label, side) => expect(sideOfLabel(label)).toBe(side));

import { describe, expect, test } from 'vitest';
import { isTitle, parseCaption, parseContentsEntry, titleKey, titleOfTab, unitInNotes } from '../../../extractors/notation/captions.ts';

/** The parts of a caption line that are there. */
function partsOf(text: string): Record<string, unknown> | null {
  const caption = parseCaption(text);
  return caption && Object.fromEntries(Object.entries(caption).filter(([, value]) => value !== null));
}

describe('lines above a table', () => {
  test.each<[string, Record<string, unknown> | null]>([
    ['收支预算总表', { title: '收支预算总表' }],
    ['收 支 预 算 总 表', { title: '收支预算总表' }],
    ['表1', { number: '表1' }],
    ['表 12', { number: '表12' }],
    ['公开01表', { number: '公开01表' }],
    ['公开 01 表', { number: '公开01表' }],
    ['附表3', { number: '附表3' }],
    ['预算公开表2', { number: '预算公开表2' }],
    ['表1 收支预算总表', { number: '表1', title: '收支预算总表' }],
    ['表1、收支预算总表', { number: '表1', title: '收支预算总表' }],
    ['表12.收支预算总表', { number: '表12', title: '收支预算总表' }],
    ['表1、表2', null],
    ['表三公经费支出表', { title: '表三公经费支出表' }],
    ['单位：万元', { unit: '万元' }],
    ['单位:元', { unit: '元' }],
    ['金额单位：万元', { unit: '万元' }],
    ['（单位：千元）', { unit: '千元' }],
    ['单位：人民币万元', { unit: '万元' }],
    ['单位：百元', { unit: '百元' }],
    ['单位：百万元', { unit: '百万元' }],
    ['计量单位：百', { unitOpen: '百' }],
    ['（单位：百', { unitOpen: '百' }],
    ['（单位：百元）', { unit: '百元' }],
    ['单位：千万元', { unit: '千万元' }],
    ['单位：百', { unitOpen: '百' }],
    ['单位：千', { unitOpen: '千' }],
    ['单位：千万', { unitOpen: '千万' }],
    ['单位：百万', { unitOpen: '百万' }],
    ['单位：万', { unitOpen: '万' }],
    ['单位：', { unitOpen: '' }],
    ['单位名称：江川市档案馆', { entity: '江川市档案馆' }],
    ['单位名称：江川市档案馆 单位：万元', { entity: '江川市档案馆', unit: '万元' }],
    ['编制单位：江川市档案馆 2026年度 金额单位：元', { entity: '江川市档案馆2026年度', unit: '元' }],
    ['2026年度', { year: 2026 }],
    ['（2026年）', { year: 2026 }],
    ['本表为空。', null],
    ['详见附表', null],
    ['2026年收入预算表编制说明', null],
    ['表中合计数与各分项之和有尾差，系四舍五入所致。', null],
    ['', null],
  ])('%s', (text, parts) => expect(partsOf(text)).toEqual(parts));
});

test('a title ends in the word for table and is no sentence', () => {
  expect(['支出预算总表', '部门收入总体情况表', '项目支出明细', '一般公共预算支出表（按功能分类）'].map(isTitle)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['填报本表', '如下表所示：收入表', '123', '表', '收支平衡。'].map(isTitle)).toEqual([true, false, false, false, false]);
});

describe('entries of a contents page', () => {
  test.each([
    ['表 1. 收支预算总表', { number: '表1', title: '收支预算总表' }],
    ['一、收入决算表', { number: null, title: '收入决算表' }],
    ['三、支出预算总表 ........ 12', { number: null, title: '支出预算总表' }],
    ['第二部分 2026年部门预算表', null],
    ['2026年部门预算表', null],
    ['二、预算编制情况', null],
    ['2026年收支预算总表', { number: null, title: '2026年收支预算总表' }],
    ['12 收入预算表', { number: null, title: '收入预算表' }],
    ['三公经费支出表', { number: null, title: '三公经费支出表' }],
    ['公开01表 收入支出决算总表', { number: '公开01表', title: '收入支出决算总表' }],
    ['预算公开表3 支出总表 … … … 7', { number: '预算公开表3', title: '支出总表' }],
    ['附表1-2 专项转移支付绩效目标表', { number: '附表1-2', title: '专项转移支付绩效目标表' }],
  ])('%s', (text, entry) => expect(parseContentsEntry(text)).toEqual(entry));
});

test('titles are the same but for spaces, brackets, quotes, year and width', () => {
  expect(titleKey('2026年度 “三公”经费支出表（部门）')).toBe(titleKey('三公经费支出表部门'));
});

test.each([
  ['Z01 收入支出决算总表', '收入支出决算总表'],
  ['1收支总表', '收支总表'],
  ['表3-支出总表', '支出总表'],
  ['三、支出总表 (2)', '支出总表'],
  ['三公经费支出表', '三公经费支出表'],
  ['Sheet1', null],
  ['2024年部门决算公开表', null],
])('the tab %s names the table %s', (name, title) => expect(titleOfTab(name)).toBe(title));

test.each([
  [['注：本表金额单位为千元，因四舍五入略有差异。'], '千元'],
  [['备注：计量单位：', '百万元'], '百万元'],
  [['说明：以万元为单位，保留两位小数。'], '万元'],
  [['注：单位为万元，采购数量以台为单位。'], '万元'],
  [['注：甲表单位为元，乙表单位为万元。'], null],
  [['注：本表为空。'], null],
  [[], null],
])('notes %j give the unit %s', (notes, unit) => expect(unitInNotes(notes)).toBe(unit));

test('brackets behind a title may hold 24 characters', () => {
  expect(isTitle(`支出明细表（${'按'.repeat(24)}）`)).toBe(true);
  expect(isTitle(`支出明细表（${'按'.repeat(25)}）`)).toBe(false);
});

test.each(['支出预算总表（续表）', '支出预算总表（续）', '支出预算总表续表2', '支出预算总表（续表一）'])(
  '%s goes on with 支出预算总表',
  (title) => expect(titleKey(title)).toBe(titleKey('支出预算总表')),
);

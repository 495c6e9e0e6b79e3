import { describe, expect, test } from 'vitest';
import { metadataOf } from '../../../extractors/document/metadata.ts';
import { entityIdOf, levelOf, parentOf, type Shown, scopeOf } from '../../../extractors/document/publisher.ts';
import { regionOf } from '../../../extractors/document/region.ts';
import { run } from '../documents.ts';

const NOTHING: Shown = { cover: '', lines: [], rows: [], units: [] };
const TABLE = '支出预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→1.00';
const meta = (text: string) => {
  const { blocks, nested } = run(text);
  return metadataOf({ blocks, tables: nested.tables });
};

describe('level', () => {
  test.each([
    ['国家信访局', '', 'central'],
    ['江苏省人民检察院', '', 'province'],
    ['北京市信访办公室', '', 'province'],
    ['上海交通职业技术学院', '上海市2026年市级单位预算', 'province'],
    ['深圳市生态环境局福田管理局', '', 'city'],
    ['上海市普陀区司法局', '', 'county'],
    ['新民市财政局', '', 'county'],
    ['福州经济技术开发区生态环境局', '', 'county'],
    ['沈阳市和平区某街道办事处', '', 'township'],
    ['沈阳市和平区某街道办事处', '沈阳市和平区2024年区级部门预算', 'county'],
    ['青禾市水务局', '', null],
    ['青禾市水务局', '2026年市级部门预算', 'city'],
  ])('%s, %s: %s', (name, cover, level) => expect(levelOf(name, regionOf([name], []), cover)).toBe(level));

  test('of a place that only the text speaks of, none', () => {
    expect(levelOf('某中心', regionOf(['某中心'], ['沈阳市', '沈阳市', '沈阳市']), '')).toBeNull();
  });
});

describe('scope', () => {
  const scope = (name: string, cover: string, shown: Partial<Shown> = {}, parent: string | null = null) =>
    scopeOf(name, parent, { ...NOTHING, cover, ...shown });

  test.each([
    ['某市财政局', '某市财政局2026年部门预算', 'aggregated'],
    ['某市财政局（本级）', '某市财政局（本级）2026年部门预算', 'own'],
    ['某市财政局', '某市财政局机关2026年单位预算', 'own'],
    ['某市财政局', '某市财政局2026年单位预算', 'own'],
    ['某市会计中心', '某市会计中心2026年单位预算', 'subordinate'],
    ['某市财政局', '收支总表', null],
  ])('%s, %s: %s', (name, cover, expected) => expect(scope(name, cover)).toBe(expected));

  test('a unit with a body above it is subordinate, whatever its name ends in', () => {
    expect(scope('某联合管理办公室', '2026年单位预算', {}, '某市商务委员会')).toBe('subordinate');
  });

  test('what the text calls its publisher counts where the cover says nothing: three times, and twice as often', () => {
    const lines = ['本部门职责', '部门预算编制', '本部门收入'];
    expect(scope('某市财政局', '', { lines })).toBe('aggregated');
    expect(scope('某市财政局', '', { lines: lines.slice(1) })).toBeNull();
    expect(scope('某市财政局', '', { lines: [...lines, '本单位', '本单位'] })).toBeNull();
  });

  test('several units in the tables are those of a department', () => {
    expect(scope('某市财政局', '', { units: ['某市财政局', '某市会计中心'] })).toBe('aggregated');
    expect(scope('某市财政局', '', { units: ['某市财政局', '某市财政局'] })).toBeNull();
  });
});

test('the body above: of the own office the department, else whom cover or forms name', () => {
  const rows = [['主管部门及代码', '245-某市卫生健康委员会', '实施单位', '某市急救中心']];
  expect(parentOf('某市财政局（本级）', NOTHING)).toBe('某市财政局');
  expect(parentOf('某市急救中心', { ...NOTHING, rows })).toBe('某市卫生健康委员会');
  expect(parentOf('某市卫生健康委员会', { ...NOTHING, rows })).toBeNull();
  expect(parentOf('某市急救中心', { ...NOTHING, cover: '预算主管部门：某市卫生健康委员会 预算单位：某市急救中心' })).toBe(
    '某市卫生健康委员会',
  );
  expect(parentOf('某市急救中心', { ...NOTHING, rows: [...rows, ['主管部门', '某市财政局']] })).toBeNull();
});

test('（本级） is part of the name, （汇总） is not', () => {
  const caption = TABLE.replace('单位：万元', '单位名称：某市甲局（汇总）\n单位：万元');
  expect(meta(`某市甲局（本级）2026年部门预算\n\n${TABLE}`)).toMatchObject({
    entity: { name: '某市甲局（本级）' },
    scope: 'own',
    parentEntity: '某市甲局',
  });
  expect(meta(`某市甲局2026年部门预算\n\n${caption}`)).toMatchObject({
    entity: { name: '某市甲局' },
    scope: 'aggregated',
    parentEntity: null,
  });
});

test('the id is the same for every spelling of a name', () => {
  const id = (name: string) => entityIdOf(name, regionOf([name], []));
  expect(id('沈阳市医疗保障局')).toBe('210100/医疗保障局');
  expect(id('辽宁省沈阳市医疗保障局')).toBe('210100/医疗保障局');
  expect(id('沈阳市医疗保障局（汇总）')).toBe('210100/医疗保障局');
  expect(id('沈阳市医疗保障局（本级）')).toBe('210100/医疗保障局(本级)');
  expect(id('青禾市水务局')).toBe('青禾市水务局');
});

test('a name that the cover breaks over lines is whole where the text says it whole', () => {
  const cover = (...lines: string[]) => meta([...lines, '第一部分 中共某市甲区委社会工作部概况', TABLE].join('\n\n'));
  expect(cover('中共某市甲区委', '社会工作部2024年度', '部门决算')).toMatchObject({
    entity: { name: '中共某市甲区委社会工作部' },
    title: '中共某市甲区委社会工作部2024年度部门决算',
  });
  expect(meta(`2026年度\n\n某市开发区生态\n\n环境局\n\n单位预算\n\n某市开发区生态环境局负责本区工作。\n\n${TABLE}`).entity.name).toBe(
    '某市开发区生态环境局',
  );
  expect(meta(`某市甲局\n\n乙中心\n\n2026年部门预算\n\n${TABLE}`).entity.name).toBe('某市甲局');
});

test('or where its lines say so: the first begins with a place and ends as no name does', () => {
  expect(meta(`2026年度\n\n青禾市水文监测\n\n与技术保障中心\n\n单位预算\n\n${TABLE}`)).toMatchObject({
    entity: { name: '青禾市水文监测与技术保障中心' },
    title: '青禾市水文监测与技术保障中心单位预算',
  });
  const named = (...lines: string[]) => meta([...lines, '2026年部门预算', TABLE].join('\n\n')).entity.name;
  expect(named('青禾市中级', '人民法院')).toBe('青禾市中级人民法院');
  expect(named('让人民满意', '青禾市水务局')).toBe('青禾市水务局');
  expect(named('青禾市人民满意工程', '青禾市水务局')).toBe('青禾市水务局');
  expect(named('青禾市2026年', '水务管理局')).toBe('水务管理局');
});

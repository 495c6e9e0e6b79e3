import { describe, expect, test } from 'vitest';
import { regionOf } from '../../../extractors/document/region.ts';
import { REGION_NAMES } from '../../../schemas/lexicon/regions/index.ts';

const region = (name: string | null, lines: string[] = []): (string | null)[] => {
  const { province, city } = regionOf([name], lines).region;
  return [province, city];
};

describe('the place of a publisher', () => {
  test.each([
    ['沈阳市医疗保障局', '辽宁省', '沈阳市'],
    ['辽宁省沈阳市医疗保障局', '辽宁省', '沈阳市'],
    ['辽宁省档案馆', '辽宁省', null],
    ['中共上海市普陀区委社会工作部', '上海市', '上海市'],
    ['上海交通职业技术学院', '上海市', '上海市'],
    ['2026年深圳市某局（本级）', '广东省', '深圳市'],
    ['福州经济技术开发区生态环境局', '福建省', '福州市'],
    ['吉林市财政局', '吉林省', '吉林市'],
    ['吉林省财政厅', '吉林省', null],
    ['延边朝鲜族自治州财政局', '吉林省', '延边朝鲜族自治州'],
    ['延边州财政局', '吉林省', '延边朝鲜族自治州'],
    ['阿坝州水务局', '四川省', '阿坝藏族羌族自治州'],
    ['锡林郭勒盟水利局', '内蒙古自治区', '锡林郭勒盟'],
    ['重庆市水利局', '重庆市', '重庆市'],
  ])('%s', (name, province, city) => {
    expect(region(name)).toEqual([province, city]);
  });

  test.each([
    '国家信访局',
    '江川省南屏市水务局',
    '青禾市水务局',
    '朝阳区档案馆',
    '鼓楼区财政局',
    '城区财政局',
    '中山大学',
    '南京路街道办事处',
    '财政局',
  ])('%s says nothing that is sure', (name) => {
    expect(region(name)).toEqual([null, null]);
  });

  test('a body without a place in its name is where its text speaks of one city', () => {
    const lines = ['负责全市水利工作', '苏州市水务局指导', '按苏州市要求', '报苏州市审批'];
    expect(region('水务局', lines)).toEqual(['江苏省', '苏州市']);
    expect(region('水务局', [...lines, '学习无锡市经验', '学习无锡市经验'])).toEqual([null, null]);
    expect(region('水务局', lines.slice(0, 3))).toEqual([null, null]);
  });

  test.each([
    ['上海市普陀区司法局', '普陀区', '310107'],
    ['中共上海市普陀区委社会工作部', '普陀区', '310107'],
    ['昆山市水务局', '昆山市', '320583'],
    ['江苏省昆山市水务局', '昆山市', '320583'],
    ['海南区财政局', '海南区', '150303'],
    ['仙桃市审计局', '仙桃市', '429004'],
    ['沈阳市医疗保障局', null, '210100'],
    ['重庆市渝中区审计局', '渝中区', '500103'],
    ['北京市信访办公室', null, '110000'],
    ['辽宁省档案馆', null, '210000'],
  ])('%s: county %s, code %s', (name, county, code) => {
    const found = regionOf([name], []).region;
    expect([found.county, found.code]).toEqual([county, code]);
  });

  test('a county of which there are several is that of the place of which its text speaks', () => {
    const of = (lines: string[]) => regionOf(['鼓楼区财政局'], lines).region.code;
    expect(of(['南京市', '南京市', '南京市'])).toBe('320106');
    expect(of(['福州市', '福州市', '福州市'])).toBe('350102');
    expect(of([])).toBeNull();
  });

  test('the title may say it more narrowly than the name', () => {
    expect(regionOf(['上海市某中心', '上海市普陀区2026年区级单位预算'], []).region.code).toBe('310107');
    expect(regionOf(['沈阳市某中心', '上海市普陀区2026年区级单位预算'], []).region.code).toBe('210100');
  });

  test('a body of the whole country has no place, whatever its text speaks of', () => {
    expect(region('国家信访局', ['北京市', '北京市', '北京市'])).toEqual([null, null]);
  });
});

test('every name of the vocabulary is said once and has a short form of two characters or more', () => {
  const names = REGION_NAMES.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(REGION_NAMES.filter(({ short }) => short.length < 2)).toEqual([]);
  expect(REGION_NAMES).toHaveLength(367);
});

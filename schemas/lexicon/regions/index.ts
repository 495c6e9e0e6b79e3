/**
 * Names of places and their codes, as data: provinces, prefectures and counties, and what bodies of each level are called; imports schemas.
 */
import type { Level } from '../../disclosure.ts';
import { EAST } from './east.ts';
import { NORTH } from './north.ts';
import { SOUTH } from './south.ts';
import { WEST } from './west.ts';

/**
 * Divisions of GB/T 2260 (县级以上行政区划代码, as of 2023). A line is `code|province`, or `code|prefecture|counties`, these with the
 * last two digits of their code before their name. Counties without a prefecture stand in a line whose name is empty; the four
 * municipalities are their own city.
 */
const DIVISIONS: readonly string[] = [NORTH, EAST, SOUTH, WEST];

export interface Region {
  /** 辽宁省; null: unknown, or a body of the whole country. */
  province: string | null;
  /** 沈阳市, or the municipality itself; null: unknown, or a body of the whole province. */
  city: string | null;
  /** 和平区, 新民市; null: unknown, or a body of the whole city. */
  county: string | null;
  /** Six digits, of the smallest of the three. */
  code: string | null;
}

export const NO_REGION: Region = { province: null, city: null, county: null, code: null };

const MUNICIPALITY = /^(北京|天津|上海|重庆)市$/;
const PROVINCE_END = /(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$/;
const AUTONOMOUS = /((朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜)族?)+自治州$/;

/** Names as printed and what they stand for; `short`: without the ending, which is sure only at the head of a name. */
export interface RegionName {
  name: string;
  short: string;
  region: Region;
}

const lines: readonly string[][] = DIVISIONS.flatMap((text) => text.trim().split('\n')).map((line) => line.split('|'));

const provinceOf = (code: string): string => lines.find(([first]) => first === code.slice(0, 2))?.[1] ?? '';
const cityIn = (province: string, name: string): string | null => {
  if (MUNICIPALITY.test(province)) return province;
  return name === '' ? null : name;
};
const six = (code: string): string => code.padEnd(6, '0');

/** Provinces and prefectures, each province before its own. */
export const REGION_NAMES: readonly RegionName[] = lines.flatMap(([code = '', name = '', counties]): RegionName[] => {
  if (name === '') return [];
  const province = provinceOf(code);
  const short = counties === undefined ? name.replace(PROVINCE_END, '') : name.replace(AUTONOMOUS, '').replace(/[市盟]$|地区$/, '');
  const city = counties === undefined ? cityIn(province, '') : name;
  return [{ name, short, region: { province, city, county: null, code: six(code) } }];
});

/** Counties, in the order of their codes; a name may be that of several. */
export const COUNTIES: readonly { name: string; region: Region }[] = lines.flatMap(([code = '', name = '', counties = '']) => {
  const province = provinceOf(code);
  return counties.split(' ').flatMap((county) => {
    const own = county.slice(2);
    return own === ''
      ? []
      : [{ name: own, region: { province, city: cityIn(province, name), county: own, code: code + county.slice(0, 2) } }];
  });
});

/** Names of bodies of the whole country begin so. */
export const WHOLE_COUNTRY = /^(?:20\d\d年度?)?(?:中华人民共和国|国家|国务院|中央|全国|最高人民)/;
/** What can stand before the place in a body's name or in a title: a year, a party. */
export const BEFORE_PLACE = /^(?:20\d\d年度?|中共|中国共产党|共青团|中国共产主义青年团|民革|民盟|民建|民进|农工党|九三学社|台盟)+/;
/** 某省, 某市, 某某区 at the head of a line: a name begins with it. */
export const PLACE_AT_HEAD = /^.{1,8}?[省市县区旗州盟]/;
/** What makes a short name another word: 海南区, 南京路街道, 吉林大学. */
export const ANOTHER_WORD = /^(?:[区县旗路街]|[东西南北中]路|大学)/;
/** Short names that are common words, or names of other places and persons. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(['中山', '朝阳', '安康']);
/** 市级部门预算, 区级单位预算, 省本级: whose level a title says. */
export const LEVEL_WORDS: readonly { level: Level; pattern: RegExp }[] = [
  { level: 'province', pattern: /(?:省|自治区)(?:本)?级/ },
  { level: 'city', pattern: /市(?:本)?级/ },
  { level: 'county', pattern: /[区县旗](?:本)?级/ },
  { level: 'township', pattern: /[乡镇](?:本)?级/ },
];
/** 某某镇人民政府, 某某街道办事处, and what belongs to them. */
export const TOWNSHIP = /(?:街道|[镇乡苏])(?:办事处|人民政府|党工委|党委|人大|财政)|(?:街道|镇|乡)$/;
/** A county whose name nobody lists, or a zone with a budget of its own: 某县, 某某经济技术开发区, 某某新区. */
export const COUNTY_IN_NAME = /^.{1,12}?(?:县|旗|开发区|产业园区|工业园区|示范区|保税区|[^市校院]新区)/;

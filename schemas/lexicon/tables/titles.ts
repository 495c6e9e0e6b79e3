/**
 * The words of tables: what captions, headers and labels are made of, as data; imports lexicon and writing.
 */
import { MONEY_UNIT_STARTS, MONEY_UNITS } from '../money-units.ts';
import { NOTES } from '../writing/marks.ts';
import { COUNTED, NUMERAL, NUMERAL_OR_DIGIT } from '../writing/numerals.ts';
import { oneOf, startingWith } from '../writing/words.ts';
import { YEAR, YEAR_NUMBER } from '../writing/years.ts';

/** Numbers, titles, units and publishers as they stand above tables. Patterns see text without spaces but where it is said. */

/** Whose table, or of what: before 表 in its number (部门预算公开表1, 财决01表). */
const OWNERS = oneOf(['预算', '决算', '预决算', '批复', '部门', '单位', '公开', '公示', '财预', '财决', '财', '附']);
/** Owners before one number at most: 部门单位预算公开表1 has four. */
const MOST_OWNERS = 4;
/** 表1 2026年… without its spaces is table 1 of 2026, and no table 12; 表三公经费 has no number. */
const NUMBER = `(?:\\d{1,2}(?=${YEAR_NUMBER}年)|\\d{1,2}(?:-\\d{1,2})?(?!\\d)|${COUNTED}(?!公))`;
const NUMBERED_TABLE = `(?:(?:${OWNERS}{0,${MOST_OWNERS}}|[A-Z]附?)(?:表|件)格?\\s*${NUMBER}表?|${OWNERS}{1,${MOST_OWNERS}}${NUMBER}表)`;

/** 表1, 附表一, （预算公开表3）, 公开01表; also 表 1. */
export const TABLE_NUMBER_AT_START = new RegExp(`^[（(]?${NUMBERED_TABLE}[)）]?`);
/** 收支总表（预算表1）. */
export const TABLE_NUMBER_AT_END = new RegExp(`[（(]${OWNERS}{0,${MOST_OWNERS}}表${NUMBER}[)）]$`);
/** Among the first characters of a line: they are the number of a table, and none of a list. */
export const OF_TABLE = /表|^\d/;
/** Nothing but the number of a table. */
export const TABLE_NUMBER_ALONE = new RegExp(`^[（(]?${NUMBERED_TABLE}[)）]?$`);
/** The number of a table, or what a cut line leaves of it: 表1, 预算 3:. */
export const MAYBE_TABLE_NUMBER_AT_START = new RegExp(
  `^[（(]?${OWNERS}{0,${MOST_OWNERS}}\\s*表?\\s*${NUMERAL_OR_DIGIT}{1,3}(?:-\\d{1,2})?\\s*表?\\s*[:：)）]?`,
);

/** （一）, 一、: a point of a list, and no title. */
export const LIST_MARK = new RegExp(`^[（(]?${NUMERAL}+[)）、]`);

/** What the last word of a title is. */
const TABLE_WORDS = oneOf(['表', '明细', '一览']);
/** Characters in brackets behind a title at most: （按支出功能分类科目-不含上年结转） and the like. */
export const MAX_BRACKET = 24;
export const TITLE_END = new RegExp(`${TABLE_WORDS}(?:[（(][^（）()]{1,${MAX_BRACKET}}[)）])?$`);
/** What speaks of a table, and is none: 详见附表, 本表为空, 编制说明. */
export const NO_TITLE = new RegExp(
  `[。；;，,！？?：:]|^${oneOf(['本表', '见', '如', '详见', '附件', '以上', '空表', '附表说明', ...NOTES])}|编制说明$|的?说明$`,
);
/** A title that lacks the word for table goes on: 部门管理 | 专项资金预算表. */
export const TITLE_DONE = /[表）)]$/;
/** A piece of a title holds such a word. */
export const TITLE_PIECE = /预算|决算|收支|支出|经费/;
/** Words of two characters that titles are made of: between their halves no title ends and none begins. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  '一般 公共 预算 决算 收支 收入 支出 财政 拨款 政府 基金 国有 资本 经营 经费 项目 科目 功能 经济 分类 转移 支付 采购 购买 服务 绩效 目标 部门 汇总 总表 明细 情况'.split(
    ' ',
  ),
);
/** 支出总表（续表一）: the title as the next page repeats it. */
export const TITLE_GOES_ON = new RegExp(`续表?${NUMERAL_OR_DIGIT}*$`);
/** Years within titles, which are the same table's of another year. */
export const YEARS_IN_TITLE = new RegExp(YEAR, 'g');

/** What the title in the contents and the one above the table do not share. */
export const NO_MATTER_IN_TITLE = /部门|单位|本级|汇总/g;

/** The heading of the chapter that holds all tables. */
export const CHAPTER = new RegExp(`^(?:${YEAR})?(?:部门|单位|本级)?(?:预算|决算|预决算)(?:公开|批复|收支)?附?表$`);
/** The same with its publisher, unless it says what a table holds. */
export const ANY_TABLES = /(?:预算|决算|预决算)(?:公开|批复)?(?:报|附)?表$/;
export const TABLE_CONTENT = /收|支|三公|基金|资本|项目|采购|绩效|资产|购买|经费|债务|转移/;
/** Before an entry of a contents page: 一、 （二） 3. 十二, but not the 三 of 三公. Spaces may follow. */
export const ENTRY_NUMBER = new RegExp(`^(?:${COUNTED}(?!公)|[（(]${NUMERAL_OR_DIGIT}{1,3}[)）]|\\d{1,2}(?!\\d))\\s*[.．、:：]?\\s*`);
/** What stands in the other cells of a list of tables: numbers, pages, ticks. */
export const BESIDE_ENTRY = new RegExp(
  `^(?:[\\d.．、]{1,5}|(?:${COUNTED}|[.．、]){1,5}|[（(]?${NUMBERED_TABLE}[)）]?|[√×是否有无空]{1,2}|第?\\d{1,3}页?)$`,
);

/** 1收支总表, Z01 收入支出决算总表, 三、支出总表: what tabs of a workbook put before the title of their table, spaces as they are. */
export const TAB_START = new RegExp(
  `^(?:[A-Z]{1,4}\\d{0,3}|附?表\\d{1,2}(?:-\\d{1,2})?|\\d{1,2}(?:-\\d{1,2})?|${COUNTED}(?=[\\s_.．、-]))[\\s_.．、-]*(?=[\\u4e00-\\u9fff])`,
);

/** 金位：元 is printed for 单位：元. */
const SAID_UNIT = '(?:(?:金额|计量)*单位|金位(?=[:：]))[:：]?';
/** 单位：万元; the unit is the first group of each pattern. */
export const UNIT = new RegExp(`${SAID_UNIT}(?:人民币)?(${MONEY_UNITS})`);
/** （万元）, （单位：万元） alone. */
export const UNIT_IN_BRACKETS = new RegExp(`^[（(](?:${SAID_UNIT})?(?:人民币)?(${MONEY_UNITS})[)）]$`);
/** 单位： or 单位：百 at the end of a line, whose unit goes on in the next. */
export const UNIT_OPEN = new RegExp(`[（(]?${SAID_UNIT}(?:人民币)?(${MONEY_UNIT_STARTS})?$`);
/** Says a unit and no more: no header names its column so. */
export const UNIT_ONLY = new RegExp(`^[（(]?(?:${SAID_UNIT}|[^\\u4e00-\\u9fff]*(?:人民币)?(?:${MONEY_UNITS})[)）])`);
/** A unit behind the words of a line, parted by a space. */
export const UNIT_AT_END = new RegExp(`\\s(${MONEY_UNITS})$`);
export const UNIT_ALONE = new RegExp(`^[（(]?(${MONEY_UNITS})[)）]?$`);
/** （万元） alone, in a label's cell. */
export const BRACKETED_UNIT = new RegExp(`^[（(](?:${MONEY_UNITS})[)）]$`);
/** What belongs to the amount before it, however wide the gap: its unit or the beginning of one, a percent sign, punctuation. */
export const BELONGS_TO_AMOUNT = new RegExp(`^(?:${MONEY_UNITS}|[百千万亿]|[%％，。；、）)：:]|个)`);
/** In notes: 本表金额单位为元; 以万元为单位. */
export const UNITS_IN_NOTES: readonly RegExp[] = [
  new RegExp(`单位(?:均|都|统一)?(?:为|是|以|[:：])(?:人民币)?(${MONEY_UNITS})`, 'g'),
  new RegExp(`以(?:人民币)?(${MONEY_UNITS})为(?:金额|计量|货币)?(?:计量)?单位`, 'g'),
];

const PUBLISHER_FIELDS = [
  '单位名称',
  '部门名称',
  '编制单位',
  '编制部门',
  '填报单位',
  '填报部门',
  '公开部门',
  '公开单位',
  '预算单位',
  '预算部门',
];
/** 编制单位：某局. The name is the first group. */
export const PUBLISHER = new RegExp(
  `^(?:${oneOf([...PUBLISHER_FIELDS, '部门', '单位'])}|部门[（(]单位[）)](?:名称)?)(?:[（(]盖章[)）])?[:：](.*)$`,
);

/** How the header of a table whose layout was lost may begin. */
export const HEADER_START = new RegExp(
  `${
    startingWith(
      '科目 单位 项 收 支 序号 功能 经济 部门 预算 合计 总计 金额 类 款 编码 编号 名称 行次 栏次 指标 年度 本年 一级 采购 资金 机构 资产 债务 因公'.split(
        ' ',
      ),
    ).source
  }|^["“]?三公|^20\\d\\d年`,
);

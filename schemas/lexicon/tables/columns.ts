import { MONEY_UNITS } from '../money-units.ts';
import { TOTALS } from '../writing/marks.ts';
import { containing, endingIn, oneOf, startingWith, wholly } from '../writing/words.ts';

/** What the cells of a header say that their columns hold. Patterns see text without spaces. */

/** 编码, 代码: a column of codes. */
const CODES = ['编码', '代码', '编号'] as const;
/** 编号 behind other words numbers things (合同编号); alone it is that of the row. */
export const CODE_COLUMN = new RegExp(`(?:编码|代码)$|^${oneOf(CODES)}$`);
export const NAMES_CODES = containing(CODES);
export const NAME_WORD = /名称/;
/** 预算单位编码: codes of bodies, not of subjects. */
export const BODY_CODE_COLUMN = /^(?:预算)?(?:单位|部门)(?:编码|代码)$/;

/** 类, 款 and 项 head columns of a code's own digits, and stand behind the names of subjects （类）. */
export const CODE_LEVELS = ['类', '款', '项'] as const;
export const CODE_LEVEL = wholly(CODE_LEVELS);
export const CODE_LEVEL_IN_BRACKETS = new RegExp(`\\(${oneOf(CODE_LEVELS)}级?\\)`, 'g');

/** Numbers of the lines, and of the columns below a header (栏次 1 2 3). */
const INDEXES = ['行次', '栏次', '栏号', '列次'] as const;
export const INDEX_WORD = wholly(INDEXES);
export const LINE_NUMBER_COLUMN = wholly([...INDEXES, '行', '序', '序号']);
/** The cells of the row of column numbers that hold none: **, —, 类款项, 甲乙丙丁. */
export const INDEX_FILLER = /^[*＊\-—类款项甲乙丙丁]+$/;
/** The same where nothing but the filler stands beside the number of an only column. */
export const INDEX_STARS = /^[*＊]{2,}$/;

/** Names of subjects, projects, bodies and goods. */
const NAMES = ['名称', '项目', '科目', '品目'] as const;
const NAMES_ALONE = [
  '单位 部门 预算单位 支出 收入 经济分类 功能分类 支出项目 收入项目',
  '支出功能分类 支出经济分类 部门经济分类 政府经济分类',
]
  .join(' ')
  .split(' ');
export const NAME_COLUMN = new RegExp(`${endingIn(NAMES).source}|${wholly(NAMES_ALONE).source}`);
/** A classification beside the first one. */
export const CLASSIFICATION_COLUMN = containing(['分类', '科目', '目录', '级次', '编码', '代码']);
/** … whose texts are names of its subjects. */
export const CLASSIFICATION_NAME = /科目名称|名称$|^科目$|分类$/;
/** The first column of each side of a 收支 table. */
export const SIDE_START = wholly(['项目', '科目名称']);

/** What rows are about by the headers of their keys. */
export const SUBJECT_KEYS = containing(['科目', '功能分类', '经济分类']);
export const PROJECT_NAMES = containing(['项目名称', '采购项目']);
/** A column that tells one project from another. */
export const PROJECT_COLUMN = /项目(?:名称|编码|代码|单位)|采购项目|[一二三]级项目|专项(?:业务|资金|名称)/;
export const PROJECT_KEYS = containing(['项目', '采购', '品目', '资产']);
export const BODY_KEYS = containing(['单位', '部门']);
export const BODY_COLUMN_START = startingWith(['单位', '部门', '预算单位']);

/** Columns of texts. */
const TEXTS = ['依据', '内容', '明细', '备注', '说明', '简介', '形式', '规格', '型号'] as const;
/** Attributes of a row: their columns hold texts where anything at all stands in them. */
const ATTRIBUTES = '绩效 目标 理由 标准 类型 方式 用途 地点 时间 期限 类别 属性 性质'.split(' ');
export const TEXT_COLUMN = endingIn([...TEXTS, ...ATTRIBUTES]);
/** 特定目标类, 其他运转类, 人员类: what stands in a column 项目类别. */
export const CATEGORY = /类(?:项目)?$/;

/** 行次 behind the names of rows numbers their lines. */
export const LINE_COLUMN = wholly(['行次']);
/** Columns of texts that stand behind the amounts of a row. */
export const TEXTS_BEHIND = /^(?:备注|说明|简介|项目简介|绩效目标|备注说明)$/;
/** The name of a column of texts or names, whatever else is known of it. */
export const NAMES_TEXTS = endingIn([...TEXTS, '名称', '目录']);
/** The same where nothing else is known: 基本 | 项目 are amounts, too. */
export const MAY_NAME_TEXTS = endingIn([...TEXTS, '名称', '目录', '时间', '编码', '代码', '类别', '单位', '项目', '绩效目标', '用途']);

/** A column of the years that rows are of. */
export const YEAR_COLUMN = wholly(['年度', '年份']);

/** Columns of other numbers than money. */
export const PERCENT_COLUMN = /%|％|率$|比例|比重|占比|增长|幅度/;
export const COUNT_COLUMN = /人数|个数|辆数|台数|数量|次数|批次|人次|户数/;
export const QUANTITY_COLUMN = /数量/;
/** 金额（万元）, 面积（平方米）: the unit is the first group. */
export const UNIT_IN_HEADER = new RegExp(`[（(](?:单位[:：])?(${MONEY_UNITS}|%|％|人|个|辆|台|套|平方米)[)）]`);

/** The sides of a 收支 table. */
export const REVENUE = '收入';
export const EXPENDITURE = '支出';
export const NAMES_REVENUE = containing([REVENUE]);
export const NAMES_EXPENDITURE = containing([EXPENDITURE]);
/** A head that spans a side. */
export const NAMES_SIDE = containing([REVENUE, EXPENDITURE, '来源', '运用']);
export const SIDE_HEAD = /^(?:本年|本期)?(?:收入|支出)$/;
/** What heads the two sides of a table and their columns, letter by letter, too. */
export const HEAD_OF_SIDES = /^(?:收|入|支|出|项|目|收入|支出|项目|金额|(?:\d{4}年)?(?:预算|决算)数|本年预算|预算)$/;
export const MONEY_OF_SIDE = endingIn([REVENUE, EXPENDITURE]);

/** How a cell of a header ends, as far as the end of a header is looked for: by the last characters of its words. */
export const HEADER_END = new RegExp(
  `${oneOf(
    [
      '名称 内容 依据 编码 代码 备注 说明 明细 单位 部门 项目 科目 数 额 计 收入 支出 预算 决算 经费 结余 结转 资金 费 款 年 度 标准 目标',
      '类别 方式 序号 行次',
    ]
      .join(' ')
      .split(' '),
  )}$`,
);
/** Words of a header that no name of a body holds. */
export const HEADER_WORD = containing('项目 科目 名称 编码 代码 序号 金额 合计 收入 支出'.split(' '));

/** Names of columns of amounts where it is not known what stands below them. */
export const NAMES_AMOUNTS = endingIn([...TOTALS, '金额', '预算数', '决算数', '经费支出', '数量', '增减额', '资金']);
/** Heads all amounts of a table: it names no part of them. */
export const NAMES_ALL_AMOUNTS = /^(?:(?:\d{4}|本|当)年)?(?:部门|单位)?预算(?:数|金额)?$/;
export const SUBTOTAL_AT_END = endingIn(['小计']);
/** Names of columns of codes, and of their parts. */
export const CODES_AT_END = new RegExp(`(?:${oneOf(CODES)}|^${oneOf(CODE_LEVELS)})$`);
/** Columns of the rows' own numbers. */
export const NUMBERS_ROWS = wholly(['行次', '序号', '栏次']);
/** Columns that every row fills: totals of everything or of a side, names. */
export const IN_EVERY_ROW = /(?:^|总计|支出|收入)(?:合计|总计)$|(?:项目|名称|单位|部门)$/;

/** Lists of bodies in prose (序号 | 单位名称 | 备注). */
export const SERIAL_COLUMN = new RegExp(`${LINE_NUMBER_COLUMN.source}|${CODE_COLUMN.source}`);
export const BODY_COLUMN = /^(?:所属|下属|预算|决算|二级|基层)*(?:单位|部门|机构)(?:名称|全称)?$/;
export const BODY_REMARK_COLUMN =
  /^(?:备注|说明|(?:拟)?变动情况|(?:单位|机构)(?:性质|类型|类别|级别|层级|编码|代码)|经费(?:来源|保障)(?:方式)?)$/;

/** Headers of keys and attributes that the table does not print. */
export const NAMELESS_CODE = '编码';
export const NAMELESS_SUBJECT = '科目';
export const NAMELESS_TEXT = '备注';

/** 采购目录, 采购品目: code and name of a purchase in the catalogue. */
export const CATALOGUE_COLUMN = /^(?:政府)?采购(?:品目|目录)/;
/** 采购组织形式: the column that says how it is bought, and what it says (政府集中采购, 分散自行组织). */
export const PURCHASE_FORM_COLUMN = /采购(?:组织)?(?:形式|方式)$/;
export const PURCHASE_FORM = /^(?:政府|部门)?(?:集中|分散)(?:采购|自行组织|自行采购)|^(?:自行采购|自行组织)/;
/** 经济科目: the column of names of an economic classification beside the name of a row. */
export const ECONOMY_COLUMN = /经济(?:分类)?(?:科目)?(?:名称)?$/;
/** 规格型号, 品牌: what is bought, and no amount though it be a number. */
export const MODEL_COLUMN = /^(?:规格|型号|品牌)/;
/** What such a column holds besides: how it is bought, which of the three classes, numbers. */
export const NO_PURCHASE = /集中|分散|目录|限额|^(?:货物|工程|服务)类?$|^[是否有无]$|合计|小计|^[^\u4e00-\u9fff]*$/;
/** The column that a subject's code is said to stand in, where the row bears another code of its own. */
export const SUBJECT_CODE_KEY = '科目编码';

import { MONEY_UNITS } from '../money-units.ts';
import { NUMERAL_OR_DIGIT } from '../writing/numerals.ts';
import { oneOf } from '../writing/words.ts';

/** What headings of prose say, and how they end. Patterns see text without spaces. */

/** What a section holds, by the word that the public form of the text uses. */
export interface SectionWord {
  kind: 'glossary' | 'contents' | 'explanation' | 'rules' | 'overview' | 'tables';
  pattern: RegExp;
  /** Said of parts and titles only. */
  part?: true;
}

/** The first that matches wins. */
export const SECTION_WORDS: readonly SectionWord[] = [
  { kind: 'glossary', pattern: /名词(?:解释|说明|注释)|术语解释|专业名词/ },
  { kind: 'contents', pattern: /目录$/, part: true },
  { kind: 'explanation', pattern: /说明(?:书|材料)?$|评价报告|自评报告/ },
  { kind: 'rules', pattern: /管理办法|管理文件|管理制度|实施细则|规定$|的?通知$/, part: true },
  { kind: 'overview', pattern: /概况|基本情况/, part: true },
  {
    kind: 'overview',
    pattern:
      /主要职[责能]|基本职[责能]|职[责能](?:和|及|与|$)|机构设置|机构情况|单位构成|单位组成|人员构成|工作概述|(?:重点|主要)工作(?:任务|安排)?$/,
  },
  { kind: 'tables', pattern: /表(?:格|式)?$|报表|预算表|决算表|公开表|批复表/ },
  { kind: 'explanation', pattern: /情况|说明|分析|报告|事项|公开信息|绩效|三公|采购|经费/ },
];
/** A heading that says itself that it explains. */
export const SAYS_EXPLANATION = /说明|报告/;

const TITLES = [
  '编制说明',
  '情况说明',
  '事项说明',
  '预算说明',
  '决算说明',
  '评价报告',
  '自评报告',
  '名词解释',
  '概况',
  '管理办法',
  '通知',
  '目录',
];
/** An unnumbered line that is the title of a part. */
export const TITLE = new RegExp(`${oneOf(TITLES)}$|^.{0,16}(?:主要职[责能]|机构设置|单位构成)$`);
/** … or of a section. */
export const SUBTITLE = /(?:情况|结果)$/;
/** The last characters of both, and of no other ones: a cheap test. */
export const MAY_BE_TITLE = /[明告释况法知录果责能置成][\s\u3000]*$/;
/** A table's title. */
export const TABLE_WORD = '表';
export const CAPTION_END = new RegExp(`表(?:${NUMERAL_OR_DIGIT}{1,3}|（[^）]{1,12}）|\\([^)]{1,12}\\))?$`);
/** A numbered line that ends so is a heading, though it might be a point of a list. */
export const HEADING_END = new RegExp(
  `${oneOf([
    ...[
      '情况',
      '说明',
      '结果',
      '概况',
      '概述',
      '解释',
      '职责',
      '职能',
      '构成',
      '设置',
      '内容',
      '报告',
      '分析',
      '事项',
      '其他',
      '其它',
      '信息',
    ],
    ...['绩效', '目标', '经费', '费', '支出', '收入', '预算', '决算', '表'],
  ])}[）)]?[。.]?$`,
);
/** A line that breaks off here is no cut sentence. Spaces may stand at the end. */
export const WHOLE_HEADING_END = /(?:情况|说明|概况|解释)(?:[（(][^（）()]{1,16}[）)])?\s*$/;
/** An amount or count: no heading states one. */
export const AMOUNT = new RegExp(`\\d\\s?(?:${MONEY_UNITS}|[%％]|[辆台个人家户项件分](?!月))`);

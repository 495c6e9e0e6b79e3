/** What lines look like, by their words alone. */

const PART_HEADING = /^第[一二三四五六七八九十]+(?:部分|章|节)/;
const PROSE_HEADING = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])/;
const SENTENCE = /[。；;!！]$|，.{12,}|^[^\d]{60,}$/;
const ENDS_WITH_NUMBER = /\d%?$/;
const HEADER_START =
  /^(?:科目|单位|项目|项|收|支|序号|功能|经济|部门|预算|合计|总计|金额|["“]?三公|类|款|编码|编号|名称|行次|栏次|指标|年度|本年|一级|采购|资金|机构|资产|债务|因公|20\d\d年)/;
const ORGANISATION_END = /[局委办厅院部处会署站所队馆校园室心关府道镇乡]$/;
const NOTE_GOES_ON = /本表|如.{0,6}空|尾差|尾数|四舍五入|预算数|决算数|口径|其中/;

/** Performance forms. */
export const FORM = /绩效|一级指标|项目[（(]政策[)）]名称/;

/** 第二部分: a part of the document begins. */
export function isPartHeading(text: string): boolean {
  return PART_HEADING.test(text);
}

/** 一、 or （一）: a point of the prose, or a row. */
export function isProseHeading(text: string): boolean {
  return PROSE_HEADING.test(text);
}

export function isHeading(text: string): boolean {
  return isPartHeading(text) || isProseHeading(text);
}

export function isSentence(text: string): boolean {
  return SENTENCE.test(text);
}

export function endsWithNumber(text: string): boolean {
  return ENDS_WITH_NUMBER.test(text);
}

/** The first word of a table's header. */
export function startsHeader(text: string): boolean {
  return HEADER_START.test(text);
}

export function endsLikeOrganisation(text: string): boolean {
  return ORGANISATION_END.test(text);
}

/** Words that notes on tables are made of. */
export function isNoteLike(text: string): boolean {
  return NOTE_GOES_ON.test(text) && text.length < 200;
}

/**
 * The words of performance forms: what their titles, labels, headers and levels say, as data; imports lexicon and writing.
 *
 * Levels and labels follow 《项目支出绩效评价管理办法》（财预〔2020〕10号） and the forms that provinces derive from it.
 */

/** How a performance form is known. Patterns see text without spaces. */

/** 绩效目标表, 绩效自评表; 绩效工资 is pay. */
export const FORM_TITLE = /绩效(?!.*工资)/;
/** A line that only a performance form has. */
export const FORM_LINE = /绩效|一级指标|项目[（(]政策[)）]名称/;
/** The first cell of a row that begins its indicators or goals. */
export const FORM_SECTION = /^(?:一级指标|绩效指标|年度绩效目标|年度总体目标|总体目标)/;
/** A header of its indicators. */
export const LEVEL_HEADER = /[一二三]级指标/;
/** The label that a form begins with: the name of a project, or of a department. */
export const FORM_START = /^(?:(?:项目[（(]政策[)）]|项目|政策|[（(]项目[)）]?)?名称|部门[（(]单位[)）]名称|单位[（(]部门[)）]名称)/;
/** The first label of its second row. */
export const SECOND_LABEL = /^(?:主管|实施|预算|部门|年度|资金|项目(?!名称))/;
/** Titles of tables in which results are held against what was planned. */
export const EVALUATION_TITLE = /自评|评价|完成情况/;

import type { ReviewKind } from './review.ts';
import type { Severity } from './diagnostic.ts';

/** What a rule means to a person. `{actual}` and `{expected}` are replaced by what the finding carries. */
export interface Rule {
  severity: Severity;
  kind: ReviewKind;
  zh: string;
  en: string;
  whyZh: string;
  why: string;
  doZh: string;
  do: string;
}

/** Every finding and review item names one of these; `duizhang explain <ruleId>` prints it. */
export const RULES = {
  'source/empty-file': { severity: 'error', kind: 'other', zh: '文件为空（0 字节）。', en: 'The file is empty (0 bytes).', whyZh: '没有内容可抽取。', why: 'There is nothing to extract.', doZh: '重新下载原文件。', do: 'Download the file again.' },
  'source/binary-file': { severity: 'error', kind: 'other', zh: '文件是二进制数据（{actual}），不是文本。', en: 'The file is binary ({actual}), not text.', whyZh: '把二进制当文本读会产生假数据。', why: 'Reading binary data as text would invent data.', doZh: '确认格式；扫描件须先做 OCR。', do: 'Check the format; a scan needs OCR first.' },
  'source/undecodable': { severity: 'error', kind: 'other', zh: '文本既不是 UTF-8 也不是 GB18030：{actual}。', en: 'The text is neither UTF-8 nor GB18030: {actual}.', whyZh: '乱码会变成错误的名称和数字。', why: 'Garbled characters would become wrong names and numbers.', doZh: '另存为 UTF-8 后重试。', do: 'Save the file as UTF-8 and try again.' },
  'source/unsupported': { severity: 'error', kind: 'other', zh: '暂不支持的格式：{actual}；可读：{expected}。', en: 'Unsupported format: {actual}; readable: {expected}.', whyZh: '没有相应的读取器。', why: 'There is no reader for it.', doZh: '转换为可读格式。', do: 'Convert it to a readable format.' },
  'source/unreadable': { severity: 'error', kind: 'other', zh: '无法读取文件：{actual}。', en: 'The file cannot be read: {actual}.', whyZh: '文件未被处理。', why: 'The file was not processed.', doZh: '检查路径与权限。', do: 'Check path and permissions.' },
  'document/no-disclosure': { severity: 'error', kind: 'other', zh: '未发现预决算表格：{actual}。', en: 'No budget or accounts table was found: {actual}.', whyZh: '不是预决算公开文件，或格式未被识别；没有输出任何事实。', why: 'Either this is no disclosure or its layout is unknown; no fact was written.', doZh: '核对文件；如确是公开文件，请补充样例与配置。', do: 'Check the file; if it is a disclosure, add a sample and a profile.' },
  'document/table-missing': { severity: 'warning', kind: 'missing', zh: '目录列有“{expected}”，正文没有找到。', en: 'The contents page lists "{expected}", the body does not have it.', whyZh: '缺表会让汇总失真。', why: 'A missing table makes totals over documents wrong.', doZh: '对照原文件确认是否缺页。', do: 'Check the original for missing pages.' },
  'document/year-unknown': { severity: 'warning', kind: 'other', zh: '没有找到年度。', en: 'No year was found.', whyZh: '事实无法归入年份。', why: 'Facts cannot be filed under a year.', doZh: '查看封面。', do: 'Look at the cover.' },
  'profile/ambiguous': { severity: 'warning', kind: 'other', zh: '多个配置同样匹配：{actual}；使用默认配置。', en: 'Several profiles match equally: {actual}; the default is used.', whyZh: '选错配置会误读表头。', why: 'The wrong profile may misread headers.', doZh: '用 --profile 指定。', do: 'Choose one with --profile.' },
  'table/untitled': { severity: 'info', kind: 'other', zh: '表格没有标题，沿用“{expected}”。', en: 'The table has no title; it inherits "{expected}".', whyZh: '标题决定表的种类。', why: 'The title decides what kind of table it is.', doZh: '对照原文确认。', do: 'Compare with the source.' },
  'table/fragment': { severity: 'warning', kind: 'header', zh: '只有表头的残片“{actual}”，已并入“{expected}”。', en: 'A fragment with nothing but a header, "{actual}", was attached to "{expected}".', whyZh: '左右分页时右半表的数据可能丢失。', why: 'A right half cut off may have lost its data.', doZh: '对照原文右半页。', do: 'Look at the right half of the page.' },
  'table/cut': { severity: 'warning', kind: 'missing', zh: '表“{actual}”被截断，没有可读的数据行。', en: 'Table "{actual}" is cut; no data row can be read.', whyZh: '不能断定为空表。', why: 'It cannot be called empty.', doZh: '对照原文。', do: 'Compare with the source.' },
  'header/unreadable': { severity: 'warning', kind: 'header', zh: '表头无法识别：{actual}。', en: 'The header cannot be read: {actual}.', whyZh: '列含义不明，列路径仅供参考。', why: 'The meaning of the columns is not certain.', doZh: '对照原文表头。', do: 'Compare with the printed header.' },
  'header/restored': { severity: 'warning', kind: 'header', zh: '表头印作“{actual}”，等式支持模板“{expected}”，列路径已按模板。', en: 'The header is printed as "{actual}"; the equations hold for the template "{expected}", whose paths are used.', whyZh: '印出的表头与数值对不上。', why: 'The printed header does not fit the values.', doZh: '核对 column_path_raw。', do: 'Check column_path_raw.' },
  'header/damaged': { severity: 'warning', kind: 'header', zh: '表头受损：{actual}。', en: 'The header is damaged: {actual}.', whyZh: '数值所在的列没有印出名称。', why: 'Values stand in columns without a printed name.', doZh: '对照原文表头。', do: 'Compare with the printed header.' },
  'row/misaligned': { severity: 'warning', kind: 'placement', zh: '该行比表头多或少单元格：{actual}，应为 {expected}。', en: 'The row has {actual} cells where {expected} were expected.', whyZh: '数值可能错列。', why: 'Values may stand in the wrong column.', doZh: '对照原文该行。', do: 'Compare the row with the source.' },
  'value/unreadable-number': { severity: 'warning', kind: 'misread', zh: '“{actual}”不能读作数字。', en: '"{actual}" cannot be read as a number.', whyZh: '该金额未进入数据。', why: 'The amount is not in the data.', doZh: '对照原文后更正。', do: 'Correct it from the source.' },
  'value/unit-unknown': { severity: 'warning', kind: 'other', zh: '没有金额单位，value_yuan 为空。', en: 'No unit is printed; value_yuan is empty.', whyZh: '元与万元相差一万倍。', why: '元 and 万元 differ by ten thousand.', doZh: '在原文或目录中查单位。', do: 'Find the unit in the source.' },
  'subject/name-differs': { severity: 'info', kind: 'source', zh: '科目 {expected}，此处印作“{actual}”。', en: 'The subject is known as {expected}; here it is printed "{actual}".', whyZh: '可能是截断、旧名或识别错误。', why: 'It may be cut, an older name, or misread.', doZh: '数据保留原样。', do: 'The data keep what is printed.' },
  'placement/ambiguous': { severity: 'warning', kind: 'placement', zh: '该行数值的列不能唯一确定：{actual}。', en: 'The columns of this row are not determined: {actual}.', whyZh: '版面丢失，等式允许多种放法。', why: 'The layout is lost and the equations allow several placements.', doZh: '对照原文选择。', do: 'Choose from the source.' },
  'placement/unsolved': { severity: 'warning', kind: 'placement', zh: '没有任何放法满足等式：{actual}。', en: 'No placement satisfies the equations: {actual}.', whyZh: '可能缺行或数字有误。', why: 'A row may be missing or a digit wrong.', doZh: '对照原文该组各行。', do: 'Compare the rows of this group with the source.' },
  'equation/broken': { severity: 'warning', kind: 'source', zh: '等式不成立：{actual}，应为 {expected}。', en: 'An equation does not hold: {actual}, expected {expected}.', whyZh: '其中至少一个数有误、缺行，或来源自相矛盾。', why: 'At least one number is wrong, a row is missing, or the source contradicts itself.', doZh: '逐一核对列出的加数。', do: 'Check the addends listed.' },
  'equation/tail': { severity: 'info', kind: 'source', zh: '尾差：{actual}，应为 {expected}。', en: 'A rounding tail: {actual}, expected {expected}.', whyZh: '元转万元的舍入可以解释。', why: 'Rounding from 元 to 万元 explains it.', doZh: '一般无须处理。', do: 'Usually nothing.' },
  'equation/rows-missing': { severity: 'warning', kind: 'missing', zh: '合计与各行之差为 {actual}：可能缺行。', en: 'The total exceeds its rows by {actual}: rows may be missing.', whyZh: '缺行不会自己显形，只有差额说明。', why: 'Missing rows show only in the residual.', doZh: '核对该表是否有缺页。', do: 'Check whether pages of this table are missing.' },
  'statement/disagrees': { severity: 'warning', kind: 'source', zh: '文字称 {actual}，表中为 {expected}。', en: 'The prose says {actual}, the tables say {expected}.', whyZh: '两处至少一处有误。', why: 'At least one of the two is wrong.', doZh: '对照两处原文。', do: 'Compare both places.' },
  'form/row-unread': { severity: 'warning', kind: 'other', zh: '绩效表该行未能归位：{actual}。', en: 'A row of the performance form could not be placed: {actual}.', whyZh: '指标可能缺失或错位。', why: 'An indicator may be missing or shifted.', doZh: '对照原文该行。', do: 'Compare the row with the source.' },
  'form/level-inferred': { severity: 'info', kind: 'other', zh: '指标层级承上推定：{actual}。', en: 'The level of the indicator was carried down: {actual}.', whyZh: '该行没有印出层级。', why: 'The row does not print its level.', doZh: '一般无须处理。', do: 'Usually nothing.' },
  'form/project-missing': { severity: 'warning', kind: 'missing', zh: '项目“{expected}”没有绩效表。', en: 'Project "{expected}" has no performance form.', whyZh: '项目表列有该项目。', why: 'The project table lists it.', doZh: '对照原文是否缺页。', do: 'Check for missing pages.' },
  'internal/stage-failed': { severity: 'error', kind: 'other', zh: '程序在该文档上出错：{actual}。', en: 'The program failed on this document: {actual}.', whyZh: '这是缺陷；其余文档不受影响。', why: 'This is a bug; other documents are not affected.', doZh: '请附文件报告。', do: 'Please report it with the file.' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export function ruleOf(ruleId: string): Rule | undefined {
  return (RULES as Record<string, Rule>)[ruleId];
}

export type Language = 'zh' | 'en';

export function renderMessage(ruleId: string, actual: string, expected: string, language: Language): string {
  const rule = ruleOf(ruleId);
  if (!rule) return `${ruleId}: ${actual}`;
  return rule[language].replace('{actual}', () => actual).replace('{expected}', () => expected);
}

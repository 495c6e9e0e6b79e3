import type { SectionKind } from '../model/segments.ts';

/** `level`: 0 part or title, 1 一、, 2 （一）, 3 1., 4 （1）, 5 an unnumbered subtitle. `explains`: it says 说明 itself. */
export interface Heading {
  text: string;
  level: number;
  kind: SectionKind | null;
  explains: boolean;
}

const CHINESE = '[一二三四五六七八九十百]';
const PART = new RegExp(`^第\\s?${CHINESE}{1,3}\\s?部\\s?分`);
interface Numbering {
  level: number;
  pattern: RegExp;
}

const NUMBERINGS: readonly Numbering[] = [
  { level: 1, pattern: new RegExp(`^(?:${CHINESE}{1,3}\\s?[、．.]|第${CHINESE}{1,4}[章节])`) },
  { level: 2, pattern: new RegExp(`^[（(]\\s?${CHINESE}{1,3}\\s?[）)]`) },
  { level: 3, pattern: /^\d{1,2}\s?(?:、|[.．](?!\d))/ },
  { level: 4, pattern: /^(?:[（(]\s?\d{1,2}\s?[）)]|[①-⑳])/ },
];
const ARTICLE = new RegExp(`^第${CHINESE}{1,4}条`);
const MAX_HEADING = 80;
const SENTENCE = /[，。；：！？,;:!?]/;
const QUANTITY = /\d\s?(?:[万亿千百]?元|[%％]|[辆台个人家户项件分](?!月))/;
const HEADING_END =
  /(?:情况|说明|结果|概况|概述|解释|职责|职能|构成|设置|内容|报告|分析|事项|其他|其它|信息|绩效|目标|经费|费|支出|收入|预算|决算|表)[）)]?[。.]?$/;

/** What a heading is about; the first that matches wins. `part`: only said of parts and titles. */
const KINDS: readonly { kind: SectionKind; pattern: RegExp; part?: true }[] = [
  { kind: 'glossary', pattern: /名词(?:解释|说明|注释)|术语解释|专业名词/ },
  { kind: 'contents', pattern: /^目录$|目录$/, part: true },
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

const TITLE =
  /(?:编制说明|情况说明|事项说明|预算说明|决算说明|评价报告|自评报告|名词解释|概况|管理办法|通知|目录)$|^.{0,16}(?:主要职[责能]|机构设置|单位构成)$/;
const SUBTITLE = /(?:情况|结果)$/;
const CAPTION = /表(?:[一二三四五六七八九十\d]{1,3}|（[^）]{1,12}）|\([^)]{1,12}\))?$/;

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '');

/** Cheap tests first: most lines are prose and fail them. */
const MAY_BE_NUMBERED = /^[一二三四五六七八九十百第（(\d①-⑳]/;
const MAY_BE_TITLE = /[明告释况法知录果责能置成][\s\u3000]*$/;

export function isPart(text: string): boolean {
  return text.startsWith('第') && PART.test(text);
}

/** Does the line begin with a number of its own, and so a paragraph? */
export function isNumbered(text: string): boolean {
  return MAY_BE_NUMBERED.test(text) && (numberingOf(text) !== null || ARTICLE.test(text));
}

/** A table's title line: short, unnumbered, ends in 表. */
export function isCaption(text: string): boolean {
  return text.length <= MAX_HEADING && text.includes('表') && !SENTENCE.test(text) && !isNumbered(text) && CAPTION.test(squeezed(text));
}

/** An unnumbered title of a section. */
export function isTitle(text: string): boolean {
  if (text.length > 60 || !MAY_BE_TITLE.test(text) || isNumbered(text) || SENTENCE.test(text)) return false;
  const bare = squeezed(text);
  return TITLE.test(bare) || SUBTITLE.test(bare);
}

/** A line that breaks off here is no cut sentence: it ends as headings do. */
export function endsAsHeading(text: string): boolean {
  return /(?:情况|说明|概况|解释)(?:[（(][^（）()]{1,16}[）)])?\s*$/.test(text);
}

/** A numbered line that can be a heading: no sentence, no quantity in it. */
export function looksNumberedHeading(text: string): boolean {
  return numberingOf(text) !== null && headingOf(text) !== null;
}

function numberingOf(text: string): Numbering | null {
  return NUMBERINGS.find(({ pattern }) => pattern.test(text)) ?? null;
}

/** The heading that a line (or a heading broken over lines) is; null for prose. */
export function headingOf(text: string): Heading | null {
  if (text.length > 2 * MAX_HEADING || (!MAY_BE_NUMBERED.test(text) && !MAY_BE_TITLE.test(text))) return null;
  const bare = squeezed(text);
  if (bare.length > MAX_HEADING) return null;
  if (PART.test(bare)) return /。/.test(bare) ? null : heading(bare, 0);
  const numbering = numberingOf(bare);
  if (numbering) return isHeadingBody(bare, numbering) ? heading(bare, numbering.level) : null;
  return isTitle(bare) ? heading(bare, TITLE.test(bare) ? 0 : 5) : null;
}

/** What follows the number: no sentence, quantity or subject; a short sentence (。) or a list entry (1.) has to end as headings do. */
function isHeadingBody(bare: string, { level, pattern }: Numbering): boolean {
  const body = bare.replace(pattern, '').replace(/。$/, '');
  if (body === '' || SENTENCE.test(body) || QUANTITY.test(body) || /[（(][类款项][）)]$|[、（(]$/.test(body)) return false;
  return (!bare.endsWith('。') && level < 3) || HEADING_END.test(body);
}

function heading(text: string, level: number): Heading {
  const found = KINDS.find(({ pattern, part }) => (!part || level === 0) && pattern.test(text.replace(/。$/, '')));
  return { text, level, kind: level === 5 ? null : (found?.kind ?? null), explains: /说明|报告/.test(text) };
}

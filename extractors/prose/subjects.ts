import { EXPENDITURE, EXPENDITURE_END } from '../../schemas/lexicon/prose/amounts.ts';
import { POINTS_AT_START } from '../../schemas/lexicon/prose/numbering.ts';
import { BEFORE_NAME, BEHIND_SUBJECT, LEVEL_MARK, LEVEL_MARKS, LEVELS, MENTIONED } from '../../schemas/lexicon/prose/subjects.ts';
import { at } from '../model/at.ts';

/** From the names of a subject path (类, 款, 项; outermost first, at least one) to its code; null when unknown. */
export type SubjectLookup = (path: string[]) => string | null;

/** A budget subject that the prose names: its path of names, the last of them, its code where known. */
export interface SubjectPath {
  names: string[];
  name: string;
  code: string | null;
}

const CODE = /^(?:[（【[]?)(\d{7}|\d{5}|\d{3})(?:[）】\]])?[-—]?(?=[\u4e00-\u9fff])/;
const CODE_AFTER = /[（【[](\d{7}|\d{5}|\d{3})[）】\]]$/;
const HYPHENS = /^[^-—]{2,40}(?:[-—]+[^-—]{2,40}){1,2}$/;

/** The subject that `lead`, the text before a number, names; `before` fills in the levels that are not repeated. */
export function subjectIn(lead: string, before: SubjectPath | null, lookup: SubjectLookup): SubjectPath | null {
  return marked(lead, before, lookup) ?? coded(lead, lookup);
}

/** 增加较多的是 2010801 行政运行，…: a code that an earlier clause of the last sentence names, so that the amounts after it are its. */
export function mentionedIn(lead: string): SubjectPath | null {
  const last = [...lead.slice(lead.lastIndexOf('。') + 1).matchAll(MENTIONED)].at(-1);
  if (!last) return null;
  const name = at(last, 2);
  return { names: [name], name, code: at(last, 1) };
}

/** 甲（类）乙（款）丙（项） */
function marked(lead: string, before: SubjectPath | null, lookup: SubjectLookup): SubjectPath | null {
  if (LEVEL_MARKS.every((mark) => !lead.includes(mark))) return null;
  let names: (string | undefined)[] = [];
  let from = -1;
  let code: string | null = null;
  for (const mark of lead.matchAll(LEVEL_MARK)) {
    const level = LEVELS.indexOf(at(mark, 1));
    const bare = nameBefore(lead, mark.index, from);
    code = CODE.exec(bare)?.[1] ?? code;
    if (level === 0 || names.length === 0) names = level > 0 && before ? before.names.slice(0, level) : [];
    names.length = level;
    names[level] = bare.replace(CODE, '');
    from = mark.index + mark[0].length;
  }
  const path = names.filter((name): name is string => name !== undefined && name !== '');
  const last = path.at(-1);
  if (last === undefined) return null;
  const name = lead.startsWith(EXPENDITURE, from) && !EXPENDITURE_END.test(last) ? last + EXPENDITURE : last;
  return { names: path, name, code: code ?? codeOf(path, lookup) };
}

/** The name that ends at a mark, from the last boundary or the mark before it on. */
function nameBefore(lead: string, mark: number, from: number): string {
  return lead
    .slice(Math.max(from, boundary(lead, mark)), mark)
    .replace(POINTS_AT_START, '')
    .replace(BEFORE_NAME, '');
}

/** 2010301一般公共服务支出-…-行政运行, 一般公共服务支出-…-行政运行, 行政运行（2010301） */
function coded(lead: string, lookup: SubjectLookup): SubjectPath | null {
  const text = lead.slice(boundary(lead, lead.length)).replace(POINTS_AT_START, '').replace(BEHIND_SUBJECT, '');
  if (text.length > 120) return null;
  const printed = CODE.exec(text)?.[1] ?? null;
  const after = CODE_AFTER.exec(text);
  const bare = (after ? text.slice(0, after.index) : text).replace(CODE, '');
  const code = printed ?? after?.[1] ?? null;
  if (HYPHENS.test(bare)) {
    const names = bare.split(/[-—]+/);
    const known = code ?? codeOf(names, lookup);
    return known === null ? null : { names, name: at(names, names.length - 1), code: known };
  }
  return code !== null && bare.length >= 2 && bare.length <= 40 ? { names: [bare], name: bare, code } : null;
}

/** Documents name the 类 with and without 支出 at its end. */
function codeOf(path: string[], lookup: SubjectLookup): string | null {
  const [category, ...rest] = path;
  const known = lookup(path);
  return known !== null || category === undefined || EXPENDITURE_END.test(category) ? known : lookup([category + EXPENDITURE, ...rest]);
}

function boundary(text: string, end: number): number {
  for (let i = end - 1; i >= 0; i--) {
    if ('，。；：！？,;“”'.includes(text.charAt(i))) return i + 1;
  }
  return 0;
}

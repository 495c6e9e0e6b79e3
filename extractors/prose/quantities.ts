import { MONEY_MULTIPLES } from '../../schemas/lexicon/money-units.ts';
import { at } from '../model/at.ts';

/** A number with its unit in compact text; `from`/`to` enclose number and unit, `unitFrom` parts them. */
export interface Quantity {
  from: number;
  unitFrom: number;
  to: number;
  value: string;
  unit: string;
}

const NUMBER = /\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/g;

const MONEY = `(?:${MONEY_MULTIPLES})?(?:美元|欧元|港元|港币|日元|英镑|元)(?:\\/[人户月年天日次件台辆平米方]{1,4}){0,2}`;
const PIECES =
  '人次|人员|批次|户次|家次|件次|辆次|场次|项次|台次|平方米|平方公里|立方米|公里|公顷|台（[^（）]{1,6}）|套（[^（）]{1,6}）|台\\/套|台套|台件|千瓦时';
const PIECE = '[人户家亩吨件项辆台套个名次批所处条份场艘架座栋幢间张册篇起笔只宗例株棵米]';
const UNIT = new RegExp(`${MONEY}|个?百分点|[%‰]|[百千]?[万亿]?(?:${PIECES}|${PIECE})|分`, 'y');
const PLAIN_PIECE = new RegExp(`^[百千]?[万亿]?(?:${PIECE}|人员)$`);

/** What follows a unit's sign in words that are no unit: 2 人民, 3 个月, 5 名录. */
const WORD_AFTER: Readonly<Record<string, RegExp>> = {
  个: /^(?:月|工作日|小时|自然|季度|年|星期|周|世纪|百分)/,
  人: /^(?:民|大[代常及]|大$|力|才|防|员|口|身|事|类|均|社)/,
  次: /^(?:年|日|月)/,
  名: /^(?:录|单|义|称)/,
  处: /^(?:室|级|长|理|于)/,
  条: /^(?:件|例|款)/,
  项: /^(?:目(?:支出|编码|代码)|级)/,
  批: /^(?:复|准|示)/,
  台: /^(?:账|湾)/,
  起: /^(?:施|实|执|至|步|草)/,
  所: /^(?:属|有|需|以|在)/,
  套: /^(?:表|报)/,
  间: /^(?:接|隔)/,
  场: /^(?:所|地)/,
  份: /^(?:额|起)/,
  例: /^(?:如|行)/,
  张: /^(?:家|店)/,
};
const SCORE_AFTER = /^(?:[，。；、：）！,;)]|以?$|，|和|等)/;
const THRESHOLD_AFTER =
  /^(?:（(?:不?含|含本数|包括)[^（）]{0,6}）)?(?:\/[台套件]{1,3})?(?:（[^（）]{1,6}）)?(?:及|\/)?(?:以[上下内外]|之内|起步?(?:[，。；]|$))/;
const LIMIT_BEFORE =
  /(?:不[得应能]?(?:低于|少于|高于|多于|超过|超|低|少|足|大于|小于)|≥|≤|>|<|=|≧|≦|\\geq|\\leq|至少|最[高多低少](?:不超过)?|上限为?|下限为?|大于|小于|高于等于|低于等于)$/;
const POLICY_BEFORE = /(?:给予|按照?|每[人户](?:每[年月天日次]){0,2}(?:补助|补贴|发放)?|每[年月天日次])$/;
const RATE_AFTER = /^(?:的)?(?:比例|标准|给予|补助|补贴|救助|报销|减负|计提|提取|划[拨转入账]|缴纳|缴存|配套|补偿|资助|自付|承担|负担)/;
const FORMULA_BEFORE = /[*×xX÷＊·]$/;
const ORDINAL_BEFORE = /(?:第|前|近|〔|\[|【|No|№|[A-Za-z_#])$/;
const SIGN_CONTEXT = /(?:^|[加少长降低升高减为是了到达额率幅数：（，、约])$/;

/** The quantities of explanatory text in order; amounts that are legal thresholds, policy parameters or names are left out. */
export function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  let quoted: readonly Range[] | null = null;
  for (const match of text.matchAll(NUMBER)) {
    const quantity = quantityAt(text, match[0], match.index);
    if (!quantity) continue;
    quoted ??= quotedRanges(text);
    if (!inside(quoted, match.index)) found.push(quantity);
  }
  return found;
}

/** null for a number without a unit, or one that states no fact. */
function quantityAt(text: string, number: string, from: number): Quantity | null {
  const unitFrom = from + number.length;
  const unit = unitAt(text, unitFrom);
  if (unit === null) return null;
  const to = unitFrom + unit.length;
  const before = text.slice(Math.max(0, from - 12), from);
  const signed = /[-△▲]$/.test(before) && SIGN_CONTEXT.test(before.slice(0, -1));
  if (isPiece(before, signed) || isNoFact(unit, signed ? before.slice(0, -1) : before, text.slice(to, to + 16))) return null;
  const digits = number.replace(/[,，]/g, '');
  return { from: signed ? from - 1 : from, unitFrom, to, value: signed ? `-${digits}` : digits, unit };
}

/** The end of a longer number (12.3.4), or of a range (10-20%). */
function isPiece(before: string, signed: boolean): boolean {
  if (/[\d.,:]$/.test(before) && /[\d][.,:]?$/.test(before)) return true;
  return !signed && /[-~～—至]$/.test(before) && /\d[%万元个人]{0,2}[-~～—至]$/.test(before);
}

/** An ordinal, a factor, a limit or a rate that a rule sets. */
function isNoFact(unit: string, before: string, after: string): boolean {
  if (ORDINAL_BEFORE.test(before) || FORMULA_BEFORE.test(before) || LIMIT_BEFORE.test(before)) return true;
  return THRESHOLD_AFTER.test(after) || isPolicy(unit, before, after);
}

function unitAt(text: string, at: number): string | null {
  UNIT.lastIndex = at;
  const unit = UNIT.exec(text)?.[0];
  if (unit === undefined) return null;
  const after = text.slice(at + unit.length, at + unit.length + 4);
  if (unit === '分') return SCORE_AFTER.test(after) ? unit : null;
  if (!PLAIN_PIECE.test(unit)) return unit;
  if (unit.endsWith('人员')) return unit.slice(0, -1);
  return WORD_AFTER[unit.slice(-1)]?.test(after) ? null : unit;
}

function isPolicy(unit: string, before: string, after: string): boolean {
  if (unit === '%') return POLICY_BEFORE.test(before) || RATE_AFTER.test(after);
  return unit.includes('元') && (POLICY_BEFORE.test(before) || unit.includes('/'));
}

type Range = readonly [from: number, to: number];

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」', '『': '』' };

/** Inside 《…》 and inside “…” numbers are part of a name. A quotation ends at the latest with its sentence. */
function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let open = -1;
  let closing: string | undefined;
  for (const { 0: char, index } of text.matchAll(/[“”《》「」『』。]/g)) {
    if (closing === undefined) {
      closing = CLOSING[char];
      open = index;
    } else if (char === closing || char === '。') {
      if (char === closing) ranges.push([open, index]);
      closing = undefined;
    }
  }
  return ranges;
}

function inside(ranges: readonly Range[], position: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = at(ranges, middle);
    if (position < from) high = middle - 1;
    else if (position > to) low = middle + 1;
    else return true;
  }
  return false;
}

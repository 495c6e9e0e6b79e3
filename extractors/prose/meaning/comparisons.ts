import { type BaseKind, GOES_ON, SAYS_SAME } from '../../../schemas/lexicon/comparisons/bases.ts';
import { isPoints } from '../../../schemas/lexicon/prose/changes.ts';
import { baseIn } from './bases.ts';
import { type Mention, sentenceEnd, sentenceStart } from './mention.ts';
import { reasonBehind, reasonInNext, type Span } from './reasons.ts';
import { BETWEEN_CHANGE_AND_RATE } from './settings.ts';

/** What a paragraph says of how one amount changed: its change, its rate, or that it stayed the same. */
export interface Comparison {
  base: BaseKind;
  /** In `unit`; less than nothing where it fell. */
  change: string | null;
  unit: string | null;
  percent: string | null;
  reason: Span | null;
}

interface Told extends Comparison {
  noun: string;
  subjectCode: string | null;
  /** From its first number or word up to behind its last. */
  from: number;
  to: number;
}

/** For each mention the comparison that it belongs to: as the change or the rate, or as the amount that changed. `year`: the document's. */
export function comparisonsOf(text: string, mentions: readonly Mention[], year: number | null): (Comparison | null)[] {
  const of = new Map<Mention, Told>();
  const told: Told[] = [];
  for (const mention of mentions) {
    if (mention.relation !== 'change' && mention.relation !== 'rate') continue;
    const base = baseOf(text, mention, year);
    const last = told.at(-1);
    const open = last && goesOn(last, mention, base) ? last : begun(mention, base);
    if (open !== last) told.push(open);
    add(open, mention);
    of.set(mention, open);
  }
  for (const each of told) {
    const amount = mentions.findLast((mention) => isAmountOf(mention, each));
    if (amount && !of.has(amount)) of.set(amount, each);
  }
  for (const [i, mention] of mentions.entries()) {
    if (mention.relation !== 'amount' || of.has(mention)) continue;
    const same = unchanged(text, mention, mentions[i + 1], year);
    if (same) of.set(mention, same);
  }
  giveReasons(text, [...new Set(of.values())], mentions);
  return mentions.map((mention) => of.get(mention) ?? null);
}

/** 其中 begins a sentence that goes on comparing with what the one before it compared with. */
function baseOf(text: string, { quantity }: Mention, year: number | null): BaseKind {
  const start = sentenceStart(text, quantity.from);
  const own = baseIn(text.slice(start, quantity.from), year);
  if (own !== null || !GOES_ON.test(text.slice(start))) return own ?? 'unsaid';
  return baseIn(text.slice(sentenceStart(text, start - 1), start), year) ?? 'unsaid';
}

const begun = ({ noun, subjectCode, quantity }: Mention, base: BaseKind): Told => ({
  noun,
  subjectCode,
  base,
  change: null,
  unit: null,
  percent: null,
  reason: null,
  from: quantity.from,
  to: quantity.to,
});

/** A change and its rate are told one after the other. */
function goesOn(open: Told, { noun, subjectCode, relation, quantity }: Mention, base: BaseKind): boolean {
  if (open.noun !== noun || open.subjectCode !== subjectCode || open.base !== base) return false;
  return quantity.from - open.to <= BETWEEN_CHANGE_AND_RATE && (relation === 'change' ? open.change : open.percent) === null;
}

function add(open: Told, { relation, direction, quantity }: Mention): void {
  const value = signed(quantity.value, direction);
  if (relation === 'rate') open.percent = value;
  else if (!isPoints(quantity.unit)) {
    open.change = value;
    open.unit = quantity.unit;
  }
  open.to = quantity.to;
}

const isZero = (value: string): boolean => /^-?0+(?:\.0*)?$/.test(value);

/** 减少 of -5.30 is what a form leaves of 增加（减少）: less than nothing all the same. null: nothing says which way. */
function signed(value: string, direction: Mention['direction']): string | null {
  const digits = value.replace(/^-/, '');
  if (isZero(digits)) return digits;
  if (direction === 'down' || value.startsWith('-')) return `-${digits}`;
  return direction === null ? null : digits;
}

function isAmountOf({ relation, noun, subjectCode, quantity }: Mention, told: Told): boolean {
  return relation === 'amount' && noun === told.noun && subjectCode === told.subjectCode && quantity.to <= told.from;
}

/** 与上年持平, behind an amount and before the next one. */
function unchanged(text: string, mention: Mention, next: Mention | undefined, year: number | null): Told | null {
  const from = mention.quantity.to;
  const behind = text.slice(from, Math.min(next?.clauseFrom ?? text.length, sentenceEnd(text, from)));
  const same = SAYS_SAME.exec(behind);
  const base = same && baseIn(behind.slice(0, same.index + same[0].length), year);
  if (!same || base === null) return null;
  const to = from + same.index + same[0].length;
  return { ...begun(mention, base), change: '0', unit: mention.quantity.unit, percent: '0', to };
}

/** Each has the reason that follows it in its sentence; one that a sentence of its own gives is that of the first in the sentence before. */
function giveReasons(text: string, told: readonly Told[], mentions: readonly Mention[]): void {
  const inOrder = [...told].sort((a, b) => a.from - b.from);
  for (const each of inOrder) {
    const next = mentions.find(({ quantity }) => quantity.from >= each.to);
    each.reason = reasonBehind(text, each.to, next?.clauseFrom ?? text.length);
  }
  const sentences = new Set<number>();
  for (const each of inOrder) {
    const start = sentenceStart(text, each.from);
    if (!sentences.has(start)) each.reason ??= reasonInNext(text, each.to);
    sentences.add(start);
  }
}

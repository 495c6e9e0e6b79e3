import { CAUSE, CAUSE_AT_START, NEXT_CAUSE } from '../../../schemas/lexicon/comparisons/bases.ts';
import { sentenceEnd } from './mention.ts';

/** Where a reason stands in the text. */
export interface Span {
  from: number;
  to: number;
}

/** The reason that the sentence around `from` gives behind it and before `limit`; null for none. */
export function reasonBehind(text: string, from: number, limit: number): Span | null {
  const end = sentenceEnd(text, from);
  const cause = CAUSE.exec(text.slice(Math.max(0, from - 1), end));
  if (!cause) return null;
  const at = Math.max(0, from - 1) + cause.index;
  return at > limit ? null : reasonFrom(text, at + cause[0].length, end);
}

/** The reason that the next sentence begins with: 主要原因是…. */
export function reasonInNext(text: string, from: number): Span | null {
  const start = sentenceEnd(text, from) + 1;
  if (start >= text.length || !CAUSE_AT_START.test(text.slice(start, start + 24))) return null;
  const end = sentenceEnd(text, start);
  const cause = CAUSE.exec(text.slice(start, end));
  return cause ? reasonFrom(text, start + cause.index + cause[0].length, end) : null;
}

/** Up to a semicolon that no further point of the reason follows, or the bracket around it. */
function reasonFrom(text: string, from: number, end: number): Span | null {
  let depth = 0;
  let to = from;
  for (; to < end; to++) {
    const char = text.charAt(to);
    if (char === '（') depth++;
    else if (char === '）' && --depth < 0) break;
    else if (char === '；' && depth === 0 && !NEXT_CAUSE.test(text.slice(to + 1, to + 8))) break;
  }
  return to > from ? { from, to } : null;
}

import { at } from '../model/at.ts';

/** Text without spaces and with one form of brackets and digits, and the way back to the printed text. */
export interface Compact {
  text: string;
  /** `at[i]`: position of character i in the printed text; null when the two are aligned. */
  at: Int32Array | null;
}

const WIDE = /[０-９％．－−():;＋／]/;
const EACH_WIDE = /[０-９％．－−():;＋／]/g;
const SPACE = /[\s\u3000\u200b]/;

function narrow(char: string): string {
  switch (char) {
    case '(':
      return '（';
    case ')':
      return '）';
    case ':':
      return '：';
    case ';':
      return '；';
    case '−':
      return '-';
    default:
      return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  }
}

/** Every replacement keeps its length. A space between two digits stays, for it may part two numbers, unless they are letter-spaced. */
export function compactOf(printed: string): Compact {
  const text = WIDE.test(printed) ? printed.replace(EACH_WIDE, narrow) : printed;
  if (!SPACE.test(text)) return { text, at: null };
  const at = new Int32Array(text.length);
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    if (to > from) kept.push(text.slice(from, to));
    for (let i = from; i < to; i++) at[length++] = i;
  };
  for (let i = 0; i < text.length; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    let end = i + 1;
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    if (isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(end)) && !isSpaced(text, i - 1, end)) keep(i + 1);
    else keep(i);
    from = end;
    i = end - 1;
  }
  keep(text.length);
  return { text: kept.join(''), at: at.subarray(0, length) };
}

/** Position in the printed text of a character of the compact text. */
export function printedAt(compact: Compact, index: number): number {
  return compact.at === null ? index : at(compact.at, index);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0 || code === 0x200b;
}

/** 3 0 7: both digits stand alone. */
function isSpaced(text: string, before: number, after: number): boolean {
  return !isDigit(text.charCodeAt(before - 1)) && !isDigit(text.charCodeAt(after + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

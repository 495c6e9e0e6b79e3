import { isNone } from '../../numbers.ts';
import { compact } from '../../text.ts';
import type { AlignRole } from './align.ts';
import { isDate, isNumeric, type Token } from './tokens.ts';

/** A column of a table of tasks or of money, by what its heading promises. */
export type Cell = AlignRole<'text' | 'number' | 'date'> & { title: string };

export function cellOf(token: Token): Cell {
  const title = compact(token.text);
  const name = /(时限|时间|期限|日期)$/.test(title)
    ? 'date'
    : /(金额|资金|预算|数|率|分值|得分|权重|情况)([（(].*[)）])?$/.test(title)
      ? 'number'
      : 'text';
  return { name, column: token.column, title, whenEmpty: name === 'text' ? 1 : 0.5, whenJoined: name === 'text' ? 6 : 20 };
}

export function cellFit(token: Token, name: Cell['name']): number {
  const number = isNumeric(token.text);
  if (name === 'number') return number ? 5 : isNone(token.text) ? 4 : -8;
  if (name === 'date') return isDate(token.text) ? 6 : -6;
  return number ? -6 : isDate(token.text) ? -4 : 2;
}

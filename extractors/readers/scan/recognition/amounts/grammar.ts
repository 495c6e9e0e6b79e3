import type { Grammar } from '../decoding/beam.ts';

/**
 * How far a number is read: -1,234.50, (12.00), 12.00-, 1 234.50, 35.2%, -- for none.
 * `group`: digits behind the last separator, -1 before the first; `decimals`: behind the point, -1 before it.
 */
interface Printed {
  opened: '' | '-' | '(';
  digits: number;
  separator: string;
  group: number;
  decimals: number;
  closed: boolean;
  /** Nothing but dashes. */
  dashes: number;
}

const START: Printed = { opened: '', digits: 0, separator: '', group: -1, decimals: -1, closed: false, dashes: 0 };
/** Digits between separators. */
const GROUP = 3;
/** Dashes that stand for none. */
const MOST_DASHES = 4;

const isWhole = ({ digits, group, decimals }: Printed): boolean => digits > 0 && (group === -1 || group === GROUP) && decimals !== 0;

function next(state: Printed, character: string): Printed | null {
  if (state.closed) return null;
  if (character >= '0' && character <= '9') return withDigit(state);
  switch (character) {
    case '-':
      return withDash(state);
    case '(':
      return state === START ? { ...state, opened: '(' } : null;
    case ')':
      return state.opened === '(' && isWhole(state) ? { ...state, opened: '', closed: true } : null;
    case '%':
      return isWhole(state) && state.opened !== '(' ? { ...state, closed: true } : null;
    case '.':
      return state.decimals === -1 && isWhole(state) ? { ...state, decimals: 0 } : null;
    case ',':
    case ' ':
      return withSeparator(state, character);
    default:
      return null;
  }
}

function withDigit(state: Printed): Printed | null {
  if (state.dashes > 1) return null;
  if (state.decimals >= 0) return { ...state, decimals: state.decimals + 1 };
  if (state.group === GROUP) return null;
  if (state.group >= 0) return { ...state, group: state.group + 1 };
  return { ...state, digits: state.digits + 1 };
}

function withDash(state: Printed): Printed | null {
  if (state.digits > 0) return state.opened === '' && state.decimals > 0 ? { ...state, closed: true } : null;
  return state.opened !== '(' && state.dashes < MOST_DASHES ? { ...state, opened: '-', dashes: state.dashes + 1 } : null;
}

function withSeparator(state: Printed, separator: string): Printed | null {
  if (state.decimals >= 0) return null;
  const follows = state.group === -1 ? state.digits >= 1 && state.digits <= GROUP : state.group === GROUP && separator === state.separator;
  return follows ? { ...state, separator, group: 0 } : null;
}

/** Numbers as disclosures print them, and dashes for none. */
export const AMOUNTS: Grammar<Printed> = {
  start: START,
  next,
  isEnd: (state) => (state.digits === 0 ? state.dashes > 0 : state.opened !== '(' && isWhole(state)),
};

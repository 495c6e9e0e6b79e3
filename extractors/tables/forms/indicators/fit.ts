import { INDICATOR_NATURE } from '../../../../schemas/lexicon/forms/indicator-columns.ts';
import { compact } from '../../../notation/text.ts';
import { isDate, isTick, numberOf, operatorOf, type Token, unitLikelihood } from '../tokens/tokens.ts';
import type { IndicatorRole } from '../vocabulary/columns.ts';
import { type LevelName, level1Of, level2Of } from '../vocabulary/levels.ts';
import { LONGEST_UNKNOWN, MAX_NAME } from './settings.ts';

/** What a cell's text can be, found out once. */
export interface Traits {
  name: string;
  level1: LevelName | null;
  level2: LevelName | null;
  operator: boolean;
  numeric: boolean;
  percent: boolean;
  date: boolean;
  tick: boolean;
  unit: 0 | 1 | 2;
}

export function traitsOf({ text }: Token): Traits {
  const number = numberOf(text);
  return {
    name: text.length > MAX_NAME ? text : compact(text),
    level1: level1Of(text),
    level2: level2Of(text),
    operator: operatorOf(text) !== null,
    numeric: number !== null,
    percent: number?.percent === true,
    date: isDate(text),
    tick: isTick(text),
    unit: unitLikelihood(text),
  };
}

/** What the row says about a cell besides its own text. */
export interface Surroundings {
  /** The cell stands below the heading of the column, or where both stand is lost. */
  isHeaded: boolean;
  /** The cell stands below the heading of the column. */
  inColumn: boolean;
  /** The name is that of the current 一级指标. */
  isCurrent: boolean;
  /** The row has no operator. */
  qualitative: boolean;
}

/** How well a cell's content fits a column: 0 is neutral; at or below UNFIT a person should look. */
export function fitOf(trait: Traits, role: IndicatorRole, around: Surroundings): number {
  return FIT[role](trait, around);
}

/** Where the heading says so, and nothing that has a column of its own. */
const text = ({ operator, numeric }: Traits, { isHeaded }: Surroundings): number => (operator || numeric || !isHeaded ? -9 : 3);

const points = ({ percent, numeric }: Traits): number => (percent ? 0 : numeric ? 3 : -8);

const FIT: Readonly<Record<IndicatorRole, (trait: Traits, around: Surroundings) => number>> = {
  project: text,
  goal: text,
  amount: ({ numeric }, { isHeaded }) => (numeric && isHeaded ? 6 : -9),
  other: (_, { inColumn }) => (inColumn ? 1 : -9),
  level1: ({ level1, level2, operator, numeric, name }, { isCurrent }) => {
    if (level1) return level2?.certain && !isCurrent ? 7 : 10;
    return operator || numeric || level2 ? -8 : nameFit(name) - 1;
  },
  level2: ({ level1, level2, operator, numeric, name }) => {
    if (level2) return level2.certain ? 10 : 6;
    return operator || numeric || level1 ? -8 : nameFit(name);
  },
  level3: ({ level1, level2, operator, numeric }) => {
    if (operator || level1) return -9;
    return level2?.certain || numeric ? -6 : 3;
  },
  operator: ({ operator, name }) => (operator || INDICATOR_NATURE.test(name) ? 10 : -10),
  target: ({ operator, date, numeric }) => {
    if (operator) return -8;
    return date ? 0 : numeric ? 3 : 2;
  },
  unit: ({ operator, date, unit }, { qualitative }) => {
    if (operator || date) return -10;
    if (unit === 2) return 5;
    return unit === 0 ? -4 : qualitative ? -2 : 2;
  },
  deadline: ({ date, numeric, operator }) => (date ? 7 : numeric || operator ? -7 : -4),
  actual: ({ tick }) => (tick ? -6 : 2),
  completion: ({ percent, numeric }) => (percent ? 4 : numeric ? 1 : -6),
  weight: points,
  score: points,
  note: ({ numeric, tick }) => (numeric ? -3 : tick ? 3 : 0),
};

/** An unknown level name is short and holds no sentence marks. */
function nameFit(text: string): number {
  return text.length > LONGEST_UNKNOWN || /[，。；、]/.test(text) ? -3 : 0;
}

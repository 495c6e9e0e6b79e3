/** Room: rows of a form's indicators in, indicators with level, target and result out; imports tables/forms, model, notation, schemas. */

import type { Indicator } from '../../../../schemas/disclosure.ts';
import { compact } from '../../../notation/text.ts';
import { align } from '../tokens/align.ts';
import type { IndicatorColumn } from '../tokens/header.ts';
import {
  isDate,
  isTick,
  leadingOperator,
  numberOf,
  numberWithUnit,
  type Operator,
  operatorOf,
  type Token,
  trailingOperator,
  unitLikelihood,
} from '../tokens/tokens.ts';
import { type IndicatorRole, type LevelName, level1Of, level2Of } from '../tokens/vocabulary.ts';

/** The cells of one indicator row by what they are. */
export type IndicatorCells = Partial<Record<IndicatorRole, Token[]>>;

export interface ReadRow {
  cells: IndicatorCells;
  /** Some cell fits its place badly. */
  doubtful: boolean;
}

const UNFIT = -4;

/** Rows with more cells than this are no indicator rows but remains of embedded tables. */
const MAX_INDICATOR_CELLS = 30;

/** What the border lines of a printed grid add to a cell that stands below the heading of its column. */
const PRINTED = 4;

/**
 * Puts the cells of a row into the columns of the header; null where the row is empty or far too long. `printed`: the row stands in
 * a printed grid, so that its columns are no guess.
 */
export function readRow(
  tokens: readonly Token[],
  columns: readonly IndicatorColumn[],
  current: string | null,
  printed = false,
): ReadRow | null {
  if (tokens.length > MAX_INDICATOR_CELLS) return null;
  const traits = tokens.map(traitsOf);
  const operatorAt = traits.findIndex((trait) => trait.operator);
  const operatorColumn = columns.findIndex((column) => column.name === 'operator');
  const before = new Set(columns.slice(0, Math.max(0, operatorColumn)).map((column) => column.name));
  const deadline = columns.some((column) => column.name === 'deadline' && column.column !== null);
  const aligned = align(tokens, columns, (token, column, index) => {
    const trait = traits[index];
    if (!trait || (index < operatorAt && BEHIND_OPERATOR.has(column.name) && !before.has(column.name))) return -10;
    // Where no column is for deadlines, a date below 指标值 is the target.
    if (trait.date && !deadline && column.name === 'target' && token.column !== null && token.column === column.column) return 8;
    const previous = index > 0 ? traits[index - 1] : undefined;
    // Forms without finer levels print the same name twice.
    if (column.name === 'level2' && trait.level1 && previous?.name === trait.name) return 8;
    // A name of the third level may repeat that of the second.
    if (column.name === 'level3' && previous?.level2 && (trait.level1 || trait.level2) && !/(指标|目标)$/.test(trait.name)) return 3;
    const inPlace = printed && token.column !== null && token.column === column.column ? PRINTED : 0;
    return inPlace + fitOf(trait, token, column, trait.name === current, operatorAt < 0);
  });
  if (!aligned) return null;
  const cells: IndicatorCells = {};
  aligned.roles.forEach((role, index) => {
    const name = columns[role]?.name;
    const token = tokens[index];
    if (!name || !token) return;
    cells[name] = [...(cells[name] ?? []), token];
  });
  const joined = (['level3', 'target', 'actual'] as const).some((name) => (cells[name]?.length ?? 0) > 1);
  return { cells, doubtful: aligned.worst <= UNFIT || joined };
}

const BEHIND_OPERATOR: ReadonlySet<IndicatorRole> = new Set([
  'target',
  'unit',
  'deadline',
  'actual',
  'completion',
  'weight',
  'score',
  'note',
]);

/** What a cell's text can be, found out once. */
interface Traits {
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

function traitsOf(token: Token): Traits {
  const { text } = token;
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

const MAX_NAME = 40;

/** How well a cell's content fits a column. 0 is neutral; at or below UNFIT a person should look. */
function fitOf(trait: Traits, token: Token, column: IndicatorColumn, isCurrent: boolean, qualitative: boolean): number {
  const { level1, level2, operator, numeric, date } = trait;
  switch (column.name) {
    case 'project':
    case 'goal':
      return operator || numeric || token.column !== column.column ? -9 : 3;
    case 'amount':
      return numeric && token.column === column.column ? 6 : -9;
    case 'other':
      return token.column === column.column && token.column !== null ? 1 : -9;
    case 'level1':
      if (level1) return level2?.certain && !isCurrent ? 7 : 10;
      return operator || numeric || level2 ? -8 : nameFit(trait.name) - 1;
    case 'level2':
      if (level2) return level2.certain ? 10 : 6;
      return operator || numeric || level1 ? -8 : nameFit(trait.name);
    case 'level3':
      if (operator || level1) return -9;
      return level2?.certain || numeric ? -6 : 3;
    case 'operator':
      return operator || /^(定性|定量)(指标)?$/.test(trait.name) ? 10 : -10;
    case 'target':
      if (operator) return -8;
      return date ? 0 : numeric ? 3 : 2;
    case 'unit':
      if (operator || date) return -10;
      if (trait.unit === 2) return 5;
      return trait.unit === 0 ? -4 : qualitative ? -2 : 2;
    case 'deadline':
      return date ? 7 : numeric || operator ? -7 : -4;
    case 'actual':
      return trait.tick ? -6 : 2;
    case 'completion':
      return trait.percent ? 4 : numeric ? 1 : -6;
    case 'weight':
    case 'score':
      return trait.percent ? 0 : numeric ? 3 : -8;
    case 'note':
      return numeric ? -3 : trait.tick ? 3 : 0;
  }
}

/** An unknown level name is short and holds no sentence marks. */
function nameFit(text: string): number {
  return text.length > 14 || /[，。；、]/.test(text) ? -3 : 0;
}

type Values = Pick<Indicator, 'operator' | 'target' | 'targetUnit' | 'deadline' | 'actual' | 'completion' | 'weight' | 'score'>;

/** What the row says about its target and its result; `moved` where parts stood in a cell that is not theirs. */
export function valuesOf(cells: IndicatorCells, hasUnitColumn: boolean): { values: Values; moved: boolean } {
  let operator: Operator | null = operatorOf(textOf(cells.operator) ?? '');
  let target = textOf(cells.target);
  let unit = textOf(cells.unit);
  let moved = false;
  if (target !== null && operator === null && operatorOf(target) && unit !== null) {
    [operator, target, unit] = [operatorOf(target), unit, null];
    moved = true;
  }
  const limit = target === null || operator ? null : limitOf(target);
  if (limit) {
    operator = limit.operator;
    target = limit.rest;
  }
  const split = target === null || unit !== null || (hasUnitColumn && !limit) ? null : numberWithUnit(target);
  if (split) [target, unit] = [split.number, split.unit];
  const values: Values = {
    operator,
    target,
    targetUnit: unit,
    deadline: textOf(cells.deadline),
    actual: textOf(cells.actual),
    completion: textOf(cells.completion),
    weight: textOf(cells.weight),
    score: textOf(cells.score),
  };
  return { values, moved };
}

/** An operator before or behind a number (≥95%, 95%以上, ≥95%以上) and the number; null where there is none, or the two differ. */
function limitOf(target: string): { operator: Operator; rest: string } | null {
  const before = leadingOperator(target);
  const behind = trailingOperator(before?.rest ?? target);
  if (before && behind && before.operator !== behind.operator) return null;
  const limit = behind ?? before;
  return limit && numberWithUnit(limit.rest) ? limit : null;
}

export function textOf(tokens: readonly Token[] | undefined): string | null {
  return tokens && tokens.length > 0 ? tokens.map((token) => token.text).join('') : null;
}

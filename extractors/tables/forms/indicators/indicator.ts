/**
 * Rows of indicators and the columns of their header in; levels, targets, results and opinions out; imports schemas, model,
 * notation, tokens, vocabulary.
 */
import { LEVEL_SUFFIX } from '../../../../schemas/lexicon/forms/levels.ts';
import { at } from '../../../model/at.ts';
import { align } from '../tokens/align.ts';
import type { IndicatorColumn } from '../tokens/header.ts';
import type { Token } from '../tokens/tokens.ts';
import type { IndicatorRole } from '../vocabulary/columns.ts';
import { fitOf, type Traits, traitsOf } from './fit.ts';
import { MAX_INDICATOR_CELLS, PRINTED, UNFIT } from './settings.ts';

/** The cells of one indicator row by what they are. */
export type IndicatorCells = Partial<Record<IndicatorRole, Token[]>>;

export interface ReadRow {
  cells: IndicatorCells;
  /** Some cell fits its place badly. */
  doubtful: boolean;
}

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
  const aligned = align(tokens, columns, scoring(tokens, columns, current, printed));
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

/** How well each cell of a row fits a column, by its own text and by the cells around it. */
function scoring(tokens: readonly Token[], columns: readonly IndicatorColumn[], current: string | null, printed: boolean) {
  const traits = tokens.map(traitsOf);
  const operatorAt = traits.findIndex((trait) => trait.operator);
  const operatorColumn = columns.findIndex((column) => column.name === 'operator');
  const before = new Set(columns.slice(0, Math.max(0, operatorColumn)).map((column) => column.name));
  const deadline = columns.some((column) => column.name === 'deadline' && column.column !== null);
  return (token: Token, column: IndicatorColumn, index: number): number => {
    const trait = at(traits, index);
    if (index < operatorAt && BEHIND_OPERATOR.has(column.name) && !before.has(column.name)) return -10;
    const isHeaded = token.column === column.column;
    const inColumn = isHeaded && token.column !== null;
    // Where no column is for deadlines, a date below 指标值 is the target.
    if (trait.date && !deadline && column.name === 'target' && inColumn) return 8;
    const repeated = repetitionFit(trait, traits[index - 1], column.name);
    if (repeated !== null) return repeated;
    const around = { isHeaded, inColumn, isCurrent: trait.name === current, qualitative: operatorAt < 0 };
    return (printed && inColumn ? PRINTED : 0) + fitOf(trait, column.name, around);
  };
}

/** A name behind the same name, or behind that of the level above it. */
function repetitionFit(trait: Traits, previous: Traits | undefined, role: IndicatorRole): number | null {
  // Forms without finer levels print the same name twice.
  if (role === 'level2' && trait.level1 && previous?.name === trait.name) return 8;
  // A name of the third level may repeat that of the second.
  if (role === 'level3' && previous?.level2 && (trait.level1 || trait.level2) && !LEVEL_SUFFIX.test(trait.name)) return 3;
  return null;
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

/** The cells of one role as one text. */
export function textOf(tokens: readonly Token[] | undefined): string | null {
  return tokens && tokens.length > 0 ? tokens.map((token) => token.text).join('') : null;
}

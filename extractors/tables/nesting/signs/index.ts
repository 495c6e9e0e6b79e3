/**
 * Rows of a panel in, each with its parent by one kind of sign: codes, names, indents, units, numbering; imports schemas, model, notation, amounts,
 * sums.
 */
import type { ReadTable } from '../../../model/tables.ts';
import type { NestingReading } from '../sums/judge.ts';
import { nestBelowFirst, nestByColumn, nestByIndent } from './indent.ts';
import { nestByNames } from './names.ts';
import { nestByNumbering, nestRestarted } from './numbering.ts';
import { nestBySum, nestByUnit } from './units.ts';

/** What a table without codes may go by, first what usually says most. */
export function signsOf({ shape, layout }: ReadTable): NestingReading[] {
  const isProjects = shape === 'projects';
  return [
    (rows) => nestByIndent(rows) && nestRestarted(rows),
    nestByNames,
    (rows) => isProjects && nestByUnit(rows),
    (rows) => isProjects && layout === 'sequence' && nestBySum(rows),
    (rows) => shape === 'units' && nestBelowFirst(rows),
    (rows) => nestByNumbering(rows) && nestRestarted(rows),
    (rows) => nestByColumn(rows) && nestRestarted(rows),
  ];
}

import type { Picture } from '../../../../model/picture.ts';
import { bothOf, faintAcross, faintDown, longRuns, type Mask, transposed } from '../ink/index.ts';
import { ALIGNED, BESIDE, FILLED, GAP, LONG, REACH, SHORT_DOWN, SHORTEST_ACROSS, SHORTEST_DOWN, SOLID, THICKEST } from './settings.ts';
import { inkBeside, type Stroke, solidity, strokesOf } from './strokes.ts';

export type { Stroke } from './strokes.ts';

/** The rules of a page, in its dots. */
export interface Rules {
  horizontal: Stroke[];
  vertical: Stroke[];
}

/**
 * The rules that are drawn: long straight strokes, and short ones that run from rule to rule as no stroke of a character does. `ink` of
 * the upright page; `dpi` says how many of its dots make an inch.
 */
export function rulesOf(page: Picture, ink: Mask, dpi: number): Rules {
  const scale = dpi / 72;
  const across = bothOf(faintAcross(page, scale), ink);
  const down = transposed(bothOf(faintDown(page, scale), ink));
  const horizontal = candidates(across, SHORTEST_ACROSS * scale, scale);
  const vertical = candidates(down, SHORTEST_DOWN * scale, scale);
  const isLong = ({ from, to }: Stroke): boolean => to - from >= LONG * scale;
  const longColumns = vertical.filter(isLong);
  const shortRows = horizontal.filter((stroke) => !isLong(stroke) && isRule(stroke, across));
  const rows = [...horizontal.filter(isLong), ...shortRows.filter((stroke) => joins(stroke, longColumns, scale))];
  const joining = vertical.filter((stroke) => !isLong(stroke) && isRule(stroke, down) && joins(stroke, rows, scale));
  const columns = [...longColumns, ...joining.filter(({ from, to }) => to - from >= SHORT_DOWN * scale)];
  const goesOn = (stroke: Stroke): boolean => columns.some((column) => Math.abs(column.at - stroke.at) <= ALIGNED * scale);
  columns.push(...joining.filter((stroke) => !columns.includes(stroke) && goesOn(stroke)));
  return {
    horizontal: [...rows, ...shortRows.filter((stroke) => !rows.includes(stroke) && joins(stroke, columns, scale))],
    vertical: columns,
  };
}

function candidates(mask: Mask, shortest: number, scale: number): Stroke[] {
  const runs = longRuns(mask, { shortest, gap: Math.max(1, Math.round(GAP * scale)), filled: FILLED });
  return strokesOf(runs).filter(({ thick }) => thick <= THICKEST * scale + 2);
}

/** A rule is one line all along, and stands free of what is printed beside it. */
function isRule(stroke: Stroke, ink: Mask): boolean {
  return solidity(stroke, ink) >= SOLID && inkBeside(stroke, ink) <= BESIDE;
}

/** It runs from one of the rules across it to another. */
function joins(stroke: Stroke, across: readonly Stroke[], scale: number): boolean {
  const reach = REACH * scale;
  const meets = (end: number): boolean =>
    across.some(
      (rule) => Math.abs(rule.at - end) <= reach + rule.thick / 2 && stroke.at >= rule.from - reach && stroke.at <= rule.to + reach,
    );
  return meets(stroke.from) && meets(stroke.to);
}

/**
 * The measures that make a panel, as data: which coordinates each is an amount of, the tables that print it, the identities that give
 * it; nothing enters; imports coordinates.
 */
import { APPROPRIATED } from './appropriated.ts';
import { EXPENDITURE } from './expenditure.ts';
import type { StandardMeasure } from './measure.ts';
import { REVENUE } from './revenue.ts';
import { VIEWS } from './views.ts';

export { CATEGORY_FUNDS, categoryMeasure } from './categories.ts';
export type { MeasureSum, Selection, StandardMeasure } from './measure.ts';
export { SPOKEN_MEASURES, type SpokenMeasure } from './spoken.ts';

/** In the order of the rows of measures.csv. */
export const STANDARD_MEASURES: readonly StandardMeasure[] = [...REVENUE, ...EXPENDITURE, ...APPROPRIATED, ...VIEWS];

/** The columns of panel.csv. */
export const WIDE_MEASURES: readonly string[] = STANDARD_MEASURES.filter(({ wide }) => wide).map(({ id }) => id);

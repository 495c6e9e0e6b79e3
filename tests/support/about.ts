import type { About } from '../../schemas/disclosure.ts';
import { coordinatesOf } from '../../schemas/lexicon/coordinates/index.ts';

/** An amount of which nothing is known. */
export const AMOUNT: About = {
  relation: 'amount',
  measure: null,
  coordinates: coordinatesOf({ vintage: null }, {}, {}),
  base: null,
  change: null,
  percent: null,
  reason: null,
};

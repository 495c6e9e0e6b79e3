import { Decimal } from 'decimal.js';

/**
 * Decimal arithmetic for printed amounts outside the solver: `new Amount('8510.93')`. A printed number has at most 40 digits and a unit of
 * money at most eight zeros, so that sums, differences and conversions have fewer digits than the precision: nothing is rounded.
 */
export const Amount = Decimal.clone({ precision: 100 });
export type Amount = Decimal;

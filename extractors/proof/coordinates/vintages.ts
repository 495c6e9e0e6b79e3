import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';

/** A cell of a header or a row among those beside it. */
export interface Beside {
  own: Said;
  isTotal: boolean;
}

/** Those of many that set what stands beside them apart: 上年结转, and the total of this year's revenue. */
export function settingApart(beside: readonly Beside[]): Beside[] {
  return beside.filter(({ own, isTotal }) => own.vintage === 'carriedOver' || (isTotal && own.vintage === 'currentYear'));
}

/**
 * Beside what sets it apart, what names no year is this year's money; a total that names none is of both. What a column of 本年支出
 * spends beside the opening balance may be of either.
 */
export function besideCarriedOver({ own, isTotal }: Beside, apart: readonly Beside[]): Said {
  if (own.vintage !== undefined || isTotal) return own;
  const isApart = apart.some(({ own: other }) => !own.flow || !other.flow || own.flow === other.flow);
  return isApart ? { ...own, vintage: 'currentYear' } : own;
}

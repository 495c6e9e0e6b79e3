import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';

/** A cell of a header or a row among those beside it. */
export interface Beside {
  own: Said;
  isTotal: boolean;
}

/**
 * Beside 上年结转, and beside the total of this year's revenue, what names no year is this year's money; a total that names none is of
 * both. What a column of 本年支出 spends beside the opening balance may be of either.
 */
export function besideCarriedOver({ own, isTotal }: Beside, beside: readonly Beside[]): Said {
  if (own.vintage !== undefined || isTotal) return own;
  const apart = beside.some(({ own: other, isTotal: total }) => {
    if (other.vintage !== 'carriedOver' && !(total && other.vintage === 'currentYear')) return false;
    return !own.flow || !other.flow || own.flow === other.flow;
  });
  return apart ? { ...own, vintage: 'currentYear' } : own;
}

/** Those of many that can set what stands beside them apart: asked for once a family. */
export function tellingVintages(beside: readonly Beside[]): Beside[] {
  return beside.filter(({ own, isTotal }) => own.vintage === 'carriedOver' || (isTotal && own.vintage === 'currentYear'));
}

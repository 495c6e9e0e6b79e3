import { compact, narrow } from './text.ts';

/** How the names of public bodies end. */
export const ORGANISATION_END =
  /(?:局|委|办|厅|院|部|处|会|署|站|所|队|馆|校|园|室|中心|机关|本级|大队|支队|总队|集团|公司|医院|大学|学院|政府|街道|镇|乡|法院|检察院|委员会|办公室)$/;

/** 某市财政局 and 某市财政局（本级）; no other word behind it, and no project before it (补助经费-某站). */
export function isOrganisation(name: string): boolean {
  return !/[-—－]/.test(name) && ORGANISATION_END.test(compact(name).replace(/[（(][^（()）]*[)）]$/, ''));
}

/** 341-某市财政局, the code of the publisher before its name. */
export const CODED_NAME = /^(\d{3,9})[-—_]?(?=[\u4e00-\u9fff])/;

const OWN_OFFICE = /^\(?(?:本级|机关|本部)\)?$/;

/**
 * Whether two printed names are those of two bodies, such as a department and a unit below it. A longer form of a name is the same
 * body, unless it is the department's own office (某市财政局（本级） beside 某市财政局).
 */
export function areOtherBodies(a: string, b: string): boolean {
  if (!isOrganisation(a) || !isOrganisation(b)) return false;
  const [x, y] = [bareName(a), bareName(b)];
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  if (!long.includes(short)) return true;
  return long.startsWith(short) && OWN_OFFICE.test(long.slice(short.length));
}

function bareName(name: string): string {
  return narrow(compact(name)).replace(CODED_NAME, '');
}

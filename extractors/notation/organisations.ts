import { compact } from './text.ts';

/** How the names of public bodies end. */
export const ORGANISATION_END =
  /(?:局|委|办|厅|院|部|处|会|署|站|所|队|馆|校|园|室|中心|机关|本级|大队|支队|总队|集团|公司|医院|大学|学院|政府|街道|镇|乡|法院|检察院|委员会|办公室)$/;

/** 某市财政局 and 某市财政局（本级）; no other word behind it, and no project before it (补助经费-某站). */
export function isOrganisation(name: string): boolean {
  return !/[-—－]/.test(name) && ORGANISATION_END.test(compact(name).replace(/[（(][^（()）]*[)）]$/, ''));
}

import { BODY_END, OWN_OFFICE } from '../../schemas/lexicon/bodies.ts';
import { compact, narrow } from './text.ts';

/** 某市财政局 and 某市财政局（本级）; no other word behind it, and no project before it (补助经费-某站). */
export function isOrganisation(name: string): boolean {
  return !/[-—－]/.test(name) && BODY_END.test(compact(name).replace(/[（(][^（()）]*[)）]$/, ''));
}

/** 341-某市财政局, the code of the publisher before its name. */
export const CODED_NAME = /^(\d{3,9})[-—_]?(?=[\u4e00-\u9fff])/;

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

import { TITLE_DONE } from '../../../schemas/lexicon/tables/titles.ts';
import type { Caption } from '../../model/segments.ts';
import { titleKey } from '../../notation/captions.ts';
import { areOtherBodies } from '../../notation/organisations.ts';

/** Whether captions are those of one table. */

/** `部门管理` + `专项资金预算表`: the left half of a title lacks the word for table, the right half has no number. */
export function isCutTitle(left: Caption, right: Caption): boolean {
  if (left.title === null || right.title === null) return false;
  return left.number !== null && right.number === null && !TITLE_DONE.test(left.title);
}

/**
 * A later caption may add a number, but lose one (`mayLose`) only where its rows go on with those before. Two bodies in one file have
 * tables of the same title.
 */
export function sameTitle(a: Caption, b: Caption, mayLose = false): boolean {
  if (a.entity !== null && b.entity !== null && areOtherBodies(a.entity, b.entity)) return false;
  if (a.title === null || b.title === null) return a.title === b.title && a.number !== null && a.number === b.number;
  return titleKey(a.title) === titleKey(b.title) && (a.number === null || a.number === b.number || (b.number === null && mayLose));
}

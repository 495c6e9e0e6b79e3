/**
 * What ought to hold: a table in, its groups of total and addends out, by each identity that applies; imports model, across,
 * within, ledger.
 */
import type { Identity } from '../ledger/identity.ts';
import { economicColumns } from './across/economic-columns.ts';
import { fundGroups } from './across/fund-groups.ts';
import { partsOfAWhole } from './across/parts-of-a-whole.ts';
import { restatement } from './across/restatement.ts';
import { sideBalance } from './across/side-balance.ts';
import { threePublicRestatement } from './across/three-public-restatement.ts';
import { carryoverRollForward } from './within/carryover-roll-forward.ts';
import { discoveredSum } from './within/discovered-sum.ts';
import { headerGroupTotal } from './within/header-group-total.ts';
import { parentChildren } from './within/parent-children.ts';
import { threePublicParts } from './within/three-public-parts.ts';
import { totalOfTopLevel } from './within/total-of-top-level.ts';
import { twoSidedTotal } from './within/two-sided-total.ts';
import { yearDifference } from './within/year-difference.ts';

export const IDENTITIES: readonly Identity[] = [
  headerGroupTotal,
  carryoverRollForward,
  yearDifference,
  parentChildren,
  totalOfTopLevel,
  twoSidedTotal,
  threePublicParts,
  sideBalance,
  fundGroups,
  restatement,
  partsOfAWhole,
  economicColumns,
  threePublicRestatement,
];

/** Found by the numbers and not by what is printed: they place nothing and prove nothing, and are evaluated last. */
export const DISCOVERED: readonly Identity[] = [discoveredSum];

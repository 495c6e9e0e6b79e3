import { carryoverRollForward } from './carryover-roll-forward.ts';
import { discoveredSum } from './discovered-sum.ts';
import { economicColumns } from './economic-columns.ts';
import { fundGroups } from './fund-groups.ts';
import { headerGroupTotal } from './header-group-total.ts';
import type { Identity } from './identity.ts';
import { parentChildren } from './parent-children.ts';
import { restatement } from './restatement.ts';
import { sideBalance } from './side-balance.ts';
import { threePublicParts } from './three-public-parts.ts';
import { threePublicRestatement } from './three-public-restatement.ts';
import { totalOfTopLevel } from './total-of-top-level.ts';
import { twoSidedTotal } from './two-sided-total.ts';
import { yearDifference } from './year-difference.ts';

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
  economicColumns,
  threePublicRestatement,
];

/** Found by the numbers and not by what is printed: they place nothing and prove nothing, and are evaluated last. */
export const DISCOVERED: readonly Identity[] = [discoveredSum];

import type { Identity } from '../../ledger/identity.ts';
import { sumEquation } from '../../ledger/ledger.ts';
import { perList } from '../../ledger/per-list.ts';
import { type Facet, facetsAlike, sharedBy } from './facets.ts';

/**
 * “三公”经费 are printed as a row of columns and as a list of years: a few numbers whose names leave no doubt, so that each has to agree,
 * and not only most of them.
 */
export const threePublicRestatement: Identity = {
  id: 'three-public-restatement',
  document(ledger) {
    return facetsAlike(ledger).flatMap((facets) => (facets[0]?.coordinates.memo === 'threePublic' ? restatedIn(ledger, facets) : []));
  },
};

const restatedIn = perList((ledger, [first, ...others]: readonly Facet[]) =>
  others.flatMap((facet) =>
    first === undefined || first.table === facet.table
      ? []
      : sharedBy(ledger, first, facet).map(({ total, addends }) => sumEquation('three-public-restatement', 'document', total, addends)),
  ),
);

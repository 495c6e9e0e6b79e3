import type { Identity } from '../../ledger/identity.ts';
import { sumEquation } from '../../ledger/ledger.ts';
import { facetsAlike, sharedBy } from './facets.ts';

/**
 * “三公”经费 are printed as a row of columns and as a list of years: a few numbers whose names leave no doubt, so that each has to agree,
 * and not only most of them.
 */
export const threePublicRestatement: Identity = {
  id: 'three-public-restatement',
  document(ledger) {
    const ofThreePublic = facetsAlike(ledger).filter(([facet]) => facet?.coordinates.memo === 'threePublic');
    return ofThreePublic.flatMap(([first, ...others]) =>
      others.flatMap((facet) =>
        first === undefined || first.table === facet.table
          ? []
          : sharedBy(ledger, first, facet).map(({ total, addends }) => sumEquation('three-public-restatement', 'document', total, addends)),
      ),
    );
  },
};

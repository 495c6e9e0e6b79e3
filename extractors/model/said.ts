import type { Statement } from '../../schemas/disclosure.ts';

/** A quantity that the prose states, before it is held against the tables. */
export type SaidQuantity = Omit<Statement, 'agrees'>;

/**
 * A statement beside the fact that it restates. `factId`: null where no fact surely does. `agrees`: whether both print the same amount; null
 * where that cannot be said.
 */
export interface Agreement {
  statementId: string;
  factId: string | null;
  agrees: boolean | null;
}

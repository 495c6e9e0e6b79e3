import type { TruthBuilder } from './document.ts';
import type { Facts, FactsOptions } from './facts.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

/** How one kind of publication looks: its tables as data, which can be damaged, and the document that prints them. */
export interface Publication<Builder extends TruthBuilder = TruthBuilder> {
  sheets(facts: Facts, random: Random): Sheet[];
  /** `random` goes on where `sheets` left it. */
  print(facts: Facts, sheets: readonly Sheet[], random: Random): Builder;
}

export interface DialectDefinition {
  publication: Publication;
  profile: 'liaoning' | 'default';
  facts: FactsOptions;
  imitates: string;
}

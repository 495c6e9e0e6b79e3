import type { SaidQuantity } from '../model/said.ts';
import type { ContentsEntry } from '../model/segments.ts';
import type { Stage } from '../model/stage.ts';
import type { KeyedTable, PlacedTable } from '../model/tables.ts';
import type { Claims, Declared } from '../proof/claims.ts';
import { declare } from '../proof/declare.ts';
import type { Forms } from '../tables/forms/index.ts';
import { keyed } from './naming/keyed.ts';

/** Everything of a document from which a verdict follows, but what is declared of it. */
export interface Facts extends Claims {
  contents: ContentsEntry[];
  forms: Forms;
  /** How many tables a complete document of its profile has; null where the profile does not say. */
  expectedTables: { min: number; max: number } | null;
  tables: KeyedTable[];
}

/** Everything from which a verdict follows: plain JSON, so that it can be kept, sent and judged again, with the same result to the byte. */
export interface Case extends Facts, Declared {}

/** The case with the equations that its numbers are held to. */
export function stateCase(facts: Facts): Case {
  return { ...facts, ...declare(facts.tables, facts.statements) };
}

/** What the phases before found. */
interface Found {
  tables: PlacedTable[];
  statements: SaidQuantity[];
  contents: ContentsEntry[];
  forms: Forms;
  /** What people have decided about the document, made in its case. */
  decided: (stated: Case) => Case;
}

/** The numbers of a document, and what ought to hold between them. */
export const reconcile: Stage<Found, Case> = {
  name: 'reconcile',
  run(document, { profile, report }) {
    const { decided, ...found } = document;
    const named = keyed(found.tables, found.statements, found.forms.projects);
    const stated = decided(stateCase({ ...found, ...named, expectedTables: profile.expect?.tables ?? null, confirmed: [] }));
    for (const finding of stated.findings) report(finding);
    return stated;
  },
};

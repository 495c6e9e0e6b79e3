/**
 * A case in; its public tables, equations, expected tables, findings and review queue out; imports schemas, model, notation, proof,
 * tables/forms, tables/header, tables/nesting, confidence, decisions, naming, review.
 */
import type { Finding } from '../../schemas/diagnostic.ts';
import type { Indicator, Project, Statement } from '../../schemas/disclosure.ts';
import type { Equation } from '../../schemas/equation.ts';
import type { ExpectedTable } from '../../schemas/report.ts';
import type { Table } from '../../schemas/table.ts';
import { at } from '../model/at.ts';
import type { Stage } from '../model/stage.ts';
import { withExchangeDoubts } from '../proof/exchanges/index.ts';
import { prove } from '../proof/proof.ts';
import { sureRepairs } from '../proof/prove.ts';
import { withScaleDoubts } from '../proof/scales.ts';
import type { Case } from './case.ts';
import { type Evidence, evidenceOf } from './confidence/evidence.ts';
import { publicTable } from './public-tables.ts';
import type { ReviewEntry } from './review/draft.ts';
import { expectedTables } from './review/expected.ts';
import { type MissingForm, missingForms } from './review/missing-forms.ts';
import { reviewQueue } from './review/queue.ts';
import { repairedTables } from './review/repaired.ts';

/** What is held of a document: its numbers with their states and confidence, and what a person should look at. */
export interface Verdict {
  tables: Table[];
  equations: Equation[];
  statements: Statement[];
  indicators: Indicator[];
  projects: Project[];
  expected: ExpectedTable[];
  review: ReviewEntry[];
  /** By fact id. */
  evidence: Map<string, Evidence>;
  findings: Finding[];
}

/** The verdict on a case; it depends on nothing else. `applyRepairs`: sure repairs are made, and not only proposed. */
export function evaluate(stated: Case, applyRepairs = false): Verdict {
  const { statements, agreements, misfits, slips, forms, confirmed } = stated;
  const doubted = withExchangeDoubts(withScaleDoubts(stated.tables, slips));
  const proof = prove({ ...stated, tables: doubted }, stated);
  const judged = { ...proof, statements, misfits: new Set(misfits) };
  const expected = expectedTables({ contents: stated.contents, tables: proof.tables });
  // Where there is no table at all, that is one finding and not one for each.
  const absent = proof.tables.length > 0 ? expected.filter((table) => !table.found) : [];
  const evidence = evidenceOf(judged);
  const ofForm = new Map(forms.tables.map((form) => [form.index, form]));
  const listed = new Set(expected.flatMap((entry) => (entry.tableIndex === null ? [] : [entry.tableIndex])));
  const tables = proof.tables.map((table, t) =>
    publicTable(table, at(stated.tables, t).key, { states: proof.states, evidence }, ofForm.get(table.index), listed.has(table.index)),
  );
  const withoutForm = missingForms(tables, forms.projects);
  return {
    tables: applyRepairs ? repairedTables(tables, sureRepairs(proof.explanations)) : tables,
    equations: proof.equations,
    statements: statements.map((statement, i) => ({ ...statement, agrees: agreements[i]?.agrees ?? null })),
    indicators: forms.indicators,
    projects: forms.projects,
    expected,
    review: reviewQueue(judged, tables, evidence, absent, withoutForm).filter(isOpen(confirmed)),
    evidence,
    findings: findingsOf(stated, absent, withoutForm),
  };
}

/** Of what a person has looked at nothing is asked again. */
function isOpen(confirmed: readonly string[]): (entry: ReviewEntry) => boolean {
  const known = new Set(confirmed);
  return ({ factIds }) => factIds.length === 0 || factIds.some((id) => !known.has(id));
}

function findingsOf(
  { tables, expectedTables: usual }: Case,
  absent: readonly ExpectedTable[],
  withoutForm: readonly MissingForm[],
): Finding[] {
  const count = tables.filter((table) => table.shape !== 'text-form').length;
  const isUsual = !usual || (count >= usual.min && count <= usual.max);
  return [
    ...absent.map(({ places, title }): Finding => ({ ruleId: 'document/table-missing', places, expected: title })),
    ...withoutForm.map(
      ({ table, row }): Finding => ({
        ruleId: 'form/project-missing',
        tableIndex: table.index,
        places: row.places.slice(0, 1),
        expected: row.label,
      }),
    ),
    // More or fewer tables than complete documents of this profile have.
    ...(isUsual ? [] : [{ ruleId: 'document/table-count', actual: String(count), expected: `${usual.min}–${usual.max}` }]),
  ];
}

/** Confidence and review flag a cell, the queue of things for a person to look at, and the tables in their public form. */
export const score: Stage<{ stated: Case; applyRepairs: boolean }, Verdict> = {
  name: 'score',
  run({ stated, applyRepairs }, { report }) {
    const verdict = evaluate(stated, applyRepairs);
    for (const finding of verdict.findings) report(finding);
    return verdict;
  },
};

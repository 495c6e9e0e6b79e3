/**
 * Equations, states and forms of a document in; its public tables, expected tables and review queue out; imports schemas,
 * model, notation, proof, tables/forms, confidence, review.
 */
import type { Indicator, Project } from '../../schemas/disclosure.ts';
import type { ExpectedTable } from '../../schemas/report.ts';
import type { Table } from '../../schemas/table.ts';
import type { ContentsEntry } from '../model/segments.ts';
import type { Stage, StageContext } from '../model/stage.ts';
import type { PlacedTable } from '../model/tables.ts';
import type { ReconciledDocument } from '../proof/evaluate.ts';
import { sureRepairs } from '../proof/prove.ts';
import type { Forms } from '../tables/forms/index.ts';
import { type Evidence, evidenceOf } from './confidence/evidence.ts';
import { publicTable } from './public-tables.ts';
import type { ReviewEntry } from './review/draft.ts';
import { expectedTables } from './review/expected.ts';
import { missingForms } from './review/missing-forms.ts';
import { reviewQueue } from './review/queue.ts';
import { repairedTables } from './review/repaired.ts';

export interface FormedDocument extends ReconciledDocument {
  contents: ContentsEntry[];
  forms: Forms;
  /** Whether sure repairs are made; otherwise they are only proposed. */
  applyRepairs: boolean;
}

export interface ScoredDocument {
  tables: Table[];
  indicators: Indicator[];
  projects: Project[];
  expected: ExpectedTable[];
  review: ReviewEntry[];
  /** By fact id. */
  evidence: Map<string, Evidence>;
}

/** Confidence and review flag a cell, the queue of things for a person to look at, and the tables in their public form. */
export const score: Stage<FormedDocument, ScoredDocument> = {
  name: 'score',
  run(document, context) {
    const expected = expectedTables(document);
    // Where there is no table at all, that is one finding and not one for each.
    const absent = document.tables.length > 0 ? expected.filter((table) => !table.found) : [];
    for (const entry of absent) {
      context.report({ ruleId: 'document/table-missing', places: entry.places, expected: entry.title });
    }
    const evidence = evidenceOf(document);
    const forms = new Map(document.forms.tables.map((form) => [form.index, form]));
    const listed = new Set(expected.flatMap((entry) => (entry.tableIndex === null ? [] : [entry.tableIndex])));
    const tables = document.tables.map((table) =>
      publicTable(table, { states: document.states, evidence }, forms.get(table.index), listed.has(table.index)),
    );
    const withoutForm = missingForms(tables, document.forms.projects);
    for (const { table, row } of withoutForm) {
      context.report({ ruleId: 'form/project-missing', tableIndex: table.index, places: row.places.slice(0, 1), expected: row.label });
    }
    checkTableCount(document.tables, context);
    const review = reviewQueue(document, tables, evidence, absent, withoutForm);
    return {
      tables: document.applyRepairs ? repairedTables(tables, sureRepairs(document.explanations)) : tables,
      indicators: document.forms.indicators,
      projects: document.forms.projects,
      expected,
      review,
      evidence,
    };
  },
};

/** More or fewer tables than complete documents of this profile have. */
function checkTableCount(tables: readonly PlacedTable[], context: StageContext): void {
  const expected = context.profile.expect?.tables;
  const count = tables.filter((table) => table.shape !== 'text-form').length;
  if (!expected || (count >= expected.min && count <= expected.max)) return;
  context.report({ ruleId: 'document/table-count', actual: String(count), expected: `${expected.min}–${expected.max}` });
}

/**
 * Lines of prose and placed tables in; paragraphs, and the quantities that they state with what the tables say of them, out;
 * imports schemas, model, notation, comparing.
 */
import type { DisclosureKind, Statement } from '../../schemas/disclosure.ts';
import type { Paragraph } from '../model/segments.ts';
import type { Stage } from '../model/stage.ts';
import type { PlacedTable } from '../model/tables.ts';
import { subjectCodeByPath } from '../notation/subjects.ts';
import type { Agreement } from './comparing/comparable.ts';
import { compareStatements } from './comparing/compare.ts';
import { comparableFacts } from './comparing/facts.ts';
import { extractStatements } from './statements.ts';

export interface Prose {
  paragraphs: readonly Paragraph[];
  tables: readonly PlacedTable[];
  year: number | null;
  kind: DisclosureKind | null;
}

export interface Stated {
  statements: Statement[];
  agreements: Agreement[];
}

/** The quantities that the prose states, each held against the table that says the same. */
export const statements: Stage<Prose, Stated> = {
  name: 'statements',
  run({ paragraphs, tables, year, kind }) {
    const stated = extractStatements(paragraphs, { year, kind, subjectCode: subjectCodeByPath });
    const agreements = compareStatements(stated, stated.length === 0 ? [] : comparableFacts(tables));
    return { statements: stated.map((statement, i) => ({ ...statement, agrees: agreements[i]?.agrees ?? null })), agreements };
  },
};

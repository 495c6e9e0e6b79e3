/** Lines of prose in; paragraphs, and the quantities that they state, out; imports schemas, model, notation, comparing, meaning. */
import type { DisclosureKind } from '../../schemas/disclosure.ts';
import type { SaidQuantity } from '../model/said.ts';
import type { Paragraph } from '../model/segments.ts';
import type { Stage } from '../model/stage.ts';
import { subjectCodeByPath } from '../notation/subjects.ts';
import { extractStatements } from './statements.ts';

export interface Prose {
  paragraphs: readonly Paragraph[];
  year: number | null;
  kind: DisclosureKind | null;
}

/** The quantities that the prose states. */
export const statements: Stage<Prose, SaidQuantity[]> = {
  name: 'statements',
  run({ paragraphs, year, kind }) {
    return extractStatements(paragraphs, { year, kind, subjectCode: (names) => subjectCodeByPath(names, year) });
  },
};

import type { Place } from '../../../schemas/place.ts';
import type { SourceDocument } from '../../model/source.ts';
import type { Stage } from '../../model/stage.ts';
import type { HeaderedTable } from '../../model/tables.ts';
import { Doubts } from '../values/doubts.ts';
import { extractForms, type Forms } from './index.ts';

export interface UnreadForms {
  tables: readonly HeaderedTable[];
  /** The document's. */
  year: number | null;
  source: SourceDocument;
}

/** The performance forms among the tables, which have a grammar of their own. */
export const forms: Stage<UnreadForms, Forms> = {
  name: 'forms',
  run({ tables, year, source }, { report }) {
    const own = tables.filter((table) => table.shape === 'text-form');
    const found = extractForms(
      own.map(({ index, title, caption: { unit }, rows }) => ({ index, title, unit, rows })),
      { year, report },
    );
    const doubts = new Doubts(source);
    return { ...found, indicators: found.indicators.map(withDoubt(doubts)), projects: found.projects.map(withDoubt(doubts)) };
  },
};

/** What a reader of the page may not see is to be looked at. */
function withDoubt(doubts: Doubts): <T extends { places: Place[]; review: boolean }>(read: T) => T {
  return (read) => (read.review || doubts.at(read.places) === null ? read : { ...read, review: true });
}

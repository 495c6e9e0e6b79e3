import type { Stage } from '../../model/stage.ts';
import type { HeaderedTable } from '../../model/tables.ts';
import { extractForms, type Forms } from './index.ts';

export interface UnreadForms {
  tables: readonly HeaderedTable[];
  /** The document's. */
  year: number | null;
}

/** The performance forms among the tables, which have a grammar of their own. */
export const forms: Stage<UnreadForms, Forms> = {
  name: 'forms',
  run({ tables, year }, { report }) {
    const own = tables.filter((table) => table.shape === 'text-form');
    return extractForms(
      own.map(({ index, title, caption: { unit }, rows }) => ({ index, title, unit, rows })),
      { year, report },
    );
  },
};

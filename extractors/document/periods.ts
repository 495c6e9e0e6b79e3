import { OFFICE_AT_END } from '../../schemas/lexicon/bodies.ts';
import { rowConceptOf } from '../../schemas/lexicon/row-concepts.ts';
import type { Stage } from '../model/stage.ts';
import type { DatedRow, DatedTable, NestedRow, NestedTable } from '../model/tables.ts';
import { areOtherBodies, CODED_NAME } from '../notation/organisations.ts';
import { periodOfRow, withPeriods } from '../notation/periods.ts';
import { subjectCodes } from './subject-code.ts';
import { reportNames } from './subject-names.ts';

export interface Undated {
  tables: readonly NestedTable[];
  /** The document's; null where unknown. */
  year: number | null;
  /** The document's; null where unknown. */
  entity: string | null;
}

/** The year that each column and row speaks of, and the subject that each row is about. */
export const periods: Stage<Undated, DatedTable[]> = {
  name: 'periods',
  run({ tables, year, entity }, context) {
    return tables.map((table) => {
      reportNames(table, year, context);
      const codes = subjectCodes(table, year);
      const items = table.items.map((row, i) => datedRow(row, year, codes[i] ?? null));
      return { ...table, year, ...publisherOf(table, entity), columns: withPeriods(table.columns, year), items };
    });
  },
};

/** The body that the table's caption names, where it is another than the document's. */
function publisherOf({ caption }: NestedTable, entity: string | null): { publisher?: string } {
  const named = caption.entity?.replace(CODED_NAME, '');
  if (!named || entity === null) return {};
  // An own office calls itself by the department's name above its tables.
  return [entity, entity.replace(OFFICE_AT_END, '')].every((body) => areOtherBodies(named, body)) ? { publisher: named } : {};
}

function datedRow(row: NestedRow, year: number | null, subjectCode: string | null): DatedRow {
  return {
    ...row,
    period: periodOfRow(row.label, year),
    subjectCode,
    concept: row.code === null ? rowConceptOf(row.label) : null,
  };
}

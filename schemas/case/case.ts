/**
 * A document's numbers and what ought to hold between them, as kept on disk: plain JSON in, a checked case out; imports schemas.
 */
import { z } from 'zod';
import { Indicator, Project, Statement } from '../disclosure.ts';
import { EquationScope } from '../equation.ts';
import { Place } from '../place.ts';
import { FormField } from '../table.ts';
import { CaseTable, Index, Text, Texts } from './table.ts';

const Term = z.strictObject({ table: Index, row: Index, column: Index, sign: z.union([z.literal(1), z.literal(-1)]) });

/** The total first; `table` is a position in `tables`, `row` and `column` are positions in the table. */
const SlotEquation = z.strictObject({
  identity: z.string(),
  scope: EquationScope,
  terms: z.tuple([Term], Term),
});

const Finding = z.strictObject({
  ruleId: z.string(),
  places: z.array(Place).exactOptional(),
  tableIndex: z.int().nullable().exactOptional(),
  actual: z.string().exactOptional(),
  expected: z.string().exactOptional(),
});

const FormRow = z.strictObject({
  label: z.string(),
  path: z.array(z.string()),
  attributes: Texts,
  columns: z.array(z.array(z.string())),
  values: z.array(z.strictObject({ column: z.array(z.string()), raw: z.string(), place: Place })),
});

const Forms = z.strictObject({
  tables: z.array(z.strictObject({ index: z.int().min(1), fields: z.array(FormField), rows: z.array(FormRow) })),
  indicators: z.array(Indicator),
  projects: z.array(Project),
});

export const CaseFile = z
  .strictObject({
    tables: z.array(CaseTable),
    statements: z.array(Statement.omit({ agrees: true })),
    contents: z.array(z.strictObject({ number: Text, title: z.string(), place: Place })),
    forms: Forms,
    expectedTables: z.strictObject({ min: Index, max: Index }).nullable(),
    confirmed: z.array(z.string()),
    equations: z.array(SlotEquation),
    agreements: z.array(z.strictObject({ statementId: z.string(), factId: Text, agrees: z.boolean().nullable() })),
    misfits: z.array(z.string().regex(/^\d+\.\d+$/)),
    slips: z.array(z.strictObject({ table: Index, exponent: z.int(), against: z.string() })),
    findings: z.array(Finding),
  })
  .superRefine(({ tables, statements, equations, agreements, slips }, context) => {
    const refuse = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
    for (const [i, { terms }] of equations.entries()) {
      for (const [k, term] of terms.entries())
        if (!isWithin(tables, term)) refuse(['equations', i, 'terms', k], 'no such place in the tables');
    }
    for (const [i, { table }] of slips.entries()) if (!tables[table]) refuse(['slips', i, 'table'], `no table at position ${table}`);
    // The n-th agreement is the n-th statement's.
    if (agreements.length !== statements.length) refuse(['agreements'], `${agreements.length} for ${statements.length} statements`);
  });
export type CaseFile = z.infer<typeof CaseFile>;

function isWithin(tables: readonly CaseTable[], { table, row, column }: z.infer<typeof Term>): boolean {
  const at = tables[table];
  return at?.items[row] !== undefined && at.columns[column] !== undefined;
}

/** Something that was kept as a case and is none. `message` names each place that is wrong. */
export class CaseError extends Error {}

/**
 * A case as it was written to disk, checked.
 *
 * @throws CaseError for anything else, a case of a version with other fields included.
 */
export function readCase(data: unknown): CaseFile {
  const { data: stated, error } = CaseFile.safeParse(data);
  if (!stated) throw new CaseError(z.prettifyError(error), { cause: error });
  return stated;
}

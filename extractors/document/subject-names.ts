import type { Subject } from '../../schemas/lexicon/classification/subject.ts';
import type { StageContext } from '../model/stage.ts';
import type { NestedRow, NestedTable } from '../model/tables.ts';
import { isSubjectCode } from '../notation/row-kinds.ts';
import { isInForce, sameName, subjectByCode, subjectsNamed } from '../notation/subjects.ts';

/** Finds printed codes whose name, in the classification of the document's year, is another one, or that this year does not have. */
export function reportNames(table: NestedTable, year: number | null, context: StageContext): void {
  const abolished = new Set<string>();
  for (const row of table.items) {
    const { role, code, label } = row;
    const subject = role === 'unit' || code === null || !isSubjectCode(code) ? null : subjectByCode(code);
    if (subject === null || label === '') continue;
    if (sameName(label, subject.code, year)) reportAbolished(table, row, subject, year, { abolished, context });
    else reportOtherName(table, row, subject, year, context);
  }
}

function reportOtherName(table: NestedTable, row: NestedRow, subject: Subject, year: number | null, context: StageContext): void {
  const owner = subjectsNamed(row.label).find((other) => other.classification === subject.classification && bears(other, row.label, year));
  if (!owner && sameName(row.label, subject.code)) return;
  context.report({
    ruleId: owner ? 'subject/name-of-another' : 'subject/name-differs',
    tableIndex: table.index,
    places: row.places.slice(0, 1),
    actual: owner ? `${owner.code} ${row.label}` : row.label,
    expected: `${subject.code} ${subject.name}`,
  });
}

const bears = (subject: Subject, name: string, year: number | null): boolean =>
  isInForce(subject, year) && sameName(name, subject.code, year);

interface Reported {
  /** Subjects of this table, the highest that were abolished. */
  abolished: Set<string>;
  context: StageContext;
}

/** One finding a table for a subject with all that is below it. */
function reportAbolished(
  table: NestedTable,
  row: NestedRow,
  subject: Subject,
  year: number | null,
  { abolished, context }: Reported,
): void {
  if (year === null || subject.until === null || subject.until >= year) return;
  const top = highestAbolished(subject);
  if (abolished.has(top.code)) return;
  abolished.add(top.code);
  context.report({
    ruleId: 'subject/not-in-force',
    tableIndex: table.index,
    places: row.places.slice(0, 1),
    actual: `${subject.code} ${row.label}`,
    expected: `${year}: ${subject.successor ?? '—'}`,
  });
}

function highestAbolished(subject: Subject): Subject {
  const parent = subject.parent === null ? null : subjectByCode(subject.parent);
  return parent && parent.until === subject.until ? highestAbolished(parent) : subject;
}

import type { Classification } from '../../schemas/lexicon/classification/subject.ts';
import type { TableShape } from '../../schemas/table.ts';
import { at, entryOf } from '../model/at.ts';
import type { NestedRow, NestedTable } from '../model/tables.ts';
import { isSubjectCode } from '../notation/row-kinds.ts';
import { isKnownName, subjectCodeByPath, subjectsNamed } from '../notation/subjects.ts';

/** 2…: functional; 3…: economic of departments; 5…: economic of the government. Others are codes of units or projects. */
const SUBJECT = /^[235]/;
const CATEGORY = /^2\d\d$/;
/** Rows of other tables are projects, units, purchases or kinds of expenses, which may be called like a subject and are none. */
const OF_SUBJECTS: ReadonlySet<TableShape> = new Set(['coded', 'panels', 'other']);
/** Share of the names of a panel that one classification must know, before any of its names stands for a subject; and how many. */
const KNOWN_SHARE = 0.5;
const FEWEST_NAMES = 3;

/** The subject that each row is about, in the order of the table: see `subjectCodeOf`. `year`: of the document's classification. */
export function subjectCodes(table: NestedTable, year: number | null): (string | null)[] {
  const ofPanels = new Map<number, NestedRow[]>(table.panels.map(({ index }) => [index, []]));
  for (const row of table.items) ofPanels.get(row.panel)?.push(row);
  const classifications = table.panels.map(({ index }) => classificationOf(entryOf(ofPanels, index)));
  return table.items.map((row) => subjectCodeOf(table, row, at(classifications, row.panel), year));
}

/**
 * The subject that a row is about: its printed code, or the only one that its name and those above it lead to, in a panel whose names
 * are those of one classification. A 收支 table names the 类 on its side of expenditure, and no revenue is a subject of the three. null
 * where it is no subject, or where more than one bears the name (其他支出).
 */
function subjectCodeOf(
  { shape, panels }: NestedTable,
  row: NestedRow,
  classification: Classification | null,
  year: number | null,
): string | null {
  if (row.role === 'unit') return null;
  if (row.code !== null) return isSubjectCode(row.code) && SUBJECT.test(row.code) ? row.code : null;
  const { side } = at(panels, row.panel);
  if (row.role !== 'item' || side === 'revenue') return null;
  if (shape === 'two-sided') {
    const code = side === 'expenditure' ? subjectCodeByPath([row.label], year) : null;
    return code !== null && CATEGORY.test(code) ? code : null;
  }
  if (classification === null || !OF_SUBJECTS.has(shape)) return null;
  return subjectCodeByPath([...row.labelPath.filter(isKnownName), row.label], year, classification);
}

/** The classification that knows most of a panel's names, and more of them than any other; null without one. */
function classificationOf(rows: readonly NestedRow[]): Classification | null {
  const items = rows.filter((row) => row.role === 'item' && row.code === null && row.label !== '');
  const counts = new Map<Classification, number>();
  for (const { label } of items) {
    for (const classification of new Set(subjectsNamed(label).map((subject) => subject.classification)))
      counts.set(classification, (counts.get(classification) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < FEWEST_NAMES || first[1] < items.length * KNOWN_SHARE) return null;
  return second && second[1] === first[1] ? null : first[0];
}

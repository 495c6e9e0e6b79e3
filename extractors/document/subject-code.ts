import type { Classification } from '../../schemas/lexicon/classification/subject.ts';
import type { TableShape } from '../../schemas/table.ts';
import { at, entryOf } from '../model/at.ts';
import type { NestedRow, NestedTable } from '../model/tables.ts';
import { isSubjectCode } from '../notation/row-kinds.ts';
import { isKnownName, subjectCodeByPath, subjectsNamed } from '../notation/subjects.ts';

/** 2…: functional; 3…: economic of departments; 5…: economic of the government. Others are codes of units or projects. */
const SUBJECT = /^[235]/;
const CATEGORY = /^2\d\d$/;
/**
 * Share of the names of a panel that one classification must know, before any of its names stands for a subject. Projects may be called
 * like a subject (培训费) and be none; nearly all names of subjects are known. Purchases and kinds of expenses are never subjects.
 */
const KNOWN_SHARE: Readonly<Partial<Record<TableShape, number>>> = { coded: 0.5, panels: 0.5, other: 0.5, units: 0.8, projects: 0.8 };
/** Fewer names that one classification knows say nothing. */
const FEWEST_NAMES = 3;

/** The subject that each row is about, in the order of the table: see `subjectCodeOf`. `year`: of the document's classification. */
export function subjectCodes(table: NestedTable, year: number | null): (string | null)[] {
  const ofPanels = new Map<number, NestedRow[]>(table.panels.map(({ index }) => [index, []]));
  for (const row of table.items) ofPanels.get(row.panel)?.push(row);
  const share = KNOWN_SHARE[table.shape];
  const classifications = table.panels.map(({ index }) => (share === undefined ? null : classificationOf(entryOf(ofPanels, index), share)));
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
    return side === 'expenditure' ? subjectOfSide(row, year) : null;
  }
  if (classification === null) return null;
  return subjectCodeByPath([...row.labelPath.filter(isKnownName), row.label], year, classification);
}

/** A 类 by its name alone; a 款 or 项 by its name below that of its 类. */
function subjectOfSide({ label, labelPath }: NestedRow, year: number | null): string | null {
  const above = labelPath.filter(isKnownName);
  const code = subjectCodeByPath([...above, label], year);
  if (code === null) return null;
  const category = above[0] === undefined ? code : subjectCodeByPath([above[0]], year);
  return category !== null && CATEGORY.test(category) && code.startsWith(category) ? code : null;
}

/** The classification that knows most of a panel's names, and more of them than any other; null without one. */
function classificationOf(rows: readonly NestedRow[], share: number): Classification | null {
  const items = rows.filter((row) => row.role === 'item' && row.code === null && row.label !== '');
  const counts = new Map<Classification, number>();
  for (const { label } of items) {
    for (const classification of new Set(subjectsNamed(label).map((subject) => subject.classification)))
      counts.set(classification, (counts.get(classification) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < FEWEST_NAMES || first[1] < items.length * share) return null;
  return second && second[1] === first[1] ? null : first[0];
}

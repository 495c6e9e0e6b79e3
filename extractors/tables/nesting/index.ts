/** Tables with values in; out comes which row is part of which, by codes, numbering, indents or sums; imports schemas, model, notation, amounts, notations, signs, sums. */
import { groupBy } from '../../model/add-all.ts';
import { isSparse } from '../../model/sparse.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { NestedRow, NestedTable, ReadTable } from '../../model/tables.ts';
import { describeRows } from './describe.ts';
import { missingLevels } from './levels.ts';
import { readCodes } from './notations/index.ts';
import { nestOrphans } from './orphans.ts';
import { MAX_TOTALS } from './settings.ts';
import { nestByCatalogue } from './signs/catalogue.ts';
import { bearsSubjectCode, codesTell, nestByCode, nestUnits } from './signs/codes.ts';
import { signsOf } from './signs/index.ts';
import { nestMemos } from './signs/numbering.ts';
import { nameUnits, nameUnitsOfDocument, nestSubjectsByUnit, nestUnitsBySum } from './signs/units.ts';
import { readingBySums, type SumReading } from './sums/index.ts';
import { type NestingReading, nestByBest } from './sums/judge.ts';
import { tableBudget } from './sums/reading.ts';

/**
 * Who is whose parent: by subject code (3 → 5 → 7 digits), by numbering (一、 → （一） → 1.), by unit and project; where none of
 * them is printed, by the sums.
 */
export const subjects: Stage<readonly ReadTable[], NestedTable[]> = {
  name: 'subjects',
  run(tables, context) {
    const nested = tables.map((table) => nest(table, context));
    nameUnitsOfDocument(nested);
    return nested;
  },
};

function nest(table: ReadTable, context: StageContext): NestedTable {
  const items = table.items.map((row): NestedRow => ({ ...row, parent: null, labelPath: [], isLeaf: true }));
  const order = [...items].sort((a, b) => a.panel - b.panel || a.index - b.index);
  const byCode = new Map<string, number>();
  const ofPanels = new Map<number, NestedRow[]>(table.panels.map(({ index }) => [index, []]));
  for (const row of order) ofPanels.get(row.panel)?.push(row);
  for (const rows of ofPanels.values()) nestPanel(table, rows, byCode, context);
  describeRows(items);
  const nested = { ...table, items };
  reportMissing(nested, context);
  return nested;
}

function nestPanel(table: ReadTable, rows: readonly NestedRow[], byCode: Map<string, number>, context: StageContext): void {
  nestUnits(rows);
  restoreCodes(rows, table, context);
  const coded = rows.some(bearsSubjectCode);
  if (coded) {
    nestByCode(rows, byCode);
    if (table.shape === 'coded' && codesTell(rows)) nestSubjectsByUnit(rows);
    nestUnitsBySum(rows);
    if (codesTell(rows)) nestOrphans(rows);
    else nestLevels(table, rows);
  } else {
    nestByBest(rows, readingsOf(table));
  }
  nestMemos(rows);
  if (!coded) nameUnits(rows);
}

/** Whole codes where less is printed, by the reading that the table's own evidence speaks for. */
function restoreCodes(rows: readonly NestedRow[], table: ReadTable, { report }: StageContext): void {
  const { restored, ambiguous, unread } = readCodes(rows);
  const about = (row: NestedRow) => ({ tableIndex: table.index, places: row.places.slice(0, 1), actual: `${row.code} ${row.label}` });
  const [first] = restored;
  if (first) report({ ruleId: 'code/restored', ...about(first.row), expected: first.code });
  if (ambiguous) report({ ruleId: 'code/ambiguous', ...about(ambiguous.row), expected: `${ambiguous.one} / ${ambiguous.other}` });
  if (unread[0]) report({ ruleId: 'code/unread', ...about(unread[0]), expected: String(unread.length) });
  for (const { row, code } of restored) row.code = code;
}

/** The signs of a table without codes; then the catalogue of purchases and levels that nothing shows. */
function readingsOf(table: ReadTable): NestingReading[] {
  return signsOf(table).map((nestBySign) => (rows) => {
    if (!nestBySign(rows)) return false;
    nestByCatalogue(rows);
    nestLevels(table, rows);
    return true;
  });
}

/** Levels that the layout does not show: where the rows below the total, or below another row, do not add up as they stand. */
function nestLevels(table: ReadTable, rows: readonly NestedRow[]): void {
  if (table.shape === 'two-sided' || table.panels.length > 1 || rows.some((row) => row.role === 'subtotal') || isSparse(table)) return;
  const members = rows.filter((row) => row.role === 'item' || row.role === 'unit');
  const parts = groupBy(members, ({ parent }) => parent);
  const tops = members.filter(({ parent }) => parent === null);
  const budget = tableBudget();
  const totals = new Set<string>();
  const found: SumReading[] = [];
  for (const row of rows) {
    if (row.role === 'total') {
      // A total that is printed again says the same again.
      const amounts = row.cells.map(({ column, value }) => `${column}=${value}`).join();
      if (totals.has(amounts) || totals.size >= MAX_TOTALS) continue;
      totals.add(amounts);
    }
    const own = row.role === 'total' ? tops : parts.get(row.index);
    const reading = own ? readingBySums(table, row, own, (part) => parts.has(part.index), budget) : null;
    if (reading) found.push(reading);
  }
  // What one sum tells of the levels of a table holds for the rows whose own sums are too short to tell.
  if (!found.some(({ tells }) => tells)) return;
  for (const { parents } of found) for (const [row, parent] of parents) row.parent = parent.index;
}

function reportMissing(table: NestedTable, context: StageContext): void {
  for (const { row, expected } of missingLevels(table)) {
    context.report({
      ruleId: 'subject/level-missing',
      tableIndex: table.index,
      places: row.places.slice(0, 1),
      actual: `${row.code} ${row.label}`,
      expected,
    });
  }
}

import { addAll, groupBy } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { HeaderedTable, KeyColumn, PanelSpec, PrintedRow } from '../../model/tables.ts';
import { printedCell } from '../../notation/cells.ts';
import { isNone } from '../../notation/numbers.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { numberingLevel, roleOf } from '../../notation/roles.ts';
import { isKnownName } from '../../notation/subjects.ts';
import { type Draft, emptyDraft, extend, isEmpty, isForUnitCodes, type PanelReader, panelReader } from './draft.ts';
import { amountsInOrder } from './fused.ts';
import { hasOwnDigits, readKeys } from './keys.ts';
import { called, nameRow } from './names.ts';
import { panelFacts, roleIn } from './units.ts';

/** Rows of tables whose grid is known: every cell has its column. */
export function rowsFromColumns(table: HeaderedTable): PrintedRow[] {
  const readers = table.panels.map((panel) => panelReader(panel, table.columns, hasOwnDigits(panel.keys, table.data)));
  const drafts = table.data.flatMap((row) => readAcross(table, row, readers));
  const ofPanels = groupBy(drafts, ({ panel }) => panel);
  const named = namedPanels(drafts);
  const facts = table.panels.map((panel, index) => panelFacts(panel, ofPanels.get(index) ?? []));
  const unitColumns = table.panels.map(({ keys }) => keys.find(isForUnitCodes)?.header ?? null);
  return drafts.map((draft, index) => {
    const role = roleIn(table.shape, draft, at(facts, draft.panel));
    if (table.guessed && isNameless(draft) && named.has(draft.panel)) draft.unsureName = true;
    return finish(called(draft, role, at(unitColumns, draft.panel)), index, table, role);
  });
}

/** Amounts, and nothing that says of what. */
const isNameless = ({ label, code, cells }: Draft): boolean => label === '' && code === null && cells.length > 0;

/** Panels in which rows have names: one without has lost it. */
function namedPanels(drafts: readonly Draft[]): Set<number> {
  return new Set(drafts.filter((draft) => draft.cells.length > 0 && !isNameless(draft)).map(({ panel }) => panel));
}

/** The rows that one row of the grid begins in its panels; what goes on with a row before it is added to that one. */
function readAcross(table: HeaderedTable, row: GridRow, readers: readonly PanelReader[]): Draft[] {
  const begun: Draft[] = [];
  for (const reader of readers) {
    // Panels stand from left to right.
    if (reader.firstColumn >= row.cells.length) break;
    const draft = readRow(table, row, reader);
    if (!draft) continue;
    const left = begun.at(-1);
    const { above, panel } = reader;
    if (left && isMergedLabel(left, draft, row, panel)) addAll(left.cells, draft.cells);
    else if (above.last && continues(table, panel, row, draft, above.last)) extend(above.last, draft);
    else if (above.last && isRestOfName(table, panel, draft, above.last)) extend(above.last, { ...draft, unsureName: true });
    else {
      begun.push(draft);
      above.last = draft;
    }
  }
  return begun;
}

function readRow(table: HeaderedTable, row: GridRow, reader: PanelReader): Draft | null {
  const draft = emptyDraft(reader.panel.index);
  const reading = readKeys(row, reader, draft);
  for (const column of reader.panel.values) {
    const { grid } = at(table.columns, column);
    if (grid !== null && grid >= row.cells.length) break;
    const cell = grid === null ? undefined : row.cells[grid];
    if (cell === undefined || cell.text === '' || isNone(cell.text)) continue;
    draft.cells.push({ column, cell });
    addAll(draft.places, cell.places);
  }
  if (row.unsureNames) draft.unsureName = true;
  nameRow(reading, reader.above);
  return isEmpty(draft) ? null : draft;
}

/** A label merged over panels has its amount in the last of them (公用经费合计 over two panels of codes). */
function isMergedLabel(left: Draft, draft: Draft, row: GridRow, panel: PanelSpec): boolean {
  return draft.label === '' && draft.code === null && (isTotalWithoutValue(left) || isCovered(left, row, panel));
}

/** The panel's keys lie in a cell that begins in the panel before it. */
function isCovered(left: Draft, row: GridRow, panel: PanelSpec): boolean {
  return left.cells.length === 0 && panel.keys.length > 0 && panel.keys.every((key) => row.cells[key.grid]?.covered === 'left');
}

function isTotalWithoutValue(draft: Draft): boolean {
  const role = roleOf(draft.label, draft.code);
  return (role === 'total' || role === 'subtotal') && draft.cells.length === 0;
}

/** A row that only goes on with texts of the row before, which a line or page break cut. */
function continues(table: HeaderedTable, panel: PanelSpec, row: GridRow, draft: Draft, last: Draft): boolean {
  if (draft.code !== null) return false;
  if (draft.cells.length > 0) return row.startsPart === true && draft.label === '' && isLabelAlone(last) && panel.keys.length > 0;
  if (draft.lineNo !== null) return false;
  if (draft.label === '') return true;
  if (roleOf(draft.label, null) !== 'item' || numberingLevel(draft.label) > 0) return false;
  if (table.shape === 'coded') return last.code !== null && panel.keys.some(isCodeKey);
  return table.shape === 'projects' && row.startsPart === true && last.cells.length > 0;
}

/**
 * Where nothing is drawn, amounts at the height of a name's last line come with that line: below a subject without amounts, a text without
 * code that is no name of its own.
 */
function isRestOfName(table: HeaderedTable, panel: PanelSpec, { code, cells, label }: Draft, last: Draft): boolean {
  const isCut = table.guessed === true && table.shape === 'coded' && last.code !== null && isLabelAlone(last) && panel.keys.some(isCodeKey);
  if (!isCut || code !== null || cells.length === 0 || label === '') return false;
  return roleOf(label, null) === 'item' && numberingLevel(label) === 0 && !isOrganisation(label) && !isKnownName(label);
}

const isCodeKey = ({ role }: KeyColumn): boolean => role === 'code' || role === 'code-part';

/** The page was cut between a row's label and its amounts. */
function isLabelAlone(last: Draft): boolean {
  return last.cells.length === 0 && last.label !== '';
}

function finish(draft: Draft, index: number, table: HeaderedTable, role: PrintedRow['role']): PrintedRow {
  const { cells, depth: _, unitCode: __, ...rest } = draft;
  const row = `t${table.index}r${index}`;
  const inOrder = amountsInOrder(
    cells.map(({ cell }) => cell),
    at(table.panels, draft.panel).values.length,
  );
  const printed = inOrder
    ? inOrder.map((cell, i) => printedCell(`${row}n${i}`, null, cell))
    : cells.map(({ column, cell }) => printedCell(`${row}c${column}`, column, cell));
  return { ...rest, index, role, floating: inOrder !== null, cells: printed };
}

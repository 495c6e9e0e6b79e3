import { NAMELESS_TEXT } from '../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../model/at.ts';
import type { SourceDocument } from '../../model/source.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { PrintedCell, PrintedRow, ReadCell, ReadRow, ReadTable, RowedTable } from '../../model/tables.ts';
import {
  hasOddDecimals,
  looksLikeNumber,
  type NumberStyle,
  parseLastGroupOnly,
  parseLooseNumber,
  parseNumber,
  parseWithUnit,
  styleOf,
} from '../../notation/numbers.ts';
import { tidy } from '../../notation/text.ts';
import { Doubts } from './doubts.ts';

/** The tables of a document, and what its reader doubts of its pages. */
export interface RowedDocument {
  tables: readonly RowedTable[];
  source: SourceDocument;
}

/** Printed text to decimal strings. What is no number stays as an attribute of its row; what looks like one and is none is reported. */
export const values: Stage<RowedDocument, ReadTable[]> = {
  name: 'values',
  run({ tables, source }, context) {
    const doubts = new Doubts(source);
    return tables.map((table) => readValues(table, doubts, context));
  },
};

function readValues(table: RowedTable, doubts: Doubts, context: StageContext): ReadTable {
  const style = styleOf(cellsOf(table.items));
  const items = table.items.map((row) => readRow(table, row, style, doubts, context));
  if (
    table.caption.unit === null &&
    table.columns.some((column) => column.type === 'money' && column.unit === null) &&
    items.some((row) => row.cells.length > 0)
  ) {
    context.report({ ruleId: 'value/unit-unknown', tableIndex: table.index, places: table.caption.places.slice(0, 1) });
  }
  return { ...table, items };
}

function* cellsOf(rows: readonly PrintedRow[]): Generator<PrintedCell> {
  for (const { cells } of rows) yield* cells;
}

function readRow(table: RowedTable, row: PrintedRow, style: NumberStyle, doubts: Doubts, context: StageContext): ReadRow {
  const cells: ReadCell[] = [];
  const attributes = { ...row.attributes };
  const ofKeys = keyDoubt(row, doubts);
  for (const cell of row.cells) {
    const text = tidy(cell.raw.replace(/<[^<>]*>|\*{2,3}/g, ''));
    const isSeveral = areNumbers(cell.raw);
    const parsed = isSeveral ? null : (parseNumber(text) ?? (style.lastGroupOnly ? parseLastGroupOnly(text) : null));
    if (parsed) {
      const odd = style.oddDecimals && hasOddDecimals(text) ? 'value/odd-decimals' : null;
      cells.push(readCell(cell, parsed.value, parsed.percent, false, doubts.at(cell.places) ?? ofKeys ?? odd));
      continue;
    }
    const measured = isSeveral ? null : parseWithUnit(text);
    if (measured) {
      const other = measured.unit === unitOf(table, cell) ? null : 'value/unit-differs';
      cells.push(readCell(cell, measured.number.value, false, false, doubts.at(cell.places) ?? ofKeys ?? other));
      continue;
    }
    if (!isSeveral && !looksLikeNumber(text)) {
      const path = cell.column === null ? '' : at(table.columns, cell.column).path.join(' > ');
      attributes[path || NAMELESS_TEXT] = text;
      continue;
    }
    const loose = isSeveral ? null : parseLooseNumber(text);
    cells.push(readCell(cell, loose?.value ?? null, false, true, doubts.at(cell.places) ?? ofKeys));
    context.report({ ruleId: 'value/unreadable-number', tableIndex: table.index, places: cell.places, actual: cell.raw });
  }
  return { ...row, cells, attributes };
}

/** The unit that the value of a cell is taken to be in. */
function unitOf(table: RowedTable, { column }: PrintedCell): string | null {
  return column === null ? table.caption.unit : at(table.columns, column).unit;
}

/** A number whose code is in doubt may be another subject's. */
function keyDoubt({ places, cells }: PrintedRow, doubts: Doubts): string | null {
  if (doubts.isEmpty) return null;
  const ofCells = new Set(cells.flatMap((cell) => cell.places));
  return doubts.at(places.filter((place) => !ofCells.has(place)));
}

/** Numbers below each other in one cell: which of them is meant is not known, and their digits together are none of them. */
function areNumbers(raw: string): boolean {
  return raw.includes('\n') && raw.split('\n').every((line) => parseNumber(line) !== null);
}

/** Field by field: a spread with further fields is several times slower, and there are more cells than anything else. */
function readCell(
  { id, column, raw, places, red }: PrintedCell,
  value: string | null,
  percent: boolean,
  isLoose: boolean,
  doubt: string | null,
): ReadCell {
  const read: ReadCell = { id, column, raw, places, value, percent, doubtful: isLoose || doubt !== null, doubt };
  if (red) read.red = red;
  return read;
}

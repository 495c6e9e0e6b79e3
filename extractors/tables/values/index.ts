/**
 * Rows as they are printed in, their values as decimal strings out, with what is in doubt of them; imports schemas, model, notation.
 */
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
  parseScientific,
  parseWithRemark,
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
  const { doubt: _, ...rest } = table;
  return { ...rest, items };
}

function* cellsOf(rows: readonly PrintedRow[]): Generator<PrintedCell> {
  for (const { cells } of rows) yield* cells;
}

function readRow(table: RowedTable, row: PrintedRow, style: NumberStyle, doubts: Doubts, context: StageContext): ReadRow {
  const cells: ReadCell[] = [];
  const attributes = { ...row.attributes };
  const { unsureName, ...rest } = row;
  const ofKeys = keyDoubt(row, doubts) ?? (unsureName ? 'row/name-doubtful' : null);
  for (const cell of row.cells) {
    const reading = likeliestNumber(cell, style, unitOf(table, cell));
    if (reading.is === 'text') {
      attributes[nameOf(table, cell)] = reading.text;
      continue;
    }
    if (reading.is === 'number' && reading.remark !== undefined) attributes[nameOf(table, cell)] = reading.remark;
    cells.push(readCell(cell, reading, doubts.at(cell.places) ?? ofKeys ?? reading.doubt ?? table.doubt));
    if (reading.is === 'unreadable') {
      context.report({ ruleId: 'value/unreadable-number', tableIndex: table.index, places: cell.places, actual: cell.raw });
    }
  }
  return { ...rest, cells, attributes };
}

/** What a cell says: a number, something that looks like one (its value, where it can be guessed), or a text. */
type Reading =
  | { is: 'number'; value: string; percent: boolean; doubt: string | null; remark?: string }
  | { is: 'unreadable'; value: string | null; percent: boolean; doubt: null }
  | { is: 'text'; text: string };

/** `unit`: what the value is taken to be in, where the cell does not say otherwise. */
function readingOf({ raw }: PrintedCell, style: NumberStyle, unit: string | null): Reading {
  if (areNumbers(raw)) return { is: 'unreadable', value: null, percent: false, doubt: null };
  const text = tidy(raw.replace(/<[^<>]*>|\*{2,3}/g, ''));
  const parsed = parseNumber(text) ?? (style.lastGroupOnly ? parseLastGroupOnly(text) : null);
  if (parsed) {
    const isOdd = style.oddDecimals && hasOddDecimals(text);
    return { is: 'number', value: parsed.value, percent: parsed.percent, doubt: isOdd ? 'value/odd-decimals' : null };
  }
  const measured = parseWithUnit(text);
  if (measured) {
    return { is: 'number', value: measured.number.value, percent: false, doubt: measured.unit === unit ? null : 'value/unit-differs' };
  }
  const scientific = parseScientific(text);
  if (scientific) return { is: 'number', ...scientific, doubt: 'value/scientific' };
  const remarked = parseWithRemark(text);
  if (remarked) return { is: 'number', ...remarked.number, doubt: null, remark: remarked.remark };
  if (!looksLikeNumber(text)) return { is: 'text', text };
  return { is: 'unreadable', value: parseLooseNumber(text)?.value ?? null, percent: false, doubt: null };
}

/**
 * What a cell says; where what was recognised in a picture is no number and another reading of it is one, that number, in doubt: a lone 0
 * is taken for a full stop.
 */
function likeliestNumber(cell: PrintedCell, style: NumberStyle, unit: string | null): Reading {
  const reading = readingOf(cell, style, unit);
  if (reading.is === 'number' || !cell.reading || IDEOGRAPH.test(cell.raw)) return reading;
  for (const { text } of cell.reading.alternatives) {
    const other = readingOf({ ...cell, raw: text }, style, unit);
    if (other.is === 'number') return { is: 'unreadable', value: other.value, percent: other.percent, doubt: null };
  }
  return reading;
}

const IDEOGRAPH = /\p{Script=Han}/u;

/** The header above a text that stands among numbers. */
function nameOf(table: RowedTable, { column }: PrintedCell): string {
  return (column === null ? '' : at(table.columns, column).path.join(' > ')) || NAMELESS_TEXT;
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
  { id, column, raw, places, red, reading: recognised }: PrintedCell,
  reading: Exclude<Reading, { is: 'text' }>,
  doubt: string | null,
): ReadCell {
  const { value, percent } = reading;
  const read: ReadCell = { id, column, raw, places, value, percent, doubtful: reading.is === 'unreadable' || doubt !== null, doubt };
  if (red) read.red = red;
  if (recognised) read.reading = recognised;
  return read;
}

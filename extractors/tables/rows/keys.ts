import { NAMELESS_CODE } from '../../../schemas/lexicon/tables/columns.ts';
import { addAll } from '../../model/add-all.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import type { KeyColumn } from '../../model/tables.ts';
import { isNone } from '../../notation/numbers.ts';
import { isCatalogueCode, isClassWord, isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { COLUMN_INDENT } from '../../notation/settings.ts';
import { compact, narrow } from '../../notation/text.ts';
import { type Draft, isForUnitCodes, type PanelReader } from './draft.ts';
import { MOST_KEYS } from './settings.ts';

/** The key columns of one row, from left to right: its code, names, classifications and attributes. */

const PART = /^\d{1,7}$/;
const UNIT_CODE = /^[\dA-Z-]{1,24}$/;
/** A level's own digits; 05 loses its zero where it was a number. */
const OWN_DIGITS = /^\d{1,2}$/;
const CATEGORY = /^[1235]\d{2}$/;
const OTHER_CODE = /^[\dA-Z-]{3,24}$/;

/** What the columns read so far have given. */
export interface KeyReading {
  draft: Draft;
  /** 类 | 款 | 项, a text a column; '' where it is left blank. */
  parts: string[];
  /** A text a name column; '' where it is left blank. */
  names: string[];
  /** The name column that the last key column stands beside; -1: none. */
  beside: number;
  /** A code column was filled, whether by a code or by a name. */
  codeSeen: boolean;
}

export function readKeys(row: GridRow, reader: PanelReader, draft: Draft): KeyReading {
  const reading: KeyReading = { draft, parts: [], names: [], beside: -1, codeSeen: false };
  for (const [k, key] of reader.panel.keys.entries()) {
    if (key.grid >= row.cells.length && k >= MOST_KEYS) break;
    const cell = row.cells[key.grid];
    if (isSecondPart(key, reader)) readSecondPart(draft, key, cell);
    else {
      if (key.role === 'name' && cell?.covered !== 'above') reader.above.merged[reading.names.length] = cell?.text ?? '';
      if (cell === undefined || cell.text === '') passBlank(reading, key);
      else readKey(reading, key, cell, reader);
    }
  }
  return reading;
}

/** Codes of a second classification, in columns of their own too, and its names. */
function isSecondPart(key: KeyColumn, { secondParts }: PanelReader): boolean {
  return key.grid >= secondParts && (key.role === 'name' || key.role === 'code-part');
}

function readSecondPart(draft: Draft, key: KeyColumn, cell: Cell | undefined): void {
  if (cell === undefined || cell.text === '') return;
  if (key.role === 'name') draft.keys[key.header] = cell.text;
  else {
    const name = key.group ?? key.header;
    draft.keys[name] = (draft.keys[name] ?? '') + compact(cell.text);
  }
}

function passBlank({ parts, names }: KeyReading, { role }: KeyColumn): void {
  if (role === 'code-part') parts.push('');
  if (role === 'name') names.push('');
}

type KeyReader = (reading: KeyReading, key: KeyColumn, cell: Cell, reader: PanelReader) => void;

const READERS: Record<KeyColumn['role'], KeyReader> = {
  'code-part': readPart,
  'line-no': ({ draft }, _, { text }) => {
    draft.lineNo = compact(text);
  },
  text: ({ draft }, { header }, { text }) => {
    draft.attributes[header] = text;
  },
  key: (reading, { header }, { text }) => {
    reading.draft.keys[header] = text;
    reading.beside = reading.names.length - 1;
  },
  code: readCodeColumn,
  name: readName,
};

function readKey(reading: KeyReading, key: KeyColumn, cell: Cell, reader: PanelReader): void {
  if (key.role !== 'text') addAll(reading.draft.places, cell.places);
  if (cell.red && NAMING.has(key.role)) reading.draft.red = true;
  READERS[key.role](reading, key, cell, reader);
}

/** Columns that say what a row is about. */
const NAMING: ReadonlySet<KeyColumn['role']> = new Set(['code', 'code-part', 'name', 'key']);

/** In a column of codes a number of one or two digits is the code of a level below a 类, where there are any; else it counts the rows. */
export function hasOwnDigits(keys: readonly KeyColumn[], data: readonly GridRow[]): boolean {
  const key = keys.find(({ role }) => role === 'code');
  if (!key || isForUnitCodes(key)) return false;
  const texts = data.map((row) => narrow(compact(row.cells[key.grid]?.text ?? '')));
  return texts.some((text) => CATEGORY.test(text)) && texts.some((text) => OWN_DIGITS.test(text));
}

/** 合计 in a cell merged over 类 | 款 | 项 is a name. */
function readPart({ parts, names }: KeyReading, _: KeyColumn, { text }: Cell): void {
  const part = narrow(compact(text));
  const isPart = PART.test(part);
  parts.push(isPart ? part : '');
  if (!isPart && !isClassWord(part)) names.push(text);
}

function readCodeColumn(reading: KeyReading, key: KeyColumn, { text }: Cell, reader: PanelReader): void {
  const { draft } = reading;
  const code = narrow(compact(text));
  const unitCode = isForUnitCodes(key) && UNIT_CODE.test(code);
  if (unitCode) draft.unitCode = true;
  // Beside the code of a subject that of the unit is the second one, wherever it stands.
  if (unitCode && reader.hasParts) draft.keys[key.header] = code;
  else if (draft.code === null && !reading.codeSeen) readCode(reading, code, text, reader.ownDigits);
  // A line break cuts a code in two, and no code has a space inside.
  else draft.keys[key.header || NAMELESS_CODE] = OTHER_CODE.test(code) ? code : text;
  reading.codeSeen = true;
}

function readCode({ draft, names }: KeyReading, code: string, text: string, ownDigits: boolean): void {
  const split = splitCodeAndName(text);
  if (isSubjectCode(code) || isUnitCode(code) || OTHER_CODE.test(code) || isCatalogueCode(code)) draft.code = code;
  else if (ownDigits && OWN_DIGITS.test(code)) draft.code = code;
  else if (split) {
    draft.code = split.code;
    names.push(split.name);
  } else if (!isNone(code)) names.push(text);
}

function readName({ draft, names, codeSeen }: KeyReading, key: KeyColumn, cell: Cell, { secondCode }: PanelReader): void {
  const isCalled = codeSeen && draft.code !== null && names.some((name) => name !== '');
  if (isCalled && key.grid > secondCode) {
    draft.keys[key.header] = cell.text;
    return;
  }
  names.push(cell.text);
  // Deeper name columns count as deeper indents.
  draft.indent = (cell.indent ?? 0) + (names.length - 1) * COLUMN_INDENT;
}

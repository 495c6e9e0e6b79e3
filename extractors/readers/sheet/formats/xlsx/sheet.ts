import { at } from '../../../../model/at.ts';
import type { SheetLibrary } from '../../../access/sheet-library.ts';
import { walkXml } from '../../../package/xml.ts';
import { shownNumber } from '../../workbook/shown.ts';
import {
  type Budget,
  type ColumnRange,
  type Merge,
  type Sheet,
  type SheetCell,
  type SheetRow,
  TooManyCells,
} from '../../workbook/workbook.ts';
import { RichText, unescaped } from './strings.ts';
import { type CellStyle, PLAIN_STYLE } from './styles.ts';

/** What all sheets of a workbook share. */
export interface Shared {
  strings: readonly string[];
  styles: readonly CellStyle[];
  date1904: boolean;
  library: SheetLibrary;
  budget: Budget;
}

const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;
/** ECMA-376 has no such limit; Excel has these. */
const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;
const MOST_MERGES = 100_000;
/** A column is as many characters wide, each seven pixels of 3/4 point, and five pixels of margin (18.3.1.13). */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

/** `B7` → row 6, column 1; null for what is no address. */
export function addressOf(text: string): { row: number; column: number } | null {
  const match = ADDRESS.exec(text.replaceAll('$', ''));
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits) - 1;
  return column - 1 > LAST_COLUMN || row > LAST_ROW || row < 0 ? null : { row, column: column - 1 };
}

const isTrue = (value: string | undefined): boolean => value !== undefined && value !== '0' && value !== 'false';

/** A cell while its element is open. */
interface OpenCell {
  column: number;
  type: string;
  style: CellStyle;
  value: string | null;
  formula: string | null;
}

/** Filled cells, merged cells, rows and columns of a sheet, from its XML (18.3.1) in one pass. */
class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  readonly columns: ColumnRange[] = [];
  readonly #shared: Shared;
  readonly #rich = new RichText();
  #row: SheetRow | null = null;
  #nextRow = 0;
  #nextColumn = 0;
  #cell: OpenCell | null = null;
  #taken: 'v' | 'f' | 'is' | null = null;
  #showsZeros = true;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 'f' || name === 'is') this.#take(name);
    else if (this.#taken === 'is') this.#rich.open(name, attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
    else if (name === 'col') this.#column(attributes);
    else if (name === 'sheetView') this.#showsZeros = isTrue(attributes.showZeros ?? '1');
  }

  text(data: string): void {
    const cell = this.#cell;
    if (!cell || this.#taken === null) return;
    if (this.#taken === 'is') this.#rich.take(data);
    else if (this.#taken === 'v') cell.value = (cell.value ?? '') + data;
    else cell.formula = (cell.formula ?? '') + data;
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 'f') this.#taken = null;
    else if (name === 'is') this.#closeInline();
    else if (this.#taken === 'is') this.#rich.close(name);
    else if (name === 'row') this.#row = null;
  }

  #openRow({ r, hidden, ht }: Readonly<Record<string, string>>): void {
    const row = r === undefined ? this.#nextRow : Number(r) - 1;
    this.#nextRow = row + 1;
    this.#nextColumn = 0;
    this.#row =
      Number.isInteger(row) && row >= 0 && row <= LAST_ROW ? { row, hidden: isTrue(hidden) || Number(ht ?? 1) === 0, cells: [] } : null;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#nextColumn : addressOf(r)?.column;
    if (column === undefined) return;
    this.#nextColumn = column + 1;
    this.#cell = { column, type: t ?? 'n', style: this.#shared.styles[Number(s ?? 0)] ?? PLAIN_STYLE, value: null, formula: null };
  }

  #take(name: 'v' | 'f' | 'is'): void {
    this.#taken = name;
    // A formula that shares its text with others has an element without any.
    if (name === 'f' && this.#cell) this.#cell.formula ??= '';
  }

  #closeInline(): void {
    this.#taken = null;
    if (this.#cell) this.#cell.value = this.#rich.end();
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell || !this.#row) return;
    const shown = this.#shown(cell);
    if (shown.text === '' && !shown.unseen) return;
    if (this.#row.cells.length === 0) this.rows.push(this.#row);
    this.#shared.budget.take(shown.text);
    const { indent, red, white } = cell.style;
    this.#row.cells.push({
      ...shown,
      column: cell.column,
      ...(indent > 0 ? { indent } : {}),
      ...(red ? { red } : {}),
      ...(white ? { text: '', unseen: true } : {}),
    });
  }

  #shown({ type, value, formula, style }: OpenCell): Omit<SheetCell, 'column'> {
    const { strings, date1904, library } = this.#shared;
    if (value === null || value === '') return formula === null || type === 'str' ? { text: '' } : { text: `=${formula}`, formula: true };
    if (type === 's') return { text: strings[Number(value)] ?? '' };
    if (type === 'b') return { text: isTrue(value) ? 'TRUE' : 'FALSE' };
    const number = type === 'n' ? Number(value) : Number.NaN;
    if (!Number.isFinite(number)) return { text: unescaped(value) };
    if (number === 0 && !this.#showsZeros) return { text: '' };
    return shownNumber(number, style.code, date1904, library);
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':').map(addressOf);
    if (!from || !to) return;
    if (this.merges.length >= MOST_MERGES) throw new TooManyCells(`> ${MOST_MERGES} merged cells`);
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }

  #column({ min, max, width, hidden }: Readonly<Record<string, string>>): void {
    const characters = Number(width ?? 9);
    const range = {
      first: Number(min) - 1,
      last: Number(max) - 1,
      hidden: isTrue(hidden) || characters === 0,
      width: pointsOf(characters),
    };
    if (range.first >= 0 && range.last >= range.first) this.columns.push(range);
  }
}

/** @throws Error when the text is no XML; TooManyCells. */
export function sheetOf(name: string, hidden: boolean, xml: string, shared: Shared): Sheet {
  const reader = new SheetReader(shared);
  walkXml(xml, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (data) => reader.text(data),
    close: (element) => reader.close(element),
  });
  const { rows, merges, columns } = reader;
  return { name, hidden, rows: inOrder(rows), merges, columns };
}

/** Offices write rows and cells in order; other programs may not. */
function inOrder(rows: SheetRow[]): SheetRow[] {
  const sorted = rows.every((row, i) => i === 0 || at(rows, i - 1).row < row.row) ? rows : [...rows].sort((a, b) => a.row - b.row);
  for (const { cells } of sorted)
    if (cells.some((cell, i) => i > 0 && at(cells, i - 1).column >= cell.column)) cells.sort((a, b) => a.column - b.column);
  return sorted;
}

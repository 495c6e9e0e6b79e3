/** Bytes of a workbook that is no package in, its sheets by SheetJS out; imports access, package, workbook. */
import type { LegacyCell, LegacySheet, SheetLibrary } from '../../access/sheet-library.ts';
import { plainNumber, shownNumber } from '../workbook/shown.ts';
import { Budget, type ColumnRange, type Sheet, type SheetCell, type SheetRow, type Workbook } from '../workbook/workbook.ts';

const USUAL_WIDTH = 54;
const POINTS_A_PIXEL = 0.75;

/**
 * A workbook of BIFF (XLS, as WPS writes it in .et, too) or XML of 2003.
 *
 * @throws Error as the library says it; TooManyCells.
 */
export function readLegacy(bytes: Uint8Array, library: SheetLibrary): Workbook {
  const { book, passedOver } = library.read(bytes);
  const budget = new Budget();
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const sheets = book.SheetNames.map((name, i): Sheet => {
    const sheet = book.Sheets[name] ?? {};
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    return { name, hidden, rows: rowsOf(sheet, date1904, library, budget), merges, columns: columnsOf(sheet) };
  });
  return { sheets, macros: book.vbaraw !== undefined, links: 0, passedOver, spansKnown: true };
}

function rowsOf(sheet: LegacySheet, date1904: boolean, library: SheetLibrary, budget: Budget): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet['!data']?.forEach((cells, row) => {
    const filled: SheetCell[] = [];
    cells?.forEach((cell, column) => {
      const shown = cell ? shownOf(cell, date1904, library) : null;
      if (!shown || (shown.text === '' && !shown.unseen)) return;
      budget.take(shown.text);
      filled.push({ ...shown, column });
    });
    const { hidden = false, hpt } = sheet['!rows']?.[row] ?? {};
    if (filled.length > 0) rows.push({ row, hidden: hidden || hpt === 0, cells: filled });
  });
  return rows;
}

function shownOf(cell: LegacyCell, date1904: boolean, library: SheetLibrary): Omit<SheetCell, 'column'> | null {
  const { t, v, w, z, f } = cell;
  if (v === undefined || v === null || t === 'z') return f === undefined ? null : { text: `=${f}`, formula: true };
  if (t === 'n' && typeof v === 'number') return typeof z === 'string' ? shownNumber(v, z, date1904, library) : { text: plainNumber(v) };
  return { text: w ?? String(v) };
}

function columnsOf(sheet: LegacySheet): ColumnRange[] {
  const ranges: ColumnRange[] = [];
  sheet['!cols']?.forEach((column, i) => {
    if (column === undefined) return;
    const { hidden = false, wpx } = column;
    ranges.push({ first: i, last: i, hidden: hidden || wpx === 0, width: wpx === undefined ? USUAL_WIDTH : wpx * POINTS_A_PIXEL });
  });
  return ranges;
}

/** SheetJS: loaded once, out comes what the reader of sheets asks for; imports extractors. */
import type { LegacyWorkbook, SheetLibrary } from '../../../extractors/readers/access/sheet-library.ts';

let access: Promise<SheetLibrary> | null = null;

/** Loads the library on the first workbook. */
export function sheetAccess(): Promise<SheetLibrary> {
  access ??= load();
  return access;
}

async function load(): Promise<SheetLibrary> {
  const { read, SSF } = await import('@e965/xlsx');
  return {
    // Rows and columns that are hidden are told with the styles only; the format codes are applied by the reader.
    read: (bytes): LegacyWorkbook =>
      read(bytes, { type: 'array', dense: true, cellStyles: true, cellNF: true, cellHTML: false, bookVBA: true }),
    format: (code, value, date1904) => String(SSF.format(code, value, { date1904 })),
  };
}

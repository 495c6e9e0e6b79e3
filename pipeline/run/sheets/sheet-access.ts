/** SheetJS: loaded once, out comes what the reader of sheets asks for; imports extractors. */
import type { SheetLibrary } from '../../../extractors/readers/access/sheet-library.ts';

let access: Promise<SheetLibrary> | null = null;
let codePages: Promise<void> | null = null;

/** Loads the library on the first workbook, and the encodings of Excel 95 on the first one that may use them. */
export async function sheetAccess(needsCodePages: boolean): Promise<SheetLibrary> {
  access ??= load();
  if (needsCodePages) {
    codePages ??= loadCodePages();
    await codePages;
  }
  return access;
}

async function loadCodePages(): Promise<void> {
  const [{ set_cptable: setCodePages }, tables] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')]);
  setCodePages(tables);
}

async function load(): Promise<SheetLibrary> {
  const { read, SSF } = await import('@e965/xlsx');
  return {
    // Rows and columns that are hidden are told with the styles only; the format codes are applied by the reader.
    read: (bytes) =>
      countingWords(() => read(bytes, { type: 'array', dense: true, cellStyles: true, cellNF: true, cellHTML: false, bookVBA: true })),
    format: (code, value, date1904) => String(SSF.format(code, value, { date1904 })),
  };
}

/** The library says on the console which records it does not know, and nowhere else. */
function countingWords<T>(work: () => T): { book: T; passedOver: number } {
  const { error, log, warn } = console;
  let passedOver = 0;
  console.error =
    console.log =
    console.warn =
      (message: unknown) => {
        if (String(message).startsWith('Missing Info')) passedOver++;
      };
  try {
    return { book: work(), passedOver };
  } finally {
    Object.assign(console, { error, log, warn });
  }
}

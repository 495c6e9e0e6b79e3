/** The part of SheetJS that the reader of sheets uses: old binary workbooks, and number formats. The host loads it. */
export interface SheetLibrary {
  /**
   * `passedOver`: how many records were left out because nothing is known of them.
   *
   * @throws Error when it is no workbook, is damaged, or is encrypted (`password-protected` in the message).
   */
  read(bytes: Uint8Array): { book: LegacyWorkbook; passedOver: number };
  /** A number as a cell with this format code shows it. @throws Error for a code that is none. */
  format(code: string, value: number, date1904: boolean): string;
}

export interface LegacyWorkbook {
  SheetNames: readonly string[];
  Sheets: Readonly<Record<string, LegacySheet>>;
  Workbook?: { Sheets?: readonly { Hidden?: number }[]; WBProps?: { date1904?: boolean } };
  vbaraw?: unknown;
}

export interface LegacySheet {
  /** By row and column, with holes. */
  '!data'?: readonly (readonly (LegacyCell | undefined)[] | undefined)[];
  '!merges'?: readonly { s: LegacyAddress; e: LegacyAddress }[];
  '!rows'?: readonly ({ hidden?: boolean; hpt?: number } | undefined)[];
  '!cols'?: readonly ({ hidden?: boolean; width?: number; wpx?: number } | undefined)[];
}

/** Row and column from 0. */
interface LegacyAddress {
  r: number;
  c: number;
}

/** `t`: n number, s text, b truth value, e error, d date, z blank; `v` the stored value, `w` what is shown, `z` the format code. */
export interface LegacyCell {
  t: string;
  v?: unknown;
  w?: string;
  z?: unknown;
  f?: string;
}

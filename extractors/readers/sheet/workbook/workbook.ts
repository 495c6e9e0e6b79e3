/** What a workbook holds, whatever form of file it came in; numbers in, what their cells show out; imports schemas, access. */

/** A filled cell. `column` counts from 0; `text` is what the cell shows, '' where its format shows nothing of what it holds. */
export interface SheetCell {
  column: number;
  text: string;
  /** Points between the cell's left border and its text. */
  indent?: number;
  /** All of the text is red, or a minus is stored and not shown: it may be less than it looks. */
  red?: true;
  /** A formula whose result is not stored; `text` is the formula. */
  formula?: true;
  /** It holds something that its format does not show. */
  unseen?: true;
}

/** A row with filled cells, in the order of their columns. `row` counts from 0. */
export interface SheetRow {
  row: number;
  hidden: boolean;
  cells: SheetCell[];
}

/** Merged cells; rows and columns from 0, all four within. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Columns first … last; `width` in points. */
export interface ColumnRange {
  first: number;
  last: number;
  hidden: boolean;
  width: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** In the order of the sheet. */
  rows: SheetRow[];
  merges: Merge[];
  columns: ColumnRange[];
}

export interface Workbook {
  sheets: Sheet[];
  /** What the file holds that is never run: macros. */
  macros: boolean;
  /** Other files that it names, which are never fetched. */
  links: number;
  /** Records that are damaged or unknown. */
  passedOver: number;
  /** Whether merged cells are known; where they are not, blank cells may belong to one. */
  spansKnown: boolean;
}

/** A workbook holds more than is read, or than any sound one. */
export class TooManyCells extends Error {}

/**
 * Filled cells of a workbook. The largest disclosures have some 50,000. This many, all amounts, were seen to need 920 MB until all phases were
 * done: what a process may take at its second try.
 */
export const MOST_CELLS = 200_000;

/** Characters that its cells show: one cell may hold 32,767, and one text may stand in all of them. */
export const MOST_CHARACTERS = 16 * 2 ** 20;

/** Counts what a workbook holds. */
export class Budget {
  #cells = 0;
  #characters = 0;

  /** @throws TooManyCells for the first cell beyond what is read. */
  take(text: string): void {
    if (++this.#cells > MOST_CELLS) throw new TooManyCells(`> ${MOST_CELLS} cells`);
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) throw new TooManyCells(`> ${MOST_CHARACTERS} characters`);
  }
}

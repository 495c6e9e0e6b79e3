import { type BookType, type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import type { FormBlock, FormCell, FormTable } from './blocks.ts';

/** Rows of one sheet, written from the top. */
class SheetWriter {
  readonly #rows: (CellObject | undefined)[][] = [];
  readonly #merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];

  get height(): number {
    return this.#rows.length;
  }

  #put(row: number, column: number, cell: CellObject): void {
    this.#rows[row] ??= [];
    this.#rows[row]![column] = cell;
  }

  #merge(r: number, c: number, rows: number, columns: number): void {
    if (rows > 1 || columns > 1) this.#merges.push({ s: { r, c }, e: { r: r + rows - 1, c: c + columns - 1 } });
  }

  /** A text alone in its row, merged over `width` columns. */
  line(text: string, width = 1): void {
    const row = this.height;
    this.#put(row, 0, { t: 's', v: text });
    this.#merge(row, 0, 1, width);
  }

  /** A text at the right end of its row. */
  right(text: string, width: number): void {
    this.#put(this.height, width - 1, { t: 's', v: text });
  }

  blank(): void {
    this.#rows[this.height] = [];
  }

  cells(cells: readonly FormCell[]): void {
    const row = this.height;
    this.#rows[row] = [];
    for (const { text, column, columns, rows, kind } of cells) {
      if (text !== '') this.#put(row, column, kind === 'number' ? numberCell(text) : { t: 's', v: text });
      this.#merge(row, column, rows, columns);
    }
  }

  table({ number, title, unit, width, header, rows, notes }: FormTable): void {
    if (number !== null) this.line(number);
    this.line(title, width);
    if (unit !== null) this.right(`单位：${unit}`, width);
    for (const cells of [...header, ...rows]) this.cells(cells);
    for (const note of notes) this.line(note, width);
  }

  end(): WorkSheet {
    const sheet = utils.aoa_to_sheet([[]]);
    for (const [r, row] of this.#rows.entries()) for (const [c, cell] of row.entries()) if (cell) sheet[utils.encode_cell({ r, c })] = cell;
    const width = Math.max(1, ...this.#rows.map((row) => row.length), ...this.#merges.map(({ e }) => e.c + 1));
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, this.height - 1), c: width - 1 } });
    sheet['!merges'] = this.#merges;
    return sheet;
  }
}

/** A number with the format that shows it as it is printed, and as it shows; what is no number is a text. */
function numberCell(text: string): CellObject {
  const match = /^(-?)(\d[\d,]*)(?:\.(\d+))?(%?)$/.exec(text);
  if (!match) return { t: 's', v: text };
  const [, , whole = '', decimals = '', percent] = match;
  const value = Number(text.replace(/[,%]/g, ''));
  const code = `${whole.includes(',') ? '#,##0' : '0'.repeat(whole.startsWith('0') ? whole.length : 1)}${decimals ? `.${'0'.repeat(decimals.length)}` : ''}${percent}`;
  return { t: 'n', v: percent ? value / 100 : value, z: code, w: text };
}

function widestOf(blocks: readonly FormBlock[]): number {
  return Math.max(1, ...blocks.map((block) => (block.kind === 'table' ? block.width : 1)));
}

/** Everything below each other on one sheet. */
export function oneSheet(blocks: readonly FormBlock[]): WorkBook {
  const writer = new SheetWriter();
  const width = widestOf(blocks);
  for (const block of blocks) {
    if (block.kind === 'page') writer.blank();
    else if (block.kind === 'table') {
      writer.table(block);
      writer.blank();
    } else writer.line(block.kind === 'entry' ? block.name : block.text, width);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, writer.end(), 'Sheet1');
  return book;
}

/** What no name of a sheet may hold, and how long it may be. */
const nameOf = (title: string, index: number): string => `${index}${title.replace(/[[\]*?:/\\]/g, '')}`.slice(0, 31);

/** A sheet for each table, and one for what stands between them. */
export function sheetATable(blocks: readonly FormBlock[]): WorkBook {
  const book = utils.book_new();
  let texts = new SheetWriter();
  const endTexts = (): void => {
    if (texts.height > 0) utils.book_append_sheet(book, texts.end(), `文字${book.SheetNames.length + 1}`);
    texts = new SheetWriter();
  };
  for (const block of blocks) {
    if (block.kind === 'page') continue;
    if (block.kind === 'table') {
      endTexts();
      const writer = new SheetWriter();
      writer.table(block);
      utils.book_append_sheet(book, writer.end(), nameOf(block.title, book.SheetNames.length + 1));
    } else texts.line(block.kind === 'entry' ? block.name : block.text);
  }
  endTexts();
  return book;
}

export function writeBook(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

/** All of it as one file of values between commas. */
export function writeCsv(blocks: readonly FormBlock[]): string {
  const book = oneSheet(blocks);
  return utils.sheet_to_csv(book.Sheets[book.SheetNames[0]!]!);
}

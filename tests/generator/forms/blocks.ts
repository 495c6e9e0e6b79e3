import { type Gold, TruthBuilder, type Where } from '../document.ts';
import { type Laid, mergedHeader } from '../laid.ts';
import type { FormGrid, Printer } from '../printer.ts';
import type { Sheet } from '../sheet.ts';

/** A cell where it starts: its column, and how many columns and rows it is merged over. */
export interface FormCell {
  text: string;
  column: number;
  columns: number;
  rows: number;
  /** `number`: an amount, aligned to the right; `text`: a code, a label, a header. */
  kind: 'number' | 'text';
}

/** A row by the cells that start in it; a position that no cell of this row or of one above covers is blank. */
export type FormRow = readonly FormCell[];

export interface FormTable {
  kind: 'table';
  /** Printed above the table, as each form prints it. */
  number: string | null;
  title: string;
  unit: string | null;
  /** Columns. */
  width: number;
  header: readonly FormRow[];
  rows: readonly FormRow[];
  notes: readonly string[];
}

/** What a disclosure prints, in order, before it is dressed as a file: the one input of all writers of this folder. */
export type FormBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  /** An entry of the contents: `name` is printed. */
  | { kind: 'entry'; name: string }
  | { kind: 'prose'; text: string }
  | { kind: 'page' }
  | FormTable;

/** A document as blocks, and the truth about it. Where a thing stands is the writer's to say: the truth names no place. */
export class BlocksBuilder extends TruthBuilder implements Printer {
  readonly blocks: FormBlock[] = [];

  constructor(head: Pick<Gold, 'entity' | 'year' | 'kind'>) {
    super('blocks', head);
  }

  protected here(): Where {
    return {};
  }

  cover(...lines: string[]): void {
    for (const text of lines) this.blocks.push({ kind: 'title', text });
  }

  newPage(): void {
    this.blocks.push({ kind: 'page' });
  }

  heading(text: string): void {
    this.blocks.push({ kind: 'heading', text });
  }

  listed(title: string, name = title): void {
    this.blocks.push({ kind: 'entry', name });
  }

  paragraph(text: string): void {
    this.blocks.push({ kind: 'prose', text });
  }

  table(sheet: Sheet, laid: Laid): void {
    const { number, title, unit, notes } = sheet;
    const header = mergedHeader(laid.header).map((cells) => cells.map((cell): FormCell => ({ ...cell, kind: 'text' })));
    const rows = laid.lines.map(({ cells }) =>
      cells.map((text, column): FormCell => ({ text, column, columns: 1, rows: 1, kind: laid.keys[column] ? 'text' : 'number' })),
    );
    this.blocks.push({ kind: 'table', number, title, unit, width: laid.keys.length, header, rows, notes });
    this.record(sheet, { continuedParts: 1 }, () => ({}));
  }

  /** Each form is a table of its own without header rows. */
  form(sheet: Sheet, grids: readonly FormGrid[]): void {
    const { number, title, unit } = sheet;
    for (const { widths, rows, indicators, projects } of grids) {
      const cells = rows.map((row) =>
        row.flatMap((cell, column): FormCell[] =>
          cell ? [{ text: cell.text, column, columns: cell.columns ?? 1, rows: cell.rows ?? 1, kind: 'text' }] : [],
        ),
      );
      this.blocks.push({ kind: 'table', number, title, unit, width: widths.length, header: [], rows: cells, notes: [] });
      this.gold.indicators.push(...indicators);
      this.gold.projects.push(...projects);
    }
    this.record(sheet, { continuedParts: grids.length }, () => ({}));
  }

  /** Blocks are no file: a writer makes one of them. */
  bytes(): Uint8Array {
    throw new Error('blocks are written by a form');
  }
}

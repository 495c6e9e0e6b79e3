import type { GoldIndicator, GoldProject, TruthBuilder } from './document.ts';
import type { Laid } from './laid.ts';
import type { DrawnCell } from './pdf-table.ts';
import type { Sheet } from './sheet.ts';

/** A performance form: a table of merged cells, and what it says. `null`: the place belongs to a merged cell. */
export interface FormGrid {
  widths: readonly number[];
  rows: (DrawnCell | null)[][];
  indicators: GoldIndicator[];
  projects: GoldProject[];
}

/** What a publication prints itself with: pages of a PDF, or blocks that other forms are written from. */
export interface Printer extends TruthBuilder {
  cover(...lines: string[]): void;
  newPage(): void;
  heading(text: string): void;
  /** An entry of the contents: the title of a table or heading, under the name that the contents give it. */
  listed(title: string, name?: string): void;
  paragraph(text: string): void;
  table(sheet: Sheet, laid: Laid): void;
  form(sheet: Sheet, grids: readonly FormGrid[]): void;
}

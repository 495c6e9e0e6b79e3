import type { GridPart, GridRow, SegmentedDocument, TablePart } from '../../model/blocks.ts';
import type { Stage } from '../../model/stage.ts';
import { spacedRow } from '../grids/spaced.ts';
import { tabbedRow } from '../grids/tabbed.ts';

export interface GriddedDocument extends Omit<SegmentedDocument, 'parts'> {
  parts: GridPart[];
}

/** Lines to rows of cells, by the strategy that the layout allows: tabs give columns, spaces only an order. */
export const grid: Stage<SegmentedDocument, GriddedDocument> = {
  name: 'grid',
  run(document) {
    return { ...document, parts: document.parts.map(gridPart) };
  },
};

function gridPart(part: TablePart): GridPart {
  const tabbed = part.lines.some((line) => line.text.includes('\t'));
  const rows: GridRow[] = [];
  let previous: { page: number; line: number } | null = null;
  for (const line of part.lines) {
    const row = line.row ? { ...line.row } : tabbed ? tabbedRow(line) : spacedRow(line);
    // Tables of one part have their lines together; a gap is where the page was cut.
    if (tabbed && !line.row && previous && (line.page !== previous.page || line.line > previous.line + 1)) row.startsPart = true;
    previous = { page: line.page, line: line.line };
    rows.push(row);
  }
  return { ...part, rows };
}

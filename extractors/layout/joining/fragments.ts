import { addAll } from '../../model/add-all.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { StageContext } from '../../model/stage.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { compact } from '../../notation/text.ts';
import { type Building, type Incoming, notesOf, takeUnit } from './building.ts';

/** Right halves that were cut off a table. */

/** A right half that carries nothing but header cells: its columns stand to the right of the table's. */
export function attachFragment(table: Building, { part, header }: Incoming, context: StageContext): void {
  const key = header.map((row) => row.cells.map((cell) => compact(cell.text)).join('|')).join('\n');
  if (!table.fragments.has(key)) {
    table.header = widen(table.header, header);
    const cells = header.flatMap((row) => row.cells);
    context.report({
      ruleId: 'table/fragment',
      places: cells.flatMap((cell) => cell.places).slice(0, 4),
      actual: cells
        .map((cell) => cell.text)
        .filter((text) => text !== '')
        .join(' '),
      expected: table.caption.title ?? '',
    });
  }
  table.fragments.add(key);
  addAll(table.notes, notesOf(part));
  table.parts++;
  takeUnit(table, part.caption);
}

/** A right half with the rest of the title. */
export function attachHalf(table: Building, { part, header, data }: Incoming, context: StageContext): void {
  const { caption } = part;
  const title = `${table.caption.title ?? ''}${caption.title ?? ''}`;
  table.caption = { ...table.caption, title, unit: table.caption.unit ?? caption.unit };
  context.report({ ruleId: 'table/fragment', places: caption.places, actual: caption.title ?? '', expected: title });
  table.header = widen(table.header, header);
  addAll(table.rows, data);
  addAll(table.notes, notesOf(part));
  table.parts++;
}

function widen(left: readonly GridRow[], right: readonly GridRow[]): GridRow[] {
  const width = left.reduce((max, row) => Math.max(max, row.cells.length), 0);
  const cells = (row: GridRow | undefined) => row?.cells ?? [];
  const besides = left.map((row, i): GridRow => {
    const blanks = Array.from({ length: width - row.cells.length }, () => NO_CELL);
    return { ...row, cells: [...row.cells, ...blanks, ...cells(right[i])] };
  });
  const below = right.slice(left.length).map((row): GridRow => {
    const blanks = Array.from({ length: width }, () => NO_CELL);
    return { ...row, cells: [...blanks, ...row.cells] };
  });
  return [...besides, ...below];
}

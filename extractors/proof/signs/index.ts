/**
 * Placed tables in, the same with the signs that colour and equations agree on out; imports schemas, model, identities, ledger.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { StageContext } from '../../model/stage.ts';
import type { PlacedCell, PlacedTable } from '../../model/tables.ts';
import { speakingColours } from './colours.ts';
import { decideSigns } from './decide.ts';
import { MOST_SHOWN } from './settings.ts';
import { isUnsignedRed } from './unsigned-red.ts';

/**
 * Red amounts without a sign have two readings. The minus is taken where an equation of the document holds exactly with it and is
 * broken without, and none the other way round. Where no equation tells, the number stays as it is printed, in doubt if its colour
 * is its own and not that of its row, column or table.
 */
export function readSigns(tables: readonly PlacedTable[], context: StageContext): PlacedTable[] {
  if (!tables.some(({ items }) => items.some(({ cells }) => cells.some(isUnsignedRed)))) return [...tables];
  const signs = decideSigns(tables);
  return tables.map((table) => {
    const speaking = speakingColours(table);
    const negative: PlacedCell[] = [];
    const open: PlacedCell[] = [];
    const read = (cell: PlacedCell): PlacedCell => {
      if (!isUnsignedRed(cell)) return cell;
      const sign = signs.get(cell.id);
      if (sign === 'minus') {
        negative.push(cell);
        return { ...cell, value: `-${cell.value}` };
      }
      if (sign === 'plus' || !speaking.has(cell.id)) return cell;
      open.push(cell);
      return { ...cell, doubtful: true, doubt: cell.doubt ?? 'value/red-amount' };
    };
    const items = table.items.map((row) => (row.cells.some(isUnsignedRed) ? { ...row, cells: row.cells.map(read) } : row));
    if (negative.length > 0) context.report(findingOf(table, 'value/red-negative', negative, shown(negative)));
    if (open.length > 0) context.report(findingOf(table, 'value/red-amount', open, pagesOf(open)));
    return { ...table, items };
  });
}

function findingOf(table: PlacedTable, ruleId: string, cells: readonly PlacedCell[], actual: string): Finding {
  const places = cells.map(({ places: [place] }) => place).filter((place) => place !== undefined);
  return { ruleId, tableIndex: table.index, places, actual };
}

function pagesOf(cells: readonly PlacedCell[]): string {
  return [...new Set(cells.flatMap(({ places }) => places.map(({ page }) => page)))].join(', ');
}

function shown(cells: readonly PlacedCell[]): string {
  const raws = cells.slice(0, MOST_SHOWN).map(({ raw }) => raw.trim());
  return raws.join(', ') + (cells.length > MOST_SHOWN ? ` … (${cells.length})` : '');
}

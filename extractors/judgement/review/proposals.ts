import type { Table, TableRow } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import { decimalsOf } from '../../notation/numbers.ts';
import type { Change } from '../../proof/explaining/changes.ts';
import { changedText } from '../../proof/explaining/edits.ts';
import type { Slot } from '../../proof/ledger/ledger.ts';
import type { Located } from './draft.ts';
import { scaleOf } from './repaired.ts';
import { REGULAR } from './settings.ts';

/** What would have to be printed instead, and where: `t7r24c3: 289.74 → 269.74`. Empty for a missing row: what it says is not known. */
export function proposalOf(change: Change, cells: ReadonlyMap<string, Located>, tables: readonly Table[]): string {
  const { kind, facts, slot } = change;
  const names = facts.map(({ factId }) => factId);
  const located = names.map((factId) => cells.get(factId)).find((cell) => cell !== undefined);
  switch (kind) {
    case 'value':
      return located ? rewritten(located, facts[0]?.delta ?? null, tables) : '';
    case 'move':
    case 'shift':
      return located ? `${names.join(', ')}: ${columnAt(slot, located.cell.column, tables)} → ${columnAt(slot, slot?.column, tables)}` : '';
    case 'swap':
      return `${names.join(', ')}: ↕`;
    case 'fill':
      return filled(slot, tables);
    case 'uncounted':
    case 'nest':
      return counted(change, tables);
    case 'row':
      return '';
  }
}

function filled(slot: Slot | null, tables: readonly Table[]): string {
  const row = rowAt(slot, tables);
  return row ? `${rowName(row)}〔${columnAt(slot, slot?.column, tables)}〕: — → ?` : '';
}

/** The row that a total leaves out, or that another sum counts. */
function counted({ kind, row, slot }: Change, tables: readonly Table[]): string {
  const moved = rowAt(row ?? null, tables);
  const total = rowAt(slot, tables);
  if (!moved) return '';
  if (kind === 'uncounted') return `${rowName(moved)} → —`;
  return total ? `${rowName(moved)} → ${rowName(total)}` : '';
}

function rowAt(slot: Slot | null, tables: readonly Table[]): TableRow | undefined {
  return slot ? tables[slot.table]?.rows[slot.row] : undefined;
}

function columnAt(slot: Slot | null, column: number | undefined, tables: readonly Table[]): string {
  const table = slot ? tables[slot.table] : undefined;
  return column === undefined ? '' : (table?.columns[column]?.path.join(' > ') ?? '');
}

function rowName({ code, label }: TableRow): string {
  return `${code ? `${code} ` : ''}${label}`;
}

/** With the decimals that it prints, or that the table prints regularly. */
function rewritten({ table, cell }: Located, delta: bigint | null, tables: readonly Table[]): string {
  if (!cell.value || delta === null) return '';
  const scale = scaleOf(at(table.columns, cell.column), table, tables);
  return `${cell.factId}: ${cell.value} → ${changedText(cell.value, scale, delta, usualDecimals(table) ?? 0)}`;
}

/** The decimals of nearly all numbers of the table; null where they differ. */
export function usualDecimals(table: Table): number | null {
  const known = USUAL.get(table);
  if (known !== undefined) return known;
  const counts = table.rows.flatMap((row) => row.cells.flatMap(({ value }) => (value === null ? [] : [decimalsOf(value)])));
  const most = counts.reduce((max, decimals) => Math.max(max, decimals), 0);
  const usual = counts.filter((decimals) => decimals === most).length >= counts.length * REGULAR ? most : null;
  USUAL.set(table, usual);
  return usual;
}

/** Asked for every proposal, and the same for a table as long as it lives. */
const USUAL = new WeakMap<Table, number | null>();

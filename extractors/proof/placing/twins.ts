import { addTo } from '../../model/add-all.ts';
import type { PlacedRow } from '../../model/tables.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';
import { columnKeys } from '../identities/within/selectors.ts';
import type { Ledger, RowSlot } from '../ledger/ledger.ts';
import type { Placement } from './placements.ts';
import { FEWEST_ALIKE, MOST_TWINS } from './settings.ts';

/**
 * The same subject with the same total in another table, where its numbers have their columns: evidence for how they are divided
 * here. Used only for rows that the equations leave open.
 */
export class Twins {
  private readonly settled = new Map<string, { table: number; amounts: Map<string, bigint> }[]>();

  constructor(private readonly ledger: Ledger) {
    for (const [t, table] of ledger.tables.entries()) {
      for (const row of table.items) {
        if (row.code === null || !isSubjectCode(row.code) || row.cells.length === 0 || ledger.isOpen({ table: t, row: row.index }))
          continue;
        const entry = { table: t, amounts: this.amountsByKey(t, row) };
        addTo(this.settled, row.code, entry);
      }
    }
  }

  private amountsByKey(t: number, row: PlacedRow): Map<string, bigint> {
    const amounts = new Map<string, bigint>();
    for (const cell of row.cells) {
      const amount = this.ledger.scaled(cell, t, cell.column);
      if (amount === null || cell.column === null) continue;
      for (const key of columnKeys(this.ledger.table(t), cell.column)) amounts.set(key, amount);
    }
    return amounts;
  }

  /** The placements that agree with a twin in most columns; all of them when there is no twin. */
  narrow(slot: RowSlot, placements: readonly Placement[]): readonly Placement[] {
    const { code } = this.ledger.row(slot);
    const twins = code === null ? [] : (this.settled.get(code) ?? []).slice(0, MOST_TWINS).filter(({ table }) => table !== slot.table);
    for (const { amounts } of twins) {
      const scored = placements.map((placement) => ({ placement, ...this.agreement(slot.table, placement, amounts) }));
      const best = Math.max(...scored.map(({ same }) => same));
      const kept = scored.filter(({ same, differ }) => same === best && differ === 0);
      if (best >= FEWEST_ALIKE && kept.length > 0 && kept.length < placements.length) return kept.map(({ placement }) => placement);
    }
    return placements;
  }

  private agreement(t: number, placement: Placement, twin: ReadonlyMap<string, bigint>): { same: number; differ: number } {
    const table = this.ledger.table(t);
    let same = 0;
    let differ = 0;
    for (const column of placement.columns) {
      const grand = columnKeys(table, column);
      const keys = grand.some((key) => key.endsWith('Budget')) ? [...grand, 'total'] : grand;
      const matches = keys.filter((key) => twin.has(key));
      if (matches.length === 0) continue;
      if (matches.some((key) => twin.get(key) === placement.vector[column])) same++;
      else differ++;
    }
    return { same, differ };
  }
}

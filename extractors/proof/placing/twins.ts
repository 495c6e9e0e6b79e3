import { isSubjectCode } from '../../notation/row-kinds.ts';
import { columnKeys } from '../identities/within/selectors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Placement } from './placements.ts';

/**
 * The same subject with the same total in another table, where its numbers have their columns: evidence for how they are divided
 * here. Used only for rows that the equations leave open.
 */
export class Twins {
  private readonly settled = new Map<string, { table: number; amounts: Map<string, bigint> }[]>();

  constructor(private readonly ledger: Ledger) {
    ledger.tables.forEach((table, t) => {
      for (const row of table.items) {
        if (row.code === null || !isSubjectCode(row.code) || row.cells.length === 0 || ledger.isOpen({ table: t, row: row.index }))
          continue;
        const amounts = new Map<string, bigint>();
        for (const cell of row.cells) {
          const amount = ledger.scaled(cell, t, cell.column);
          if (amount === null) continue;
          for (const key of columnKeys(table, cell.column!)) amounts.set(key, amount);
        }
        const entry = { table: t, amounts };
        const list = this.settled.get(row.code);
        if (list) list.push(entry);
        else this.settled.set(row.code, [entry]);
      }
    });
  }

  /** The placements that agree with a twin in most columns; all of them when there is no twin. */
  narrow(t: number, rowIndex: number, placements: readonly Placement[]): Placement[] {
    const table = this.ledger.tables[t]!;
    const code = table.items[rowIndex]!.code;
    const twins = code === null ? [] : (this.settled.get(code) ?? []).filter((twin) => twin.table !== t);
    for (const { amounts } of twins) {
      const scores = placements.map((placement) => this.agreement(t, placement, amounts));
      const best = Math.max(...scores.map(({ same }) => same));
      const kept = placements.filter((_, i) => scores[i]!.same === best && scores[i]!.differ === 0);
      if (best >= 2 && kept.length > 0 && kept.length < placements.length) return kept;
    }
    return [...placements];
  }

  private agreement(t: number, placement: Placement, twin: ReadonlyMap<string, bigint>): { same: number; differ: number } {
    const table = this.ledger.tables[t]!;
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

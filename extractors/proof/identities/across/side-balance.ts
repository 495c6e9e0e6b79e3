import type { Identity } from '../../ledger/identity.ts';
import { sumEquation } from '../../ledger/ledger.ts';
import { grandColumn } from '../within/header-group-total.ts';
import { amountColumn, panelOfSide, totalRow } from '../within/selectors.ts';

/** 收入总计 = 支出总计: both sides of a 收支 table balance. */
export const sideBalance: Identity = {
  id: 'side-balance',
  document(ledger) {
    return [...ledger.tables.entries()].flatMap(([t, table]) => {
      const [left, right] = [panelOfSide(table, 'revenue'), panelOfSide(table, 'expenditure')];
      if (left === null || right === null) return [];
      const [revenue, expenditure] = [totalRow(table, left), totalRow(table, right)];
      const [a, b] = [grandColumn(table, left), grandColumn(table, right)];
      if (!revenue || !expenditure || a === null || b === null) return [];
      const total = { table: t, row: revenue.index, column: amountColumn(table, revenue, a) };
      const other = { table: t, row: expenditure.index, column: amountColumn(table, expenditure, b) };
      return [sumEquation('side-balance', 'table', total, [other])];
    });
  },
};

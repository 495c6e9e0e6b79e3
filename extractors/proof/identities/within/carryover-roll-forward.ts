import type { ValueColumn } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { Identity } from '../../ledger/identity.ts';

const OPENING = /^(?:年初|上年)(?:财政拨款)?结转(?:和|及)?结余$/;
const CLOSING = /^(?:年末|年终)(?:财政拨款)?结转(?:和|及)?结余$/;
const total = (column: ValueColumn): boolean => column.path.length === 1 || /^(?:合计|小计)$/.test(column.path.at(-1) ?? '');

/** 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余 (公开07表 and its like). */
export const carryoverRollForward: Identity = {
  id: 'carryover-roll-forward',
  zh: '年初结转 + 本年收入 − 本年支出 = 年末结转',
  en: 'opening carryover + revenue − expenditure = closing carryover',
  columns(table) {
    const columns = table.columns.filter((column) => column.panel === 0 && column.type === 'money' && total(column));
    const find = (pattern: RegExp) => columns.find((column) => pattern.test(compact(column.path[0] ?? '')))?.index;
    const [opening, closing, revenue, expenditure] = [find(OPENING), find(CLOSING), find(/^本年收入/), find(/^本年支出/)];
    if (opening === undefined || closing === undefined || revenue === undefined || expenditure === undefined) return [];
    return [
      {
        identity: 'carryover-roll-forward',
        total: closing,
        addends: [
          { column: opening, sign: 1 },
          { column: revenue, sign: 1 },
          { column: expenditure, sign: -1 },
        ],
      },
    ];
  },
};

import type { MeasureId } from '../../../../schemas/lexicon/vocabulary.ts';
import { TOTAL_ALONE } from '../../../../schemas/lexicon/writing/marks.ts';
import type { PlacedTable } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { Identity } from '../../ledger/identity.ts';

/** Of no component, and a group by its 小计. */
function isWhole({ path, coordinates }: PlacedTable['columns'][number]): boolean {
  return coordinates.component === undefined && (path.length === 1 || TOTAL_ALONE.test(compact(path.at(-1) ?? '')));
}

/** 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余 (公开07表 and its like). */
export const carryoverRollForward: Identity = {
  id: 'carryover-roll-forward',
  columns(table) {
    const columns = table.columns.filter((column) => column.panel === 0 && column.type === 'money' && isWhole(column));
    const find = (of: MeasureId) => columns.find(({ measure }) => measure === of)?.index;
    const [opening, closing, revenue, expenditure] = [
      find('carryoverIn'),
      find('carryoverOut'),
      find('currentYearRevenue'),
      find('currentYearExpenditure'),
    ];
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

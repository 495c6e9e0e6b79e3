import type { ReviewItem } from '../../../schemas/review.ts';
import type { FactCell, Table, TableRow } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import { Amount } from '../../notation/decimal.ts';

/** What a person should look at, before it has its key and its text in a language. */
export type ReviewEntry = Omit<ReviewItem, 'itemId' | 'message'>;

/** An entry before the queue is in order. `stake` (元) only weighs entries against each other. */
export type Draft = ReviewEntry & { stake: number };

export interface Located {
  table: Table;
  row: TableRow;
  cell: FactCell;
}

export const NOTHING = {
  factIds: [],
  places: [],
  actual: '',
  expected: '',
  residual: '',
  proposal: '',
  alternatives: [],
  moneyAtStake: '0',
};

/** What an entry is about, for its key: the rule and the first of its numbers; without any, what is missing or was met where. */
export function entryText({ ruleId, factIds, tableTitle, actual, expected }: ReviewEntry): string {
  const [first] = factIds;
  return first === undefined ? [ruleId, tableTitle, expected, actual].join('|') : `${ruleId}|${first}`;
}

/** `本年收入 > 合计`; empty for a column without a header. */
export function columnName({ columns }: Pick<Table, 'columns'>, column: number): string {
  return at(columns, column).path.join(' > ');
}

/** The largest amount in 元; 0 where none is above it. */
export function mostYuan(cells: readonly Pick<FactCell, 'valueYuan'>[]): string {
  return cells.reduce((most, { valueYuan }) => Amount.max(most, valueYuan ?? 0), new Amount(0)).toFixed();
}

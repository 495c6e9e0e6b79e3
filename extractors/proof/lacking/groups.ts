import type { Finding } from '../../../schemas/diagnostic.ts';
import { TOTAL_COLUMN } from '../../../schemas/lexicon/vocabulary.ts';
import { groupBy } from '../../model/add-all.ts';
import { compact } from '../../notation/text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { perTable } from '../ledger/per-table.ts';

/** Columns of money that stand beside each other below one header cell of a table. */
interface Group {
  table: number;
  /** What they are called, but for the total. */
  parts: readonly string[];
  hasTotal: boolean;
  /** The money columns of the table but for the total of this group: equal for headers that differ in nothing else. */
  header: string;
}

const groupsIn = perTable((ledger, t): Group[] => {
  const money = ledger.table(t).columns.filter(({ type, path }) => type === 'money' && path.length > 0);
  const paths = money.map(({ panel, path }) => ({
    above: [panel, ...path.slice(0, -1)].join('>'),
    leaf: compact(path.at(-1) ?? ''),
    path,
  }));
  const groups = groupBy(paths, ({ above, path }) => (path.length > 1 ? above : null));
  return [...groups.values()].map((columns) => {
    const totals = columns.filter(({ leaf }) => TOTAL_COLUMN.test(leaf));
    return {
      table: t,
      parts: columns.filter((column) => !totals.includes(column)).map(({ leaf }) => leaf),
      hasTotal: totals.length > 0,
      header: paths
        .filter((column) => !totals.includes(column))
        .map(({ above, leaf }) => compact(`${above}>${leaf}`))
        .join('|'),
    };
  });
});

/**
 * 基本支出 > 人员经费, 公用经费 without 小计, where a group of the same parts has its total in this table, or where another table of the document has
 * the same header with it. By itself a group may well do without.
 */
export function lackingGroupTotals(ledger: Ledger): Finding[] {
  const byTable = [...ledger.tables.keys()].map((t) => groupsIn(ledger, t).filter(({ parts }) => parts.length > 1));
  const headers = new Set(byTable.flat().flatMap(({ hasTotal, header }) => (hasTotal ? [header] : [])));
  return byTable.flatMap((groups) => {
    const complete = groups.filter(({ hasTotal }) => hasTotal);
    return groups.flatMap((group): Finding[] => {
      if (group.hasTotal || !(headers.has(group.header) || complete.some((other) => isAlike(group, other)))) return [];
      const { index, caption } = ledger.table(group.table);
      return [{ ruleId: 'column/total-missing', tableIndex: index, places: caption.places.slice(0, 1), actual: group.parts.join(' | ') }];
    });
  });
}

const isAlike = (one: Group, other: Group): boolean => one.parts.filter((part) => other.parts.includes(part)).length > 1;

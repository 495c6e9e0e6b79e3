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
  /**
   * Equal for groups that differ in nothing but their total: of tables by subject, which have one template in a document, the group itself; of others
   * all money columns of the table.
   */
  template: string;
}

const groupsIn = perTable((ledger, t): Group[] => {
  const { columns: all, shape } = ledger.table(t);
  const money = all.filter(({ type, path }) => type === 'money' && path.length > 0);
  const paths = money.map(({ panel, path }) => ({
    above: [panel, ...path.slice(0, -1)].join('>'),
    leaf: compact(path.at(-1) ?? ''),
    path,
  }));
  const groups = groupBy(paths, ({ above, path }) => (path.length > 1 ? above : null));
  return [...groups.values()].map((columns) => {
    const totals = columns.filter(({ leaf }) => TOTAL_COLUMN.test(leaf));
    const parts = columns.filter((column) => !totals.includes(column));
    const alike = shape === 'coded' ? parts.map(({ path, leaf }) => `${path.at(-2)}>${leaf}`) : headerWithout(totals);
    return {
      table: t,
      parts: parts.map(({ leaf }) => leaf),
      hasTotal: totals.length > 0,
      template: `${shape}|${compact(alike.join('|'))}`,
    };
  });

  function headerWithout(totals: typeof paths): string[] {
    return paths.filter((column) => !totals.includes(column)).map(({ above, leaf }) => `${above}>${leaf}`);
  }
});

/**
 * 基本支出 > 人员经费, 公用经费 without 小计, where a group of the same parts has its total in this table, or where another table of the document has
 * the same template with it. By itself a group may well do without.
 */
export function lackingGroupTotals(ledger: Ledger): Finding[] {
  const byTable = [...ledger.tables.keys()].map((t) => groupsIn(ledger, t).filter(({ parts }) => parts.length > 1));
  const templates = new Set(byTable.flat().flatMap(({ hasTotal, template }) => (hasTotal ? [template] : [])));
  return byTable.flatMap((groups) => {
    const complete = groups.filter(({ hasTotal }) => hasTotal);
    return groups.flatMap((group): Finding[] => {
      if (group.hasTotal || !(templates.has(group.template) || complete.some((other) => isAlike(group, other)))) return [];
      const { index, caption } = ledger.table(group.table);
      return [{ ruleId: 'column/total-missing', tableIndex: index, places: caption.places.slice(0, 1), actual: group.parts.join(' | ') }];
    });
  });
}

const isAlike = (one: Group, other: Group): boolean => one.parts.filter((part) => other.parts.includes(part)).length > 1;

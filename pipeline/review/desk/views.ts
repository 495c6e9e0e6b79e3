import type { KeyedTable } from '../../../extractors/model/tables.ts';
import { Amount } from '../../../extractors/notation/decimal.ts';
import type { Disclosure } from '../../../schemas/disclosure.ts';
import type { Equation } from '../../../schemas/equation.ts';
import type { ReviewItem } from '../../../schemas/review.ts';
import type { DecisionView, ItemView, TableView } from '../../../schemas/reviewing/api.ts';
import type { DecisionRecord } from '../../../schemas/reviewing/decisions.ts';
import { renderMessage } from '../../../schemas/rules/index.ts';
import type { Table } from '../../../schemas/table.ts';
import { type DoubtfulEquations, doubtfulEquations, type LocatedFact, locatedFacts } from '../../publish/report/facts.ts';
import { equationsOf } from '../../publish/report/sections/review.ts';
import { editsOf } from './takes.ts';

/** What a person could not tell: numbers and items. */
export interface Unsure {
  facts: ReadonlySet<string>;
  items: ReadonlySet<string>;
}

export function unsureIn(records: readonly DecisionRecord[]): Unsure {
  const facts = new Set<string>();
  const items = new Set<string>();
  for (const { decision } of records) {
    if (decision.edit === 'unsure') facts.add(decision.factId);
    if (decision.edit === 'item-unsure') items.add(decision.itemId);
  }
  return { facts, items };
}

/** What an item is looked up in. */
interface LookUp {
  facts: ReadonlyMap<string, LocatedFact>;
  doubtful: DoubtfulEquations;
  tables: ReadonlyMap<number, Table>;
  unsure: Unsure;
}

export function itemViews(
  items: readonly ReviewItem[],
  { tables, equations }: { tables: readonly Table[]; equations: readonly Equation[] },
  unsure: Unsure,
): ItemView[] {
  const lookUp = {
    facts: locatedFacts(tables),
    doubtful: doubtfulEquations(equations),
    tables: new Map(tables.map((table) => [table.index, table])),
    unsure,
  };
  return byLoss(items.map((item) => itemView(item, lookUp)));
}

/** Expected error × money, the gravest first; what is equal keeps its order. */
export function byLoss<T extends Pick<ItemView, 'expectedLoss' | 'probability'>>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => Number(b.expectedLoss) - Number(a.expectedLoss) || b.probability - a.probability);
}

function itemView(item: ReviewItem, { facts, doubtful, tables, unsure }: LookUp): ItemView {
  const { ruleId, actual, expected, factIds, itemId } = item;
  const isUnsure = unsure.items.has(itemId) || factIds.some((id) => unsure.facts.has(id));
  return {
    ...item,
    state: isUnsure ? 'unsure' : 'open',
    expectedLoss: new Amount(item.moneyAtStake || '0').abs().times(item.probability).toFixed(2),
    messages: { zh: renderMessage(ruleId, actual, expected, 'zh'), en: renderMessage(ruleId, actual, expected, 'en') },
    equationIds: equationsOf({ doubtful }, item).map(({ id }) => id),
    unit: unitOf(item, facts, tables),
    take: editsOf(item.proposal, facts),
    takeAlternatives: item.alternatives.map((text) => editsOf(text, facts)),
  };
}

function unitOf({ factIds, tableIndex }: ReviewItem, facts: LookUp['facts'], tables: LookUp['tables']): string | null {
  const first = factIds.map((id) => facts.get(id)).find((fact) => fact !== undefined);
  return first?.column?.unit ?? first?.table.unit ?? (tableIndex === null ? null : (tables.get(tableIndex)?.unit ?? null));
}

/** `keyed`: the tables of the case; a form's rows are none of these, and have no keys. */
export function tableViews(tables: readonly Table[], keyed: readonly KeyedTable[]): TableView[] {
  const known = new Map(keyed.map((table) => [table.index, table]));
  return tables.map((table) => {
    const own = known.get(table.index);
    const isSame = own !== undefined && own.items.length === table.rows.length && own.columns.length === table.columns.length;
    return {
      ...table,
      key: own?.key ?? '',
      rowKeys: isSame ? own.items.map(({ key }) => key) : [],
      columnKeys: isSame ? own.columns.map(({ key }) => key) : [],
    };
  });
}

/** `misfits`: by id, why a decision is not in the document. */
export function decisionViews(records: readonly DecisionRecord[], misfits: ReadonlyMap<string, string>): DecisionView[] {
  return records.map(({ id, group, at, reviewer, decision, before, after, reason }) => ({
    id,
    group,
    at,
    reviewer,
    decision,
    before,
    after,
    reason,
    doesNotFit: misfits.get(id) ?? null,
  }));
}

export type Shown = Pick<Disclosure, 'tables' | 'statements'> & { equations: readonly Equation[] };

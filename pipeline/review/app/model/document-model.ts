/** A document as the server tells it, with the look-ups that views need, and decisions as people make them; imports schemas, extractors/model, publish/report. */
import { addTo } from '../../../../extractors/model/add-all.ts';
import type { Statement } from '../../../../schemas/disclosure.ts';
import type { Equation } from '../../../../schemas/equation.ts';
import type { Place } from '../../../../schemas/place.ts';
import type { Change, DocumentView, ItemView, TableView } from '../../../../schemas/reviewing/api.ts';
import type { FactCell } from '../../../../schemas/table.ts';
import { type LocatedFact, locatedFacts } from '../../../publish/report/facts.ts';

export interface Model {
  view: DocumentView;
  facts: ReadonlyMap<string, LocatedFact>;
  statements: ReadonlyMap<string, Statement>;
  tables: ReadonlyMap<number, TableView>;
  equations: ReadonlyMap<string, Equation>;
  /** Numbers of tables and prose by page, each with its place there. */
  marks: ReadonlyMap<number, readonly Mark[]>;
}

/** A number where it is printed. `cell` is null for one of the prose. */
export interface Mark {
  factId: string;
  place: Place;
  cell: FactCell | null;
}

function marksOf(facts: Iterable<LocatedFact>, statements: readonly Statement[]): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const { cell } of facts) for (const place of cell.places) addTo(marks, place.page, { factId: cell.factId, place, cell });
  for (const { id, places } of statements) for (const place of places) addTo(marks, place.page, { factId: id, place, cell: null });
  return marks;
}

export function modelOf(view: DocumentView): Model {
  const facts = locatedFacts(view.tables);
  return {
    view,
    facts,
    statements: new Map(view.statements.map((statement) => [statement.id, statement])),
    tables: new Map(view.tables.map((table) => [table.index, table])),
    equations: new Map(view.equations.map((equation) => [equation.id, equation])),
    marks: marksOf(facts.values(), view.statements),
  };
}

/** The document after a click. */
export function changedModel({ view }: Model, change: Change): Model {
  const { document, revision, judged, items, equations, decisions, canUndo, canRedo } = change;
  const changed = new Map(change.tables.map((table) => [table.index, table]));
  const removed = new Set(change.removedTables);
  const kept = view.tables.filter(({ index }) => !(removed.has(index) || changed.has(index)));
  const tables = [...kept, ...changed.values()].sort((a, b) => a.index - b.index);
  return modelOf({ ...view, document, revision, judged, items, equations, decisions, canUndo, canRedo, tables });
}

/** The number that an item is about before all others: the one that its proposal would change, else the first that it names. */
export function mainFact(model: Model, { take, factIds }: ItemView): string | null {
  const proposed = take.find((decision) => 'factId' in decision);
  if (proposed && 'factId' in proposed) return proposed.factId;
  return factIds.find((id) => model.facts.has(id)) ?? factIds[0] ?? null;
}

/** The table that an item is about: of its first number, else the one that it names. */
export function tableOf(model: Model, item: ItemView): TableView | null {
  const fact = model.facts.get(mainFact(model, item) ?? '');
  const index = fact?.table.index ?? item.tableIndex;
  return index === null ? null : (model.tables.get(index) ?? null);
}

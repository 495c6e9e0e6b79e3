import type { DocumentEntry, ItemView, Queue, QueueEntry, QueueFilter } from '../../../schemas/reviewing/api.ts';
import { byLoss } from './views.ts';

/** A document with its items. */
export interface Listed {
  entry: DocumentEntry;
  items: readonly ItemView[];
}

const distinct = <T>(values: readonly (T | null)[]): T[] => [...new Set(values.filter((value) => value !== null))].sort();

/** The items of all documents that a filter lets through, the gravest first. */
export function queueOf(listed: readonly Listed[], filter: QueueFilter): Queue {
  const { city, year, form, document, offset, limit } = filter;
  const documents = listed.filter(
    ({ entry }) =>
      (city === undefined || entry.city === city) &&
      (year === undefined || entry.year === year) &&
      (form === undefined || entry.media === form) &&
      (document === undefined || entry.documentId === document),
  );
  const found = documents.flatMap(({ entry, items }) =>
    items.filter((item) => isAsked(item, filter)).map((item) => ({ documentId: entry.documentId, item, ...item })),
  );
  return {
    total: found.length,
    entries: byLoss(found)
      .slice(offset, offset + limit)
      .map(({ documentId, item }): QueueEntry => ({ documentId, item })),
    choices: {
      cities: distinct(listed.map(({ entry }) => entry.city)),
      years: distinct(listed.map(({ entry }) => entry.year)),
      kinds: distinct(listed.flatMap(({ items }) => items.map(({ kind }) => kind))),
      forms: distinct(listed.map(({ entry }) => entry.media)),
    },
  };
}

const isAsked = (item: ItemView, { kind, money, state }: QueueFilter): boolean =>
  (kind === undefined || item.kind === kind) &&
  (money === undefined || Number(item.moneyAtStake) >= money) &&
  (state === 'all' || item.state === state);

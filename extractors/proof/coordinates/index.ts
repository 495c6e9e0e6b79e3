/**
 * Dated tables in, the same with coordinates of the table, its columns and its rows out; imports schemas, model, notation.
 */

import type { DisclosureKind } from '../../../schemas/disclosure.ts';
import { COORDINATES, type Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { hasParts, within } from '../../../schemas/lexicon/coordinates/index.ts';
import { at } from '../../model/at.ts';
import type { Stage } from '../../model/stage.ts';
import type { CoordinatedTable, DatedTable, SettledTable } from '../../model/tables.ts';
import { type ColumnSaid, columnsSaid } from './columns.ts';
import { rowsSaid } from './rows.ts';
import { tableSaid } from './tables.ts';

export interface Uncoordinated {
  tables: readonly DatedTable[];
  /** The document's; null where unknown. */
  kind: DisclosureKind | null;
}

/** What every number is an amount of: flow, fund, component, … of tables, columns and rows, from their words and codes. */
export const coordinates: Stage<Uncoordinated, CoordinatedTable[]> = {
  name: 'coordinates',
  run({ tables, kind }) {
    return tables.map((table) => withCoordinates({ ...table, disclosure: kind }));
  },
};

type Undescribed = SettledTable & { disclosure: DisclosureKind | null };

/** Also after an edit of a title, a header or a row, and for another reading of a header. */
export function withCoordinates<T extends Undescribed>(table: T): T & Omit<CoordinatedTable, 'readings'> {
  const columns = columnsSaid(table);
  const rows = rowsSaid(table);
  const said = tableSaid(table, columns);
  return {
    ...table,
    coordinates: inOrder(said),
    columns: table.columns.map((column, i) => ({ ...column, coordinates: inOrder(columnWithin(said, at(columns, i))) })),
    items: table.items.map((row, i) => ({ ...row, coordinates: inOrder(paidFor(said, at(rows, i))) })),
  };
}

/** In a table of expenditure 事业收入 is what pays for it. */
function paidFor(table: Said, said: Said): Said {
  if (!table.flow || said.flow === undefined) return said;
  const { flow: _, ...rest } = said;
  return rest;
}

/** A column under words that nobody knows may be any part of what it stands in: of a whole it is not the whole. */
function columnWithin(table: Said, { said, isKnown }: ColumnSaid): Said {
  const own = paidFor(table, said);
  if (isKnown) return own;
  const whole = within(table, own);
  const isLeast = (key: 'fund' | 'component'): boolean => typeof whole[key] === 'string' && !hasParts(key, whole[key]);
  return { ...own, ...(isLeast('fund') ? {} : { fund: null }), ...(isLeast('component') ? {} : { component: null }) };
}

/** The same to the byte whichever word was met first, and after it was written and read. */
function inOrder(said: Said): Said {
  return Object.fromEntries(COORDINATES.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]])));
}

import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { within } from '../../../schemas/lexicon/coordinates/index.ts';
import { TOTAL_COLUMN } from '../../../schemas/lexicon/vocabulary.ts';
import type { Side } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import type { SettledTable, ValueColumn } from '../../model/tables.ts';
import { understand } from '../../notation/coordinate-words.ts';
import { compact } from '../../notation/text.ts';
import { besideCarriedOver, settingApart } from './vintages.ts';

/** A cell of a header, with those that stand beside it below the same cell. */
interface HeaderCell {
  text: string;
  own: Said;
  isTotal: boolean;
  isKnown: boolean;
  below: Map<string, HeaderCell>;
}

/** What a header says of a column, and whether it consists of known words. */
export interface ColumnSaid {
  said: Said;
  isKnown: boolean;
}

/** Every cell of a column's path contributes, and the deeper ones say more. */
export function columnsSaid(table: SettledTable): ColumnSaid[] {
  const roots = new Map<number, HeaderCell>();
  for (const { panel, path } of table.columns) {
    const root = roots.get(panel) ?? headerCell(at(table.panels, panel).name);
    roots.set(panel, root);
    addPath(root, path);
  }
  return table.columns.map((column) => columnSaid(column, roots, at(table.panels, column.panel).side));
}

function headerCell(text: string): HeaderCell {
  const { said, whole } = understand(text);
  return { text: compact(text), own: said, isTotal: TOTAL_COLUMN.test(compact(text)), isKnown: whole, below: new Map() };
}

function addPath(root: HeaderCell, path: readonly string[]): void {
  let cell = root;
  for (const text of path) {
    const next = cell.below.get(text) ?? headerCell(text);
    cell.below.set(text, next);
    cell = next;
  }
}

function columnSaid({ panel, path }: ValueColumn, roots: ReadonlyMap<number, HeaderCell>, side: Side | null): ColumnSaid {
  let cell = roots.get(panel);
  let said = cell?.own ?? {};
  let isKnown = true;
  for (const text of path) {
    const next: HeaderCell | undefined = cell?.below.get(text);
    if (!cell || !next) break;
    const apart = settingApart([...cell.below.values()]);
    said = within(said, next.isKnown ? besideCarriedOver(next, apart) : { ...next.own, item: itemOf(next) });
    isKnown = isKnown && next.isKnown;
    cell = next;
  }
  return { said: side === null ? said : { ...said, flow: side }, isKnown };
}

const itemOf = ({ own, text }: HeaderCell): string => (own.item ? `${own.item} > ${text}` : text);

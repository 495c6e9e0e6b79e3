import { BODY_CODE_COLUMN, CODE_COLUMN } from '../../../schemas/lexicon/tables/columns.ts';
import type { Place } from '../../../schemas/place.ts';
import { addAll } from '../../model/add-all.ts';
import type { Cell } from '../../model/blocks.ts';
import type { KeyColumn, PanelSpec, ValueColumn } from '../../model/tables.ts';
import { compact, joinPieces } from '../../notation/text.ts';

/** A row of a panel while it is read: what its cells say, and what the rows above it leave to it. */
export interface Draft {
  panel: number;
  lineNo: string | null;
  code: string | null;
  label: string;
  outer: string[];
  /** Which name column the label stands in. */
  depth: number;
  /** A code is printed in a column for codes of units (单位编码). */
  unitCode: boolean;
  keys: Record<string, string>;
  attributes: Record<string, string>;
  indent: number;
  /** Its code or name is painted red. */
  red?: true;
  unsureName?: true;
  places: Place[];
  cells: { column: number; cell: Cell }[];
}

/** What the rows above leave to those below. */
export interface Above {
  /** 类 | 款 | 项. */
  parts: string[];
  /** Names by name column, down to the last label, and how far each of them is indented. */
  outer: string[];
  indents: number[];
  /** By name column, the text of the cell that stands there or is merged down to there. */
  merged: string[];
  last: Draft | null;
}

/** A panel with what its key columns say for all rows. */
export interface PanelReader {
  panel: PanelSpec;
  /** The grid column that the panel begins with. */
  firstColumn: number;
  /** The grid column from which 类 | 款 | 项 of a second classification stand, apart from those of the first. */
  secondParts: number;
  /** The grid column of the second code: what stands right of it belongs to a second classification (政府 beside 部门支出经济分类). */
  secondCode: number;
  hasParts: boolean;
  /** Codes of one or two digits stand below codes of a 类. */
  ownDigits: boolean;
  above: Above;
}

export function panelReader(panel: PanelSpec, columns: readonly ValueColumn[], ownDigits: boolean): PanelReader {
  const [key] = panel.keys;
  const value = columns[panel.values[0] ?? -1];
  const [, second] = panel.keys.filter((key) => key.role === 'code');
  return {
    panel,
    firstColumn: Math.min(key?.grid ?? Number.POSITIVE_INFINITY, value?.grid ?? Number.POSITIVE_INFINITY),
    secondParts: secondParts(panel.keys),
    secondCode: second?.grid ?? Number.POSITIVE_INFINITY,
    hasParts: panel.keys.some((key) => key.role === 'code-part'),
    ownDigits,
    above: { parts: [], outer: [], indents: [], merged: [], last: null },
  };
}

function secondParts(keys: readonly KeyColumn[]): number {
  let previous: KeyColumn | null = null;
  for (const key of keys) {
    if (key.role !== 'code-part') continue;
    if (previous && key.grid > previous.grid + 1) return key.grid;
    previous = key;
  }
  return Number.POSITIVE_INFINITY;
}

export function emptyDraft(panel: number): Draft {
  return {
    panel,
    lineNo: null,
    code: null,
    label: '',
    outer: [],
    depth: 0,
    unitCode: false,
    keys: {},
    attributes: {},
    indent: 0,
    places: [],
    cells: [],
  };
}

export function isEmpty({ label, code, cells, attributes }: Draft): boolean {
  return label === '' && code === null && cells.length === 0 && Object.keys(attributes).length === 0;
}

/** A row that only goes on with what the row before says. */
export function extend(last: Draft, draft: Draft): void {
  last.label = joinPieces(last.label, draft.label);
  if (draft.unsureName) last.unsureName = true;
  extendTexts(last.attributes, draft.attributes);
  extendKeys(last.keys, draft.keys);
  addAll(last.cells, draft.cells);
  addAll(last.places, draft.places);
}

function extendTexts(texts: Record<string, string>, rest: Readonly<Record<string, string>>): void {
  for (const [header, text] of Object.entries(rest)) texts[header] = joinPieces(texts[header] ?? '', text);
}

/** What is cut within a code goes on without a space. */
function extendKeys(keys: Record<string, string>, rest: Readonly<Record<string, string>>): void {
  for (const [header, text] of Object.entries(rest)) {
    const above = keys[header] ?? '';
    keys[header] = CODE_COLUMN.test(compact(header)) ? above + text : joinPieces(above, text);
  }
}

export function isForUnitCodes(key: KeyColumn): boolean {
  return BODY_CODE_COLUMN.test(compact(key.header));
}

import type { Cell, GridRow } from '../../schemas/grid.ts';
import type { HeaderedTable, KeyColumn, PanelSpec } from '../../schemas/header.ts';
import type { Place } from '../../schemas/place.ts';
import type { WorkCell, WorkRow } from '../../schemas/work.ts';
import { isBlank } from '../grids/cell.ts';
import { isSubjectCode, isUnitCode, splitCodeAndName } from '../grids/row-kinds.ts';
import { isNone } from '../numbers.ts';
import { compact, joinPieces, narrow } from '../text.ts';
import { numberingLevel, roleOf } from './roles.ts';

/** Rows of tables whose grid is known: every cell has its column. */
export function rowsFromColumns(table: HeaderedTable): WorkRow[] {
  const states = table.panels.map(() => ({ parts: [] as string[], outer: [] as string[], last: null as Draft | null }));
  const drafts: Draft[] = [];
  for (const gridRow of table.data) {
    let left: Draft | null = null;
    for (const panel of table.panels) {
      const state = states[panel.index]!;
      const draft = readRow(table, gridRow, panel, state);
      if (!draft) continue;
      // A total whose amount stands in the next panel (公用经费合计 over two panels of codes).
      if (left && isTotalWithoutValue(left) && draft.label === '' && draft.code === null) {
        left.cells.push(...draft.cells);
        continue;
      }
      if (continues(table, panel, gridRow, draft, state.last)) {
        extend(state.last!, draft);
        continue;
      }
      drafts.push(draft);
      state.last = draft;
      left = draft;
    }
  }
  const coded = new Set(drafts.filter((draft) => draft.code !== null).map((draft) => draft.panel));
  return drafts.map((draft, index) => finish(draft, index, table, coded.has(draft.panel)));
}

/** More than any indent within a column, in points. */
const COLUMN_INDENT = 1000;

interface Draft {
  panel: number;
  lineNo: string | null;
  code: string | null;
  label: string;
  outer: string[];
  /** Which name column the label stands in. */
  depth: number;
  keys: Record<string, string>;
  attributes: Record<string, string>;
  indent: number;
  places: Place[];
  cells: { column: number; cell: Cell }[];
}

function readRow(table: HeaderedTable, row: GridRow, panel: PanelSpec, state: { parts: string[]; outer: string[] }): Draft | null {
  const draft: Draft = {
    panel: panel.index,
    lineNo: null,
    code: null,
    label: '',
    outer: [],
    depth: 0,
    keys: {},
    attributes: {},
    indent: 0,
    places: [],
    cells: [],
  };
  const parts: string[] = [];
  const second = secondCodes(panel.keys);
  const names: string[] = [];
  let secondCode = false;
  panel.keys.forEach((key) => {
    const cell = row.cells[key.grid];
    if (key.grid >= second && key.role === 'name') {
      if (!isBlank(cell)) draft.keys[key.header] = cell!.text;
      return;
    }
    if (key.grid >= second && key.role === 'code-part') {
      // Codes of a second classification, in columns of their own too.
      const name = key.group ?? key.header;
      if (!isBlank(cell)) draft.keys[name] = (draft.keys[name] ?? '') + compact(cell!.text);
      return;
    }
    if (isBlank(cell)) {
      if (key.role === 'code-part') parts.push('');
      if (key.role === 'name') names.push('');
      return;
    }
    if (key.role !== 'text') draft.places.push(...cell!.places);
    const text = cell!.text;
    if (key.role === 'code-part' && /^\d{1,7}$/.test(narrow(compact(text)))) parts.push(narrow(compact(text)));
    else if (key.role === 'code-part') {
      // 合计 in a cell merged over 类 | 款 | 项.
      parts.push('');
      names.push(text);
    } else if (key.role === 'line-no') draft.lineNo = compact(text);
    else if (key.role === 'text') draft.attributes[key.header] = text;
    else if (key.role === 'key') draft.keys[key.header] = text;
    else if (key.role === 'code') {
      if (draft.code === null && !secondCode) readCode(draft, names, narrow(compact(text)), text);
      else draft.keys[key.header || '编码'] = text;
      secondCode = true;
    } else if (secondCode && draft.code !== null && names.some((name) => name !== '') && isSecondClassification(panel.keys, key))
      draft.keys[key.header] = text;
    else {
      names.push(text);
      // Deeper name columns count as deeper indents.
      if (cell!.indent !== undefined) draft.indent = cell!.indent + (names.length - 1) * COLUMN_INDENT;
    }
  });
  if (parts.some((part) => part !== '')) draft.code = joinParts(parts, state);
  for (const c of panel.values) {
    const grid = table.columns[c]!.grid;
    const cell = grid === null ? undefined : row.cells[grid];
    if (isBlank(cell) || isNone(cell!.text)) continue;
    draft.cells.push({ column: c, cell: cell! });
    draft.places.push(...cell!.places);
  }
  placeNames(draft, names, state);
  const empty = draft.label === '' && draft.code === null && draft.cells.length === 0 && Object.keys(draft.attributes).length === 0;
  return empty ? null : draft;
}

/** The grid column from which 类 | 款 | 项 of a second classification stand, apart from those of the first. */
function secondCodes(keys: readonly KeyColumn[]): number {
  const parts = keys.filter((key) => key.role === 'code-part');
  const at = parts.findIndex((key, i) => i > 0 && key.grid > parts[i - 1]!.grid + 1);
  return parts[at]?.grid ?? Number.POSITIVE_INFINITY;
}

function readCode(draft: Draft, names: string[], code: string, text: string): void {
  const split = splitCodeAndName(text);
  if (isSubjectCode(code) || isUnitCode(code) || /^[\dA-Z-]{3,24}$/.test(code)) draft.code = code;
  else if (split) {
    draft.code = split.code;
    names.push(split.name);
  } else names.push(text);
}

/** Code and name of a second classification stand beside the first (政府 beside 部门支出经济分类). */
function isSecondClassification(keys: readonly KeyColumn[], key: KeyColumn): boolean {
  const codes = keys.filter((other) => other.role === 'code');
  return codes.length > 1 && key.grid > codes[1]!.grid;
}

/** 201 | 03 | 01 in columns of their own; parts left blank repeat those of the row above. */
function joinParts(parts: readonly string[], state: { parts: string[] }): string {
  const first = parts.findIndex((part) => part !== '');
  let last = parts.length - 1;
  while (last > first && parts[last] === '') last--;
  const full = parts.slice(0, last + 1).map((part, i) => part || (i < first ? (state.parts[i] ?? '') : ''));
  state.parts = full;
  return full.join('');
}

function placeNames(draft: Draft, names: readonly string[], state: { outer: string[] }): void {
  const deepest = names.findLastIndex((name) => name !== '');
  if (deepest < 0) return;
  const split = draft.code === null ? splitCodeAndName(names[deepest]!) : null;
  draft.label = split?.name ?? names[deepest]!;
  draft.depth = deepest;
  if (split) draft.code = split.code;
  if (names.length < 2) return;
  const top = names.findIndex((name) => name !== '');
  const outer = names.slice(0, deepest).map((name, i) => name || (i < top ? (state.outer[i] ?? '') : ''));
  state.outer = roleOf(draft.label, draft.code) === 'total' ? [] : [...outer, draft.label];
  draft.outer = outer.filter((name) => name !== '');
}

function isTotalWithoutValue(draft: Draft): boolean {
  const role = roleOf(draft.label, draft.code);
  return (role === 'total' || role === 'subtotal') && draft.cells.length === 0;
}

/** A row that only goes on with texts of the row before, which a line or page break cut. */
function continues(table: HeaderedTable, panel: PanelSpec, row: GridRow, draft: Draft, last: Draft | null): boolean {
  if (!last || draft.code !== null) return false;
  const plain = draft.label === '' || (roleOf(draft.label, null) === 'item' && numberingLevel(draft.label) === 0);
  if (draft.cells.length > 0)
    return row.startsPart === true && draft.label === '' && last.cells.length === 0 && last.label !== '' && panel.keys.length > 0;
  if (!plain || draft.lineNo !== null) return false;
  if (draft.label === '') return true;
  if (table.shape === 'coded') return last.code !== null && panel.keys.some((key) => key.role === 'code' || key.role === 'code-part');
  return table.shape === 'projects' && row.startsPart === true && last.cells.length > 0;
}

function extend(last: Draft, draft: Draft): void {
  last.label = joinPieces(last.label, draft.label);
  for (const [header, text] of Object.entries(draft.attributes)) last.attributes[header] = joinPieces(last.attributes[header] ?? '', text);
  for (const [header, text] of Object.entries(draft.keys)) last.keys[header] = joinPieces(last.keys[header] ?? '', text);
  last.cells.push(...draft.cells);
  last.places.push(...draft.places);
}

function finish(draft: Draft, index: number, table: HeaderedTable, coded: boolean): WorkRow {
  const { cells, depth: _, ...rest } = draft;
  return {
    ...rest,
    index,
    role: roleIn(table, draft, coded),
    parent: null,
    labelPath: [],
    isLeaf: true,
    floating: false,
    cells: cells.map(
      ({ column, cell }): WorkCell => ({
        id: `t${table.index}r${index}c${column}`,
        column,
        raw: cell.raw,
        places: cell.places,
        value: null,
        percent: false,
        doubtful: false,
        placement: 'printed',
        alternatives: [],
      }),
    ),
  };
}

/** In a table of subjects a row without code that is no total repeats the publishing unit's total. */
function roleIn(table: HeaderedTable, draft: Draft, coded: boolean): WorkRow['role'] {
  const role = roleOf(draft.label, draft.code);
  if (role !== 'item' || draft.code !== null) return role;
  if (table.shape === 'coded' && coded && numberingLevel(draft.label) === 0) return 'unit';
  const names = table.panels[draft.panel]!.keys.filter((key) => key.role === 'name');
  return table.shape === 'projects' && names.length > 1 && draft.depth === 0 && draft.label !== '' ? 'unit' : role;
}

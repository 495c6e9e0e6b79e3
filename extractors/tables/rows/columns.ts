import type { Place } from '../../../schemas/place.ts';
import { isBlank } from '../../layout/grids/cell.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import type { HeaderedTable, KeyColumn, PanelSpec, PrintedCell, PrintedRow } from '../../model/tables.ts';
import { isNone } from '../../notation/numbers.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isTotalLabel, numberingLevel, roleOf } from '../../notation/roles.ts';
import { isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { compact, joinPieces, narrow } from '../../notation/text.ts';

/** Rows of tables whose grid is known: every cell has its column. */
export function rowsFromColumns(table: HeaderedTable): PrintedRow[] {
  const states = table.panels.map((): PanelState => ({ parts: [], outer: [], indents: [], merged: [], last: null }));
  const drafts: Draft[] = [];
  for (const gridRow of table.data) {
    let left: Draft | null = null;
    for (const panel of table.panels) {
      const state = states[panel.index]!;
      const draft = readRow(table, gridRow, panel, state);
      if (!draft) continue;
      // A label merged over panels has its amount in the last of them (公用经费合计 over two panels of codes).
      if (left && draft.label === '' && draft.code === null && (isTotalWithoutValue(left) || isCovered(left, gridRow, panel))) {
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
  const byUnit = new Set(table.panels.filter((panel) => namesUnits(panel, drafts)).map((panel) => panel.index));
  return drafts.map((draft, index) => finish(draft, index, table, { coded: coded.has(draft.panel), byUnit: byUnit.has(draft.panel) }));
}

/** What the rows above leave to those below. */
interface PanelState {
  /** 类 | 款 | 项. */
  parts: string[];
  /** Names by name column, down to the last label, and how far each of them is indented. */
  outer: string[];
  indents: number[];
  /** By name column, the text of the cell that stands there or is merged down to there. */
  merged: string[];
  last: Draft | null;
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
  /** A code is printed in a column for codes of units (单位编码). */
  unitCode: boolean;
  keys: Record<string, string>;
  attributes: Record<string, string>;
  indent: number;
  places: Place[];
  cells: { column: number; cell: Cell }[];
}

function readRow(table: HeaderedTable, row: GridRow, panel: PanelSpec, state: PanelState): Draft | null {
  const draft: Draft = {
    panel: panel.index,
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
  const parts: string[] = [];
  const second = secondCodes(panel.keys);
  const names: string[] = [];
  const partsOfCode = panel.keys.some((key) => key.role === 'code-part');
  /** The name column that the last key column stands beside. */
  let beside = -1;
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
    if (key.role === 'name' && cell?.covered !== 'above') state.merged[names.length] = cell?.text ?? '';
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
    else if (key.role === 'key') {
      draft.keys[key.header] = text;
      beside = names.length - 1;
    } else if (key.role === 'code') {
      const unitCode = UNIT_CODES.test(compact(key.header)) && /^[\dA-Z-]{1,24}$/.test(narrow(compact(text)));
      if (unitCode) draft.unitCode = true;
      // Beside the code of a subject that of the unit is the second one, wherever it stands.
      if (unitCode && partsOfCode) draft.keys[key.header] = narrow(compact(text));
      else if (draft.code === null && !secondCode) readCode(draft, names, narrow(compact(text)), text);
      else draft.keys[key.header || '编码'] = text;
      secondCode = true;
    } else if (secondCode && draft.code !== null && names.some((name) => name !== '') && isSecondClassification(panel.keys, key))
      draft.keys[key.header] = text;
    else {
      names.push(text);
      // Deeper name columns count as deeper indents.
      draft.indent = (cell!.indent ?? 0) + (names.length - 1) * COLUMN_INDENT;
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
  repeatName(draft, names, beside, state);
  placeNames(draft, names, state);
  nameTotal(draft);
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

/**
 * A row that fills no name column has the name of the row above it: where that one's cell is merged down to it, and where only a
 * column right of the name begins something new (专项名称 left blank beside another 经济科目).
 */
function repeatName(draft: Draft, names: string[], beside: number, state: PanelState): void {
  if (draft.cells.length === 0 || draft.code !== null || names.length < 2 || names.some((name) => name !== '')) return;
  const merged = names.findLastIndex((_, i) => (state.merged[i] ?? '') !== '' && state.merged[i] === state.outer[i]);
  const at = merged >= 0 ? merged : beside;
  const name = state.outer[at] ?? '';
  if (at < 0 || name === '') return;
  names[at] = name;
  draft.indent = state.indents[at] ?? 0;
}

/** 合计 in the column of the second classification, with the first left blank, is what the row is called. */
function nameTotal(draft: Draft): void {
  if (draft.label !== '' || draft.code !== null) return;
  const total = Object.entries(draft.keys).find(([, text]) => isTotalLabel(text));
  if (!total) return;
  draft.label = total[1];
  draft.keys = Object.fromEntries(Object.entries(draft.keys).filter((entry) => entry[0] !== total[0]));
}

function placeNames(draft: Draft, names: readonly string[], state: PanelState): void {
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
  state.indents = [...outer.map((_, i) => state.indents[i] ?? 0), draft.indent];
  draft.outer = outer.filter((name) => name !== '');
}

/** The panel's keys lie in a cell that begins in the panel before it. */
function isCovered(left: Draft, row: GridRow, panel: PanelSpec): boolean {
  return left.cells.length === 0 && panel.keys.length > 0 && panel.keys.every((key) => row.cells[key.grid]?.covered === 'left');
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

function finish(draft: Draft, index: number, table: HeaderedTable, panel: { coded: boolean; byUnit: boolean }): PrintedRow {
  const { cells, depth: _, unitCode: __, ...rest } = draft;
  return {
    ...rest,
    index,
    role: roleIn(table, draft, panel),
    floating: false,
    cells: cells.map(
      ({ column, cell }): PrintedCell => ({
        id: `t${table.index}r${index}c${column}`,
        column,
        raw: cell.raw,
        places: cell.places,
      }),
    ),
  };
}

const UNIT_NAMES = /单位|部门/;
const UNIT_CODES = /^(?:预算)?(?:单位|部门)(?:编码|代码)$/;

/** A column of unit codes tells units from what stands below them, unless each row repeats the code of its unit. */
function namesUnits(panel: PanelSpec, drafts: readonly Draft[]): boolean {
  if (!panel.keys.some((key) => UNIT_CODES.test(compact(key.header)))) return false;
  const rows = drafts.filter((draft) => draft.panel === panel.index && roleOf(draft.label, null) === 'item');
  return panel.keys.find((key) => key.role === 'name')?.header.match(UNIT_NAMES) != null || rows.some((draft) => !draft.unitCode);
}

/** In a table of subjects a row without code that is no total repeats the publishing unit's total. */
function roleIn(table: HeaderedTable, draft: Draft, panel: { coded: boolean; byUnit: boolean }): PrintedRow['role'] {
  const role = roleOf(draft.label, draft.code);
  const organisation = isOrganisation(draft.label);
  if (role === 'item' && panel.byUnit && draft.unitCode && draft.depth === 0 && organisation) return 'unit';
  if (role !== 'item' || draft.code !== null) return role;
  const names = table.panels[draft.panel]!.keys.filter((key) => key.role === 'name');
  if (organisation && draft.depth === 0 && UNIT_NAMES.test(names[0]?.header ?? '')) return 'unit';
  if (table.shape === 'coded' && panel.coded && numberingLevel(draft.label) === 0) return 'unit';
  return names.length > 1 && draft.depth === 0 && draft.label !== '' && (table.shape === 'projects' || organisation) ? 'unit' : role;
}

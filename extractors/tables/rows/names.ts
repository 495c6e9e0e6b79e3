import { CATALOGUE_COLUMN, NO_PURCHASE, SUBJECT_CODE_KEY } from '../../../schemas/lexicon/tables/columns.ts';
import type { PrintedRow } from '../../model/tables.ts';
import { isTotalLabel, roleOf } from '../../notation/roles.ts';
import { isCatalogueCode, isSubjectCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import type { Above, Draft } from './draft.ts';
import type { KeyReading } from './keys.ts';

/** What a row is called, once its key columns are read: by its own cells and, where it leaves them blank, by the rows above it. */
export function nameRow({ draft, parts, names, beside }: KeyReading, above: Above): void {
  if (parts.some((part) => part !== '')) draft.code = joinParts(parts, above);
  repeatName(draft, names, beside, above);
  placeNames(draft, names, above);
  nameTotal(draft);
}

/** 201 | 03 | 01 in columns of their own; parts left blank repeat those of the row above. */
function joinParts(parts: readonly string[], above: Above): string {
  const first = parts.findIndex((part) => part !== '');
  const last = parts.findLastIndex((part) => part !== '');
  above.parts = parts.slice(0, last + 1).map((part, i) => part || (i < first ? (above.parts[i] ?? '') : ''));
  return above.parts.reduce(joinPart, '');
}

/** 301 | 2 is 30102: a number has lost its zero. 208 | 05 | 2080505 is whole already. */
function joinPart(code: string, part: string): string {
  if (code !== '' && part.length > code.length && part.startsWith(code)) return part;
  return code !== '' && part.length === 1 ? `${code}0${part}` : code + part;
}

/**
 * A row that fills no name column has the name of the row above it: where that one's cell is merged down to it, and where only a
 * column right of the name begins something new (专项名称 left blank beside another 经济科目).
 */
function repeatName(draft: Draft, names: string[], beside: number, above: Above): void {
  if (draft.cells.length === 0 || draft.code !== null || names.length < 2 || names.some((name) => name !== '')) return;
  const merged = names.findLastIndex((_, i) => (above.merged[i] ?? '') !== '' && above.merged[i] === above.outer[i]);
  const column = merged >= 0 ? merged : beside;
  const name = above.outer[column] ?? '';
  if (column < 0 || name === '') return;
  names[column] = name;
  draft.indent = above.indents[column] ?? 0;
}

/** The deepest name is the label, those before it stand outside. */
function placeNames(draft: Draft, names: readonly string[], above: Above): void {
  const deepest = names.findLastIndex((name) => name !== '');
  const name = names[deepest];
  if (name === undefined) return;
  const split = draft.code === null ? splitCodeAndName(name) : null;
  draft.label = split?.name ?? name;
  draft.depth = deepest;
  if (split) draft.code = split.code;
  if (names.length < 2) return;
  const top = names.findIndex((text) => text !== '');
  const outer = names.slice(0, deepest).map((text, i) => text || (i < top ? (above.outer[i] ?? '') : ''));
  above.outer = roleOf(draft.label, draft.code) === 'total' ? [] : [...outer, draft.label];
  above.indents = [...outer.map((_, i) => above.indents[i] ?? 0), draft.indent];
  draft.outer = outer.filter((text) => text !== '');
}

/** 合计 in the column of the second classification, with the first left blank, is what the row is called. */
function nameTotal(draft: Draft): void {
  if (draft.label !== '' || draft.code !== null) return;
  const total = Object.entries(draft.keys).find(([, text]) => isTotalLabel(text));
  if (!total) return;
  const [header, label] = total;
  draft.label = label;
  draft.keys = Object.fromEntries(Object.entries(draft.keys).filter(([other]) => other !== header));
}

/**
 * Rows that print codes of several kinds are called by that of what they are: a unit by its own, a purchase by that of the catalogue
 * (采购目录). The subject's code, which they bear besides, becomes one of their keys, and what a purchase is for stands outside.
 */
export function called(draft: Draft, role: PrintedRow['role'], unitColumn: string | null): Draft {
  if (role === 'unit' && unitColumn !== null) return asUnit(draft, unitColumn);
  const [catalogue, text = ''] = Object.entries(draft.keys).find(([header]) => CATALOGUE_COLUMN.test(compact(header))) ?? [];
  const split = splitCodeAndName(text);
  const isCoded = split !== null && isCatalogueCode(split.code);
  if (catalogue === undefined || text === '' || (!isCoded && NO_PURCHASE.test(compact(text)))) return draft;
  const { [catalogue]: _, ...keys } = draft.keys;
  const outer = draft.label === '' ? draft.outer : [...draft.outer, draft.label];
  return { ...draft, code: isCoded ? split.code : null, label: isCoded ? split.name : text, outer, keys: withSubject(keys, draft.code) };
}

function asUnit(draft: Draft, unitColumn: string): Draft {
  const { [unitColumn]: code, ...keys } = draft.keys;
  if (code === undefined || draft.code === null || !isSubjectCode(draft.code)) return draft;
  return { ...draft, code, keys: withSubject(keys, draft.code) };
}

const withSubject = (keys: Record<string, string>, code: string | null): Record<string, string> =>
  code === null ? keys : { [SUBJECT_CODE_KEY]: code, ...keys };

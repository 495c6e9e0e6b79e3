import { CATALOGUE_COLUMN, SUBJECT_CODE_KEY } from '../../../schemas/lexicon/tables/columns.ts';
import type { PrintedRow } from '../../model/tables.ts';
import { isCatalogueCode, isSubjectCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import type { Draft } from './draft.ts';

/**
 * Rows that print codes of several kinds are called by that of what they are: a unit by its own, a purchase by that of the catalogue
 * (采购目录). The subject's code, which they bear besides, becomes one of their keys, and what a purchase is for stands outside.
 */
export function called(draft: Draft, role: PrintedRow['role'], unitColumn: string | null): Draft {
  if (role === 'unit' && unitColumn !== null) return asUnit(draft, unitColumn);
  const [catalogue, text = ''] = Object.entries(draft.keys).find(([header]) => CATALOGUE_COLUMN.test(compact(header))) ?? [];
  const split = splitCodeAndName(text);
  if (catalogue === undefined || !split || !isCatalogueCode(split.code)) return draft;
  const { [catalogue]: _, ...keys } = draft.keys;
  const outer = draft.label === '' ? draft.outer : [...draft.outer, draft.label];
  return { ...draft, code: split.code, label: split.name, outer, keys: withSubject(keys, draft.code) };
}

function asUnit(draft: Draft, unitColumn: string): Draft {
  const { [unitColumn]: code, ...keys } = draft.keys;
  if (code === undefined || draft.code === null || !isSubjectCode(draft.code)) return draft;
  return { ...draft, code, keys: withSubject(keys, draft.code) };
}

const withSubject = (keys: Record<string, string>, code: string | null): Record<string, string> =>
  code === null ? keys : { [SUBJECT_CODE_KEY]: code, ...keys };

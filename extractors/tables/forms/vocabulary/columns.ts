import {
  HEADER_ROLES,
  INDICATOR_MARKER,
  type IndicatorRole,
  LEADING_PERFORMANCE,
  PLACEHOLDER,
} from '../../../../schemas/lexicon/forms/indicator-columns.ts';
import { remembered } from './remembered.ts';
import { wordOf } from './word.ts';

export type { IndicatorRole };

/** The merged cell at the left of all indicators; says nothing about the row. */
export const isIndicatorMarker = remembered((text: string): boolean => INDICATOR_MARKER.test(wordOf(text)));

/** What the empty template prints where an indicator or a goal would stand: 指标1：, ……. */
export const isPlaceholder = remembered((text: string): boolean => PLACEHOLDER.test(wordOf(text)));

/** What a header cell says that its column holds; null for other text. */
export const headerRoleOf = remembered((text: string): IndicatorRole | null => {
  const name = wordOf(text)
    .replace(/[（(].{1,8}[)）]$/, '')
    .replace(LEADING_PERFORMANCE, '');
  if (name === '' || name.length > 24) return null;
  return HEADER_ROLES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
});

/** A smallest document for every rule, and what comes out of it. */
import { OF_AMOUNTS } from './amounts.ts';
import { OF_DOCUMENTS } from './documents.ts';
import { OF_SUMS } from './sums.ts';
import { OF_TABLES } from './tables.ts';
import type { RuleExample } from './texts.ts';

export type { RuleExample } from './texts.ts';

export const RULE_EXAMPLES: readonly RuleExample[] = [...OF_DOCUMENTS, ...OF_TABLES, ...OF_AMOUNTS, ...OF_SUMS];

const TAB = '→';

export function bytesOf({ source }: RuleExample): Uint8Array {
  return source instanceof Uint8Array ? source : new TextEncoder().encode(`${source.join('\n').replaceAll(TAB, '\t')}\n`);
}

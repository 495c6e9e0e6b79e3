import type { Finding } from '../../../schemas/diagnostic.ts';
import { TooMuchUnpacked } from '../package/index.ts';
import { TooManyCells } from './workbook/workbook.ts';

/** Why nothing of an office file could be read. */
export function findingOf(error: unknown): Finding {
  const actual = error instanceof Error ? error.message : String(error);
  if (error instanceof TooManyCells || error instanceof TooMuchUnpacked) return { ruleId: 'office/too-large', actual };
  return /password-protected/i.test(actual) ? { ruleId: 'office/encrypted' } : { ruleId: 'office/damaged', actual };
}

import { z } from 'zod';
import { Place } from './place.ts';

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** What a stage says: which rule, where, what was met and what was expected. Nothing else. */
export interface Finding {
  ruleId: string;
  places?: Place[];
  tableIndex?: number | null;
  actual?: string;
  expected?: string;
}

/** A finding after the runner stamped stage, severity and the rendered message on it. */
export const Diagnostic = z.strictObject({
  ruleId: z.string(),
  stage: z.string(),
  severity: Severity,
  message: z.string(),
  tableIndex: z.int().nullable(),
  places: z.array(Place),
  actual: z.string(),
  expected: z.string(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

import { z } from 'zod';
import { Place } from './place.ts';

export const ReviewKind = z.enum(['misread', 'source', 'placement', 'missing', 'header', 'other']);
export type ReviewKind = z.infer<typeof ReviewKind>;

/**
 * One thing for a person to look at. `residual` in the table's unit; `moneyAtStake` in 元; `probability` that something here
 * is wrong. `proposal` is what the smallest repair would print instead; it is never applied.
 */
export const ReviewItem = z.strictObject({
  itemId: z.string(),
  tableIndex: z.int().nullable(),
  tableTitle: z.string(),
  ruleId: z.string(),
  kind: ReviewKind,
  factIds: z.array(z.string()),
  places: z.array(Place),
  actual: z.string(),
  expected: z.string(),
  residual: z.string(),
  proposal: z.string(),
  alternatives: z.array(z.string()),
  moneyAtStake: z.string(),
  probability: z.number().min(0).max(1),
  message: z.string(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

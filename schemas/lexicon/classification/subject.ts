import { z } from 'zod';

/** The three classifications of 政府收支分类科目; codes of one never begin like codes of another (2…, 3…, 5…). */
export const Classification = z.enum(['function', 'departmentEconomic', 'governmentEconomic']);
export type Classification = z.infer<typeof Classification>;

/** 类, 款 and 项: codes of 3, 5 and 7 digits. Economic classifications end at section. */
export const SubjectLevel = z.enum(['category', 'section', 'item']);
export type SubjectLevel = z.infer<typeof SubjectLevel>;

/**
 * A budget subject. `name` is its newest known name, `aliases` older names and spellings. `years` are the budget years in
 * which disclosures were seen to print it; empty when the code is known from the published classification alone.
 */
export const Subject = z.strictObject({
  code: z.string().regex(/^[235]\d{2}(\d{2}){0,2}$/),
  name: z.string().min(1),
  level: SubjectLevel,
  classification: Classification,
  parent: z.string().nullable(),
  years: z.array(z.int()),
  aliases: z.array(z.string()),
});
export type Subject = z.infer<typeof Subject>;

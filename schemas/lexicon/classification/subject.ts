import { z } from 'zod';

/** The three classifications of 政府收支分类科目; codes of one never begin like codes of another (2…, 3…, 5…). */
export const Classification = z.enum(['function', 'departmentEconomic', 'governmentEconomic']);
export type Classification = z.infer<typeof Classification>;

/** 类, 款 and 项: codes of 3, 5 and 7 digits. Economic classifications end at section. */
export const SubjectLevel = z.enum(['category', 'section', 'item']);
export type SubjectLevel = z.infer<typeof SubjectLevel>;

/** An older name or another spelling; `until`: the last budget year in which the code bore it, null where that is not known or goes on. */
export const Alias = z.strictObject({ name: z.string().min(1), until: z.int().nullable() });
export type Alias = z.infer<typeof Alias>;

/**
 * A budget subject. `name` is its newest known name. `years` are the budget years in which disclosures were seen to print it; empty when
 * the code is known from the published classification alone. `since` and `until` are the first and the last budget year of its validity,
 * null where it began before 2018, goes on, or is not known; `successor` is the code to which its money went, where that is one.
 */
export const Subject = z.strictObject({
  code: z.string().regex(/^[235]\d{2}(\d{2}){0,2}$/),
  name: z.string().min(1),
  level: SubjectLevel,
  classification: Classification,
  parent: z.string().nullable(),
  years: z.array(z.int()),
  aliases: z.array(Alias),
  since: z.int().nullable(),
  until: z.int().nullable(),
  successor: z.string().nullable(),
});
export type Subject = z.infer<typeof Subject>;

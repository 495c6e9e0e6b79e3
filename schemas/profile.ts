import { z } from 'zod';

const profileWith = <P extends z.ZodType<RegExp>>(pattern: P) =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string(),
    extends: z.string().nullable(),
    match: z.strictObject({ all: z.array(pattern).default([]), any: z.array(pattern).default([]) }).default({ all: [], any: [] }),
    titles: z.record(z.string(), z.array(pattern)).default({}),
    columns: z.array(z.strictObject({ title: pattern, paths: z.array(z.string()) })).default([]),
    lookups: z.record(z.string(), z.string()).default({}),
    expect: z.strictObject({ tables: z.strictObject({ min: z.int().min(0), max: z.int().min(0) }) }).optional(),
  });

/**
 * Knowledge about the wording of one city or template family. Data only.
 *
 * - `match`: patterns that the document's text must (all) or may (any) contain; a profile without them never matches by itself.
 * - `titles`: table kind → patterns of titles, tried before the national wording of schemas/lexicon/vocabulary.ts.
 * - `columns`: title pattern → value column paths in template order (` > ` joins a path), used where a printed header is
 *   damaged and the equations confirm the template's order.
 * - `lookups`: text as printed → text as meant, for header cells that a conversion reliably spoils.
 * - `expect`: how many tables a complete document has.
 */
export const Profile = profileWith(z.instanceof(RegExp));
export type Profile = z.infer<typeof Profile>;
export type ProfileInput = z.input<typeof Profile>;

/** A pattern in a file: a regular expression of JavaScript (ECMA-262, without flags) as a string, as `RegExp` takes it. */
const PatternText = z.string().transform((text, context): RegExp => {
  try {
    return new RegExp(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error), input: text });
    return z.NEVER;
  }
});

/** The same as JSON: a file of a folder that is given to the program is data, nothing of it is run. */
export const ProfileFile = profileWith(PatternText);

/** Only checks types at compile time; the loader validates, so that a typo is reported with the file's name. */
export function defineProfile(profile: ProfileInput): ProfileInput {
  return profile;
}

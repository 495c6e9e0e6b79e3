/**
 * Samples and what must come out of them: a folder of samples in, differences or new goldens out; imports schemas, extractors,
 * run.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Extraction } from '../../../extractors/extraction.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type { ExtractFunction } from '../extraction.ts';
import { INPUT_EXTENSIONS } from '../inputs/inputs.ts';
import { summarize } from './golden-summary.ts';

/** samples/<profile>/<slug>/ with source.* and, once it was accepted, expected.json. */
export interface Sample {
  profile: string;
  slug: string;
  folder: string;
  source: string;
  /** The accepted output as text; null before it was first written. */
  expected: string | null;
}

const folders = async (path: string): Promise<string[]> =>
  (await readdir(path, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Samples below a samples folder, of one profile or of all, in a stable order. Folders without source.* are left out. */
export async function findSamples(root: string, profile?: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const id of profile === undefined ? await folders(root) : [profile]) {
    for (const slug of await folders(join(root, id))) {
      const folder = join(root, id, slug);
      const source = (await readdir(folder)).sort().find((name) => name.startsWith('source.') && INPUT_EXTENSIONS.includes(extname(name)));
      if (!source) continue;
      const expected = await readFile(join(folder, 'expected.json'), 'utf8').catch(() => null);
      samples.push({ profile: id, slug, folder, source, expected });
    }
  }
  return samples;
}

/** The one code path that tests and regenerates: what expected.json of a sample must hold. */
export async function extractSample(sample: Sample, profiles: readonly Profile[], extract: ExtractFunction): Promise<Extraction> {
  const bytes = await readFile(join(sample.folder, sample.source));
  const { disclosure, report } = await extract(bytes, {
    sourceFile: `${sample.profile}/${sample.slug}/${sample.source}`,
    documentId: `${sample.profile}-${sample.slug}`,
    profiles,
    language: 'en',
  });
  return { disclosure, report };
}

/** A line per row, so that a person can read it and a difference shows as a line. */
const goldenText = (extraction: Extraction): string => `${JSON.stringify(summarize(extraction), null, 1)}\n`;

export async function acceptSample(sample: Sample, extraction: Extraction): Promise<void> {
  await writeFile(join(sample.folder, 'expected.json'), goldenText(extraction));
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/** An object or a list, whose items are under their index. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** `disclosure.tables.0.title: expected "…", got "…"`, at most `limit` of them. */
export function differences(expected: unknown, actual: unknown, limit = 5): string[] {
  const found: string[] = [];
  const visit = (a: unknown, b: unknown, path: string): void => {
    if (found.length >= limit || Object.is(a, b)) return;
    if (isRecord(a) && isRecord(b) && Array.isArray(a) === Array.isArray(b)) {
      const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
      for (const key of keys) visit(a[key], b[key], path ? `${path}.${key}` : key);
      return;
    }
    found.push(`${path}: expected ${show(a)}, got ${show(b)}`);
  };
  visit(expected, actual, '');
  return found;
}

/** What speaks against a sample: another profile was chosen, no golden yet, or the output differs from it. */
export function judgeSample(sample: Sample, extraction: Extraction): string[] {
  const chosen = extraction.disclosure.profile;
  if (chosen !== sample.profile) return [`the content matches profile "${chosen}", expected "${sample.profile}"; correct its "match"`];
  if (sample.expected === null) return ['expected.json is missing; look at the output, then accept it with --update'];
  return differences(JSON.parse(sample.expected), JSON.parse(goldenText(extraction)));
}

import { join } from 'node:path';
import type { Extraction } from '../../extractors/extraction.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { extractSample, findSamples, type Sample } from '../../pipeline/run/golden/golden.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';

/** The samples of the project, each extracted once for all test files of a worker. Nothing may change what comes out. */

export const PROFILES = await loadProfiles();
export const SAMPLES = await findSamples(join(import.meta.dirname, '../../samples'));

const extracted = new Map<string, Promise<Extraction>>();

export function extractionOf(sample: Sample): Promise<Extraction> {
  const known = extracted.get(sample.folder) ?? extractSample(sample, PROFILES, extract);
  extracted.set(sample.folder, known);
  return known;
}

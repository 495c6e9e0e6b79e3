import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Manifest = z.object({ name: z.literal('duizhang'), version: z.string().min(1) });

let version: string | undefined;

/** The version of package.json, which lies above this file both in the sources and in dist/. */
export function packageVersion(): string {
  version ??= ['../..', '../../..'].map(versionIn).find((found) => found !== null) ?? '0.0.0';
  return version;
}

/** Null where a folder has no package.json, as dist/ has none of its own, or that of another package. */
function versionIn(folder: string): string | null {
  try {
    const text = readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8');
    return Manifest.safeParse(JSON.parse(text)).data?.version ?? null;
  } catch {
    return null;
  }
}

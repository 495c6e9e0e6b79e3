import { readFileSync } from 'node:fs';

let version: string | undefined;

/** The version of package.json, which lies above this file both in the sources and in dist/. */
export function packageVersion(): string {
  version ??= ['../..', '../../..'].map(versionIn).find((found) => found !== null) ?? '0.0.0';
  return version;
}

/** Null where a folder has no package.json, as dist/ has none of its own, or that of another package. By hand: a library for it would cost every start. */
function versionIn(folder: string): string | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest) || !('version' in manifest)) return null;
    return manifest.name === 'duizhang' && typeof manifest.version === 'string' ? manifest.version : null;
  } catch {
    return null;
  }
}

import { readFileSync } from 'node:fs';

let version: string | undefined;

/** The version of package.json, which lies above this file both in the sources and in dist/. */
export function packageVersion(): string {
  if (version !== undefined) return version;
  for (const folder of ['../..', '../../..']) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (manifest.name === 'duizhang' && manifest.version) {
        version = manifest.version;
        return version;
      }
    } catch {
      // dist/ has no package.json of its own: look one folder up
    }
  }
  version = '0.0.0';
  return version;
}

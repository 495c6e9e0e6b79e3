import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Outputs of a batch that was interrupted, against those of one that was not. */

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** A line for each file that was written, but for what tells the time and what the program keeps for itself. */
export async function written(out: string): Promise<string[]> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map(({ parentPath, name }) => relative(out, join(parentPath, name))).sort();
  const timeless = names.filter((name) => !/^\.duizhang|^run\.(?:json|log)$|^datapackage\.json$/.test(name));
  const lines: string[] = [];
  for (const name of timeless) lines.push(`${await hashOf(join(out, name))} ${name}`);
  return lines;
}

/** Lines of either that the other has not: files that differ stand twice. */
export function differences(actual: readonly string[], expected: readonly string[]): string[] {
  const [known, there] = [new Set(expected), new Set(actual)];
  return [...actual.filter((line) => !known.has(line)), ...expected.filter((line) => !there.has(line)).map((line) => `${line} (expected)`)];
}

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

/** Names of the files that only one of two outputs has, or that hold something else in each. Both as lines of `written`. */
export function differences(actual: readonly string[], expected: readonly string[]): string[] {
  const [known, there] = [new Set(expected), new Set(actual)];
  const other = [...actual.filter((line) => !known.has(line)), ...expected.filter((line) => !there.has(line))];
  return [...new Set(other.map((line) => line.slice(line.indexOf(' ') + 1)))];
}

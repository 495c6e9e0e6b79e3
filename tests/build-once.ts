import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist/pipeline/cli/main.js');

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs));
}

/** The CLI tests run the compiled program: it is compiled once before all tests, and only when a source is newer. */
export default function buildOnce(): void {
  const sources = Math.max(...['schemas', 'extractors', 'pipeline'].map((folder) => newest(join(ROOT, folder))));
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= sources) return;
  try {
    for (const project of ['tsconfig.json', 'pipeline/review/app/tsconfig.json']) {
      execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, project)], { stdio: 'pipe' });
    }
  } catch (error) {
    process.stderr.write(
      `The build reports errors; the tests run on what it wrote.\n${(error as { stdout?: Buffer }).stdout?.toString() ?? ''}`,
    );
  }
}

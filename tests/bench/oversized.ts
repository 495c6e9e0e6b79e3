import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadCorpus, OVERSIZED } from './corpus.ts';
import { type Measured, measure } from './measure.ts';
import { MB, MEASURED_HEAD, measuredRow, printTable } from './table.ts';
import { Verdict } from './verdict.ts';

/** Twice the size may cost this much more; below `NOTICEABLE` milliseconds of processor time nothing is judged. */
const COST_TOLERANCE = 2.6;
const NOTICEABLE = 500;
/** Resident bytes for each byte of a file, above the process itself. */
const MEMORY_PER_BYTE = 40;
const PROCESS_BYTES = 300 * MB;
const CHILD_SECONDS = 600;
const FILE_BYTES = 50 * MB;
const LINE_BYTES = MB;

const root = resolve(process.cwd());
const corpus = loadCorpus(root);
const only = process.argv[2];
const verdict = new Verdict();

function measureSize(name: string, bytes: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  try {
    const path = join(folder, 'a.txt');
    writeFileSync(path, OVERSIZED[name]!(bytes, corpus));
    return measure({ root, kind: 'file', path }, CHILD_SECONDS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const name of Object.keys(OVERSIZED)) {
  if (only && !name.includes(only)) continue;
  const full = name.startsWith('line') ? LINE_BYTES : FILE_BYTES;
  const runs: Measured[] = [];
  for (const bytes of [full / 4, full / 2, full]) {
    try {
      runs.push(measureSize(name, bytes));
    } catch (error) {
      verdict.fail(`${name}, ${bytes / MB} MB: ${(error as Error).message}`);
      break;
    }
  }
  if (runs.length === 0) continue;
  const rows = runs.map((measured) => measuredRow(`${(measured.bytes / MB).toFixed(2)} MB`, measured));
  printTable(`${name} (extraction; one small document before the clock starts)`, MEASURED_HEAD, rows);
  const [half, whole] = [runs.at(-2), runs.at(-1)!];
  if (half && whole.cpu > NOTICEABLE) verdict.atMost(`${name}: cost of twice the size`, whole.cpu / half.cpu, COST_TOLERANCE);
  verdict.atMost(`${name}: peak memory, MB`, whole.peak / MB, (PROCESS_BYTES + whole.bytes * MEMORY_PER_BYTE) / MB);
}
process.exitCode = verdict.exitCode;

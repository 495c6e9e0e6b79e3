import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PREFIX = 'duizhang-tests-';

/** All that a run of the tests writes to the system's temporary folder goes into one folder, which goes with the run. */
export default function temporaryFolder(): (() => void) | undefined {
  const outside = tmpdir();
  // Every project calls this; the first one decides.
  if (basename(outside).startsWith(PREFIX)) return undefined;
  const folder = mkdtempSync(join(outside, PREFIX));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

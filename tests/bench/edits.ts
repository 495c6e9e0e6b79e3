import { availableParallelism, loadavg } from 'node:os';
import { measure } from './measure.ts';
import { printTable } from './table.ts';
import type { Verdict } from './verdict.ts';

/** What a person waits after one decision about a document of about 5,000 numbers, on a machine that does nothing else. */
const MILLISECONDS = 200;
const SECONDS = 300;

const whole = (value = 0): string => value.toFixed(0);

/** The verdict after one edit, beside the whole extraction of the same document. */
export function measureEdits(root: string, verdict: Verdict): void {
  const busy = loadavg()[0] ?? 0;
  const { stages } = measure({ root, kind: 'edits' }, SECONDS);
  printTable(
    `one edit: amend and evaluate, ms (generated document of ${whole(stages.cells)} numbers; load before ${busy.toFixed(1)} on ${availableParallelism()} cores)`,
    ['first, case read from disk', 'further: least', 'median', 'most', 'CPU, all threads, median', 'whole extraction'],
    [[stages.first, stages.least, stages.median, stages.most, stages.cpu, stages.extraction].map(whole)],
  );
  if (busy >= availableParallelism() / 2) verdict.skip(`verdict after one edit within ${MILLISECONDS} ms: the machine is busy`);
  else verdict.atMost('verdict after one edit, ms, median', stages.median ?? 0, MILLISECONDS);
}

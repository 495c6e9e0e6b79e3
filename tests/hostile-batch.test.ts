import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { runBatch } from '../pipeline/run/batch/batch.ts';
import { PROFILES } from './pipeline/fixture.ts';
import { REFUSED, SOUND, VALUES } from './support/hostile-inputs.ts';
import { ALL } from './support/sample.ts';

test.runIf(ALL)('a batch of all of them, in two threads, loses the good document between them to none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhang-hostile-'));
  const names = Object.keys(REFUSED);
  await mkdir(join(folder, 'in'));
  await Promise.all(
    names.map((name, i) => writeFile(join(folder, 'in', `${String(i).padStart(2, '0')}-${name}.pdf`), REFUSED[name]![0]())),
  );
  await writeFile(join(folder, 'in', '07.pdf'), SOUND);
  // The compiled batch: a worker cannot run the sources.
  const library = (await import(pathToFileURL(join(import.meta.dirname, '../dist/pipeline/index.js')).href)) as {
    runBatch: typeof runBatch;
  };
  const run = await library.runBatch({ paths: [join(folder, 'in')], out: join(folder, 'out'), profiles: PROFILES, jobs: 2, timeout: 60 });
  expect(run.counts).toMatchObject({ documents: names.length + 1, succeeded: 1, failed: names.length, facts: VALUES.length });
  expect(await readFile(join(folder, 'out/facts.csv'), 'utf8')).toContain('社会保障和就业支出');
});

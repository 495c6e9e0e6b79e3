import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that run the compiled program: `dist` is built before them, and only when one of them runs. */
const BUILT = [
  'tests/cli/{bad-input,cli,dataset,inspect,names,review}.test.ts',
  'tests/e2e/{crash,resume,review}.test.ts',
  'tests/hostile-batch.test.ts',
  'tests/pipeline/run/isolation/pool.test.ts',
];

/** Tests that must not share their modules with other files: one replaces a package, one counts what runs for the first time. */
const ALONE = ['tests/growth.test.ts', 'tests/pipeline/query/no-engine.test.ts'];

/** Whole documents, batches, many seeds. */
const DOCUMENTS = [
  'tests/{golden,ratchet,rules,hostile,hostile-pdf,hidden-pdf,hidden-ofd,hostile-ofd}.test.ts',
  'tests/{browser,e2e,forms,generator,properties,trust}/**/*.test.ts',
  'tests/pipeline/{resume,run/batch/batch,run/inputs/archive}.test.ts',
  'tests/support/score.test.ts',
];

/** Pages against the program: they run what README.md and CONTRIBUTING.md show. */
const DOCS = ['tests/docs.test.ts'];

const CORPUS = ['tests/corpus/**/*.test.ts'];

/**
 * Projects: `unit` and `alone` (a change's own tests: seconds), `documents` and `built` (with them `npm test`), `corpus` (documents beside the
 * checkout: `npm run test:corpus`). Files of a project share their modules in a worker where `isolate` is off: importing them costs more
 * than most tests.
 */
export default defineConfig({
  test: {
    // Only a test that hangs takes so long, however busy the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: availableParallelism(),
    experimental: { fsModuleCache: true },
    globalSetup: ['tests/temporary-folder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...BUILT, ...ALONE, ...DOCUMENTS, ...DOCS, ...CORPUS],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'documents', include: DOCUMENTS, exclude: BUILT, isolate: false } },
      { extends: true, test: { name: 'built', include: BUILT, globalSetup: ['tests/build-once.ts'] } },
      { extends: true, test: { name: 'docs', include: DOCS, globalSetup: ['tests/build-once.ts'] } },
      { extends: true, test: { name: 'corpus', include: CORPUS, isolate: false, globalSetup: ['tests/build-once.ts'] } },
    ],
  },
});

import { expect, test, vi } from 'vitest';
import { openDataset } from '../../../pipeline/dataset/open.ts';
import { QueryEngine } from '../../../pipeline/query/engine.ts';
import { makeOutput } from '../dataset/fixture.ts';

vi.mock('@duckdb/node-api', () => {
  throw new Error('no binary for this machine');
});

test('where the engine cannot be loaded, the message says what is missing and what to do', async () => {
  await expect(QueryEngine.open(openDataset(makeOutput()))).rejects.toMatchObject({
    exitCode: 70,
    message: expect.stringMatching(
      /^"query" needs the DuckDB engine, which cannot be loaded on this machine \(.*\)\. Install again/,
    ) as string,
  });
});

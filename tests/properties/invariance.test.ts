import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../extractors/extraction.ts';
import { runBatch } from '../../pipeline/run/batch/batch.ts';
import { PROFILES, read } from '../extractors/documents.ts';
import { generate, TEXT_DIALECTS, type TextDialect } from '../generator/generate.ts';
import { sampled } from '../support/sample.ts';

const dialects = Object.keys(TEXT_DIALECTS) as TextDialect[];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const WITHOUT: ReadonlySet<string> = new Set(['page', 'pages', 'parts']);
/** What was extracted, as text; places keep their lines, and their pages only with `paged`. */
const extracted = ({ disclosure, report }: Extraction, paged = true): string =>
  JSON.stringify({ disclosure, equations: report.equations, review: report.review, status: report.status }, (key, value) =>
    !paged && WITHOUT.has(key) ? undefined : value,
  );

describe.each(sampled(dialects, 4))('extraction of %s is the same', (dialect) => {
  const { text, gold } = generate({ dialect, seed: 41 });
  const plain = read(text);

  test('a second time', async () => expect(extracted(await read(text))).toBe(extracted(await plain)));

  test('with CRLF', async () => expect(extracted(await read(text.replaceAll('\n', '\r\n')))).toBe(extracted(await plain)));

  test('with a byte-order mark', async () => expect(extracted(await read(encode(`\ufeff${text}`)))).toBe(extracted(await plain)));

  test('with spaces at the ends of lines', async () => {
    const padded = text.replace(/(?<=\S)$/gm, '  ');
    expect(extracted(await read(padded))).toBe(extracted(await plain));
  });

  test('with form feeds between tables', async () => {
    const lines = text.split('\n');
    for (const table of gold.tables)
      if (lines[table.startLine! - 2] === '') lines[table.startLine! - 1] = `\f${lines[table.startLine! - 1]}`;
    expect(extracted(await read(lines.join('\n')), false)).toBe(extracted(await plain, false));
  });
});

test('permuting documents in a batch changes nothing but their order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhang-permuted-'));
  const files = await Promise.all(
    (['tabbed-budget', 'final-accounts', 'other-city'] as const).map(async (dialect) => {
      const file = join(folder, `${dialect}.txt`);
      await writeFile(file, generate({ dialect, seed: 6 }).text);
      return file;
    }),
  );
  const lines = async (paths: string[], name: string): Promise<Record<string, string[]>> => {
    const out = join(folder, name);
    await runBatch({ paths, out, profiles: PROFILES, isolated: false });
    const written = ['facts', 'equations', 'statements', 'indicators', 'tables', 'review', 'documents'].map(
      async (file) => [file, (await readFile(join(out, `${file}.csv`), 'utf8')).split('\r\n')] as const,
    );
    return Object.fromEntries(await Promise.all(written));
  };
  const [a, b, c] = files as [string, string, string];
  const forward = await lines([a, b, c], 'forward');
  const turned = await lines([c, a, b], 'turned');
  for (const [file, rows] of Object.entries(forward)) expect([...turned[file]!].sort(), file).toEqual([...rows].sort());
  expect(turned.facts![1]!.split(',')[0]).toBe('other-city');
});

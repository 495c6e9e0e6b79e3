import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCell } from '../../../pipeline/base/shown/cell.ts';
import { openDataset } from '../../../pipeline/dataset/open.ts';
import { QueryEngine } from '../../../pipeline/query/engine.ts';
import { engineMegabytes, LEAST_QUERY_MEMORY } from '../../../pipeline/query/limits.ts';
import { type AnswerFormat, render } from '../../../pipeline/query/render.ts';
import { makeOutput } from '../dataset/fixture.ts';

let folder: string;
let working: string;
let before: string;
let engine: QueryEngine;
const outside = join(mkdtempSync(join(tmpdir(), 'duizhang-outside-')), 'secret.csv');

/** Every file below the folders, by hash. */
const filesOf = (...folders: string[]): string[] =>
  folders.flatMap((each) =>
    readdirSync(each, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const content = entry.isFile() ? readFileSync(path) : 'no file';
        return `${relative(each, path)} ${createHash('sha256').update(content).digest('hex')}`;
      })
      .sort(),
  );

beforeAll(async () => {
  folder = makeOutput();
  writeFileSync(outside, 'a\nsecret\n');
  working = process.cwd();
  before = filesOf(folder, join(outside, '..')).join('\n');
  engine = await QueryEngine.open(openDataset(folder), { timeout: 60, memory: LEAST_QUERY_MEMORY });
});
afterAll(() => engine.close());

async function answer(sql: string, format: AnswerFormat = 'csv'): Promise<string> {
  let text = '';
  for await (const piece of render(await engine.ask(sql), format)) text += piece;
  return text;
}

const HOSTILE: readonly (() => string)[] = [
  () => `COPY facts TO '${folder}/facts.csv'`,
  () => `COPY (SELECT 1) TO '${folder}/x.parquet' (FORMAT parquet)`,
  () => `EXPORT DATABASE '${folder}/all'`,
  () => `IMPORT DATABASE '${folder}/all'`,
  () => `ATTACH '${folder}/x.db'`,
  () => 'DETACH memory',
  () => 'INSTALL httpfs',
  () => `LOAD '${folder}/x.duckdb_extension'`,
  () => "SET temp_directory = '.'",
  () => "SET GLOBAL memory_limit = '100GB'",
  () => 'RESET lock_configuration',
  () => "PRAGMA enable_profiling = 'json'",
  () => `PRAGMA profiling_output = '${folder}/x.json'`,
  () => `PRAGMA memory_limit = '100GB'`,
  () => 'CREATE TABLE x AS SELECT 1',
  () => 'CREATE OR REPLACE VIEW facts AS SELECT 1',
  () => 'CREATE SECRET s (TYPE s3)',
  () => `CREATE PERSISTENT SECRET s (TYPE s3)`,
  () => 'CREATE MACRO f() AS 1',
  () => 'DROP VIEW facts',
  () => 'INSERT INTO facts SELECT * FROM facts',
  () => 'DELETE FROM facts',
  () => 'UPDATE facts SET label = 1',
  () => "CALL enable_logging(storage_path = '.')",
  () => 'CHECKPOINT',
  () => 'VACUUM',
  () => 'BEGIN TRANSACTION',
  () => 'PREPARE p AS SELECT 1',
  () => "USE 'x'",
  () => `EXPLAIN ANALYZE COPY facts TO '${folder}/x.csv'`,
  () => `WITH x AS (COPY facts TO '${folder}/x.csv') SELECT 1`,
  () => `SELECT 1; COPY facts TO '${folder}/x.csv'`,
  () => `SELECT * FROM query('COPY facts TO ''${folder}/x.csv''')`,
  () => `SELECT * FROM '${outside}'`,
  () => `SELECT * FROM read_csv('${outside}')`,
  () => `SELECT * FROM read_text('${outside}')`,
  () => `SELECT * FROM read_blob('/etc/hostname')`,
  () => `SELECT * FROM read_text('${folder}/facts.csv/../datapackage.json')`,
  () => `SELECT * FROM read_json('${folder}/datapackage.json')`,
  () => `SELECT * FROM glob('${folder}/*')`,
  () => `SELECT * FROM sniff_csv('${outside}')`,
  () => `SELECT * FROM parquet_metadata('${outside}')`,
  () => "SELECT * FROM 'https://example.org/x.csv'",
  () => "SELECT getenv('HOME')",
];

describe('a question writes nothing and reads nothing but the tables', () => {
  test.each(HOSTILE.map((sql) => [sql]))('%s', async (sql) => {
    await expect(answer(sql())).rejects.toMatchObject({ exitCode: 1 });
  });

  test('the folder, those beside it and the working folder are as before', () => {
    expect(filesOf(folder, join(outside, '..')).join('\n')).toBe(before);
    expect(readdirSync(working).filter((name) => name.startsWith('.tmp') || name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('what does not fit into memory', () => {
  test('goes nowhere else: the question is refused', async () => {
    const settings = await answer("SELECT current_setting('temp_directory'), current_setting('memory_limit')");
    expect(settings.split('\r\n')[1]).toMatch(/^,19\d\.\d MiB$/);
    expect(engineMegabytes({ timeout: 60, memory: LEAST_QUERY_MEMORY })).toBe(200);
    await expect(answer("SELECT string_agg(repeat('x', 10000), '') FROM range(100000000)")).rejects.toMatchObject({
      exitCode: 1,
      message: `The query was ended: it needs more than ${LEAST_QUERY_MEMORY} MB of memory (--memory); rows that were printed before are not all. Ask for less, or give it more: --memory ${2 * LEAST_QUERY_MEMORY}.`,
    });
    expect(filesOf(folder, join(outside, '..')).join('\n')).toBe(before);
  });
});

test('text comes out of the tables as it was before an apostrophe was set, by the rule of the CSV files', async () => {
  const texts = [
    '=1',
    ' ＝1',
    '\uFEFF\uFEFF-x',
    '\u3000@x',
    '\tx',
    "'=1",
    "'90",
    "'-5",
    '-5',
    '-1,234.5%',
    '-',
    '合计',
    "''=1",
    '\u200b+x',
    '\u00a0=x',
    '\0=x',
  ];
  const spoilt = makeOutput();
  const facts = readFileSync(join(spoilt, 'facts.csv'), 'utf8').split('\r\n');
  const row = facts[2] ?? '';
  const quoted = (text: string): string => `"${toCell(text).replaceAll('"', '""')}"`;
  const rows = texts.map((text, i) =>
    row.replace('科目1', quoted(text)).replace(/^a,a\.txt,f1,/, `a,a.txt,g${String(i).padStart(2, '0')},`),
  );
  writeFileSync(join(spoilt, 'facts.csv'), `${facts[0]}\r\n${rows.join('\r\n')}\r\n`);
  const other = await QueryEngine.open(openDataset(spoilt));
  const labels: string[] = [];
  for await (const batch of (await other.ask('SELECT label FROM facts ORDER BY fact_id')).batches) labels.push(...batch.flat().map(String));
  other.close();
  // The engine's package leaves out one byte-order mark at the beginning of a value.
  expect(labels).toEqual(texts.map((text) => text.replace(/^\uFEFF/, '')));
});

test('a table shows control characters, JSON has them escaped, names of columns too', async () => {
  const sql = `SELECT 'a' || chr(27) || '[2J' || chr(8238) || chr(10) || 'b' AS "x${'\x1b'}]0;"`;
  expect((await answer(sql, 'table')).split('\n')).toContain('│ a\\x1b[2J\\u202e\\nb │');
  expect(await answer(sql, 'table')).toContain('│ x\\x1b]0; ');
  expect(await answer(sql, 'json')).toBe('{"x\\u001b]0;":"a\\u001b[2J\\u202e\\nb"}\n');
  expect(await answer('SELECT 1 AS "=cmd()"')).toBe("'=cmd()\r\n1\r\n");
});

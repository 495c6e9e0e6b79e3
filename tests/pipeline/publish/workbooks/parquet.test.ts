import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { openDataset } from '../../../../pipeline/dataset/open.ts';
import { exportParquet, type Written } from '../../../../pipeline/publish/workbooks/parquet.ts';
import { QueryEngine } from '../../../../pipeline/query/engine.ts';
import { FORMULA_LABEL, makeOutput } from '../../dataset/fixture.ts';

async function ask(sql: string): Promise<unknown[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

function written(folder: string): Written[] {
  const files: Written[] = [];
  exportParquet(openDataset(folder), (file) => files.push(file));
  return files;
}

test('a Parquet file for every table, read by another engine: exact decimals, codes as text, empty cells null', async () => {
  const folder = makeOutput();
  const files = written(folder);
  expect(files.map(({ file, rows }) => [file, rows])).toEqual([
    ['facts.parquet', 4],
    ['equations.parquet', 0],
    ['indicators.parquet', 0],
    ['projects.parquet', 0],
    ['statements.parquet', 0],
    ['tables.parquet', 1],
    ['documents.parquet', 1],
    ['review.parquet', 0],
    ['coverage.parquet', 9],
    ['measures.parquet', 52],
    ['panel.parquet', 1],
    ['declarations.parquet', 0],
    ['tasks.parquet', 0],
  ]);
  const facts = join(folder, 'facts.parquet');
  expect(await ask(`SELECT code, label, value, review, page, row_concept FROM '${facts}' ORDER BY row_index`)).toEqual([
    { code: '0301', label: FORMULA_LABEL, value: '12.3000000000', review: false, page: '1', row_concept: null },
    { code: null, label: '科目1', value: '-0.1000000000', review: true, page: '1', row_concept: null },
    { code: null, label: '科目2', value: '9007199254740993.0100000000', review: false, page: '1', row_concept: null },
    { code: null, label: '科目3', value: '0.1234567892', review: false, page: '1', row_concept: null },
  ]);
  expect(await ask(`SELECT column_type t, count(*) n FROM (DESCRIBE FROM '${facts}') GROUP BY ALL ORDER BY t`)).toEqual([
    { t: 'BIGINT', n: '6' },
    { t: 'BOOLEAN', n: '3' },
    { t: 'DECIMAL(38,10)', n: '3' },
    { t: 'VARCHAR', n: '41' },
  ]);
  expect(await ask(`SELECT count(*) n FROM '${join(folder, 'equations.parquet')}'`)).toEqual([{ n: '0' }]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('numbers with more decimals than the type are reported', () => {
  const [facts] = written(makeOutput());
  expect(facts!.inexact.map(({ table, column, numbers }) => [table, column, [...numbers]])).toEqual([
    ['facts', 'value', ['0.12345678915']],
    ['facts', 'value_yuan', ['0.12345678915']],
  ]);
});

test('many row groups hold every row once', async () => {
  const folder = makeOutput();
  const [header, ...rows] = readFileSync(join(folder, 'coverage.csv'), 'utf8').split('\r\n').slice(0, -1);
  writeFileSync(join(folder, 'coverage.csv'), `${header}\r\n${`${rows.join('\r\n')}\r\n`.repeat(5000)}`);
  expect(written(folder)).toContainEqual(expect.objectContaining({ file: 'coverage.parquet', rows: 45_000 }));
  const sql = `SELECT table_kind, count(*) n FROM '${join(folder, 'coverage.parquet')}' GROUP BY ALL ORDER BY n, table_kind LIMIT 2`;
  expect(await ask(sql)).toEqual([
    { table_kind: 'basicExpenditure', n: '5000' },
    { table_kind: 'expenditureSummary', n: '5000' },
  ]);
});

test('the panel answers the same from Parquet as from CSV', async () => {
  const folder = makeOutput();
  written(folder);
  const engine = await QueryEngine.open(openDataset(folder));
  const of = async (from: (name: string) => string): Promise<unknown[]> => {
    const sql = `SELECT p.counts, m.presence, count(*) AS n, sum(m.value_yuan) AS yuan FROM ${from('panel')} p JOIN ${from('measures')} m ON p.document_id = m.document_id GROUP BY ALL ORDER BY ALL`;
    if (from('panel') !== 'panel') return (await ask(sql)).map((row) => Object.values(row as object).map(String));
    const rows: unknown[] = [];
    for await (const batch of (await engine.ask(sql)).batches) rows.push(...batch.map((row) => row.map(String)));
    return rows;
  };
  expect(await of((name) => `'${join(folder, name)}.parquet'`)).toEqual(await of((name) => name));
  engine.close();
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataset } from '../../../pipeline/dataset/open.ts';
import { QueryEngine } from '../../../pipeline/query/engine.ts';
import { type AnswerFormat, render } from '../../../pipeline/query/render.ts';
import { makeOutput } from '../dataset/fixture.ts';

let folder: string;
let engine: QueryEngine;
beforeAll(async () => {
  folder = makeOutput();
  engine = await QueryEngine.open(openDataset(folder));
});
afterAll(() => engine.close());

async function answer(sql: string, format: AnswerFormat = 'csv'): Promise<string> {
  let text = '';
  for await (const piece of render(await engine.ask(sql), format)) text += piece;
  return text;
}
const lines = async (sql: string): Promise<string[]> => (await answer(sql)).split('\r\n').slice(1, -1);

describe('tables', () => {
  test('every CSV file is a view', async () => {
    expect(await lines('SHOW TABLES')).toEqual([
      'coverage',
      'declarations',
      'documents',
      'equations',
      'facts',
      'indicators',
      'measures',
      'panel',
      'projects',
      'review',
      'statements',
      'tables',
      'tasks',
    ]);
  });

  test('columns are typed from the data package', async () => {
    const sql = `SELECT column_name, column_type FROM (DESCRIBE facts) WHERE column_name IN ('year', 'code', 'value', 'review')`;
    expect((await lines(sql)).sort()).toEqual(
      ['"value","DECIMAL(38,10)"', 'code,VARCHAR', 'review,BOOLEAN', 'year,BIGINT']
        .map((line) => line.replace('"value","', 'value,"'))
        .sort(),
    );
  });

  test('amounts add up exactly, and empty cells are null', async () => {
    expect(await lines('SELECT sum(value), count(code), count(*) FROM facts')).toEqual(['9007199254741005.3334567892,1,4']);
  });
});

describe('formats', () => {
  const sql = 'SELECT label, code, value, row_index, review FROM facts ORDER BY row_index LIMIT 2';

  test('csv escapes text and never a number', async () => {
    expect(await answer(sql)).toBe(`label,code,value,row_index,review\r\n"'=1+1, ""办公费""",0301,12.3,0,false\r\n科目1,,-0.1,1,true\r\n`);
  });

  test('json is a line a row, decimals as strings', async () => {
    expect(await answer(sql, 'json')).toBe(
      '{"label":"=1+1, \\"办公费\\"","code":"0301","value":"12.3","row_index":0,"review":false}\n' +
        '{"label":"科目1","code":null,"value":"-0.1","row_index":1,"review":true}\n',
    );
  });

  test('table', async () => {
    expect(await answer('SELECT label, value FROM facts WHERE row_index > 0 ORDER BY row_index LIMIT 2', 'table')).toBe(
      [
        '┌───────┬─────────────────────┐',
        '│ label │               value │',
        '├───────┼─────────────────────┤',
        '│ 科目1 │                -0.1 │',
        '│ 科目2 │ 9007199254740993.01 │',
        '└───────┴─────────────────────┘',
        '',
      ].join('\n'),
    );
    const long = (await answer('SELECT range AS n FROM range(3000)', 'table')).split('\n');
    expect([long.length, long.at(-2)]).toEqual([506, '… (500 rows shown; --csv or --json gives all)']);
  });

  test('an answer without rows has its header', async () => {
    expect(await answer('SELECT label FROM facts WHERE false')).toBe('label\r\n');
  });
});

describe('a number that the engine cannot hold', () => {
  const absurd = `1${'0'.repeat(40)}`;
  const spoilt = (): string => {
    const each = makeOutput();
    const path = join(each, 'facts.csv');
    const text = readFileSync(path, 'utf8');
    const cells = text.replace(',-0.10,-0.10,', `,-0.10,${absurd},`);
    expect(cells).not.toBe(text);
    writeFileSync(path, cells);
    return each;
  };

  test('stops no question: it is empty in the answer, and named beside', async () => {
    const other = await QueryEngine.open(openDataset(spoilt()));
    const { batches } = await other.ask('SELECT count(*), count(value) FROM facts');
    for await (const rows of batches) expect(rows).toEqual([[4, 3]]);
    expect(await other.unfit('SELECT count(value) FROM Facts')).toEqual([`facts.value of ${absurd} in document a`]);
    expect(await other.unfit('SELECT count(*) FROM documents')).toEqual([]);
    other.close();
  });

  test('for a program it is refused by name where the answer needs it', async () => {
    const other = await QueryEngine.open(openDataset(spoilt()), undefined, 'refused');
    const ask = async (sql: string): Promise<void> => {
      for await (const _ of render(await other.ask(sql), 'json'));
    };
    await expect(ask('SELECT sum(value) FROM facts')).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(`facts.value of ${absurd} in document a`) as string,
    });
    await ask('SELECT sum(value) FROM facts WHERE row_index <> 1');
    await ask('SELECT count(*) FROM facts');
    other.close();
  });

  test('JSON holds no Infinity', async () => {
    await expect(answer("SELECT 'inf'::DOUBLE AS x", 'json')).rejects.toMatchObject({
      message: expect.stringContaining('x is Infinity') as string,
    });
  });
});

describe('a query only reads, and only the folder', () => {
  const facts = (): string => join(folder, 'facts.csv');

  test.each<[string, () => string, RegExp]>([
    ['copy over a table', () => `COPY (SELECT 1) TO '${facts()}'`, /Expected one SELECT statement|cannot be answered/],
    ['copy hidden in explain', () => `EXPLAIN ANALYZE COPY (SELECT 1) TO '${facts()}'`, /Expected one SELECT statement/],
    ['copy to a new file', () => `COPY facts TO '${join(folder, 'x.csv')}'`, /disabled by configuration/],
    ['another file', () => `SELECT * FROM read_text('${join(folder, 'a/report.json')}')`, /disabled by configuration/],
    ['the network', () => `SELECT * FROM 'https://example.org/x.csv'`, /cannot be answered/],
    ['another database', () => `ATTACH '${join(folder, 'x.db')}'`, /Expected one SELECT statement/],
    ['a setting', () => 'SET enable_external_access = true', /Expected one SELECT statement/],
    ['an extension', () => 'INSTALL httpfs', /Expected one SELECT statement/],
    ['two statements', () => 'SELECT 1; SELECT 2', /met 2 statements/],
    ['nothing', () => ' ', /met nothing/],
    ['no SQL', () => 'how much?', /cannot be answered: .*Parser Error/],
    ['a column that does not exist', () => 'SELECT amount FROM facts', /cannot be answered: .*"?amount"? not found/],
  ])('%s', async (_, sql, message) => {
    const before = readFileSync(facts(), 'utf8');
    await expect(answer(sql())).rejects.toMatchObject({ exitCode: 1, message: expect.stringMatching(message) as string });
    expect(readFileSync(facts(), 'utf8')).toBe(before);
  });
});

describe('a folder that holds no finished run', () => {
  test.each<[string, (folder: string) => void, string]>([
    ['nothing', (each) => rmSync(join(each, 'datapackage.json')), 'ENOENT: no such file or directory'],
    ['half a file', (each) => writeFileSync(join(each, 'datapackage.json'), '{'), 'datapackage.json is damaged'],
    ['something else', (each) => writeFileSync(join(each, 'datapackage.json'), '{}'), 'datapackage.json does not describe one'],
    ['a table less', (each) => rmSync(join(each, 'tables.csv')), 'tables.csv is missing'],
  ])('%s', (_, spoil, reason) => {
    const spoilt = makeOutput();
    spoil(spoilt);
    expect(() => openDataset(spoilt)).toThrow(`${spoilt} is no output folder of a finished run (${reason}).`);
  });
});

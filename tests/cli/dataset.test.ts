import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tabs } from '../extractors/documents.ts';
import { sampled } from '../support/sample.ts';

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');

const BUDGET = tabs(`沈阳市水务局
2026年部门预算

支出预算总表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→30.00→20.00→10.00
213→农林水支出→30.00→20.00→10.00
21303→水利→30.00→20.00→10.00
2130301→行政运行→20.00→20.00→
2130306→水利工程运行与维护→10.00→→10.00
`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhang-dataset-cli-'));
  writeFileSync(join(folder, 'a.txt'), BUDGET);
  expect(duizhang('extract', 'a.txt', '--quiet').code).toBe(0);
});

function duizhang(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('export', () => {
  test('parquet names each file with its rows', () => {
    const { code, stdout, stderr } = duizhang('export', 'parquet');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 1)).toEqual(['facts.parquet\t13 rows']);
    expect(existsSync(join(folder, 'out/coverage.parquet'))).toBe(true);
  });

  test('xlsx', () => {
    const { code, stdout } = duizhang('export', 'xlsx', 'out', '--lang', 'zh');
    expect([code, ...stdout.split('\n').slice(0, 2)]).toEqual([0, 'a/tables.xlsx\t6 行', 'facts.xlsx\t13 行']);
  });

  test('another format is exit code 1, another folder 2', () => {
    expect(duizhang('export', 'ods')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Allowed choices are parquet, xlsx.') as string,
    });
    expect(duizhang('export', 'parquet', 'nowhere')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'nowhere is no output folder of a finished run (ENOENT: no such file or directory). Give the folder that "duizhang extract" wrote with --out.\n',
    });
  });
});

describe('query', () => {
  const SQL = `SELECT d.region_city, f.label, f.value_yuan FROM facts f JOIN documents d USING (document_id)
    WHERE f.measure = 'projectExpenditure' AND f.is_leaf ORDER BY 3 DESC`;

  test('to a pipe it is CSV', () => {
    expect(duizhang('query', SQL)).toEqual({
      code: 0,
      stdout: 'region_city,label,value_yuan\r\n沈阳市,水利工程运行与维护,100000\r\n',
      stderr: '',
    });
  });

  test('--json', () => {
    expect(duizhang('query', SQL, '--json').stdout).toBe('{"region_city":"沈阳市","label":"水利工程运行与维护","value_yuan":"100000"}\n');
  });

  const LIMITS: readonly (readonly [option: string, limit: string, sql: string, message: string])[] = [
    [
      '--timeout',
      '1',
      'SELECT count(*) FROM range(10000000000) a, range(10000000000) b WHERE a.range % 7 = b.range % 11',
      'ended after 1 s (--timeout)',
    ],
    ['--timeout', '1', "SELECT levenshtein(repeat('ab', 1000000), repeat('ba', 1000000))", 'ended after 1 s (--timeout)'],
    ['--memory', '500', 'SELECT len(range(2000000000))', 'needs more than 500 MB of memory (--memory)'],
    ['--memory', '500', 'SELECT len(list(range)) FROM range(10000000000)', 'needs more than 500 MB of memory (--memory)'],
  ];
  test.each(sampled(LIMITS, 2))('%s %s ends %s with exit code 1', (option, limit, sql, message) => {
    const before = readdirSync(folder, { recursive: true });
    const { code, stdout, stderr } = duizhang('query', sql, option, limit);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test('too little memory for anything is exit code 1', () => {
    expect(duizhang('query', SQL, '--memory', '100')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Expected a whole number of megabytes from 400.') as string,
    });
  });

  test('two formats and what is no question are exit code 1', () => {
    expect(duizhang('query', SQL, '--json', '--csv')).toEqual({
      code: 1,
      stdout: '',
      stderr: '--csv and --json exclude each other; give one of them.\n',
    });
    expect(duizhang('query', 'DROP VIEW facts', '--lang', 'zh')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('应为一条 SELECT 语句') as string,
    });
  });
});

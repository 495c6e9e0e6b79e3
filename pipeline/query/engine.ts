/** SQL and a finished output folder in, rows of an answer as text out; imports schemas, extractors, base, dataset, publish/csv. */
import type { DuckDBConnection, DuckDBResult, DuckDBType } from '@duckdb/node-api';
import { at } from '../../extractors/model/at.ts';
import { EXIT, reasonOf, UserError } from '../base/errors.ts';
import type { Dataset, DatasetTable } from '../dataset/open.ts';
import { DEFAULT_LIMITS, overMemory, type QueryLimits } from './limits.ts';
import { bounds, lockdown, type Unfit, unfitOf, viewOf } from './views.ts';

/** A value of a result: decimals and numbers too large for a float are strings. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface Column {
  name: string;
  isNumber: boolean;
}

export interface Answer {
  columns: readonly Column[];
  /** Some thousand rows at a time. */
  batches: AsyncIterable<readonly Value[][]>;
}

type Engine = typeof import('@duckdb/node-api');

async function loadEngine(): Promise<Engine> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const reason = reasonOf(error).split('\n')[0] ?? '';
    const here = `${process.platform}-${process.arch}`;
    throw new UserError(
      EXIT.internal,
      {
        en: `"query" needs the DuckDB engine, which cannot be loaded on this machine (${here}: ${reason}). Install again with optional packages ("npm ci"), or read the CSV or Parquet files with a program of your own.`,
        zh: `"query" 需要 DuckDB 引擎，本机无法加载（${here}：${reason}）。请重新安装并包含可选依赖（"npm ci"），或用其他程序读取 CSV、Parquet 文件。`,
      },
      error,
    );
  }
}

function queryError(error: unknown, limits: QueryLimits): UserError {
  const reason = reasonOf(error).trim();
  if (OUT_OF_MEMORY.test(reason)) return overMemory(limits);
  return new UserError(EXIT.usage, { en: `The query cannot be answered: ${reason}`, zh: `无法执行查询：${reason}` }, error);
}

function notASelect(what: string): UserError {
  return new UserError(EXIT.usage, {
    en: `Expected one SELECT statement, met ${what}. A query only reads; nothing can be written, attached or set.`,
    zh: `应为一条 SELECT 语句，遇到的是${what}。查询只读，不能写入、挂接或更改设置。`,
  });
}

const SELECT = 1;
const OUT_OF_MEMORY = /^(?:OUT_OF_MEMORY|Out of Memory)\b/;
const DECIMAL = /^DECIMAL/;
const INTEGER = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/;
const FLOAT = /^(?:FLOAT|DOUBLE)$/;

/** 12.5 for 12.5000000000. */
const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

function plain(type: string, value: Value): Value {
  if (typeof value !== 'string') return value;
  if (DECIMAL.test(type)) return trimmed(value);
  if (INTEGER.test(type)) return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return value;
}

async function* batchesOf(result: DuckDBResult, types: readonly string[], limits: QueryLimits): AsyncGenerator<readonly Value[][]> {
  try {
    for await (const rows of result.yieldRowsJson()) yield rows.map((row) => row.map((value, i) => plain(at(types, i), value)));
  } catch (error) {
    throw queryError(error, limits);
  }
}

async function prepare(connection: DuckDBConnection, sql: string, limits: QueryLimits): Promise<DuckDBResult> {
  if (sql.trim() === '') throw notASelect('nothing');
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw notASelect(`${statements.count} statements`);
    const statement = await statements.prepare(0);
    if (statement.statementType !== SELECT) throw notASelect(`another kind of statement`);
    return await statement.stream();
  } catch (error) {
    throw error instanceof UserError ? error : queryError(error, limits);
  }
}

/**
 * Tables of an output folder under SQL, each as a view of its name. Nothing but their CSV files can be read, and nothing written. Its
 * memory is bounded; who needs the time bounded asks in a process that can be ended (apart.ts).
 */
export class QueryEngine {
  readonly #connection: DuckDBConnection;

  readonly #limits: QueryLimits;

  readonly #tables: readonly DatasetTable[];

  private constructor(connection: DuckDBConnection, limits: QueryLimits, tables: readonly DatasetTable[]) {
    this.#connection = connection;
    this.#limits = limits;
    this.#tables = tables;
  }

  /** `unfit`: what becomes of numbers that the engine cannot hold. @throws UserError when the engine cannot be loaded here. */
  static async open({ tables }: Dataset, limits: QueryLimits = DEFAULT_LIMITS, unfit: Unfit = 'empty'): Promise<QueryEngine> {
    const { DuckDBInstance } = await loadEngine();
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const views = tables.map((table) => viewOf(table, unfit));
    for (const sql of [...views, ...bounds(limits), ...lockdown(tables)]) await connection.run(sql);
    return new QueryEngine(connection, limits, tables);
  }

  /** The numbers that are empty in the answer because the engine cannot hold them, of the tables that the question names. */
  async unfit(sql: string): Promise<string[]> {
    const asked = this.#tables.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(sql));
    const questions = asked.flatMap((table) => unfitOf(table) ?? []);
    const places: string[] = [];
    for (const question of questions) {
      const rows = await (await this.#connection.run(question)).getRowsJson();
      places.push(...rows.map(([place]) => String(place)));
    }
    return places;
  }

  /** @throws UserError (exit code 1) when `sql` is not one SELECT statement or cannot be answered. */
  async ask(sql: string): Promise<Answer> {
    const result = await prepare(this.#connection, sql, this.#limits);
    const types = result.columnTypes().map((type: DuckDBType) => type.toString());
    const columns = result.deduplicatedColumnNames().map((name, i) => {
      const type = at(types, i);
      return { name, isNumber: [DECIMAL, INTEGER, FLOAT].some((pattern) => pattern.test(type)) };
    });
    return { columns, batches: batchesOf(result, types, this.#limits) };
  }

  close(): void {
    this.#connection.closeSync();
  }
}

import Table from 'cli-table3';
import { EXIT, UserError } from '../base/errors.ts';
import { shown, shownJson } from '../base/shown/terminal.ts';
import { clip } from '../base/text-width.ts';
import { csvLines } from '../publish/csv/csv.ts';
import type { Answer, Column, Value } from './engine.ts';

export const ANSWER_FORMATS = ['table', 'csv', 'json'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

const SHOWN = 500;
const CELL_WIDTH = 60;

function textOf(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Numbers stay what they are; a number that is a string (a decimal) is written like one. */
const scalarOf = (value: Value): string | number | boolean =>
  typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value);

function tableOf(columns: readonly Column[], rows: readonly (readonly Value[])[]): string {
  const table = new Table({
    head: columns.map(({ name }) => shown(name)),
    style: { head: [], border: [], compact: true },
    colAligns: columns.map(({ isNumber }) => (isNumber ? 'right' : 'left')),
  });
  table.push(...rows.map((row) => row.map((value) => clip(shown(textOf(value)), CELL_WIDTH))));
  return `${table.toString()}\n`;
}

/** The first rows as a table for reading; `more`: whether there were others. */
async function* asTable({ columns, batches }: Answer): AsyncGenerator<string> {
  const rows: (readonly Value[])[] = [];
  let hasMore = false;
  for await (const batch of batches) {
    rows.push(...batch.slice(0, SHOWN - rows.length));
    hasMore = batch.length > 0 && rows.length === SHOWN;
    if (hasMore) break;
  }
  yield tableOf(columns, rows);
  if (hasMore) yield `… (${SHOWN} rows shown; --csv or --json gives all)\n`;
}

async function* asCsv({ columns, batches }: Answer): AsyncGenerator<string> {
  yield csvLines([columns.map(({ name }) => name)]);
  for await (const batch of batches) {
    yield csvLines(batch.map((row) => row.map(scalarOf)));
  }
}

/** Digits are what every program reads as a number: Infinity and NaN are none. */
const DIGITS = /^-?\d/;

function noNumber({ name }: Column, value: Value): UserError {
  return new UserError(EXIT.usage, {
    en: `The answer cannot be written as JSON: ${name} is ${textOf(value)}, which is no number there. Ask for --csv, or for what can be held.`,
    zh: `无法以 JSON 输出结果：${name} 为 ${textOf(value)}，JSON 中没有这样的数。请改用 --csv，或更改查询。`,
  });
}

/** A line of JSON a row. Decimals are strings, as everywhere in the output. @throws UserError naming a number that JSON cannot hold. */
async function* asJson({ columns, batches }: Answer): AsyncGenerator<string> {
  const numbers = columns.flatMap((column, i) => (column.isNumber ? [{ column, i }] : []));
  for await (const batch of batches) {
    for (const row of batch) {
      const odd = numbers.find(({ i }) => typeof row[i] === 'string' && !DIGITS.test(String(row[i])));
      if (odd) throw noNumber(odd.column, row[odd.i] ?? null);
    }
    yield batch.map((row) => `${shownJson(Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])))}\n`).join('');
  }
}

const RENDER = { table: asTable, csv: asCsv, json: asJson } as const;

/** The answer as text, piece by piece. */
export function render(answer: Answer, format: AnswerFormat): AsyncGenerator<string> {
  return RENDER[format](answer);
}

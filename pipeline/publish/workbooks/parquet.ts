import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { PackageField } from '../../../schemas/data-package.ts';
import { writing } from '../../base/files.ts';
import { packageVersion } from '../../base/version.ts';
import { csvChunks } from '../../dataset/csv-rows.ts';
import { DECIMAL, toScaled } from '../../dataset/decimals.ts';
import type { Dataset, DatasetTable } from '../../dataset/open.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows that are held in memory at a time. */
const ROW_GROUP = 20_000;

/** Numbers of a column that do not fit its type. */
export interface Inexact {
  table: string;
  column: string;
  /** As printed, each once. */
  numbers: ReadonlySet<string>;
}

export interface Written {
  file: string;
  rows: number;
  inexact: Inexact[];
}

function elementOf({ name, type }: PackageField): SchemaElement {
  const repetition_type = 'OPTIONAL';
  switch (type) {
    case 'string':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type };
    case 'integer':
      return { name, type: 'INT64', repetition_type };
    case 'boolean':
      return { name, type: 'BOOLEAN', repetition_type };
    case 'number':
      return { name, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', ...DECIMAL, repetition_type };
  }
}

/** A string of its own. A cell is a slice of a megabyte of text, and the writer keeps some cells (least and greatest) to the end. */
const detached = (text: string): string => Buffer.from(text).toString();

/** Turns the texts of one column into its values. */
function converterOf({ name, type }: PackageField, table: string, inexact: Inexact[]): (text: string) => unknown {
  if (type === 'string') return detached;
  if (type === 'integer') return BigInt;
  if (type === 'boolean') return (text) => text === 'true';
  const lost = new Set<string>();
  return (text) => {
    const scaled = toScaled(text);
    if (scaled.inexact) {
      if (lost.size === 0) inexact.push({ table, column: name, numbers: lost });
      lost.add(text);
    }
    return scaled.value;
  };
}

/** Most cells of a column say the same as the one above, or as another one: their value is made once. */
function columnOf(records: readonly string[][], at: number | undefined, convert: (text: string) => unknown): unknown[] {
  const known = new Map<string, unknown>([['', null]]);
  let above = '';
  let value: unknown = null;
  return records.map((record) => {
    const text = at === undefined ? '' : (record[at] ?? '');
    if (text === above) return value;
    above = text;
    value = known.get(text);
    if (value === undefined) {
      value = convert(text);
      known.set(text, value);
    }
    return value;
  });
}

/** One CSV file as `<name>.parquet` beside it; an empty cell is null. The file takes its name when it is whole. */
function writeTable(folder: string, { name, path, fields }: DatasetTable): Written {
  const file = `${name}.parquet`;
  const part = join(folder, `${file}.part`);
  const inexact: Inexact[] = [];
  const columns = fields.map((field) => ({ name: field.name, convert: converterOf(field, name, inexact) }));
  let rows = 0;
  try {
    const writer = new ParquetWriter({
      writer: fileWriter(part),
      schema: [{ name: 'root', num_children: fields.length }, ...fields.map(elementOf)],
      createdBy: `duizhang ${packageVersion()}`,
    });
    let positions = new Map<string, number>();
    const onHeader = (names: readonly string[]): void => {
      positions = new Map(names.map((each, i) => [each, i]));
    };
    for (const records of csvChunks(path, ROW_GROUP, onHeader)) {
      const columnData = columns.map((column) => ({
        name: column.name,
        data: columnOf(records, positions.get(column.name), column.convert),
      }));
      writer.write({ columnData, rowGroupSize: ROW_GROUP });
      rows += records.length;
    }
    writer.finish();
    renameSync(part, join(folder, file));
    return { file, rows, inexact };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * A Parquet file beside every CSV file of an output folder, a row group at a time. Amounts are DECIMAL, made from the printed
 * digits; what does not fit is rounded and reported.
 *
 * @throws UserError (exit code 5) when the folder cannot be written.
 */
export function exportParquet({ folder, tables }: Dataset, onWritten: (written: Written) => void): void {
  for (const table of tables) onWritten(writing(join(folder, `${table.name}.parquet`), () => writeTable(folder, table)));
}

import { availableParallelism } from 'node:os';
import type { PackageField } from '../../schemas/data-package.ts';
import { FORMULA } from '../base/shown/cell.ts';
import { DECIMAL } from '../dataset/decimals.ts';
import type { DatasetTable } from '../dataset/open.ts';
import { ENGINE_THREADS, engineMegabytes, type QueryLimits } from './limits.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const TYPES: Readonly<Record<PackageField['type'], string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: `DECIMAL(${DECIMAL.precision}, ${DECIMAL.scale})`,
  boolean: 'BOOLEAN',
};

/** A number that no DECIMAL of the engine holds: empty in an answer for reading, which says so beside; no answer for a program, which would take it for a blank. */
export type Unfit = 'empty' | 'refused';

const isUnfit = (column: string): string => `${column} IS NOT NULL AND TRY_CAST(${column} AS ${TYPES.number}) IS NULL`;

/** Where a number stands, as the engine says it: `facts.value of 1e40 in document x`. */
const placeOf = (table: string, name: string, column: string): string =>
  `${quoted(`${table}.${name} of `)} || ${column} || ' in document ' || ${identifier('document_id')}`;

function numberOf(table: string, name: string, unfit: Unfit): string {
  const column = identifier(name);
  const cast = `TRY_CAST(${column} AS ${TYPES.number})`;
  if (unfit === 'empty') return `${cast} AS ${column}`;
  const refusal = `CAST(error(${placeOf(table, name, column)} || ' is no number that DECIMAL(38, 10) holds') AS ${TYPES.number})`;
  return `CASE WHEN ${isUnfit(column)} THEN ${refusal} ELSE ${cast} END AS ${column}`;
}

/** A column as the view gives it: typed, and text as it was before `toCell`; this is `fromCell` in SQL. */
function columnOf(table: string, { name, type }: PackageField, unfit: Unfit): string {
  const column = identifier(name);
  if (type === 'number') return numberOf(table, name, unfit);
  if (type !== 'string') return column;
  const isFormula = `regexp_matches(${column}, ${quoted(FORMULA.start)}) AND NOT regexp_matches(${column}, ${quoted(FORMULA.number)})`;
  return `CASE WHEN starts_with(${column}, '''') AND ${isFormula} THEN substr(${column}, 2) ELSE ${column} END AS ${column}`;
}

/** A CSV file as the engine reads it; an empty cell is NULL. Numbers are text: one that does not fit must not stop every question. */
function csvOf({ path, fields }: DatasetTable): string {
  const typeOf = ({ type }: PackageField): string => TYPES[type === 'number' ? 'string' : type];
  const types = fields.map((field) => `${quoted(field.name)}: ${quoted(typeOf(field))}`).join(', ');
  return `read_csv(${quoted(path)}, columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '')`;
}

/** The SQL that makes a CSV file a view of its name. */
export function viewOf(table: DatasetTable, unfit: Unfit): string {
  const columns = table.fields.map((field) => columnOf(table.name, field, unfit));
  return `CREATE VIEW ${identifier(table.name)} AS SELECT ${columns.join(', ')} FROM ${csvOf(table)}`;
}

/** The SQL that names the numbers of a table that do not fit, one a row; null where it has none. */
export function unfitOf(table: DatasetTable): string | null {
  const numbers = table.fields.filter(({ type }) => type === 'number');
  if (numbers.length === 0) return null;
  const met = numbers.map(({ name }) => {
    const column = identifier(name);
    return `CASE WHEN ${isUnfit(column)} THEN ${placeOf(table.name, name, column)} END`;
  });
  return `SELECT place FROM (SELECT unnest([${met.join(', ')}]) AS place FROM ${csvOf(table)}) WHERE place IS NOT NULL`;
}

/** What the engine may use; without a folder for what does not fit it writes nothing there. */
export function bounds(limits: QueryLimits): string[] {
  return [
    `SET memory_limit = '${engineMegabytes(limits)}MB'`,
    "SET temp_directory = ''",
    `SET threads = ${Math.min(ENGINE_THREADS, availableParallelism())}`,
  ];
}

/** The files that may be read, and then no setting that could allow more. */
export function lockdown(tables: readonly DatasetTable[]): string[] {
  return [
    `SET allowed_paths = [${tables.map(({ path }) => quoted(path)).join(', ')}]`,
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false',
    'SET allow_persistent_secrets = false',
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
}

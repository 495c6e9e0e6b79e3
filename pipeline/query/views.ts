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

/** A column as the view gives it: typed, and text as it was before `toCell`; this is `fromCell` in SQL. */
function columnOf({ name, type }: PackageField): string {
  const column = identifier(name);
  if (type !== 'string') return column;
  const isFormula = `regexp_matches(${column}, ${quoted(FORMULA.start)}) AND NOT regexp_matches(${column}, ${quoted(FORMULA.number)})`;
  return `CASE WHEN starts_with(${column}, '''') AND ${isFormula} THEN substr(${column}, 2) ELSE ${column} END AS ${column}`;
}

/** The SQL that makes a CSV file a view of its name; an empty cell is NULL. */
export function viewOf({ name, path, fields }: DatasetTable): string {
  const types = fields.map((field) => `${quoted(field.name)}: ${quoted(TYPES[field.type])}`).join(', ');
  const csv = `read_csv(${quoted(path)}, columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '')`;
  return `CREATE VIEW ${identifier(name)} AS SELECT ${fields.map(columnOf).join(', ')} FROM ${csv}`;
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

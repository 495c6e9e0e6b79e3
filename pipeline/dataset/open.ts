/** A finished output folder in, its tables as typed streams of rows out; imports schemas, base. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataPackage, type PackageField } from '../../schemas/data-package.ts';
import { EXIT, systemReason, UserError } from '../base/errors.ts';

/** A CSV file of an output folder: `name` is that of its table, fields are typed from the data package. */
export interface DatasetTable {
  name: string;
  path: string;
  fields: readonly PackageField[];
}

export interface Dataset {
  folder: string;
  tables: readonly DatasetTable[];
}

function notAnOutput(folder: string, reason: string): UserError {
  return new UserError(EXIT.input, {
    en: `${folder} is no output folder of a finished run (${reason}). Give the folder that "duizhang extract" wrote with --out.`,
    zh: `${folder} 不是已完成运行的输出文件夹（${reason}）。请给出 "duizhang extract" 用 --out 写出的文件夹。`,
  });
}

/**
 * The tables of an output folder, as its datapackage.json describes them; it may be of an older version with fewer files or columns.
 *
 * @throws UserError (exit code 2) when the folder holds no finished run.
 */
export function openDataset(folder: string): Dataset {
  let descriptor: unknown;
  try {
    descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  } catch (error) {
    throw notAnOutput(folder, error instanceof SyntaxError ? 'datapackage.json is damaged' : systemReason(error));
  }
  const checked = DataPackage.safeParse(descriptor);
  if (!checked.success) throw notAnOutput(folder, 'datapackage.json does not describe one');
  const tables = checked.data.resources
    .filter(({ name, path }) => /^[a-z]+$/.test(name) && path === `${name}.csv`)
    .map(({ name, path, schema }) => ({ name, path: resolve(folder, path), fields: schema.fields }));
  const missing = tables.find(({ path }) => !existsSync(path));
  if (missing) throw notAnOutput(folder, `${missing.name}.csv is missing`);
  return { folder: resolve(folder), tables };
}

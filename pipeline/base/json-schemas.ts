import { z } from 'zod';
import { CaseFile } from '../../schemas/case/case.ts';
import { DataPackage } from '../../schemas/data-package.ts';
import { Disclosure } from '../../schemas/disclosure.ts';
import { RECORDS } from '../../schemas/records.ts';
import { Report } from '../../schemas/report.ts';
import { ReviewLine } from '../../schemas/reviewing/decisions.ts';
import { Run } from '../../schemas/run.ts';
import { keysOf } from './keys.ts';

/** `records` has a property for each CSV file: the schema of one of its rows. */
const PUBLISHED = {
  disclosure: Disclosure,
  report: Report,
  records: z.strictObject(RECORDS),
  run: Run,
  datapackage: DataPackage,
  case: CaseFile,
  reviews: ReviewLine,
};

type SchemaName = keyof typeof PUBLISHED;
export const SCHEMA_NAMES = keysOf(PUBLISHED);

export const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(PUBLISHED, name);

/** JSON Schema 2020-12 of one kind of output, as the text of schemas/json/<name>.json. */
export function jsonSchema(name: SchemaName): string {
  const schema = z.toJSONSchema(PUBLISHED[name], { reused: 'ref' });
  return `${JSON.stringify({ $schema: schema.$schema, title: name, ...schema }, null, 2)}\n`;
}

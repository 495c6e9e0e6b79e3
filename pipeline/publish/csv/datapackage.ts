import type { DataPackage, PackageField, PackageResource } from '../../../schemas/data-package.ts';
import type { RecordFile } from '../../../schemas/records.ts';
import { FIELDS, type Field, RECORD_FILES } from './fields.ts';

const PRIMARY_KEYS: Partial<Record<RecordFile, string[]>> = {
  'facts.csv': ['document_id', 'fact_id'],
  'equations.csv': ['document_id', 'equation_id'],
  'documents.csv': ['document_id'],
  'review.csv': ['document_id', 'item_id'],
};

const resourceName = (file: RecordFile): string => file.replace(/\.csv$/, '');

function packageField({ name, type, required, values }: Field): PackageField {
  if (!required && !values) return { name, type };
  return { name, type, constraints: { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) } };
}

/** A required text may be empty, and an empty cell is a missing value: only what always prints something is `required`. */
function isAlwaysPrinted(file: RecordFile, field: Field): boolean {
  return field.type !== 'string' || field.values !== null || (PRIMARY_KEYS[file] ?? ['document_id']).includes(field.name);
}

function resource(file: RecordFile): PackageResource {
  const primaryKey = PRIMARY_KEYS[file];
  const toDocuments = [{ fields: ['document_id'], reference: { resource: 'documents', fields: ['document_id'] } }];
  return {
    profile: 'tabular-data-resource',
    name: resourceName(file),
    path: file,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', header: true },
    schema: {
      fields: FIELDS[file].map((field) => packageField({ ...field, required: field.required && isAlwaysPrinted(file, field) })),
      missingValues: [''],
      ...(primaryKey ? { primaryKey } : {}),
      ...(file === 'documents.csv' ? {} : { foreignKeys: toDocuments }),
    },
  };
}

/** The Frictionless descriptor of the CSV files. `created` is an ISO 8601 time. */
export function dataPackage(created: string): DataPackage {
  return {
    profile: 'tabular-data-package',
    name: 'duizhang',
    title: 'Budget and final-accounts disclosures 预决算公开数据',
    created,
    resources: RECORD_FILES.map(resource),
  };
}

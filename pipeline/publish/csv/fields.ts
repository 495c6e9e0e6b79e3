import type { z } from 'zod';
import { RECORDS, type RecordFile } from '../../../schemas/records.ts';
import { DecimalString } from '../../../schemas/table.ts';

export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  required: boolean;
  /** The only values allowed, where the schema lists them. */
  values: string[] | null;
}

interface Definition {
  type: string;
  format?: string;
  innerType?: z.ZodType;
  entries?: Record<string, string>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

function fieldOf(name: string, schema: z.ZodType, required = true): Field {
  const definition = definitionOf(schema);
  if (definition.innerType) return fieldOf(name, definition.innerType, false);
  if (schema === DecimalString) return { name, type: 'number', required, values: null };
  if (definition.type === 'boolean') return { name, type: 'boolean', required, values: null };
  if (definition.type === 'enum') return { name, type: 'string', required, values: Object.values(definition.entries ?? {}) };
  if (definition.type === 'number') return { name, type: definition.format === 'safeint' ? 'integer' : 'number', required, values: null };
  return { name, type: 'string', required, values: null };
}

function fieldsOf(file: RecordFile): Field[] {
  return Object.entries(RECORDS[file].shape as Record<string, z.ZodType>).map(([name, schema]) => fieldOf(name, schema));
}

export const RECORD_FILES = Object.keys(RECORDS) as RecordFile[];

/** Columns of each CSV file, in order, typed from its schema. */
export const FIELDS = Object.fromEntries(RECORD_FILES.map((file) => [file, fieldsOf(file)])) as Record<RecordFile, Field[]>;

import { z } from 'zod';
import { RECORDS } from '../../../schemas/records.ts';
import { DecimalString } from '../../../schemas/table.ts';
import { keysOf, mapValues } from '../../base/keys.ts';
import { bareSchema } from '../../base/schema-shape.ts';

export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  required: boolean;
  /** The only values allowed, where the schema lists them. */
  values: string[] | null;
}

function fieldOf(name: string, schema: z.core.$ZodType): Field {
  const bare = bareSchema(schema);
  const required = bare === schema;
  if (bare === DecimalString) return { name, type: 'number', required, values: null };
  if (bare instanceof z.ZodBoolean) return { name, type: 'boolean', required, values: null };
  if (bare instanceof z.ZodEnum) return { name, type: 'string', required, values: bare.options.map(String) };
  if (bare instanceof z.ZodNumber) return { name, type: bare.format === 'safeint' ? 'integer' : 'number', required, values: null };
  return { name, type: 'string', required, values: null };
}

export const RECORD_FILES = keysOf(RECORDS);

/** Columns of each CSV file, in order, typed from its schema. */
export const FIELDS = mapValues<keyof typeof RECORDS, z.ZodObject, Field[]>(RECORDS, ({ shape }) =>
  Object.entries(shape).map(([name, schema]) => fieldOf(name, schema)),
);

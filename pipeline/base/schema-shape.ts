import { z } from 'zod';

/** What a schema says without `optional`, `nullable` and `default` around it. */
export function bareSchema(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return isWrapped ? bareSchema(schema.unwrap()) : schema;
}

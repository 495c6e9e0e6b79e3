import { z } from 'zod';

/** The part of Frictionless Tabular Data Package v1 that datapackage.json uses. https://specs.frictionlessdata.io */
export const PackageField = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  constraints: z.strictObject({ required: z.boolean().optional(), enum: z.array(z.string()).optional() }).optional(),
});
export type PackageField = z.infer<typeof PackageField>;

export const ForeignKey = z.strictObject({
  fields: z.array(z.string()),
  reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()) }),
});

export const PackageResource = z.strictObject({
  profile: z.literal('tabular-data-resource'),
  name: z.string(),
  path: z.string(),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  dialect: z.strictObject({
    delimiter: z.literal(','),
    lineTerminator: z.literal('\r\n'),
    quoteChar: z.literal('"'),
    header: z.literal(true),
  }),
  schema: z.strictObject({
    fields: z.array(PackageField),
    missingValues: z.array(z.string()),
    primaryKey: z.array(z.string()).optional(),
    foreignKeys: z.array(ForeignKey).optional(),
  }),
});
export type PackageResource = z.infer<typeof PackageResource>;

export const DataPackage = z.strictObject({
  profile: z.literal('tabular-data-package'),
  name: z.string(),
  title: z.string(),
  created: z.iso.datetime(),
  resources: z.array(PackageResource),
});
export type DataPackage = z.infer<typeof DataPackage>;

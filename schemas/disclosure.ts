/** The public contract: shapes of what comes out, as zod schemas and their types; nothing enters; imports lexicon/coordinates, lexicon/measures. */
import { z } from 'zod';
import { Place } from './place.ts';
import { DecimalString, Table } from './table.ts';
import { SCHEMA_VERSION } from './version.ts';

export const DisclosureKind = z.enum(['budget', 'final-accounts']);
export type DisclosureKind = z.infer<typeof DisclosureKind>;

export const Entity = z.strictObject({ code: z.string().nullable(), name: z.string().nullable() });
export type Entity = z.infer<typeof Entity>;

/** A 三级指标. `actual`, `completion`, `weight` and `score` are filled in self-evaluations (自评) only. */
export const Indicator = z.strictObject({
  tableIndex: z.int(),
  project: z.string().nullable(),
  level1: z.string().nullable(),
  level2: z.string().nullable(),
  level3: z.string().nullable(),
  operator: z.enum(['=', '<', '<=', '>', '>=']).nullable(),
  target: z.string().nullable(),
  targetUnit: z.string().nullable(),
  deadline: z.string().nullable(),
  actual: z.string().nullable(),
  completion: z.string().nullable(),
  weight: z.string().nullable(),
  score: z.string().nullable(),
  places: z.array(Place),
  review: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

/** The heading block of a project's performance form. Amounts in `unit`. */
export const Project = z.strictObject({
  tableIndex: z.int(),
  name: z.string(),
  department: z.string().nullable(),
  implementer: z.string().nullable(),
  unit: z.string().nullable(),
  amount: DecimalString.nullable(),
  executed: DecimalString.nullable(),
  executionRate: z.string().nullable(),
  totalScore: DecimalString.nullable(),
  goal: z.string().nullable(),
  places: z.array(Place),
  review: z.boolean(),
});
export type Project = z.infer<typeof Project>;

/** A quantity with a unit that the explanatory prose states. `agrees`: null when no table speaks of the concept. */
export const Statement = z.strictObject({
  id: z.string(),
  concept: z.string(),
  subjectCode: z.string().nullable(),
  raw: z.string(),
  value: DecimalString,
  unit: z.string(),
  period: z.int().nullable(),
  quote: z.string(),
  places: z.array(Place),
  agrees: z.boolean().nullable(),
});
export type Statement = z.infer<typeof Statement>;

/** `aggregated`: a department with all units below it 部门汇总; `own`: its own office 本级; `subordinate`: a unit below it 所属单位. */
export const Scope = z.enum(['aggregated', 'own', 'subordinate']);
export type Scope = z.infer<typeof Scope>;

export const Level = z.enum(['central', 'province', 'city', 'county', 'township']);
export type Level = z.infer<typeof Level>;

export const Disclosure = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  documentId: z.string(),
  sourceFile: z.string(),
  kind: DisclosureKind.nullable(),
  entity: Entity,
  /** The same for every spelling of the name: the code of its place and the name without it. */
  entityId: z.string().nullable(),
  scope: Scope.nullable(),
  /** The body above the publisher, where the document says it. */
  parentEntity: z.string().nullable(),
  year: z.int().nullable(),
  title: z.string().nullable(),
  /** Of which government the publisher is. */
  level: Level.nullable(),
  /** Where the publisher is; null: unknown, or a body of the whole city, province or country. `code`: GB/T 2260, of the smallest of them. */
  region: z.strictObject({
    province: z.string().nullable(),
    city: z.string().nullable(),
    county: z.string().nullable(),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
  }),
  profile: z.string(),
  tables: z.array(Table),
  indicators: z.array(Indicator),
  projects: z.array(Project),
  statements: z.array(Statement),
});
export type Disclosure = z.infer<typeof Disclosure>;

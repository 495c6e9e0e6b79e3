/** The public contract: shapes of what comes out, as zod schemas and their types; nothing enters; imports lexicon/coordinates, lexicon/comparisons, lexicon/measures. */
import { z } from 'zod';
import { BASE_KINDS } from './lexicon/comparisons/bases.ts';
import { Coordinates } from './lexicon/coordinates/coordinates.ts';
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

/** What a quantity says of its concept: its amount, by how much it changed, at what rate, its share of a whole, how much of it was carried out. */
export const Relation = z.enum(['amount', 'change', 'rate', 'share', 'completion']);
export type Relation = z.infer<typeof Relation>;

/** What a change is measured against. */
export const Base = z.enum(BASE_KINDS);
export type Base = z.infer<typeof Base>;

/** What a quantity of the prose is about, in the words of the tables. */
export const About = z.strictObject({
  relation: Relation,
  /** The standard measure that the concept is, whatever it is called: an identifier of schemas/lexicon/measures. */
  measure: z.string().nullable(),
  /** Those of money, and of a change, a rate or a share of money; all null for a count. */
  coordinates: Coordinates,
  /** What the change beside or in the quantity is measured against; null where the prose tells of no change. */
  base: Base.nullable(),
  /** The change against the base in the unit of `value`, of a rate or share in that of the change; less than nothing where it fell. */
  change: DecimalString.nullable(),
  /** The same in per cent. */
  percent: DecimalString.nullable(),
  /** Why, as printed. */
  reason: z.string().nullable(),
});
export type About = z.infer<typeof About>;

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
  about: About,
  agrees: z.boolean().nullable(),
});
export type Statement = z.infer<typeof Statement>;

/**
 * What a document says of a measure. `value`, `zero`: an amount is printed or follows from printed ones. `blank`: it is printed nowhere,
 * and everything that would print it was read. `declaredNone`: the document says that there is none. `withheld`: it says that it keeps it
 * back (涉密). `lost`: what would print it is missing, or could not be read.
 */
export const Presence = z.enum(['value', 'zero', 'blank', 'declaredNone', 'withheld', 'lost']);
export type Presence = z.infer<typeof Presence>;

/** What a document says that it has none of, or keeps back (涉密). */
export const Declaration = z.strictObject({
  id: z.string(),
  kind: z.enum(['none', 'withheld']),
  /** The standard measure, where it is one. */
  measure: z.string().nullable(),
  /** What there is none of, as printed; of an empty table its title. */
  subject: z.string(),
  /** The table that is empty; null in prose. */
  tableIndex: z.int().nullable(),
  period: z.int().nullable(),
  quote: z.string(),
  places: z.array(Place),
});
export type Declaration = z.infer<typeof Declaration>;

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
  declarations: z.array(Declaration),
});
export type Disclosure = z.infer<typeof Disclosure>;

import { z } from 'zod';

/** What a number is an amount of, whatever table it stands in. null: not known, or of no meaning for this number. */
export const Coordinates = z.strictObject({
  flow: z.enum(['revenue', 'expenditure']).nullable(),
  /** Whose money: `fiscalAppropriation` 财政拨款 is the three budgets together, `all` everything. Never taken from a code: 212 stands in two budgets. */
  fund: z
    .enum(['all', 'fiscalAppropriation', 'generalPublicBudget', 'governmentFund', 'stateCapital', 'specialAccount', 'unitFunds', 'other'])
    .nullable(),
  /** A partition of expenditure: basic (personnel and public), project, business 经营, remittance 上缴上级, subsidy 对附属单位补助, other. */
  component: z.enum(['total', 'basic', 'personnel', 'public', 'project', 'business', 'remittance', 'subsidy', 'other']).nullable(),
  /** A view that overlaps the components. `several`: a sum of more than one of them. */
  memo: z
    .enum(['threePublic', 'procurement', 'purchaseOfServices', 'agencyRunning', 'conference', 'training', 'debt', 'several'])
    .nullable(),
  /** From which year the money is: this year's, carried over 上年结转, both (`all`); or what is left over for the next 结转下年. */
  vintage: z.enum(['currentYear', 'carriedOver', 'carriedForward', 'all']).nullable(),
  stage: z.enum(['initialBudget', 'adjustedBudget', 'execution', 'final', 'change']).nullable(),
  /** What the rows of the number's panel are. */
  classification: z.enum(['functional', 'departmentEconomic', 'governmentEconomic', 'unit', 'project']).nullable(),
  functionalCode: z.string().nullable(),
  departmentEconomicCode: z.string().nullable(),
  governmentEconomicCode: z.string().nullable(),
  project: z.string().nullable(),
  /** The unit that a row is of, where the publisher prints several. */
  entity: z.string().nullable(),
  /** What is finer than the others tell: `serviceRevenue`, `overseasTravel`; printed words that nobody knows, as they are. Paths by ` > `. */
  item: z.string().nullable(),
});
export type Coordinates = z.infer<typeof Coordinates>;
export type Coordinate = keyof Coordinates;

const { functionalCode, departmentEconomicCode, governmentEconomicCode, entity, item, project, ...plain } = Coordinates.shape;
/** The same as columns of CSV files, in their order. */
export const COORDINATE_COLUMNS = {
  ...plain,
  functional_code: functionalCode,
  department_economic_code: departmentEconomicCode,
  government_economic_code: governmentEconomicCode,
  project,
  row_entity: entity,
  item,
};

/** What one text, row, column or table says of them: absent where it says nothing, null where it leaves open what stands above it. */
export const Said = Coordinates.partial();
export type Said = z.infer<typeof Said>;

export const COORDINATES = Object.keys(Coordinates.shape) as Coordinate[];

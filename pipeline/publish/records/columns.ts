import type { Coordinates } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import type { Place } from '../../../schemas/place.ts';
import type { FactRecord } from '../../../schemas/records.ts';

/** Columns that several files have in common. */

export const whereOf = (places: readonly Place[]): Pick<FactRecord, 'page' | 'line'> => ({
  page: places[0]?.page ?? null,
  line: places[0]?.line ?? null,
});
export const addressOf = (places: readonly Place[]): Pick<FactRecord, 'cell'> => ({ cell: places[0]?.cell ?? null });

type CoordinateColumns = Pick<
  FactRecord,
  | 'flow'
  | 'fund'
  | 'component'
  | 'memo'
  | 'vintage'
  | 'stage'
  | 'classification'
  | 'functional_code'
  | 'department_economic_code'
  | 'government_economic_code'
  | 'project'
  | 'row_entity'
  | 'item'
>;

export const coordinateColumns = (of: Coordinates): CoordinateColumns => ({
  flow: of.flow,
  fund: of.fund,
  component: of.component,
  memo: of.memo,
  vintage: of.vintage,
  stage: of.stage,
  classification: of.classification,
  functional_code: of.functionalCode,
  department_economic_code: of.departmentEconomicCode,
  government_economic_code: of.governmentEconomicCode,
  project: of.project,
  row_entity: of.entity,
  item: of.item,
});

import { BODY_KEYS, PROJECT_KEYS } from '../../../schemas/lexicon/tables/columns.ts';
import type { TableShape } from '../../../schemas/table.ts';
import type { KeyColumn, PanelSpec, PrintedRow } from '../../model/tables.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { numberingLevel, roleOf } from '../../notation/roles.ts';
import { type Draft, isForUnitCodes } from './draft.ts';

/** Which rows are those of units: the publishing organisation and those that belong to it. */

/** What the rows of a panel say together. */
interface PanelFacts {
  /** Some of its rows bear codes. */
  coded: boolean;
  /** Its codes of units tell units from what stands below them. */
  byUnit: boolean;
  names: readonly KeyColumn[];
  /** Once a unit has shown its code, rows without one stand below it. */
  belowUnits: ReadonlySet<Draft>;
}

/** `drafts`: the rows of the panel. */
export function panelFacts(panel: PanelSpec, drafts: readonly Draft[]): PanelFacts {
  const byUnit = namesUnits(panel, drafts);
  const first = byUnit ? drafts.findIndex((draft) => draft.unitCode) : -1;
  return {
    coded: drafts.some((draft) => draft.code !== null),
    byUnit,
    names: panel.keys.filter((key) => key.role === 'name'),
    belowUnits: new Set(first < 0 ? [] : drafts.slice(first)),
  };
}

/** A column of unit codes tells units from what stands below them, unless each row repeats the code of its unit. */
function namesUnits(panel: PanelSpec, drafts: readonly Draft[]): boolean {
  if (!panel.keys.some(isForUnitCodes)) return false;
  const name = panel.keys.find((key) => key.role === 'name');
  if (name && BODY_KEYS.test(name.header)) return true;
  return drafts.some((draft) => !draft.unitCode && roleOf(draft.label, null) === 'item');
}

/** A row without code that is no total may be that of a unit; one with a code only where a column of unit codes says so. */
export function roleIn(shape: TableShape, draft: Draft, facts: PanelFacts): PrintedRow['role'] {
  const role = roleOf(draft.label, draft.code);
  if (role !== 'item') return role;
  return isUnitByCode(draft, facts) || (draft.code === null && isUnitByName(shape, draft, facts)) ? 'unit' : role;
}

function isUnitByCode(draft: Draft, { byUnit }: PanelFacts): boolean {
  return byUnit && draft.unitCode && draft.depth === 0 && isOrganisation(draft.label);
}

function isUnitByName(shape: TableShape, draft: Draft, { coded, names, belowUnits }: PanelFacts): boolean {
  if (belowUnits.has(draft)) return false;
  const isOuter = draft.depth === 0;
  const header = names[0]?.header ?? '';
  // In a column of nothing but units every name is one: some have no ending that says so.
  const onlyUnits = shape === 'units' && !PROJECT_KEYS.test(header);
  if (isOuter && BODY_KEYS.test(header) && (onlyUnits || isOrganisation(draft.label))) return true;
  // In a table of subjects it repeats the publishing unit's total.
  if (shape === 'coded' && coded && numberingLevel(draft.label) === 0) return true;
  const outermost = shape === 'projects' && (BODY_KEYS.test(header) || !PROJECT_KEYS.test(header));
  return names.length > 1 && isOuter && draft.label !== '' && (outermost || isOrganisation(draft.label));
}

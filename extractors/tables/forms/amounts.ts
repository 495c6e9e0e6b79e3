import type { Project } from '../../../schemas/disclosure.ts';
import type { Place } from '../../../schemas/place.ts';
import type { FactCell, Table, TableRow } from '../../../schemas/table.ts';
import { toYuan } from '../../notation/numbers.ts';
import { compact } from '../../notation/text.ts';
import { headerRoleOf, type IndicatorRole } from './vocabulary/columns.ts';
import { unitIn } from './vocabulary/labels.ts';

/** An amount of a performance form: of its money by kind, or of one of its tasks (年度主要任务). */
export interface FormAmount {
  /** The project whose form it stands in; null in the form of a whole body. */
  project: string | null;
  row: TableRow;
  /** The header above the amount. */
  column: readonly string[];
  cell: FactCell;
  unit: string | null;
  valueYuan: string | null;
}

/** Columns beside the amounts that tell of none. */
const NO_MONEY: ReadonlySet<IndicatorRole | null> = new Set<IndicatorRole>(['weight', 'score', 'completion', 'deadline', 'note']);

/** The amounts of a performance form in printed order, with the unit that the header, the section or the label says, else the table's. */
export function amountsOfForm(table: Table, projects: readonly Project[]): FormAmount[] {
  if (table.shape !== 'text-form') return [];
  const own = projects.filter(({ tableIndex }) => tableIndex === table.index);
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell): FormAmount[] => {
      const { path = [], unit: ownUnit = null } = columns.get(cell.column) ?? {};
      if (!isMoney(path, cell)) return [];
      const unit = unitOf([...path, row.label, ...row.labelPath]) ?? ownUnit ?? table.unit ?? projectAbove(own, cell.places)?.unit ?? null;
      const valueYuan = cell.value === null ? null : toYuan(cell.value, unit);
      return [{ project: projectAbove(own, cell.places)?.name ?? null, row, column: path, cell, unit, valueYuan }];
    }),
  );
}

const isMoney = (path: readonly string[], { raw }: FactCell): boolean =>
  !/[%％]/.test(raw) && path.every((title) => !NO_MONEY.has(headerRoleOf(compact(title))));

/** The nearest to the amount comes first. */
const unitOf = (texts: readonly string[]): string | null => texts.map(unitIn).find((unit) => unit !== null) ?? null;

/** The last project whose name stands above. */
function projectAbove(projects: readonly Project[], [place]: readonly Place[]): Project | undefined {
  const [only, ...others] = projects;
  if (others.length === 0) return only;
  return projects.findLast(({ places: [name] }) => name !== undefined && place !== undefined && isAbove(name, place));
}

const isAbove = (a: Place, b: Place): boolean => a.page < b.page || (a.page === b.page && (a.line ?? 0) <= (b.line ?? 0));

import type { Coordinates } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { PROJECT_COLUMN } from '../../../schemas/lexicon/tables/columns.ts';
import type { DatedRow, PanelSpec, SettledTable } from '../../model/tables.ts';
import { understand } from '../../notation/coordinate-words.ts';
import { compact } from '../../notation/text.ts';

type Classification = Coordinates['classification'];

const BY_DIGIT: Readonly<Record<string, Classification>> = { '2': 'functional', '3': 'departmentEconomic', '5': 'governmentEconomic' };

/**
 * What the rows of each panel are, by panel: projects where a column names them; else the subjects of most codes; else projects in a
 * table of 项目支出; else units.
 */
export function classificationsOf(table: SettledTable): Classification[] {
  const ofProjects = understand(table.title).said.component === 'project';
  return table.panels.map((panel) =>
    classificationOf(
      panel,
      table.items.filter((row) => row.panel === panel.index),
      ofProjects,
    ),
  );
}

function classificationOf({ keys, side }: PanelSpec, rows: readonly DatedRow[], ofProjects: boolean): Classification {
  if (side === null && keys.some(({ header, role }) => role !== 'text' && PROJECT_COLUMN.test(compact(header)))) return 'project';
  const counts = new Map<string, number>();
  for (const { subjectCode } of rows) {
    const digit = subjectCode?.charAt(0);
    if (digit !== undefined) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most) return BY_DIGIT[most[0]] ?? null;
  if (ofProjects) return 'project';
  return rows.some((row) => row.role === 'unit') ? 'unit' : null;
}

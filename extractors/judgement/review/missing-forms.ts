import type { Project } from '../../../schemas/disclosure.ts';
import type { Table, TableRow } from '../../../schemas/table.ts';
import { compact, narrow } from '../../notation/text.ts';
import { FEWEST_FORMS, MOST_WITH_FORM } from './settings.ts';

export interface MissingForm {
  table: Table;
  row: TableRow;
}

const KINDS: ReadonlySet<string> = new Set(['projectExpenditure']);

/** Projects of the project table that no performance form names, in documents that print a form for most projects. */
export function missingForms(tables: readonly Table[], projects: readonly Pick<Project, 'name'>[]): MissingForm[] {
  const names = new Set(projects.map((project) => key(project.name)));
  if (names.size < FEWEST_FORMS) return [];
  const rows = tables.flatMap((table) =>
    KINDS.has(table.kind)
      ? table.rows
          .filter((row) => row.role === 'item' && row.isLeaf && row.label !== '' && row.cells.length > 0)
          .map((row) => ({ table, row }))
      : [],
  );
  const missing = rows.filter(({ row }) => !names.has(key(row.label)));
  return rows.length > 0 && missing.length / rows.length <= 1 - MOST_WITH_FORM ? missing : [];
}

function key(name: string): string {
  return narrow(compact(name)).replace(/[()（）"“”'、,，.。—-]/g, '');
}

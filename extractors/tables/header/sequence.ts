import {
  CODE_LEVEL,
  EXPENDITURE,
  LINE_NUMBER_COLUMN,
  NAME_WORD,
  NAMES_CODES,
  REVENUE,
  SIDE_START,
  TEXT_COLUMN,
} from '../../../schemas/lexicon/tables/columns.ts';
import { sequenceDataStart } from '../../layout/joining/header-end.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { JoinedTable, KeyColumn, PanelSpec } from '../../model/tables.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { splitHeaderWords } from '../../notation/split-header.ts';
import { nameRole } from './column-roles.ts';
import type { Read } from './columns.ts';
import { columnsByPanel, type DescribedColumn, valueColumns } from './value-columns.ts';
import { groupWords } from './word-groups.ts';

/** Headers whose layout was lost: words cut over lines and interleaved with the cells that span them. */

/** The columns of a table whose layout was lost, by the words of its header or else by how many amounts its rows have. */
export function readSequence(table: JoinedTable): Read {
  const start = sequenceDataStart(table.rows);
  const data = table.rows.slice(start);
  const read = readSequenceHeader(table.rows.slice(0, start));
  const named = read.panels.flatMap(({ paths }, panel) => paths.map((path) => ({ panel, grid: null, path })));
  const columns = valueColumns(named.length > 0 ? named : namelessColumns(data), table.caption.unit);
  const ofPanels = columnsByPanel(columns);
  const sides = read.panels.length === 2 ? SIDES : [];
  const panels = read.panels.map(
    ({ keys }, index): PanelSpec => ({
      index,
      side: sides[index]?.side ?? null,
      name: sides[index]?.name ?? '',
      keys: keys.map((word) => ({ grid: -1, role: keyRole(word), header: word })),
      values: ofPanels.get(index) ?? [],
    }),
  );
  const headerDamaged = read.unknown.length > 0 ? read.unknown.join(' ') : null;
  return { layout: 'sequence', panels, columns, headerDamaged, data };
}

const SIDES = [
  { side: 'revenue', name: REVENUE },
  { side: 'expenditure', name: EXPENDITURE },
] as const;

function namelessColumns(data: readonly GridRow[]): DescribedColumn[] {
  const most = data.reduce((max, row) => Math.max(max, row.cells.filter((cell) => isAmount(cell.text)).length), 0);
  return Array.from({ length: most }, () => ({ panel: 0, grid: null, path: [] }));
}

function keyRole(word: string): KeyColumn['role'] {
  if (CODE_LEVEL.test(word)) return 'code-part';
  if (NAMES_CODES.test(word) && !NAME_WORD.test(word)) return 'code';
  if (LINE_NUMBER_COLUMN.test(word)) return 'line-no';
  return TEXT_COLUMN.test(word) ? 'text' : nameRole(word);
}

export interface SequenceHeader {
  keys: string[];
  /** Value column paths of each panel (two panels when the key words repeat). */
  panels: { keys: string[]; paths: string[][] }[];
  unknown: string[];
}

export function readSequenceHeader(rows: readonly GridRow[]): SequenceHeader {
  const words = splitHeaderWords(rows);
  const starts = words.flatMap((word, i) => (word.kind === 'key' && SIDE_START.test(word.text) ? [i] : []));
  const twoSided = [REVENUE, EXPENDITURE].every((side) => words.some(({ text }) => text === side)) && starts.length === 2;
  const body = twoSided ? words.filter((word) => word.text !== REVENUE && word.text !== EXPENDITURE) : words;
  const cuts = twoSided ? body.flatMap((word, i) => (word.kind === 'key' && SIDE_START.test(word.text) ? [i] : [])) : [0];
  const panels = cuts.map((from, k) => {
    const part = body.slice(from, cuts[k + 1] ?? body.length);
    return {
      keys: part.filter((word) => word.kind === 'key').map((word) => word.text),
      paths: groupWords(part.filter((word) => word.kind !== 'key')),
    };
  });
  return {
    keys: words.filter((word) => word.kind === 'key').map((word) => word.text),
    panels,
    unknown: words.filter((word) => word.kind === 'unknown').map((word) => word.text),
  };
}

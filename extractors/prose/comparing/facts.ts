import { rowConceptOf } from '../../../schemas/lexicon/row-concepts.ts';
import { at } from '../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../model/tables.ts';
import type { ComparableFact } from './comparable.ts';

const REMARK = /[（(][^（）()]*[）)]$/;

/** The numbers of tables whose column is known, with what prose may call them by. */
export function comparableFacts(tables: readonly PlacedTable[]): ComparableFact[] {
  return tables.flatMap((table) => {
    const known = KNOWN.get(table) ?? factsIn(table);
    KNOWN.set(table, known);
    return known;
  });
}

/** Asked anew after every decision of a person, which leaves most tables as they were. */
const KNOWN = new WeakMap<PlacedTable, ComparableFact[]>();

function factsIn(table: PlacedTable): ComparableFact[] {
  const whole = unitAsTotal(table);
  return table.items.flatMap((row) => factsOf(table, row, row === whole ? 'total' : row.role));
}

function factsOf(table: PlacedTable, row: PlacedRow, role: PlacedRow['role']): ComparableFact[] {
  const concept = conceptOf(row);
  return row.cells.flatMap((cell): ComparableFact[] => {
    if (cell.column === null || cell.value === null || cell.placement === 'ambiguous') return [];
    const column = at(table.columns, cell.column);
    return [
      {
        id: cell.id,
        tableKind: table.kind,
        tableTitle: table.title,
        side: table.panels[row.panel]?.side ?? null,
        role,
        code: row.code,
        hasKeys: Object.keys(row.keys).length > 0,
        label: row.label,
        concept,
        labelPath: row.labelPath,
        columnPath: column.path,
        measure: column.measure,
        period: row.period ?? column.period,
        unit: column.unit,
        value: cell.value,
      },
    ];
  });
}

/** A remark behind a label leaves it what it is: 事业收入（不含教育收费）. */
function conceptOf({ code, label, concept }: PlacedRow): string | null {
  if (code !== null || concept !== null) return concept;
  const bare = label.replace(REMARK, '');
  return bare === label ? null : rowConceptOf(bare);
}

/** Without a total row the row of the only unit stands for the whole table; where it is the sum of several, the text may speak of each. */
function unitAsTotal({ shape, items }: PlacedTable): PlacedRow | null {
  if (shape !== 'coded' || items.some((row) => row.role === 'total')) return null;
  const units = items.filter((row) => row.role === 'unit');
  const [only, ...others] = units.filter((row) => row.parent === null);
  const isAlone = others.length === 0 && new Set(units.map((row) => row.parent)).size === units.length;
  return only && isAlone && only === items[0] ? only : null;
}

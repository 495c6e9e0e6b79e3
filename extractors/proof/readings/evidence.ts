import { periods } from '../../document/periods.ts';
import { join } from '../../layout/joining/index.ts';
import { segment } from '../../layout/segmenting/index.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { StageContext } from '../../model/stage.ts';
import type { PlacedTable } from '../../model/tables.ts';
import { header } from '../../tables/header/index.ts';
import { subjects } from '../../tables/nesting/index.ts';
import { rows } from '../../tables/rows/index.ts';
import { values } from '../../tables/values/index.ts';
import { coordinates } from '../coordinates/index.ts';
import { groupsOf } from '../identities/groups.ts';
import { columnEquations, rowEquations } from '../identities/slot-equations.ts';
import { judge, Ledger, type SlotEquation } from '../ledger/ledger.ts';
import { asPrinted } from '../placing/as-printed.ts';
import { contradictions, type Evidence, NO_EVIDENCE } from '../weighing/index.ts';

/** What the numbers and words of a grid say of a reading, and how it names them. */
export interface Reading {
  evidence: Evidence;
  /** By the place of each amount: the column of the grid, and the path of its header. */
  names: Map<string, { column: number | null; path: string }>;
}

/** The tables that rows of a grid make up by themselves, without captions. */
export function readTables(grid: readonly GridRow[], context: StageContext): PlacedTable[] {
  const { parts } = segment.run([{ kind: 'grid', bounded: true, rows: [...grid] }], context);
  const headered = header.run(join.run(parts, context), context);
  const read = values.run(
    { tables: rows.run(headered, context), source: { kind: 'flow', media: 'text', encoding: 'utf-8', pages: [] } },
    context,
  );
  const dated = periods.run({ tables: subjects.run(read, context), year: null, entity: null }, context);
  return coordinates.run({ tables: dated, kind: null }, context).map(asPrinted);
}

/** The names of all columns. */
export function signatureOf(tables: readonly PlacedTable[]): string {
  return tables
    .map(({ panels, columns }) =>
      [...panels.flatMap(({ keys }) => keys.map((key) => key.header)), ...columns.map(({ path }) => path.join(' > '))].join(' | '),
    )
    .join('\n');
}

/** `cost`: of the layout, in digits. */
export function readingOf(tables: readonly PlacedTable[], cost: number): Reading {
  const ledger = new Ledger(tables);
  const names: Reading['names'] = new Map();
  const evidence = { ...NO_EVIDENCE, cost };
  for (const [t, table] of tables.entries()) {
    evidence.contradicted += contradictions(table);
    for (const equation of equationsOf(ledger, t)) {
      const { result, digits } = judged(ledger, t, equation);
      if (result !== 'tail') evidence[result] += digits;
    }
    for (const cell of table.items.flatMap((row) => row.cells)) {
      const column = cell.column === null ? undefined : table.columns[cell.column];
      const path = column?.path.join(' > ') ?? '';
      if (path === '') evidence.unplaced++;
      names.set(JSON.stringify(cell.places[0]), { column: column?.grid ?? null, path });
    }
  }
  return { evidence, names };
}

function equationsOf(ledger: Ledger, t: number): SlotEquation[] {
  const table = ledger.table(t);
  const groups = groupsOf(table);
  return [
    ...groups.columns.flatMap((group) => rowEquations(table, t, group)),
    ...groups.rows.flatMap((group) => columnEquations(ledger, t, group)),
  ];
}

const digitsIn = (value: string | null): number => (value ?? '').replace(/^-?0*\.?0*|\D/g, '').length;

interface Judged {
  result: ReturnType<typeof judge>;
  digits: number;
}

/** A total of one number confirms digits, but not where it stands. */
function judged(ledger: Ledger, t: number, { terms: [total, ...addends] }: SlotEquation): Judged {
  const sum = ledger.amount(total);
  const amounts = addends.flatMap((slot) => {
    const amount = ledger.amount(slot);
    return amount === null || amount === 0n ? [] : [BigInt(-slot.sign) * amount];
  });
  if (sum === null || amounts.length === 0) return { result: 'tail', digits: 0 };
  const result = judge(sum - amounts.reduce((all, amount) => all + amount, 0n), amounts.length, ledger.unitOf(t));
  const digits = digitsIn(ledger.cell(total)?.value ?? null);
  return result === 'exact' && amounts.length < 2 ? { result, digits: 0 } : { result, digits };
}

import type { Statement } from '../../schemas/disclosure.ts';
import { fromScaled, toScaled, unitExponent } from '../notation/numbers.ts';
import type { Agreement } from '../prose/comparing/comparable.ts';
import type { Evaluated } from './ledger/evaluated.ts';
import { type Ledger, larger, MICRO, type Slot, slackOf } from './ledger/ledger.ts';

/** What the prose states against the table's cell that it restates; u is the prose number's own last place. */
export function proseEquations(
  ledger: Ledger,
  statements: readonly Statement[],
  agreements: readonly Agreement[],
  from: number,
): Evaluated[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const facts = new Map<string, Slot>();
  ledger.tables.forEach((table, t) => {
    for (const row of table.items) {
      for (const cell of row.cells) if (cell.column !== null) facts.set(cell.id, { table: t, row: row.index, column: cell.column });
    }
  });
  const equations: Evaluated[] = [];
  for (const agreement of agreements) {
    const statement = byId.get(agreement.statementId);
    const slot = agreement.factId === null ? undefined : facts.get(agreement.factId);
    const amount = slot ? ledger.amount(slot) : null;
    const exponent = statement ? unitExponent(statement.unit) : null;
    if (!statement || !slot || amount === null || exponent === null || agreement.agrees === null) continue;
    const stated = toScaled(statement.value, MICRO + exponent);
    const decimals = statement.value.split('.')[1]?.length ?? 0;
    const residual = amount - stated;
    const u = 10n ** BigInt(Math.max(0, MICRO + exponent - decimals));
    equations.push({
      residual,
      slack: larger(slackOf(1, larger(u, ledger.unitOf(slot.table))), agreement.agrees ? magnitude(residual) : 0n),
      table: slot.table,
      blanks: [],
      slots: [{ ...slot, sign: 1 }],
      equation: {
        id: `e${String(from + equations.length).padStart(4, '0')}`,
        identity: 'prose-statement',
        scope: 'prose',
        terms: [
          { id: agreement.factId!, sign: 1 },
          { id: statement.id, sign: -1 },
        ],
        addends: 1,
        residual: ledger.print(residual, slot.table),
        u: trim(fromScaled(u, MICRO + exponent)),
        status: residual === 0n ? 'exact' : agreement.agrees ? 'tail' : 'broken',
      },
    });
  }
  return equations;
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

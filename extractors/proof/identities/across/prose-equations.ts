import type { IdentityId } from '../../../../schemas/lexicon/identities.ts';
import { keyOf } from '../../../model/keys.ts';
import type { Agreement, SaidQuantity } from '../../../model/said.ts';
import { fromScaled, toScaled, unitExponent } from '../../../notation/numbers.ts';
import type { Evaluated } from '../../ledger/evaluated.ts';
import { type Ledger, larger, MICRO, type Slot, slackOf } from '../../ledger/ledger.ts';

const PROSE_STATEMENT: IdentityId = 'prose-statement';

/** What the prose states against the table's cell that it restates; u is the prose number's own last place. */
export function proseEquations(ledger: Ledger, statements: readonly SaidQuantity[], agreements: readonly Agreement[]): Evaluated[] {
  if (agreements.every(({ factId, agrees }) => factId === null || agrees === null)) return [];
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const facts = slotsOf(ledger, new Set(agreements.flatMap(({ factId }) => factId ?? [])));
  const equations: Evaluated[] = [];
  for (const { statementId, factId, agrees } of agreements) {
    if (factId === null || agrees === null) continue;
    const statement = byId.get(statementId);
    const slot = facts.get(factId);
    if (!statement || !slot) continue;
    const amount = ledger.amount(slot);
    const exponent = unitExponent(statement.unit);
    if (amount === null || exponent === null) continue;
    const stated = toScaled(statement.value, MICRO + exponent);
    const decimals = statement.value.split('.')[1]?.length ?? 0;
    const residual = amount - stated;
    const u = 10n ** BigInt(Math.max(0, MICRO + exponent - decimals));
    equations.push({
      residual,
      slack: larger(slackOf(1, larger(u, ledger.unitOf(slot.table))), agrees ? magnitude(residual) : 0n),
      total: slot,
      blanks: [],
      slots: [{ ...slot, sign: 1 }],
      equation: {
        id: keyOf('e', [PROSE_STATEMENT, factId, statement.id].join('|')),
        identity: PROSE_STATEMENT,
        scope: 'prose',
        terms: [
          { id: factId, sign: 1 },
          { id: statement.id, sign: -1 },
        ],
        addends: 1,
        residual: ledger.print(residual, slot.table),
        u: trim(fromScaled(u, MICRO + exponent)),
        status: residual === 0n ? 'exact' : agrees ? 'tail' : 'broken',
      },
    });
  }
  return equations;
}

/** Where these facts stand. */
function slotsOf({ tables }: Ledger, wanted: ReadonlySet<string>): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const [table, { items }] of tables.entries()) {
    for (const { index: row, cells } of items) {
      for (const { id, column } of cells) if (column !== null && wanted.has(id)) slots.set(id, { table, row, column });
    }
  }
  return slots;
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

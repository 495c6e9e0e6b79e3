import type { DisclosureKind } from '../../../schemas/disclosure.ts';
import type { Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { wholeOf } from '../../../schemas/lexicon/coordinates/index.ts';
import type { SettledTable } from '../../model/tables.ts';
import { understand } from '../../notation/coordinate-words.ts';
import type { ColumnSaid } from './columns.ts';

const STAGES: Readonly<Record<DisclosureKind, Said>> = { budget: { stage: 'initialBudget' }, 'final-accounts': { stage: 'final' } };

/**
 * What a table says of all its numbers: its title, and what its columns leave no doubt of. A table whose columns speak of revenue and
 * of expenditure is about both, whatever its title says of one.
 */
export function tableSaid(table: SettledTable & { disclosure: DisclosureKind | null }, columns: readonly ColumnSaid[]): Said {
  const { flow, ...said } = titleSaid(table.title);
  const flows = new Set(columns.flatMap(({ said: column }) => (column.flow ? [column.flow] : [])));
  return {
    ...(table.disclosure === null ? {} : STAGES[table.disclosure]),
    ...said,
    ...(flow && flows.size < 2 ? { flow } : {}),
    ...(said.fund === undefined ? fundOf(columns, said) : {}),
  };
}

/** Of several views in one table none is what all its numbers are of. */
function titleSaid(title: string): Said {
  const { item, ...said } = understand(title).said;
  return item === undefined || said.memo === 'several' ? said : { ...said, item };
}

const FISCAL: ReadonlySet<string> = new Set(['fiscalAppropriation', 'generalPublicBudget', 'governmentFund', 'stateCapital']);

/** Views that are of one budget only, though their titles need not say of which. */
const OF_A_BUDGET: ReadonlySet<string> = new Set(['threePublic', 'agencyRunning', 'conference', 'training', 'several']);

/** Whose money a table divides, if its title does not say: that of all its columns; a summary is of everything. */
function fundOf(columns: readonly ColumnSaid[], { memo }: Said): Said {
  const funds = [...new Set(columns.flatMap(({ said }) => (said.fund ? [said.fund] : [])))];
  if (funds.some((fund) => !FISCAL.has(fund))) return { fund: 'all' };
  if (funds.length > 1 || wholeOf('fund', funds) !== null) return { fund: 'fiscalAppropriation' };
  return memo && OF_A_BUDGET.has(memo) ? {} : { fund: 'all' };
}

import { type FactCell, hasFacts, type Table } from '../../../schemas/table.ts';
import { columnName, type ReviewEntry } from './draft.ts';

/**
 * A sample of the numbers that nobody is asked to look at, for checking in use how often they are right. Chosen by the hash of
 * document and fact, so that the same document gives the same sample.
 */
export function auditSample(tables: readonly Table[], share: number, documentId: string): ReviewEntry[] {
  if (share <= 0) return [];
  const chosen = tables
    .filter(hasFacts)
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells
          .filter((cell) => isUnseen(cell) && position(`${documentId} ${cell.factId}`) < share)
          .map((cell) => ({ table, row, cell })),
      ),
    );
  return chosen.map(
    ({ table, row, cell }): ReviewEntry => ({
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'review/audit',
      kind: 'other',
      factIds: [cell.factId],
      places: cell.places,
      actual: `${row.code ? `${row.code} ` : ''}${row.label} ${columnName(table, cell.column)} ${cell.raw}`.trim(),
      expected: '',
      residual: '',
      proposal: '',
      alternatives: [],
      moneyAtStake: cell.valueYuan ?? '0',
      probability: Math.round((1 - cell.confidence) * 10_000) / 10_000,
    }),
  );
}

/** Neither asked about anyway nor looked at by a person already. */
const isUnseen = ({ review, valueState }: FactCell): boolean => !review && valueState !== 'confirmed';

/** Between 0 and 1, equally spread: FNV-1a of 32 bits, its bits mixed once more as MurmurHash3 does at its end, so that names in a row fall apart. */
function position(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

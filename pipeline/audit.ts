import { createHash } from 'node:crypto';
import type { ReviewItem } from '../schemas/review.ts';
import { hasFacts, type Table } from '../schemas/table.ts';

/**
 * A sample of the numbers that nobody is asked to look at, for checking in use how often they are right. Chosen by the hash of
 * document and fact, so that the same document gives the same sample.
 */
export function auditSample(tables: readonly Table[], share: number, documentId: string, from: number): ReviewItem[] {
  if (share <= 0) return [];
  const chosen = tables
    .filter(hasFacts)
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.filter((cell) => !cell.review && position(`${documentId} ${cell.factId}`) < share).map((cell) => ({ table, row, cell })),
      ),
    );
  return chosen.map(
    ({ table, row, cell }, i): ReviewItem => ({
      itemId: `r${String(from + i).padStart(3, '0')}`,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'review/audit',
      kind: 'other',
      factIds: [cell.factId],
      places: cell.places,
      actual: `${row.code ? `${row.code} ` : ''}${row.label} ${table.columns[cell.column]!.path.join(' > ')} ${cell.raw}`.trim(),
      expected: '',
      residual: '',
      proposal: '',
      alternatives: [],
      moneyAtStake: cell.valueYuan ?? '0',
      probability: Math.round((1 - cell.confidence) * 10_000) / 10_000,
      message: '',
    }),
  );
}

/** Between 0 and 1, equally spread. */
function position(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

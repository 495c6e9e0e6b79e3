import type { HeaderedTable } from '../../../model/tables.ts';
import { isTotalLabel, numberingLevel, numberingOrdinal } from '../../../notation/roles.ts';
import { compact } from '../../../notation/text.ts';
import { addAmount, addLabel, openRow, type SequenceRow, type Token } from './tokens.ts';

/** The last number that each level of numbering has reached in a panel. */
type Reached = Map<number, number>;

/**
 * Tables of three panels or more beside each other (收入 | 支出 by function | by department economy | by government economy): each label
 * opens a row. Its panel is the first one right of the last label on the line whose numbering it goes on with.
 */
export function manySidedRows(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  const rows: SequenceRow[] = [];
  const reached: Reached[] = table.panels.map(() => new Map());
  let used = -1;
  for (const token of tokens) {
    const row = rows.at(-1);
    if (token.kind === 'amount') {
      addAmount(row ?? openRow(rows, 0, token), token);
      continue;
    }
    if (token.firstInLine) used = -1;
    used = panelOf(token.text, used + 1, reached);
    note(token.text, reached[used]);
    addLabel(openRow(rows, used, token), token);
  }
  return rows;
}

function panelOf(label: string, from: number, reached: readonly Reached[]): number {
  const last = reached.length - 1;
  const level = numberingLevel(label);
  if (level === 0 || isTotalLabel(compact(label))) return Math.min(from, last);
  const goesOn = reached.findIndex((panel, p) => p >= from && (panel.get(level) ?? 0) + 1 === numberingOrdinal(label));
  return goesOn >= 0 ? goesOn : Math.min(from, last);
}

/** A number of one level begins those below it anew. */
function note(label: string, panel: Reached | undefined): void {
  const level = numberingLevel(label);
  if (!panel || level === 0) return;
  panel.set(level, numberingOrdinal(label));
  for (const inner of panel.keys()) if (inner > level) panel.delete(inner);
}

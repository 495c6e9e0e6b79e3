import { TEXTS_BEHIND } from '../../../../schemas/lexicon/tables/columns.ts';
import { SENTENCE_END } from '../../../../schemas/lexicon/writing/punctuation.ts';
import type { HeaderedTable } from '../../../model/tables.ts';
import { compact } from '../../../notation/text.ts';
import type { SequenceRow, Token } from './tokens.ts';

/** A text in the column behind the amounts (绩效目标), where its sentences tell it from the label of the next row. */
export interface TextBehind {
  header: string;
  text: string;
  /** The token that it follows: the last amount of its row. */
  after: Token;
}

/** The tokens of labels, codes and amounts, and the texts behind amounts apart from them. */
export function withoutTexts(table: HeaderedTable, tokens: readonly Token[]): { tokens: Token[]; texts: TextBehind[] } {
  const header = table.panels.flatMap((panel) => panel.keys).find((key) => key.role === 'text' && TEXTS_BEHIND.test(key.header))?.header;
  if (header === undefined) return { tokens: [...tokens], texts: [] };
  const kept: Token[] = [];
  const texts: TextBehind[] = [];
  let i = 0;
  while (i < tokens.length) {
    const from = i;
    while (tokens[i]?.kind === 'text') i++;
    const run = tokens.slice(from, i);
    const after = kept.at(-1);
    const end = after?.kind === 'amount' ? run.findLastIndex(({ text }) => SENTENCE_END.test(compact(text))) : -1;
    if (after && end >= 0) texts.push({ header, text: textOf(run.slice(0, end + 1)), after });
    kept.push(...run.slice(end + 1), ...tokens.slice(i, i + 1));
    i++;
  }
  return { tokens: kept, texts };
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** Gives each text to the row whose last amount it follows. */
export function addTextsBehind(rows: readonly SequenceRow[], texts: readonly TextBehind[]): void {
  const rowsByAmount = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell, row] as const)));
  for (const { header, text, after } of texts) {
    const row = rowsByAmount.get(after.cell);
    if (row) row.attributes[header] = text;
  }
}

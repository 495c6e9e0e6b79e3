import { isNumeric, type Token } from '../tokens/tokens.ts';

/** A part of a row up to its amount, or the rest behind the last one. */
export type Run = readonly Token[];

export function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Token[][] = [];
  let open: Token[] = [];
  for (const token of tokens) {
    open.push(token);
    if (!isNumeric(token.text)) continue;
    runs.push(open);
    open = [];
  }
  return [...runs, open];
}

/** Labels with the amounts right behind them; null where none is printed. */
export function labelledAmounts(tokens: readonly Token[]): { label: Token; value: Token | null }[] {
  const out: { label: Token; value: Token | null }[] = [];
  for (const [i, label] of tokens.entries()) {
    if (isNumeric(label.text)) continue;
    const next = tokens[i + 1];
    out.push({ label, value: next && isNumeric(next.text) ? next : null });
  }
  return out;
}

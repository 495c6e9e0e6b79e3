import type { Likely } from '../../../../model/blocks.ts';
import { BEAM, HOPELESS } from './settings.ts';
import type { Step } from './steps.ts';

/** Which texts there may be: what follows a character, null where nothing does, and where a text may end. */
export interface Grammar<State> {
  start: State;
  next(state: State, character: string): State | null;
  isEnd(state: State): boolean;
}

/** Any text. */
export const ANY_TEXT: Grammar<true> = { start: true, next: () => true, isEnd: () => true };

/** A beginning of a text: how probable the places so far are if they end behind its last character (`parted`) or within it (`open`). */
interface Beginning<State> {
  text: string;
  last: string;
  state: State;
  parted: number;
  open: number;
}

/**
 * Texts of the grammar with the probability that the recogniser gives them, over all ways to spread their characters over the places, the
 * likeliest first; texts that it rules out early are not followed. The probabilities of all texts, those outside the grammar included, add up to 1.
 */
export function likeliestTexts<State>(steps: readonly Step[], grammar: Grammar<State>, most = BEAM): Likely[] {
  let beginnings: Beginning<State>[] = [{ text: '', last: '', state: grammar.start, parted: 1, open: 0 }];
  for (const step of steps) {
    const next = new Map<string, Beginning<State>>();
    for (const beginning of beginnings) goOn(beginning, step, grammar, next);
    beginnings = [...next.values()].sort(byProbability).slice(0, BEAM);
    const least = HOPELESS * (beginnings[0] ? total(beginnings[0]) : 0);
    beginnings = beginnings.filter((beginning) => total(beginning) > least);
  }
  return beginnings
    .filter(({ state }) => grammar.isEnd(state))
    .slice(0, most)
    .map((beginning) => ({ text: beginning.text, posterior: total(beginning) }));
}

const total = <State>({ parted, open }: Beginning<State>): number => parted + open;
const byProbability = <State>(a: Beginning<State>, b: Beginning<State>): number => total(b) - total(a);

/** What a beginning may be after one more place. */
function goOn<State>(
  { text, last, state, parted, open }: Beginning<State>,
  { blank, options }: Step,
  grammar: Grammar<State>,
  next: Map<string, Beginning<State>>,
): void {
  add(next, { text, last, state, parted: (parted + open) * blank, open: 0 });
  for (const { text: character, probability } of options) {
    if (character === last) add(next, { text, last, state, parted: 0, open: open * probability });
    // The same character again needs a place without any between.
    const before = character === last ? parted : parted + open;
    if (before === 0) continue;
    const after = grammar.next(state, character);
    if (after !== null) add(next, { text: text + character, last: character, state: after, parted: 0, open: before * probability });
  }
}

function add<State>(into: Map<string, Beginning<State>>, one: Beginning<State>): void {
  const known = into.get(one.text);
  if (known) {
    known.parted += one.parted;
    known.open += one.open;
  } else into.set(one.text, one);
}

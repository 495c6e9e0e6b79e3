import { OFTEN_AT_END } from '../../../schemas/lexicon/tables/header-cells.ts';
import { OF_WHICH_AT_START } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import { joinedCell } from '../../notation/cells.ts';
import { endsLikeHeaderWord, isPieceOfWord, isWholeHeaderWord, startsHeaderWord } from '../../notation/headers/known-words.ts';
import type { Piece } from './piece.ts';
import { JIGSAW, MOST_JIGSAW_STEPS, MOST_WORD_PIECES, WIDEST_JIGSAW } from './settings.ts';

/** One way to put the pieces of a header together. `cost`: ranks, 0 where each piece is a known word by itself. */
export interface Assembly {
  words: AssembledWord[];
  cost: number;
}

/** A word with the pieces that it was put together from, by their position. */
export interface AssembledWord extends Piece {
  members: readonly number[];
}

/** Pieces that make a word, in their order, and what speaks against it. */
interface Chain {
  members: readonly number[];
  cost: number;
}

/**
 * The cheapest ways to put the pieces of a header together, each piece once. Cells beside each other wrap line by line, so that the first lines
 * of all may come before the second ones: a word takes pieces that stand apart, the nearest and those in the same order first.
 */
export function assemblies(pieces: readonly Piece[], most: number): Assembly[] {
  const chains = pieces.map((_, i) => chainsFrom(pieces, i));
  const search = new Search(chains, most);
  search.run();
  return search.found.map(({ chosen, cost }) => ({ words: chosen.map((chain) => joined(pieces, chain.members)), cost }));
}

/** The words that begin with a piece, cheapest first; the piece alone among them. */
function chainsFrom(pieces: readonly Piece[], from: number): Chain[] {
  const chains: Chain[] = [{ members: [from], cost: costAlone(at(pieces, from).text) }, ...stackFrom(pieces, from)];
  const grow = (members: readonly number[], text: string, cost: number): void => {
    const last = at(members, members.length - 1);
    for (let next = last + 1; next < Math.min(pieces.length, last + WIDEST_JIGSAW); next++) {
      const longer = text + at(pieces, next).text;
      const isRun = next - from === members.length;
      if (!startsHeaderWord(longer, isRun)) continue;
      const more = cost + stepCost(pieces, last, next);
      if (isWholeHeaderWord(longer, isRun)) chains.push({ members: [...members, next], cost: more });
      if (members.length + 1 < MOST_WORD_PIECES) grow([...members, next], longer, more);
    }
  };
  grow([from], at(pieces, from).text, isWholeHeaderWord(at(pieces, from).text) ? JIGSAW.swallowed : 0);
  return chains.toSorted((a, b) => a.cost - b.cost);
}

function costAlone(text: string): number {
  if (isWholeHeaderWord(text)) return OFTEN_AT_END.test(text) ? JIGSAW.tail : 0;
  return isPieceOfWord(text) ? JIGSAW.piece : JIGSAW.unknown;
}

/** A word of no format whose lines stand right below each other. */
function stackFrom(pieces: readonly Piece[], from: number): Chain[] {
  const chains: Chain[] = [];
  let text = at(pieces, from).text;
  if (isWholeHeaderWord(text) && !OF_WHICH_AT_START.test(text)) return [];
  for (let next = from + 1; next < Math.min(pieces.length, from + MOST_WORD_PIECES); next++) {
    const piece = at(pieces, next);
    if (!piece.stacked || isWholeHeaderWord(piece.text) || OF_WHICH_AT_START.test(piece.text)) break;
    text += piece.text;
    const members = Array.from({ length: next - from + 1 }, (_, k) => from + k);
    chains.push({ members, cost: JIGSAW.unknown + (endsLikeHeaderWord(text) ? JIGSAW.stacked : JIGSAW.stackedOddly) });
  }
  return chains;
}

function stepCost(pieces: readonly Piece[], last: number, next: number): number {
  const piece = at(pieces, next);
  const gap = next - last - 1;
  const near = gap === 0 && piece.stacked ? 0 : JIGSAW.apart;
  const swallowed = isWholeHeaderWord(piece.text) && !isBesideCut(pieces, last, next);
  return near + JIGSAW.distance * gap * gap + (swallowed ? (near === 0 ? JIGSAW.swallowedBelow : JIGSAW.swallowed) : 0);
}

/** The cells beside it wrap just so: 一般公共预 | 政府性基金 | 国有资本经 over 算 | 预算 | 营预算. */
function isBesideCut(pieces: readonly Piece[], last: number, next: number): boolean {
  return [-1, 1].some((step) => {
    const [above, below] = [pieces[last + step], pieces[next + step]];
    return (
      last + step !== next &&
      above !== undefined &&
      below !== undefined &&
      !isWholeHeaderWord(above.text) &&
      isWholeHeaderWord(above.text + below.text)
    );
  });
}

interface Found {
  chosen: Chain[];
  cost: number;
}

/** Depth first, each time with the first piece that is left: the chain that takes it begins with it. */
class Search {
  readonly found: Found[] = [];
  readonly #used: boolean[];
  /** By piece, what it costs at least in any word. */
  readonly #least: number[];
  readonly #chosen: Chain[] = [];
  #steps = 0;

  constructor(
    private readonly chains: readonly (readonly Chain[])[],
    private readonly most: number,
  ) {
    this.#used = chains.map(() => false);
    this.#least = chains.map(() => Number.POSITIVE_INFINITY);
    for (const { members, cost } of chains.flat())
      for (const i of members) this.#least[i] = Math.min(at(this.#least, i), cost / members.length);
  }

  run(): void {
    const least = this.#least.reduce((sum, cost) => sum + cost, 0);
    this.#visit(0, 0, least);
  }

  get #limit(): number {
    return this.found.length < this.most ? Number.POSITIVE_INFINITY : at(this.found, this.most - 1).cost;
  }

  /** `left`: what the pieces that are left cost at least. */
  #visit(from: number, cost: number, left: number): void {
    if (this.#steps++ > MOST_JIGSAW_STEPS || cost + left >= this.#limit) return;
    let first = from;
    while (first < this.#used.length && this.#used[first]) first++;
    if (first === this.#used.length) {
      this.#keep(cost);
      return;
    }
    for (const chain of at(this.chains, first)) {
      if (chain.members.some((i) => this.#used[i])) continue;
      for (const i of chain.members) this.#used[i] = true;
      this.#chosen.push(chain);
      const least = chain.members.reduce((sum, i) => sum + at(this.#least, i), 0);
      this.#visit(first + 1, cost + chain.cost, left - least);
      this.#chosen.pop();
      for (const i of chain.members) this.#used[i] = false;
    }
  }

  #keep(cost: number): void {
    this.found.push({ chosen: [...this.#chosen], cost });
    this.found.sort((a, b) => a.cost - b.cost);
    if (this.found.length > this.most) this.found.pop();
  }
}

function joined(pieces: readonly Piece[], members: readonly number[]): AssembledWord {
  const [first, ...others] = [at(pieces, at(members, 0)), ...members.slice(1).map((i) => at(pieces, i))];
  return {
    ...first,
    members,
    text: members.map((i) => at(pieces, i).text).join(''),
    cell: joinedCell([first.cell, ...others.map(({ cell }) => cell)]),
  };
}

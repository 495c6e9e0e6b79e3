import { COORDINATES, type Coordinate, type Said } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { COORDINATE_TERMS, type CoordinateTerm, isPartOf, wholeOf } from '../../schemas/lexicon/coordinates/index.ts';
import { addTo } from '../model/add-all.ts';
import { compact, narrow } from './text.ts';

/** What a text says of coordinates, and whether all of its words are known. */
export interface Understood {
  said: Said;
  whole: boolean;
}

const QUOTES = /["'“”‘’]/g;
const PATTERNS = COORDINATE_TERMS.map(({ words, sets }) => ({ pattern: new RegExp(words, 'y'), sets }));
const ANY = new RegExp(COORDINATE_TERMS.map(({ words }) => words).join('|'), 'y');

/** The text is read from the left, the longest term first; characters that begin no term are passed over. */
export function understand(text: string): Understood {
  const bare = narrow(compact(text)).replace(QUOTES, '');
  const values = new Map<Coordinate, (string | null)[]>();
  let whole = true;
  for (let at = 0; at < bare.length; ) {
    const { length, sets } = longestAt(bare, at);
    if (length === 0) whole = false;
    for (const key of COORDINATES) if (sets[key] !== undefined) addTo(values, key, sets[key]);
    at += Math.max(1, length);
  }
  return { said: Object.fromEntries([...values].map(([key, said]) => [key, agreed(key, said)])), whole };
}

function longestAt(text: string, at: number): { length: number; sets: CoordinateTerm['sets'] } {
  let longest = { length: 0, sets: {} };
  ANY.lastIndex = at;
  if (!ANY.test(text)) return longest;
  for (const { pattern, sets } of PATTERNS) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > longest.length) longest = { length, sets };
  }
  return longest;
}

/** Of several words the narrower count; parts that make up a whole are that whole; words that contradict each other leave it open. */
function agreed(key: Coordinate, values: readonly (string | null)[]): string | null {
  const said = [...new Set(values.filter((value) => value !== null))];
  if (said.length === 0) return null;
  const narrow = said.filter((value) => !said.some((other) => other !== value && isPartOf(key, other, value)));
  const [only, ...others] = narrow;
  if (only !== undefined && others.length === 0) return only;
  return key === 'item' ? narrow.join(' + ') : wholeOf(key, narrow);
}

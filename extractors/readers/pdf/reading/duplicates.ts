import type { Glyph } from '../content/glyphs.ts';
import type { Look } from '../surface/areas.ts';

/** Characters painted again within this share of the em are the same character (fake bold, shadows). */
const SAME_PLACE = 0.2;
/** Characters whose middles are nearer than this share of the em stand on each other; narrow digits of one number keep more apart. */
const ON_EACH_OTHER = 0.2;

type Place = Pick<Glyph, 'text' | 'x' | 'y' | 'size'>;

/**
 * Characters without those that are painted again on the same place. A run that paints another text over an earlier one keeps them
 * all: they are no shadow, though the two texts have some characters in common.
 */
export function withoutDuplicates(glyphs: readonly Glyph[]): Glyph[] {
  const known = new Places(SAME_PLACE);
  const repeated = glyphs.map((glyph) => !known.addNew(glyph, glyph.text));
  const over = overprinted(glyphs, repeated);
  return glyphs.filter(({ look }, i) => !repeated[i] || over.has(look));
}

/** Runs of which some characters repeat earlier ones and others stand on other ones. */
function overprinted(glyphs: readonly Glyph[], repeated: readonly boolean[]): ReadonlySet<Look> {
  const mixed = mixedRuns(glyphs, repeated);
  const over = new Set<Look>();
  if (mixed.size === 0) return over;
  const places = new Places(ON_EACH_OTHER);
  glyphs.forEach((glyph, i) => {
    if (!repeated[i] && !places.addNew(glyph, '') && mixed.has(glyph.look)) over.add(glyph.look);
  });
  return over;
}

/** Runs of which some characters are repeated and some are not; those of a run follow each other. */
function mixedRuns(glyphs: readonly Glyph[], repeated: readonly boolean[]): ReadonlySet<Look> {
  const mixed = new Set<Look>();
  let last: Glyph | null = null;
  glyphs.forEach((glyph, i) => {
    if (last && last.look === glyph.look && repeated[i] !== repeated[i - 1]) mixed.add(glyph.look);
    last = glyph;
  });
  return mixed;
}

/** Squares are told apart by that many in each direction; what falls together is compared by its place all the same. */
const SQUARES = 1 << 16;
/** Sizes within one step are compared: a character is no shadow of one twice its size. */
const STEPS = [-1, 0, 1] as const;

/**
 * Characters by their kind and place, in squares as wide as twice their reach, so that a square holds a few that are not the same,
 * however many come, and four squares hold all that are near.
 */
class Places {
  private readonly kinds = new Map<string, Map<number, Place[]>>();

  /** `reach`: how near is the same place, as a share of the em. */
  constructor(private readonly reach: number) {}

  /** Whether nothing of its kind stood there; then it is kept. */
  addNew(place: Place, kind: string): boolean {
    const reach = this.reach * place.size;
    const step = Math.ceil(Math.log2(reach));
    let squares = this.kinds.get(kind);
    if (!squares) {
      squares = new Map();
      this.kinds.set(kind, squares);
    }
    for (const by of STEPS) if (isTaken(squares, step + by, place, reach)) return false;
    const own = squareOf(step, place.x, place.y);
    const others = squares.get(own);
    if (others) others.push(place);
    else squares.set(own, [place]);
    return true;
  }
}

function isTaken(squares: ReadonlyMap<number, readonly Place[]>, step: number, { x, y }: Place, reach: number): boolean {
  const side = 2 ** (step + 1);
  const [left, right] = [Math.floor((x - reach) / side), Math.floor((x + reach) / side)];
  const [top, bottom] = [Math.floor((y - reach) / side), Math.floor((y + reach) / side)];
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) {
      for (const other of squares.get(keyOf(step, column, row)) ?? []) {
        if (Math.abs(other.x - x) < reach && Math.abs(other.y - y) < reach) return true;
      }
    }
  }
  return false;
}

function squareOf(step: number, x: number, y: number): number {
  const side = 2 ** (step + 1);
  return keyOf(step, Math.floor(x / side), Math.floor(y / side));
}

function keyOf(step: number, column: number, row: number): number {
  return (step * SQUARES + (column % SQUARES)) * SQUARES + (row % SQUARES);
}

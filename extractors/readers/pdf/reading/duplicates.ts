import { addTo } from '../../../model/add-all.ts';
import type { Glyph } from '../content/glyphs.ts';
import type { Look } from '../surface/areas.ts';

/** Characters painted again within this share of the em are the same character (fake bold, shadows). */
const SAME_PLACE = 0.2;
/** Characters whose middles are nearer than this share of the em stand on each other; narrow digits of one number keep more apart. */
const ON_EACH_OTHER = 0.2;

/** Characters are compared within bands of the page this high (points), one by one while there are few. */
const BAND = 8;
const BANDS = 4096;
const FEW = 64;

type Place = Pick<Glyph, 'text' | 'x' | 'y' | 'size'>;

/**
 * Characters without those that are painted again on the same place. A run that paints another text over an earlier one keeps them
 * all: they are no shadow, though the two texts have some characters in common.
 */
export function withoutDuplicates(glyphs: readonly Glyph[]): Glyph[] {
  const known = new Map<number, Band>();
  const repeated = glyphs.map((glyph) => {
    const key = glyph.text.charCodeAt(0) * BANDS + Math.round(glyph.y / BAND);
    const band = known.get(key);
    if (band) return !band.addNew(glyph);
    known.set(key, new Band(glyph));
    return false;
  });
  const over = overprinted(glyphs, repeated);
  return glyphs.filter(({ look }, i) => !repeated[i] || over.has(look));
}

/** Runs of which some characters repeat earlier ones and others stand on other ones. */
function overprinted(glyphs: readonly Glyph[], repeated: readonly boolean[]): ReadonlySet<Look> {
  const mixed = mixedRuns(glyphs, repeated);
  const over = new Set<Look>();
  if (mixed.size === 0) return over;
  const places = new Places(ON_EACH_OTHER, false);
  glyphs.forEach((glyph, i) => {
    if (!repeated[i] && !places.addNew(glyph) && mixed.has(glyph.look)) over.add(glyph.look);
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

/** The same character in a band across the page: a few one after the other, many by their places. */
class Band {
  private readonly few: Place[];
  private many: Places | null = null;

  constructor(first: Place) {
    this.few = [first];
  }

  addNew(place: Place): boolean {
    if (this.many) return this.many.addNew(place);
    const reach = SAME_PLACE * place.size;
    for (const other of this.few) if (isNear(other, place, reach) && other.text === place.text) return false;
    this.few.push(place);
    if (this.few.length > FEW) {
      this.many = new Places(SAME_PLACE, true);
      for (const other of this.few) this.many.addNew(other);
    }
    return true;
  }
}

function isNear(other: Place, { x, y }: Place, reach: number): boolean {
  return Math.abs(other.x - x) < reach && Math.abs(other.y - y) < reach;
}

/** Squares are told apart by that many in each direction; what falls together is compared by its place all the same. */
const SQUARES = 1 << 16;
/** Squares after the first that twice a reach can touch; where numbers are too large to count in steps of a square there are no more, either. */
const MOST_ACROSS = 2;
/** Sizes within one step are compared: a character is no shadow of one twice its size. */
const STEPS = [-1, 0, 1] as const;

/**
 * Characters by their place, in squares as wide as twice their reach, so that a square holds a few that are not the same,
 * however many come, and four squares hold all that are near.
 */
class Places {
  private readonly squares = new Map<number, Place[]>();

  /** `reach`: how near is the same place, as a share of the em. `sameText`: other texts do not matter. */
  constructor(
    private readonly reach: number,
    private readonly sameText: boolean,
  ) {}

  /** Whether nothing stood there; then it is kept. */
  addNew(place: Place): boolean {
    const reach = this.reach * place.size;
    const step = Math.ceil(Math.log2(reach));
    for (const by of STEPS) if (this.isTaken(step + by, place, reach)) return false;
    const own = squareOf(step, place.x, place.y);
    addTo(this.squares, own, place);
    return true;
  }

  private isTaken(step: number, place: Place, reach: number): boolean {
    const { x, y } = place;
    const side = 2 ** (step + 1);
    const [left, right] = [Math.floor((x - reach) / side), Math.floor((x + reach) / side)];
    const [top, bottom] = [Math.floor((y - reach) / side), Math.floor((y + reach) / side)];
    for (let i = 0; i <= Math.min(right - left, MOST_ACROSS); i++) {
      for (let k = 0; k <= Math.min(bottom - top, MOST_ACROSS); k++) {
        for (const other of this.squares.get(keyOf(step, left + i, top + k)) ?? []) {
          if (isNear(other, place, reach) && (!this.sameText || other.text === place.text)) return true;
        }
      }
    }
    return false;
  }
}

function squareOf(step: number, x: number, y: number): number {
  const side = 2 ** (step + 1);
  return keyOf(step, Math.floor(x / side), Math.floor(y / side));
}

function keyOf(step: number, column: number, row: number): number {
  return (step * SQUARES + (column % SQUARES)) * SQUARES + (row % SQUARES);
}

/**
 * The characters and the painted areas of a page in, what keeps each character from being seen out; imports model.
 * What a reader of the page cannot see is no fact: this is the one place where that is decided.
 */
import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import { type Area, type Inkless, isWithin, type Look } from './areas.ts';
import { looksAlike, PAPER } from './colour.ts';
import { Budget } from './shape.ts';
import { firstAreas, type Point } from './sweep.ts';

/**
 * Why nobody sees a character. `no-ink`: text rendering modes 3 and 7 (PDF 32000-1, 9.3.6); `transparent`: its alpha (11.3.4);
 * `layer-off`: its optional content is switched off (8.11); `mask`: it makes a soft mask (11.6.5.3); `too-small` to be read; `clipped`: a clip path leaves it out (8.5.4); `outside` the page's box;
 * `covered` by what was painted later; `same-colour` as what it was painted on; `image-layer`: without ink upon an image, or below one,
 * as the text that was recognised in a scan; a `watermark` is overlooked.
 */
export type Unseen = Inkless | 'clipped' | 'outside' | 'covered' | 'same-colour' | 'image-layer' | 'watermark';

/** What is known of a character: not seen and why, seen (null), or below a picture or pattern, or behind a soft mask, of which nobody knows whether it lets it through. */
export type Verdict = Unseen | 'perhaps-covered' | null;

/** What of a painted character decides whether it is seen. */
export interface Mark {
  box: Box;
  /** The em as displayed, in points. */
  size: number;
  look: Look;
}

export interface Visibility {
  /** For each mark. */
  verdicts: readonly Verdict[];
  /** The page has more shapes than can be looked at: some of what counts as seen may not be. */
  isUnsure: boolean;
}

/**
 * Comparisons of a point with an edge or an area for one page: pages of tables take thousands, a page with 100 000 characters and as
 * many boxes a few millions. Beyond stand pages made to be slow; half a second is spent on them.
 */
const MAX_STEPS = 30_000_000;
/** A character has two points, on its diagonal: no thin line through it, lying or standing, meets both. */
const THIRDS = [1 / 3, 2 / 3] as const;
/** The smallest print that is met in tables is 4 points; below this size (points) nobody reads it on a screen, either. */
const LEGIBLE = 1;
/** Areas up to this thick, in points, are rules: nothing is printed on them, and they hide nothing. */
const RULE = 2;
/** A character is clipped away unless most of these points are left: a hair of a clip path shows nothing of it. */
const CLIP_POINTS = [1 / 3, 1 / 2, 2 / 3] as const;

/** Marks and areas are in painting order. `size`: width and height of the page, in points. */
export function visibilityOf(
  marks: readonly Mark[],
  areas: readonly Area[],
  size: readonly [number, number],
  steps: number = MAX_STEPS,
): Visibility {
  const budget = new Budget(steps);
  const verdicts = marks.map((mark): Verdict => ownVerdict(mark, size, budget));
  const page: Page = { marks, areas, size, verdicts, budget };
  findCovered(page);
  findAlike(page);
  findLayers(page);
  return { verdicts, isUnsure: budget.isSpent };
}

interface Page {
  marks: readonly Mark[];
  areas: readonly Area[];
  size: readonly [number, number];
  verdicts: Verdict[];
  budget: Budget;
}

/** What can be said of a character without looking at what else is painted. */
function ownVerdict({ box, size, look }: Mark, [width, height]: readonly [number, number], budget: Budget): Verdict {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return 'outside';
  if (look.inkless) return look.inkless;
  if (!(size >= LEGIBLE)) return 'too-small';
  const verdict = look.isDoubtful ? 'perhaps-covered' : null;
  if (!look.region || budget.isSpent) return verdict;
  const within = CLIP_POINTS.filter((share) => isWithin(look.region, ...pointIn(box, share), budget));
  return 2 * within.length > CLIP_POINTS.length ? verdict : 'clipped';
}

function pointIn(box: Box, share: number): [number, number] {
  return [box[0] + share * (box[2] - box[0]), box[1] + share * (box[3] - box[1])];
}

const isWaiting = (verdict: Verdict): boolean => verdict === null || verdict === 'no-ink';

/** Covered are characters of which both points are. */
function findCovered(page: Page): void {
  const { verdicts } = page;
  const covering = page.areas.filter((area) => area.opaque !== false && (area.isImage || isGround(area)));
  const last = covering.at(-1)?.order ?? 0;
  const chosen = marksWith(page, ({ look }, i) => look.order < last && isWaiting(at(verdicts, i)));
  for (const { mark, found } of pairsOf(page, chosen, covering, 'later', () => true)) {
    const [one, other] = found;
    if (!one || !other) continue;
    if (one.isImage && other.isImage)
      verdicts[mark] = isSure(one, other) || verdicts[mark] === 'no-ink' ? 'image-layer' : 'perhaps-covered';
    else verdicts[mark] = isSure(one, other) ? 'covered' : 'perhaps-covered';
  }
}

const isSure = (one: Area, other: Area): boolean => one.opaque === true && other.opaque === true;

/** Text in the colour of what it was painted on: the area below it that was painted last, or the paper. */
function findAlike(page: Page): void {
  const { verdicts, marks } = page;
  const mayVanish = vanishingLooks(page.areas);
  const chosen = marksWith(page, ({ look }, i) => mayVanish(look) && at(verdicts, i) === null);
  const isInk = ({ look }: Mark, colour: string) => [look.fill, look.stroke].every((ink) => ink === null || looksAlike(ink, colour));
  // Thin paint of the ink's own colour upon something leaves what is below it to be judged.
  const counts = ({ opaque, colour }: Area, mark: number) => opaque !== false || !isInk(at(marks, mark), colour);
  for (const { mark, found } of pairsOf(page, chosen, page.areas, 'earlier', counts)) {
    if (found.every((area) => isInk(at(marks, mark), area ? area.colour : PAPER))) verdicts[mark] = 'same-colour';
  }
}

const isGround = ({ box }: Area): boolean => box[2] - box[0] > RULE && box[3] - box[1] > RULE;

/** Whether text of a look is in the colour of the paper, or of anything on the page that is large enough to print on. */
function vanishingLooks(areas: readonly Area[]): (look: Look) => boolean {
  const colours = [...new Set(areas.filter(isGround).map(({ colour }) => colour)), PAPER];
  const known = new Map<string | null, boolean>([[null, true]]);
  const mayVanish = (ink: string | null): boolean => {
    let may = known.get(ink);
    if (may === undefined) {
      may = colours.some((colour) => looksAlike(ink ?? '', colour));
      known.set(ink, may);
    }
    return may;
  };
  return ({ fill, stroke }) => mayVanish(fill) && mayVanish(stroke);
}

/** Text without ink upon an image is the text layer of a scan. */
function findLayers(page: Page): void {
  const { verdicts } = page;
  const images = page.areas.filter(({ isImage }) => isImage);
  const chosen = images.length === 0 ? [] : marksWith(page, (_, i) => at(verdicts, i) === 'no-ink');
  for (const { mark, found } of pairsOf(page, chosen, images, 'earlier', () => true)) {
    if (found.some((area) => area !== null)) verdicts[mark] = 'image-layer';
  }
}

function marksWith({ marks }: Page, chooses: (mark: Mark, index: number) => boolean): number[] {
  const chosen: number[] = [];
  marks.forEach((mark, i) => {
    if (chooses(mark, i)) chosen.push(i);
  });
  return chosen;
}

/** For each chosen mark the areas that its two points meet first. */
function pairsOf(
  { marks, size, budget }: Page,
  chosen: readonly number[],
  areas: readonly Area[],
  direction: 'later' | 'earlier',
  counts: (area: Area, mark: number) => boolean,
): { mark: number; found: [Area | null, Area | null] }[] {
  if (chosen.length === 0) return [];
  const points = chosen.flatMap((mark): Point[] => {
    const { box, look } = at(marks, mark);
    return THIRDS.map((third) => {
      const [x, y] = pointIn(box, third);
      return { x, y, order: look.order };
    });
  });
  const areaCounts = (area: Area, point: number) => counts(area, at(chosen, point >> 1));
  const found = firstAreas(points, areas, direction, size, areaCounts, budget);
  return chosen.map((mark, k) => ({ mark, found: [found[2 * k] ?? null, found[2 * k + 1] ?? null] }));
}

import { endOf, writingAxis } from '../../../layout/geometry/box.ts';
import { addTo } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import type { Word } from '../../../model/source.ts';

/** Words that share less of the line, in ems, touch or are set tightly: half an em is a digit. */
const SHARED = 0.4;
/** Words on one line share more of their height than this; a line below the other shares less. */
const SAME_LINE = 0.6;
/** Bands of the page in which words are compared, in points. */
const BAND = 6;

/**
 * Pairs of places where two texts with digits are printed one over the other, both to be seen. Words of a band are compared from
 * left to right, each with the one before it that reaches farthest, so that many words on one place cost no more than elsewhere.
 */
export function overprints(words: readonly Word[]): Box[] {
  const bands = new Map<number, Word[]>();
  for (const word of words) {
    if (!/\d/.test(word.text)) continue;
    const across = writingAxis(word.rotation) === 0 ? 1 : 0;
    const middle = (word.box[across] + endOf(word.box, across)) / 2;
    // Words on one line may fall on both sides of a border between bands.
    for (const band of [Math.floor(middle / BAND), Math.floor(middle / BAND + 0.5) - 0.5]) {
      const key = 4 * band + across;
      addTo(bands, key, word);
    }
  }
  const places = [...bands.values()].flatMap(overprintsOfBand);
  return [...new Map(places.map((box) => [box.join(' '), box])).values()];
}

function overprintsOfBand(words: readonly Word[]): Box[] {
  const axis = writingAxis(at(words, 0).rotation);
  const inOrder = [...words].sort((a, b) => a.box[axis] - b.box[axis]);
  const places: Box[] = [];
  let farthest: Word | null = null;
  for (const word of inOrder) {
    if (farthest && standOnEachOther(farthest, word)) places.push(union(farthest.box, word.box));
    if (!farthest || endOf(word.box, axis) > endOf(farthest.box, axis)) farthest = word;
  }
  return places;
}

function standOnEachOther(one: Word, other: Word): boolean {
  const axis = writingAxis(one.rotation);
  const across = axis === 0 ? 1 : 0;
  const size = Math.min(one.fontSize, other.fontSize);
  const common = [Math.max(one.box[axis], other.box[axis]) - size, Math.min(endOf(one.box, axis), endOf(other.box, axis))] as const;
  if (axis === 0 && !(hasDigitIn(one, common) && hasDigitIn(other, common))) return false;
  return shared(one.box, other.box, axis) > SHARED * size && shared(one.box, other.box, across) > SAME_LINE * size;
}

/** Whether a digit of the word begins within. A digit that begins up to its width before reaches into it. */
function hasDigitIn({ text, starts }: Word, [from, to]: readonly [number, number]): boolean {
  return starts.some((start, i) => start > from && start < to && /\d/.test(text.charAt(i)));
}

function shared(one: Box, other: Box, axis: 0 | 1): number {
  return Math.min(endOf(one, axis), endOf(other, axis)) - Math.max(one[axis], other[axis]);
}

function union(one: Box, other: Box): Box {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}

import type { Place } from '../../../schemas/place.ts';
import { addTo } from '../../model/add-all.ts';
import type { Box } from '../../model/box.ts';
import type { Doubt, SourceDocument } from '../../model/source.ts';
import { TOUCHING } from './settings.ts';

/** Doubts are looked for in bands of the page, in points: a line or two each. Which are found does not depend on it. */
const BAND = 16;

/** Where a reader saw something in doubt, to be asked of places. */
export class Doubts {
  private readonly bands = new Map<string, Doubt[]>();

  constructor(source: SourceDocument) {
    if (source.kind !== 'drawn') return;
    for (const { number, doubts = [] } of source.pages) for (const doubt of doubts) this.add(number, doubt);
  }

  get isEmpty(): boolean {
    return this.bands.size === 0;
  }

  private add(page: number, doubt: Doubt): void {
    for (const key of bandsOf(page, doubt.box)) {
      addTo(this.bands, key, doubt);
    }
  }

  /** The rule of the first doubt that one of the places meets; null for none. */
  at(places: readonly Place[]): string | null {
    if (this.isEmpty) return null;
    for (const { page, bbox } of places) {
      if (!bbox) continue;
      for (const key of bandsOf(page, bbox)) {
        const met = this.bands.get(key)?.find(({ box }) => overlaps(box, bbox));
        if (met) return met.ruleId;
      }
    }
    return null;
  }
}

function bandsOf(page: number, box: Box): string[] {
  const first = Math.floor(box[1] / BAND);
  return Array.from({ length: Math.floor(box[3] / BAND) - first + 1 }, (_, i) => `${page}|${first + i}`);
}

function overlaps(one: Box, other: Box): boolean {
  const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return across > TOUCHING && down > TOUCHING;
}

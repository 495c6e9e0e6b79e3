import type { GridRow } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';
import type { UprightPage } from '../geometry/upright.ts';
import { boxAround, visualLines } from '../geometry/visual-lines.ts';
import { alignedRegions, alignedRows, splitLine } from '../grids/aligned/index.ts';
import type { Placing } from '../grids/cell-text.ts';
import { clipRulings } from '../grids/clipped.ts';
import { edgesOf, type Lattice, type LatticeSteps, lattices } from '../grids/lattice/index.ts';
import { latticeBox, ruledRows } from '../grids/ruled.ts';
import { CLIPPED } from '../grids/settings.ts';
import { BORDER_MARGIN, MIN_CLIPPED_ROWS, MIN_RULE } from './settings.ts';

/** The tables of one page: by the lines that are drawn, by clip boxes, by how texts are aligned. */

export interface Region {
  box: Box;
  strategy: 'lattice' | 'clipped' | 'aligned';
  rows: GridRow[];
}

/** Tables, and the words outside them. */
export interface Found {
  regions: Region[];
  rest: Word[];
}

/** `inherited`: the borders of the columns in which the page before ended, for rows that go on without a header. */
export function findRegions(page: UprightPage, placing: Placing, inherited: readonly number[] | null): Found {
  const ruled = ruledRegions(lattices(page.rulings), page.words, placing);
  const clips = clipRulings(ruled.rest, page.width);
  const clipped = clips.length > 0 ? ruledRegions(lattices(clips, CLIPPED), ruled.rest, placing) : { regions: [], rest: ruled.rest };
  const aligned = alignedTables(clipped.rest, page, placing, inherited);
  return { regions: [...ruled.regions, ...clipped.regions, ...aligned.regions], rest: aligned.rest };
}

/** A grid of lines with the words in it. */
interface Candidate {
  lattice: Lattice;
  box: Box;
  words: Word[];
}

function ruledRegions(steps: LatticeSteps, words: readonly Word[], placing: Placing): Found {
  const candidates = steps.lattices.map((lattice): Candidate => ({ lattice, box: latticeBox(lattice), words: [] }));
  const rest = shareOut(words, candidates);
  const strategy = steps.settings === CLIPPED ? 'clipped' : 'lattice';
  const regions: Region[] = [];
  for (const candidate of candidates) {
    const { lattice, box, words: own } = candidate;
    if (isTable(candidate, strategy)) regions.push({ box, strategy, rows: ruledRows(lattice, own, placing) });
    else rest.push(...own);
  }
  return { regions, rest };
}

/** Gives each word to the smallest grid that it stands in; what stands in none is left. */
function shareOut(words: readonly Word[], candidates: readonly Candidate[]): Word[] {
  const byArea = [...candidates].sort((a, b) => area(a.box) - area(b.box));
  const rest: Word[] = [];
  for (const word of words) {
    const owner = byArea.find(({ box }) => isInside(word, box));
    (owner?.words ?? rest).push(word);
  }
  return rest;
}

/** Frames around a text and the axes of a chart are no tables. */
function isTable({ lattice, words }: Candidate, strategy: Region['strategy']): boolean {
  return lattice.xs.length > 2 && words.length > 1 && (strategy !== 'clipped' || lattice.ys.length > MIN_CLIPPED_ROWS);
}

/** The borders of the lowest table on a page that is found by its alignment. */
export function lastBorders(regions: readonly Region[]): readonly number[] | null {
  const lowest = regions.reduce<Region | null>((best, region) => (best === null || region.box[3] > best.box[3] ? region : best), null);
  return lowest?.strategy === 'aligned' ? (lowest.rows.at(-1)?.borders ?? null) : null;
}

function alignedTables(words: readonly Word[], page: UprightPage, placing: Placing, inherited: readonly number[] | null): Found {
  const split = visualLines(words).map(splitLine);
  const regions: Region[] = [];
  const taken = new Set<Word>();
  const rules = edgesOf(page.rulings).horizontal.filter((edge) => edge.to - edge.from > MIN_RULE * page.width);
  for (const region of alignedRegions(split, rules)) {
    const all = [...region.header, ...region.body].flatMap((line) => line.words);
    for (const word of all) taken.add(word);
    regions.push({
      box: boxAround(all),
      strategy: 'aligned',
      rows: alignedRows(region, rules, placing, regions.length === 0 ? inherited : null),
    });
  }
  return { regions, rest: taken.size === 0 ? [...words] : words.filter((word) => !taken.has(word)) };
}

function area(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

function isInside({ box }: Word, [x0, y0, x1, y1]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x > x0 - BORDER_MARGIN && x < x1 + BORDER_MARGIN && y > y0 - BORDER_MARGIN && y < y1 + BORDER_MARGIN;
}

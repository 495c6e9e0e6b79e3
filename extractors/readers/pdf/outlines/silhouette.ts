import { at } from '../../../model/at.ts';
import { edgesOf } from './path.ts';

/** Lines on which a glyph is looked at: the thinnest strokes met are a thirtieth of a figure's height. */
export const LINES = 64;
/** Straight pieces of an outline; figures of real fonts have some two hundred, curves in pieces. */
const MOST_EDGES = 4000;

/** What a glyph looks like, whatever its size: places and shares are parts (0 … 1) of the box around its ink, from left and bottom. */
export interface Silhouette {
  /** Where each of `LINES` lines, from the bottom, meets ink. */
  lines: readonly (readonly Span[])[];
  /** Holes (counters), the largest first. */
  holes: readonly Hole[];
}

export type Span = readonly [from: number, to: number];

/** The middle of a hole, how high it is, and how much of the box it takes. */
export interface Hole {
  x: number;
  y: number;
  height: number;
  area: number;
}

/** null where nothing, or more than can be looked at, is drawn. `path` in font units, y upwards; filled by the nonzero rule. */
export function silhouetteOf(path: readonly number[]): Silhouette | null {
  const edges = edgesOf(path);
  if (edges.length === 0 || edges.length > 4 * MOST_EDGES) return null;
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    left = Math.min(left, at(edges, i));
    right = Math.max(right, at(edges, i));
    bottom = Math.min(bottom, at(edges, i + 1));
    top = Math.max(top, at(edges, i + 1));
  }
  const [width, height] = [right - left, top - bottom];
  if (!(width > 0 && height > 0)) return null;
  const lines = inkSpans(edges, [left, bottom, width, height]);
  return { lines, holes: holesOf(lines) };
}

/** Where each line meets ink, as parts of the width. */
function inkSpans(edges: readonly number[], [left, bottom, width, height]: readonly [number, number, number, number]): Span[][] {
  const crossings = Array.from({ length: LINES }, (): Crossing[] => []);
  for (let i = 0; i < edges.length; i += 4) {
    const x = (at(edges, i) - left) / width;
    const y = (LINES * (at(edges, i + 1) - bottom)) / height;
    const toX = (at(edges, i + 2) - left) / width;
    const toY = (LINES * (at(edges, i + 3) - bottom)) / height;
    // Line k lies at k + 0.5.
    const first = Math.max(0, Math.ceil(Math.min(y, toY) - 0.5));
    const last = Math.min(LINES - 1, Math.ceil(Math.max(y, toY) - 0.5) - 1);
    const slope = (toX - x) / (toY - y);
    for (let k = first; k <= last; k++) at(crossings, k).push({ x: x + slope * (k + 0.5 - y), step: y < toY ? 1 : -1 });
  }
  return crossings.map(spansBetween);
}

interface Crossing {
  x: number;
  /** What it adds to the winding number. */
  step: 1 | -1;
}

function spansBetween(line: Crossing[]): Span[] {
  line.sort((a, b) => a.x - b.x);
  const spans: Span[] = [];
  let winding = 0;
  let from = 0;
  for (const { x, step } of line) {
    if (winding === 0) from = x;
    winding += step;
    if (winding === 0 && x > from) spans.push([from, x]);
  }
  return spans;
}

/** A gap between two spans of one line, and the region without ink that it is part of. */
interface Gap {
  from: number;
  to: number;
  region: Region;
}

interface Region {
  /** The region that this one turned out to be part of. */
  within: Region | null;
  /** It reaches the outside. */
  isOpen: boolean;
  area: number;
  /** Sums over its gaps, weighed by their widths. */
  x: number;
  y: number;
  /** Its first and last line. */
  from: number;
  to: number;
}

/** Gaps of following lines that overlap are one region; one that nowhere reaches beyond the ink of the line above or below is a hole. */
function holesOf(lines: readonly (readonly Span[])[]): Hole[] {
  const regions: Region[] = [];
  let below: Gap[] = [];
  let [start, end] = endsOf([]);
  for (const [k, line] of [...lines, []].entries()) {
    const gaps = gapsOf(line, k);
    const [first, last] = endsOf(line);
    for (const { region, from, to } of gaps) {
      regions.push(region);
      region.isOpen = from < start || to > end;
      for (const other of below) if (from < other.to && other.from < to) unite(region, other.region);
    }
    for (const { region, from, to } of below) if (from < first || to > last) rootOf(region).isOpen = true;
    [below, start, end] = [gaps, first, last];
  }
  return regions
    .filter(({ within, isOpen }) => within === null && !isOpen)
    .map(({ x, y, area, from, to }) => ({ x: x / area, y: y / area, area: area / LINES, height: (to + 1 - from) / LINES }))
    .sort((a, b) => b.area - a.area);
}

function gapsOf(line: readonly Span[], k: number): Gap[] {
  return line.slice(1).map(([to], i) => {
    const from = at(line, i)[1];
    const area = to - from;
    const region = { within: null, isOpen: false, area, x: (area * (from + to)) / 2, y: (area * (k + 0.5)) / LINES, from: k, to: k };
    return { from, to, region };
  });
}

/** From where to where a line has ink; one without has none between these. */
function endsOf(line: readonly Span[]): Span {
  return [line[0]?.[0] ?? 1, line.at(-1)?.[1] ?? 0];
}

function rootOf(region: Region): Region {
  let root = region;
  while (root.within) root = root.within;
  return root;
}

function unite(one: Region, other: Region): void {
  const [into, from] = [rootOf(one), rootOf(other)];
  if (into === from) return;
  from.within = into;
  into.isOpen ||= from.isOpen;
  into.area += from.area;
  into.x += from.x;
  into.y += from.y;
  into.from = Math.min(into.from, from.from);
  into.to = Math.max(into.to, from.to);
}

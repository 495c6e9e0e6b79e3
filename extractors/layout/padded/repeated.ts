import { at } from '../../model/at.ts';
import { isHeaderWord, isPieceOfWord } from '../../notation/headers/known-words.ts';
import { compact } from '../../notation/text.ts';
import type { SplitLine } from '../grids/aligned/index.ts';
import { columnsGoingOn } from './going-on.ts';
import type { NamedColumns } from './head/columns.ts';
import type { NamedRegion } from './named.ts';
import type { PaddedRegion } from './regions.ts';
import { GOING_ON, MIN_HEADER_CELLS, MOST_PAGES, READINGS } from './settings.ts';
import { dataColumns } from './spans.ts';

/** A header that several pages print has one end and names the same columns on all of them. */

const textOf = ({ segments }: SplitLine): string => segments.map(({ text }) => compact(text)).join('|');
const headerOf = ({ header }: { header: readonly SplitLine[] }): string[] => header.map(textOf).filter((text) => text !== '');

/**
 * What stands between a header that another page prints, too, and the first amounts is the beginning of the first row's texts: no word of a
 * header is among it.
 */
export function withSameEnds(regions: readonly PaddedRegion[]): PaddedRegion[] {
  const known = new Set(regions.filter(({ header }) => isHeader(header)).map((region) => headerOf(region).join('\n')));
  return regions.map((region) => {
    for (let end = region.header.length - 1; end > 0; end--) {
      const [header, rest] = [region.header.slice(0, end), region.header.slice(end)];
      if (!areTexts(rest)) break;
      if (known.has(headerOf({ header }).join('\n'))) return { ...region, header, body: [...rest, ...region.body] };
    }
    return region;
  });
}

const isHeader = (lines: readonly SplitLine[]): boolean => lines.some(({ segments }) => segments.length >= MIN_HEADER_CELLS);

const areTexts = (lines: readonly SplitLine[]): boolean =>
  lines.every(({ segments }) => segments.every(({ text }) => !isHeaderWord(compact(text)) && !isPieceOfWord(compact(text))));

/** Each region with the namings of its header that hold on most pages which print it, where there are such; the likeliest of all pages first. */
export function withSharedNamings(regions: readonly NamedRegion[]): NamedRegion[] {
  const groups = new Map<string, NamedRegion[]>();
  for (const region of regions) {
    const key = region.parted.header.map(textOf).join('\n');
    if (region.parted.header.length > 0) groups.set(key, [...(groups.get(key) ?? []), region]);
  }
  const shared = new Map([...groups.values()].filter(({ length }) => length > 1).flatMap(sharedIn));
  return regions.map((region) => ({ ...region, namings: shared.get(region) ?? region.namings }));
}

/** Which text stands over which columns. */
const keyOf = ({ columns, pieces }: NamedColumns): string =>
  `${columns.length}: ${pieces.map(({ from, to }) => `${from}-${to}`).join(' ')}`;

/** A naming, the region whose rows gave it, and its cost on all pages together. */
interface Candidate {
  naming: NamedColumns;
  home: NamedRegion;
  cost: number;
}

function sharedIn(regions: readonly NamedRegion[]): [NamedRegion, NamedColumns[]][] {
  const likeliest = candidatesOf(regions).slice(0, 2 * READINGS.namings);
  const placed = likeliest.map(({ naming, home, cost }) => regions.map((region) => namingIn(region, naming, home, cost / regions.length)));
  const most = Math.max(...placed.map((own) => own.filter((one) => one !== null).length));
  if (most < MOST_PAGES * regions.length) return [];
  const kept = placed.filter((own) => own.filter((one) => one !== null).length === most).slice(0, READINGS.namings);
  // A page whose rows seem to have other columns is read by itself.
  return regions.flatMap((region, r): [NamedRegion, NamedColumns[]][] => {
    const own = kept.flatMap((one) => one[r] ?? []);
    return own.length < kept.length ? [] : [[region, own]];
  });
}

/** A page that does not propose a naming among its likeliest finds it no likelier than the least likely of them. */
function candidatesOf(regions: readonly NamedRegion[]): Candidate[] {
  const costs = regions.map(({ namings }) => new Map(namings.map((naming) => [keyOf(naming), naming.cost] as const).reverse()));
  const most = regions.map(({ namings }) => Math.max(...namings.map(({ cost }) => cost)));
  const found = new Map<string, Candidate>();
  for (const home of regions) {
    for (const naming of home.namings) {
      const key = keyOf(naming);
      if (found.has(key)) continue;
      found.set(key, { naming, home, cost: costs.reduce((sum, own, r) => sum + (own.get(key) ?? at(most, r)), 0) });
    }
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost);
}

/** The naming as it stands on another page; null: its rows have no such columns. */
function namingIn(region: NamedRegion, naming: NamedColumns, home: NamedRegion, cost: number): NamedColumns | null {
  const own = region.namings.find((other) => keyOf(other) === keyOf(naming));
  if (own) return { ...own, cost };
  const table = dataColumns(naming.columns, home.parted.lines);
  for (const rows of region.ways) {
    const columns = columnsGoingOn(rows, table, GOING_ON.repeated);
    if (!columns) continue;
    const first = at(region.namings, 0).pieces;
    if (first.length !== naming.pieces.length) return null;
    return { cost, columns, pieces: first.map((piece, k) => ({ ...piece, from: at(naming.pieces, k).from, to: at(naming.pieces, k).to })) };
  }
  return null;
}

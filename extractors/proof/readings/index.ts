/**
 * Blocks in, the same with one reading of each grid out; imports model, layout/segmenting, layout/joining, tables, document, coordinates,
 * ledger, identities, placing, weighing.
 */
import { at } from '../../model/at.ts';
import type { Block, GridBlock, GridReading } from '../../model/blocks.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import { type Evidence, isBetter, isTied, together } from '../weighing/index.ts';
import { type Reading, readingOf, readTables, signatureOf } from './evidence.ts';
import { COLUMN_DIGITS, NOISE } from './settings.ts';

/** A reading of a grid with what speaks for it. */
interface Rival extends Reading {
  grid: GridReading;
  /** Paths of the columns: readings of one header have it in common on every page. */
  signature: string;
}

/**
 * Where the layout leaves a doubt which columns a header names, all grids with that header decide by what their equations and words say.
 * Where they say nothing, the likeliest layout is taken, and what the others name otherwise is in doubt.
 */
export const readings: Stage<readonly Block[], Block[]> = {
  name: 'readings',
  run(blocks, context) {
    const quiet: StageContext = { ...context, report: () => undefined };
    const rivals = new Map<GridBlock, Rival[]>();
    for (const block of blocks) if (block.kind === 'grid' && block.readings) rivals.set(block, rivalsOf(block.readings, quiet));
    const pairs = pairsOf([...rivals.values()]);
    return blocks.map((block) => {
      const own = block.kind === 'grid' ? rivals.get(block) : undefined;
      return own && block.kind === 'grid' ? chosen(block, own, pairs) : block;
    });
  },
};

function rivalsOf(all: readonly GridReading[], context: StageContext): Rival[] {
  const out: Rival[] = [];
  for (const grid of all) {
    const tables = readTables(grid.rows, context);
    const signature = signatureOf(tables);
    if (out.some((rival) => rival.signature === signature)) continue;
    const cost = COLUMN_DIGITS * (grid.cost - at(all, 0).cost);
    out.push({ grid, signature, ...readingOf(tables, cost) });
  }
  return out;
}

/** By two signatures: what speaks for the first one in all grids that can be read both ways. */
type Pairs = ReadonlyMap<string, Evidence>;

const pairOf = (one: Rival, other: Rival): string => `${one.signature}\n\n${other.signature}`;

function pairsOf(all: readonly (readonly Rival[])[]): Pairs {
  const pairs = new Map<string, Evidence>();
  for (const rivals of all) {
    for (const one of rivals) {
      for (const other of rivals) {
        const key = pairOf(one, other);
        const before = pairs.get(key);
        pairs.set(key, before ? together(before, one.evidence) : one.evidence);
      }
    }
  }
  return pairs;
}

function chosen(block: GridBlock, rivals: readonly Rival[], pairs: Pairs): GridBlock {
  const { readings: _, ...rest } = block;
  const evidence = (one: Rival, other: Rival): Evidence => pairs.get(pairOf(one, other)) ?? one.evidence;
  const best = rivals.reduce((one, other) => (isBetter(evidence(other, one), evidence(one, other)) ? other : one));
  const equal = rivals.filter((rival) => rival !== best && isTied(evidence(best, rival), evidence(rival, best), COLUMN_DIGITS * NOISE));
  const { rows: read, headerRows: header } = best.grid;
  const unsure = new Set(read.flatMap((row) => row.unsure ?? []));
  for (const rival of equal) for (const column of differing(best.names, rival.names)) unsure.add(column);
  if (unsure.size === 0) return { ...rest, rows: read };
  const rows = read.map((row, r) => (r < header ? { ...row, unsure: [...unsure].sort((a, b) => a - b) } : row));
  return { ...rest, rows };
}

/** Columns of the grid in which an amount has another name in the other reading. */
function differing(one: Reading['names'], other: Reading['names']): Set<number> {
  const columns = new Set<number>();
  for (const [place, { column, path }] of one) if (column !== null && other.get(place)?.path !== path) columns.add(column);
  return columns;
}

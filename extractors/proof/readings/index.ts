/**
 * Blocks in, the same with one reading of each grid out; imports model, layout/segmenting, layout/joining, tables, document, coordinates,
 * ledger, identities, placing.
 */
import type { Block, GridBlock, GridReading } from '../../model/blocks.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import { type Evidence, evidenceOf, readTables, signatureOf } from './evidence.ts';

/** A reading of a grid with what speaks for it. */
interface Rival {
  reading: GridReading;
  /** Paths of the columns: readings of one header have it in common on every page. */
  signature: string;
  evidence: Evidence;
}

/**
 * Where the layout leaves a doubt which columns a header names, the equations of all grids with that header decide: digits that exact
 * sums confirm, less those of broken ones and of amounts without a name. Where they do not, the likeliest layout is taken, and what
 * the others name otherwise is in doubt.
 */
export const readings: Stage<readonly Block[], Block[]> = {
  name: 'readings',
  run(blocks, context) {
    const quiet: StageContext = { ...context, report: () => undefined };
    const rivals = new Map<GridBlock, Rival[]>();
    for (const block of blocks) if (block.kind === 'grid' && block.readings) rivals.set(block, rivalsOf(block.readings, quiet));
    const gains = gainsOf([...rivals.values()]);
    return blocks.map((block) => {
      const own = block.kind === 'grid' ? rivals.get(block) : undefined;
      return own && block.kind === 'grid' ? chosen(block, own, gains) : block;
    });
  },
};

function rivalsOf(all: readonly GridReading[], context: StageContext): Rival[] {
  const out: Rival[] = [];
  for (const reading of all) {
    const tables = readTables(reading.rows, context);
    const signature = signatureOf(tables);
    if (!out.some((rival) => rival.signature === signature)) out.push({ reading, signature, evidence: evidenceOf(tables) });
  }
  return out;
}

/** By two signatures: how many more digits the first one confirms than the second, over all grids that can be read both ways. */
type Gains = ReadonlyMap<string, number>;

const pairOf = (one: Rival, other: Rival): string => `${one.signature}\n\n${other.signature}`;

function gainsOf(all: readonly (readonly Rival[])[]): Gains {
  const gains = new Map<string, number>();
  for (const rivals of all) {
    for (const one of rivals) {
      for (const other of rivals) {
        if (one === other) continue;
        gains.set(pairOf(one, other), (gains.get(pairOf(one, other)) ?? 0) + one.evidence.digits - other.evidence.digits);
      }
    }
  }
  return gains;
}

/** Columns of text: a layout that costs this much more than the likeliest one is as likely as that, where equations do not tell. */
const MARGIN = 3;
/** Digits that outweigh a column of text by which the layout makes a reading less likely: a number of four digits is no chance. */
const DIGITS = 4;

function chosen(block: GridBlock, rivals: readonly Rival[], gains: Gains): GridBlock {
  const { readings: _, ...rest } = block;
  const gain = (one: Rival, other: Rival): number => gains.get(pairOf(one, other)) ?? 0;
  const isBetter = (one: Rival, other: Rival): boolean => gain(one, other) > DIGITS * Math.max(1, one.reading.cost - other.reading.cost);
  const best = rivals.reduce((one, other) => (isBetter(other, one) ? other : one));
  const equal = rivals.filter((rival) => rival !== best && gain(best, rival) <= 0 && rival.reading.cost - best.reading.cost < MARGIN);
  const unsure = new Set(best.reading.rows.flatMap((row) => row.unsure ?? []));
  for (const rival of equal) for (const column of differing(best.evidence, rival.evidence)) unsure.add(column);
  if (unsure.size === 0) return { ...rest, rows: best.reading.rows };
  const header = best.reading.headerRows;
  const rows = best.reading.rows.map((row, r) => (r < header ? { ...row, unsure: [...unsure].sort((a, b) => a - b) } : row));
  return { ...rest, rows };
}

/** Columns of the grid in which an amount has another name in the other reading. */
function differing(one: Evidence, other: Evidence): Set<number> {
  const columns = new Set<number>();
  for (const [place, { column, path }] of one.names) {
    if (column !== null && other.names.get(place)?.path !== path) columns.add(column);
  }
  return columns;
}

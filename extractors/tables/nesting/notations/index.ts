/** Rows of a panel as printed in; their whole codes by the notation that the evidence speaks for, out; imports model, notation, tables/nesting/amounts. */
import { at } from '../../../model/at.ts';
import type { NestedRow } from '../../../model/tables.ts';
import { sameName } from '../../../notation/subjects.ts';
import { blockEvidence, ENOUGH } from './evidence.ts';
import { cutIntoSections, itemCode, SECTION_DIGITS, sectionCode } from './own-digits.ts';
import { type Block, blocksOf, isOwnDigits } from './rows.ts';

/** How the codes of a table may be meant. */
type Notation = 'printed' | 'sections' | 'items' | 'own-digits' | 'repeated';

/** A reading of the codes of a panel, by block. */
interface CodeReading {
  notation: Notation;
  codes: string[][];
  score: number;
}

/** A row whose code is more than what is printed. */
export interface Restored {
  row: NestedRow;
  code: string;
}

/** What was found: `other` is the first row of a second reading for which the evidence speaks as much; then nothing is restored. */
export interface CodesRead {
  restored: Restored[];
  ambiguous: { row: NestedRow; one: string; other: string } | null;
  /** Own digits for which no reading has enough evidence. */
  unread: NestedRow[];
}

/**
 * One answer a panel: own digits may be 款 below their 类, 项 below the last whole 款, or a level each; a 款 that is printed again may be
 * its only 项.
 */
const READERS: readonly (readonly [Notation, (block: Block) => string[]])[] = [
  ['printed', ({ below }) => below.map(({ printed }) => printed)],
  ['sections', allSections],
  ['items', allItems],
  ['own-digits', (block) => cutIntoSections(block, 'sections')],
  ['own-digits', (block) => cutIntoSections(block, 'items')],
  ['repeated', repeatedAsItems],
];

export function readCodes(rows: readonly NestedRow[]): CodesRead {
  const none: CodesRead = { restored: [], ambiguous: null, unread: [] };
  if (!isDoubtful(rows)) return none;
  const blocks = blocksOf(rows);
  const readings = READERS.map(([notation, codesOf]) => evaluated(notation, blocks, blocks.map(codesOf)));
  const best = readings.reduce((one, other) => (other.score > one.score ? other : one));
  const open = blocks.flatMap(({ below }) => below.filter(({ printed }) => isOwnDigits(printed)).map(({ row }) => row));
  if (best.notation === 'printed' || best.score < ENOUGH) return { ...none, unread: open };
  const rivals = readings.filter((reading) => reading.score === best.score && reading.notation !== 'printed');
  const ambiguous = rivals.map((rival) => firstDifference(blocks, best, rival)).find((difference) => difference !== null) ?? null;
  return { ...none, ambiguous, restored: ambiguous ? [] : restoredIn(blocks, best) };
}

/** Some code has own digits only, or is that of the row right above it. */
function isDoubtful(rows: readonly NestedRow[]): boolean {
  return rows.some(({ code, role }, i) => role === 'item' && code !== null && (isOwnDigits(code) || code === rows[i - 1]?.code));
}

function evaluated(notation: Notation, blocks: readonly Block[], codes: string[][]): CodeReading {
  return { notation, codes, score: blocks.reduce((sum, block, i) => sum + blockEvidence(block, at(codes, i)), 0) };
}

function allSections({ category, below }: Block): string[] {
  return below.map((row) => (category === '' ? row.printed : sectionCode(category, row)));
}

function allItems({ category, below }: Block): string[] {
  let section = '';
  return below.map((row) => {
    if (!isOwnDigits(row.printed)) section = row.printed.slice(0, SECTION_DIGITS);
    return section === '' ? row.printed : (itemCode(category, section, row) ?? row.printed);
  });
}

/** 21999 below 21999 is 2199999, where that has the row's name. */
function repeatedAsItems({ below }: Block): string[] {
  return below.map(({ row, printed }, i) => {
    const item = printed + printed.slice(-2);
    const again = printed.length === SECTION_DIGITS && below[i - 1]?.printed === printed;
    return again && sameName(row.label, item) ? item : printed;
  });
}

function firstDifference(blocks: readonly Block[], best: CodeReading, rival: CodeReading): CodesRead['ambiguous'] {
  for (const [b, { below }] of blocks.entries()) {
    for (const [i, { row }] of below.entries()) {
      const [one, other] = [at(at(best.codes, b), i), at(at(rival.codes, b), i)];
      if (one !== other) return { row, one, other };
    }
  }
  return null;
}

function restoredIn(blocks: readonly Block[], { codes }: CodeReading): Restored[] {
  return blocks.flatMap(({ below }, b) =>
    below.flatMap(({ row, printed }, i): Restored[] => {
      const code = at(at(codes, b), i);
      return code === printed ? [] : [{ row, code }];
    }),
  );
}

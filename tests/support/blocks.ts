import { parted } from '../../extractors/layout/parting/index.ts';
import type { Block } from '../../extractors/model/blocks.ts';
import type { Read } from '../../extractors/readers/access/reader.ts';
import { readSource } from '../../extractors/readers/index.ts';
import { ACCESS } from '../../pipeline/run/document/extract.ts';
import type { Finding } from '../../schemas/diagnostic.ts';

/** What readers make of a file, in a form that a test can show. */

export async function readable(bytes: Uint8Array): Promise<Read> {
  const read = await readSource(bytes, ACCESS);
  if ('finding' in read) throw new Error(`not read: ${JSON.stringify(read.finding)}`);
  return read;
}

export async function refused(bytes: Uint8Array): Promise<Finding> {
  const read = await readSource(bytes, ACCESS);
  if (!('finding' in read)) throw new Error('read');
  return read.finding;
}

/** Blocks as text: a line as it is, a row with `|` between its cells, `<` and `^` for what merged cells cover. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block.text];
    return block.rows.map(({ cells }) => cells.map(({ text, covered }) => (covered ? (covered === 'left' ? '<' : '^') : text)).join('|'));
  });
}

/** Grids as they are read, with captions and notes parted from the rows of tables. */
export const partedBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? parted(block) : [block]));

export const blocksOf = ({ source }: Read): Block[] =>
  source.kind === 'flow' ? partedBlocks(source.pages.flatMap(({ blocks }) => blocks)) : [];

/** `rule actual expected` of each finding. */
export const rulesOf = ({ findings }: Read): string[] =>
  findings.map(({ ruleId, actual, expected }) => `${ruleId} ${actual ?? ''} ${expected ?? ''}`.trim());

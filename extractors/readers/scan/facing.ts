import type { PictureLayout, PictureLine } from '../../model/picture.ts';
import type { ScanAccess } from '../access/scan-library.ts';
import { readLines } from './lines.ts';
import { FACING_LINES, SURE_FACING } from './settings.ts';

/** A page and what it would be in another direction: made only where the first one leaves a doubt. */
export interface Faced {
  layout: PictureLayout;
  others: readonly (() => PictureLayout)[];
}

/** The direction in which the longest lines of a page are read with most certainty; the first one where nothing can be read. */
export async function facedLayout({ layout, others }: Faced, access: ScanAccess): Promise<PictureLayout> {
  let best = { layout, sureness: await surenessOf(layout, access) };
  if (best.sureness >= SURE_FACING) return layout;
  for (const other of others) {
    const turned = other();
    const sureness = await surenessOf(turned, access);
    if (sureness > best.sureness) best = { layout: turned, sureness };
    if (best.sureness >= SURE_FACING) break;
  }
  return best.layout;
}

async function surenessOf(layout: PictureLayout, access: ScanAccess): Promise<number> {
  const { sureness } = await readLines(layout, access, longestOf(layout.lines));
  return sureness;
}

const lengthOf = ({ box }: PictureLine): number => box[2] - box[0];

function longestOf(lines: readonly PictureLine[]): PictureLine[] {
  return lines.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, FACING_LINES);
}

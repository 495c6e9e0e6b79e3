import type { FormBlock } from './blocks.ts';
import { writeHtml } from './html.ts';

/** The page on one line. */
export function writeMinifiedHtml(blocks: readonly FormBlock[]): string {
  return writeHtml(blocks).replaceAll('\n', '');
}

/** Each cell on a line of its own, with what belongs to its tag on another. */
export function writeCellLines(blocks: readonly FormBlock[]): string {
  return writeHtml(blocks)
    .replace(/<(t[dh])([^<>]*)>/g, '\n\t<$1$2\n\t\tstyle="height: 20px;\n\t\tborder: 1px solid #000">\n\t\t')
    .replace(/<\/t[dh]>/g, '\n\t$&');
}

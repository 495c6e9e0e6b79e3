import { LIST_MARK, MAYBE_TABLE_NUMBER_AT_START, OF_TABLE, TITLE_PIECE, TITLE_WORDS } from '../../../schemas/lexicon/tables/titles.ts';
import { NOTE_WORD_AT_START } from '../../../schemas/lexicon/writing/marks.ts';
import { OPEN_END, SURELY_OPEN_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../model/at.ts';
import type { Block, TextLine } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import { isTitle, parseCaption, parseContentsEntry, titleKey } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { boxAround } from '../geometry/visual-lines.ts';
import { FULL_LINE, LINE_GAP, LONGEST_LINE, LONGEST_NUMBER, SAME_SIZE, SHORT_REST, WORD_GAP } from './settings.ts';

/** The titles that the contents page gives, as they are compared. */
export function listedTitles(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      const entry = block.kind === 'line' ? parseContentsEntry(block.text) : null;
      return entry ? [keyOf(entry.title)] : [];
    }),
  );
}

/** （不含上年结转） stands behind the title of a table, and not in the contents. */
const keyOf = (title: string): string => titleKey(title.replace(/[（(][^（）()]*[)）]$/, ''));

/**
 * A title that was too long for one line: its second line alone would pass for the whole title. `listed`: titles of the contents page, by which lines
 * are one that nothing else joins; then the number of the table may stand between them.
 */
export function joinTitleLines(blocks: readonly Block[], listed: ReadonlySet<string> = new Set()): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const above = out.at(-1);
    const whole = above?.kind === 'line' && block.kind === 'line' ? joined(above, block, listed) : null;
    if (whole) out[out.length - 1] = whole;
    else if (!withTitleAboveNumber(out, block, listed)) out.push(block);
  }
  return out;
}

/** …支出明细 | 表6 | 表. */
function withTitleAboveNumber(out: Block[], block: Block, listed: ReadonlySet<string>): boolean {
  const [above, number] = out.slice(-2);
  if (block.kind !== 'line' || number?.kind !== 'line' || above?.kind !== 'line' || !isNumberAlone(number.text)) return false;
  if (above.page !== block.page || !isListed(compact(above.text), compact(block.text), listed)) return false;
  const text = above.text.trimEnd() + block.text.trimStart();
  out[out.length - 2] = { ...above, text, offsets: offsetsOf(above, text.length) };
  return true;
}

function isNumberAlone(text: string): boolean {
  const caption = parseCaption(text);
  return caption?.number != null && !caption.title && !caption.unit && !caption.entity;
}

/** The contents give a title that is both lines, and none that is the first one alone. */
function isListed(head: string, rest: string, listed: ReadonlySet<string>): boolean {
  return head !== '' && listed.has(keyOf(head + rest)) && !listed.has(keyOf(head));
}

type BoxedLine = TextLine & { box: Box };

const isBoxed = (line: TextLine): line is BoxedLine => line.box !== undefined;

function joined(above: TextLine, line: TextLine, listed: ReadonlySet<string>): TextLine | null {
  if (above.page !== line.page || above.text.length > LONGEST_LINE || line.text.length > LONGEST_LINE) return null;
  const head = compact(above.text);
  const rest = compact(line.text);
  // What says nothing of a title is most lines, and costs least to tell.
  if (!isTitle(rest) && !closesBracket(head, rest)) return null;
  if (isRunningText(head) || parseCaption(above.text) !== null || !parseCaption(head + rest)?.title) return null;
  const text = `${above.text.trimEnd()}${line.text.trimStart()}`;
  if (!isBoxed(above) || !isBoxed(line))
    return isBroken(head, rest) || isListed(head, rest, listed) ? { ...above, text, offsets: offsetsOf(above, text.length) } : null;
  const goes = isBroken(head, rest) ? isRightBelow(above, line, WORD_GAP) : goesOn(head, rest) && isRightBelow(above, line, LINE_GAP);
  if (!goes) return null;
  return { ...above, text, raw: text, box: boxAround([above, line]) };
}

/** The characters of the line below have no place in the line above. */
function offsetsOf({ text, offsets }: TextLine, length: number): number[] {
  const end = text.trimEnd().length;
  return Array.from({ length }, (_, i) => (i < end ? (offsets ? at(offsets, i) : i) : -1));
}

/** The same size, and no more than `gap` line heights apart. */
function isRightBelow(above: BoxedLine, line: BoxedLine, gap: number): boolean {
  const height = line.box[3] - line.box[1];
  return line.box[1] - above.box[3] <= gap * height && Math.abs(above.box[3] - above.box[1] - height) <= SAME_SIZE * height;
}

/** Words alone tell that the lines are one: a bracket is open, or a word is cut. */
function isBroken(head: string, rest: string): boolean {
  return closesBracket(head, rest) || SURELY_OPEN_END.test(head) || TITLE_WORDS.has(head.slice(-1) + rest.slice(0, 1));
}

/** A sentence, a note or a point of a list. */
function isRunningText(text: string): boolean {
  return /[。；;]/.test(text) || NOTE_WORD_AT_START.test(text) || LIST_MARK.test(text);
}

function closesBracket(head: string, rest: string): boolean {
  return /[（(][^（）()]*$/.test(head) && /^[^（）()]*[)）]/.test(rest);
}

function goesOn(head: string, rest: string): boolean {
  const numbered = MAYBE_TABLE_NUMBER_AT_START.test(head) && OF_TABLE.test(head.slice(0, LONGEST_NUMBER));
  return (
    OPEN_END.test(head) ||
    (numbered && head.length > LONGEST_NUMBER) ||
    (rest.length <= SHORT_REST && head.length >= FULL_LINE && TITLE_PIECE.test(head))
  );
}

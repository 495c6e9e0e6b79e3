import { PAGE_NUMBER_AT_EDGE } from '../../../schemas/lexicon/writing/pages.ts';
import { CLAUSE_MARK } from '../../../schemas/lexicon/writing/punctuation.ts';
import type { Block, TextLine } from '../../model/blocks.ts';
import { isChapterTitle, parseCaption, parseContentsEntry, startsNote } from '../../notation/captions.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { isOnPage } from './items.ts';
import { isPartHeading, isSentence } from './wording.ts';

/**
 * Titles that a text in the order of the content prints behind the rows of their page: some programs draw the cells of a table first, and
 * what stands above it last.
 */

/** What a line is, by itself. `blank`: nothing, or the number of the page. */
type Kind = 'blank' | 'title' | 'caption' | 'row' | 'prose' | 'other';

interface Page {
  /** Index of its first block, and of the one behind its last. */
  start: number;
  end: number;
  kinds: Kind[];
}

/**
 * Blocks of which each title that no row follows on its page stands before the rows of that page that have none. Two readings compete: the
 * title belongs to those rows, or they go on with the table before and the title waits for the rows of the next page.
 */
export function withTitlesFirst(blocks: readonly Block[]): Block[] {
  const pages = pagesOf(blocks);
  return pages.flatMap((page, p) => {
    const own = blocks.slice(page.start, page.end);
    if (!ownsRows(page) || goesOn(blocks, page, pages[p - 1], pages[p + 1])) return own;
    return reordered(own, page.kinds);
  });
}

function pagesOf(blocks: readonly Block[]): Page[] {
  const pages: Page[] = [];
  for (const [i, block] of blocks.entries()) {
    const number = pageOf(block);
    const open = pages.at(-1);
    const first = open && blocks[open.start];
    if (open && first && pageOf(first) === number) {
      open.end = i + 1;
      open.kinds.push(kindOf(block));
    } else pages.push({ start: i, end: i + 1, kinds: [kindOf(block)] });
  }
  return pages;
}

const pageOf = (block: Block): number => (block.kind === 'line' ? block.page : (block.rows[0]?.page ?? 0));

function kindOf(block: Block): Kind {
  // A page whose layout is known has each title where it stands.
  if (block.kind === 'grid' || isOnPage(block) || block.contents) return 'prose';
  const text = compact(block.text);
  if (text === '' || PAGE_NUMBER_AT_EDGE.test(text)) return 'blank';
  const caption = parseCaption(block.text);
  if (caption?.title) return isChapterTitle(caption.title) ? 'prose' : 'title';
  if (caption) return 'caption';
  if (isPartHeading(text) || startsNote(text) || parseContentsEntry(block.text)) return 'prose';
  if (isRow(block)) return 'row';
  return isSentence(text) ? 'prose' : 'other';
}

/** A label or code and an amount behind it, or several amounts; prose has commas and goes on behind its amounts. */
function isRow({ text }: TextLine): boolean {
  const words = text.trim().split(/\s+/);
  const amounts = words.filter((word) => isAmount(word) && !isSubjectCode(word)).length;
  return words.length > 1 && amounts > 0 && isAmount(words.at(-1) ?? '') && !CLAUSE_MARK.test(text);
}

const firstOf = (kinds: readonly Kind[]): Kind | undefined => kinds.find((kind) => kind === 'title' || kind === 'row' || kind === 'prose');

/** Its first rows have no title above them on the page, each title behind has rows before it, and none follow the last. */
function ownsRows({ kinds }: Page): boolean {
  const said = kinds.filter((kind) => kind === 'title' || kind === 'row');
  const order = said.filter((kind, i) => kind !== said[i - 1]);
  return order.length > 1 && order.length % 2 === 0 && order.every((kind, i) => kind === (i % 2 === 0 ? 'row' : 'title'));
}

/** The rows go on with those of the page before, and those of the next page have no title either: it is theirs. */
function goesOn(blocks: readonly Block[], page: Page, before: Page | undefined, next: Page | undefined): boolean {
  if (!before || !next || firstOf(next.kinds) !== 'row' || ownsRows(next)) return false;
  const [last, first] = [codeIn(blocks, before, true), codeIn(blocks, page, false)];
  return last !== null && first !== null && last < first;
}

/** The last or first subject code that begins a row of the page. */
function codeIn(blocks: readonly Block[], { start, end }: Page, fromBehind: boolean): string | null {
  const own = blocks.slice(start, end).flatMap((block) => {
    const word = block.kind === 'line' ? (block.text.trim().split(/\s+/)[0] ?? '') : '';
    return isSubjectCode(word) ? [word] : [];
  });
  return (fromBehind ? own.at(-1) : own[0]) ?? null;
}

/** Each title before the rows that stand above it, and what else stands behind it: captions first, then the words of the header. */
function reordered(own: readonly Block[], kinds: readonly Kind[]): Block[] {
  const out: Block[] = [];
  let from = 0;
  for (let title = kinds.indexOf('title'); title >= 0; title = kinds.indexOf('title', from)) {
    const nextRow = kinds.indexOf('row', title);
    const end = nextRow < 0 ? own.length : nextRow;
    const start = startOfRows(kinds, from, title);
    const body = kinds.findIndex((kind, i) => i >= start && kind !== 'caption' && kind !== 'blank');
    const behind = (...wanted: (Kind | undefined)[]): Block[] => own.slice(title, end).filter((_, i) => wanted.includes(kinds[title + i]));
    out.push(...own.slice(from, start), ...behind('title', 'caption'), ...own.slice(start, body));
    out.push(...behind('other'), ...own.slice(body, title), ...behind('blank', 'prose'));
    from = end;
  }
  return [...out, ...own.slice(from)];
}

/** Behind the prose and the number of the page above the rows. */
function startOfRows(kinds: readonly Kind[], from: number, title: number): number {
  const firstRow = kinds.indexOf('row', from);
  const above = kinds.slice(from, firstRow < 0 ? title : firstRow);
  const start = from + above.lastIndexOf('prose') + 1;
  const filled = kinds.findIndex((kind, i) => i >= start && kind !== 'blank');
  return filled < 0 ? start : filled;
}

import { at } from '../../../model/at.ts';
import { addPart, nameEvidence, noParts, orderEvidence, sumEvidence, UNEXPLAINED } from './evidence.ts';
import { type Block, type CodedRow, isOwnDigits } from './rows.ts';

/**
 * Which rows of own digits are 款 and which are 项 below them. Each cut of a block into sections is weighed by names, order and sums;
 * the best one is found section by section, since what a section is worth depends on its own rows and the section before it alone.
 */

/** Rows below one 类 that are cut; time grows with the square. The longest 类 of the classification has 26 款 and 200 项. */
export const MAX_ROWS = 250;
/** Economic subjects end at 款. */
const WITH_ITEMS = /^[12]/;
export const SECTION_DIGITS = 5;

/** Which of two cuts of equal evidence is taken. */
export type Preference = 'sections' | 'items';

interface Cut {
  score: number;
  sections: number;
  /** Where the section before begins; -1: none. */
  from: number;
}

/** The codes of the rows below a 类; what stands before its first section, and all of what is too long, stays as printed. */
export function cutIntoSections(block: Block, preference: Preference): string[] {
  const { below } = block;
  const printed = below.map((row) => row.printed);
  const first = below.findIndex(opensSection);
  if (first < 0 || below.length > MAX_ROWS || block.category === '') return printed;
  const cuts: (Cut | undefined)[] = [];
  cuts[first] = { score: 0, sections: 0, from: -1 };
  for (let start = first; start < below.length; start++) {
    const cut = cuts[start];
    if (cut && opensSection(at(below, start))) cutFrom(block, start, cut, cuts, preference);
  }
  return codesOf(block, cuts, printed);
}

function opensSection({ printed }: CodedRow): boolean {
  return printed.length <= SECTION_DIGITS;
}

/** The sections that begin at `start`, by their ends. */
function cutFrom(block: Block, start: number, cut: Cut, cuts: (Cut | undefined)[], preference: Preference): void {
  const { below, category } = block;
  const head = at(below, start);
  const section = sectionCode(category, head);
  let score = cut.score + nameEvidence(head.row.label, section);
  if (cut.from >= 0) score += orderEvidence(sectionCode(category, at(below, cut.from)), section);
  const items = noParts();
  let last: string | null = null;
  for (let end = start + 1; end <= below.length; end++) {
    keepBest(cuts, end, { score: score + sumEvidence(head, items), sections: cut.sections + 1, from: start }, preference);
    const row = below[end];
    const code: string | null = row ? itemCode(category, section, row) : null;
    if (!row || code === null) return;
    score += nameEvidence(row.row.label, code) + orderEvidence(last, code);
    if (code.startsWith(section)) addPart(items, row);
    else score += UNEXPLAINED;
    last = code;
  }
}

function keepBest(cuts: (Cut | undefined)[], end: number, cut: Cut, preference: Preference): void {
  const known = cuts[end];
  const more = preference === 'sections' ? cut.sections - (known?.sections ?? 0) : (known?.sections ?? 0) - cut.sections;
  if (!known || cut.score > known.score || (cut.score === known.score && more > 0)) cuts[end] = cut;
}

/** 5 below 208 is 20805. */
export function sectionCode(category: string, { printed }: CodedRow): string {
  return isOwnDigits(printed) ? category + printed.padStart(2, '0') : printed;
}

/** null for what can only be a section. */
export function itemCode(category: string, section: string, { printed }: CodedRow): string | null {
  if (!WITH_ITEMS.test(category)) return isOwnDigits(printed) || printed.length === SECTION_DIGITS ? null : printed;
  if (isOwnDigits(printed)) return section + printed.padStart(2, '0');
  return printed.length > SECTION_DIGITS ? printed : null;
}

function codesOf({ below, category }: Block, cuts: readonly (Cut | undefined)[], printed: readonly string[]): string[] {
  const codes = [...printed];
  for (let end = below.length, cut = cuts[end]; cut && cut.from >= 0; end = cut.from, cut = cuts[end]) {
    const section = sectionCode(category, at(below, cut.from));
    codes[cut.from] = section;
    for (let i = cut.from + 1; i < end; i++) codes[i] = itemCode(category, section, at(below, i)) ?? at(codes, i);
  }
  return codes;
}

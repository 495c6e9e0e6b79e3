import {
  AMOUNT,
  CAPTION_END,
  HEADING_END,
  MAY_BE_TITLE,
  SAYS_EXPLANATION,
  SECTION_WORDS,
  SUBTITLE,
  TABLE_WORD,
  TITLE,
  WHOLE_HEADING_END,
} from '../../schemas/lexicon/prose/headings.ts';
import { ARTICLE, HEADING_LEVELS, MAY_BE_NUMBERED, MAY_BE_PART, PART } from '../../schemas/lexicon/prose/numbering.ts';
import { LEVEL_AT_END } from '../../schemas/lexicon/prose/subjects.ts';
import type { SectionKind } from '../model/segments.ts';

/** `level`: 0 part or title, 1 一、, 2 （一）, 3 1., 4 （1）, 5 an unnumbered subtitle. `explains`: it says 说明 itself. */
export interface Heading {
  text: string;
  level: number;
  kind: SectionKind | null;
  explains: boolean;
}

interface Numbering {
  /** From 1 on. */
  level: number;
  pattern: RegExp;
}

const NUMBERINGS: readonly Numbering[] = HEADING_LEVELS.map((pattern, i) => ({ level: i + 1, pattern }));
const MAX_HEADING = 80;
const SENTENCE = /[，。；：！？,;:!?]/;

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '');

export function isPart(text: string): boolean {
  return text.startsWith(MAY_BE_PART) && PART.test(text);
}

/** Does the line begin with a number of its own, and so a paragraph? */
export function isNumbered(text: string): boolean {
  return MAY_BE_NUMBERED.test(text) && (numberingOf(text) !== null || ARTICLE.test(text));
}

/** A table's title line: short, unnumbered, ends in 表. */
export function isCaption(text: string): boolean {
  return (
    text.length <= MAX_HEADING && text.includes(TABLE_WORD) && !SENTENCE.test(text) && !isNumbered(text) && CAPTION_END.test(squeezed(text))
  );
}

/** An unnumbered title of a section. */
export function isTitle(text: string): boolean {
  if (text.length > 60 || !MAY_BE_TITLE.test(text) || isNumbered(text) || SENTENCE.test(text)) return false;
  const bare = squeezed(text);
  return TITLE.test(bare) || SUBTITLE.test(bare);
}

/** A line that breaks off here is no cut sentence: it ends as headings do. */
export function endsAsHeading(text: string): boolean {
  return WHOLE_HEADING_END.test(text);
}

/** A numbered line that can be a heading: no sentence, no quantity in it. */
export function looksNumberedHeading(text: string): boolean {
  return numberingOf(text) !== null && headingOf(text) !== null;
}

function numberingOf(text: string): Numbering | null {
  return NUMBERINGS.find(({ pattern }) => pattern.test(text)) ?? null;
}

/** The heading that a line (or a heading broken over lines) is; null for prose. */
export function headingOf(text: string): Heading | null {
  if (text.length > 2 * MAX_HEADING || (!MAY_BE_NUMBERED.test(text) && !MAY_BE_TITLE.test(text))) return null;
  const bare = squeezed(text);
  if (bare.length > MAX_HEADING) return null;
  if (PART.test(bare)) return /。/.test(bare) ? null : heading(bare, 0);
  const numbering = numberingOf(bare);
  if (numbering) return isHeadingBody(bare, numbering) ? heading(bare, numbering.level) : null;
  return isTitle(bare) ? heading(bare, TITLE.test(bare) ? 0 : 5) : null;
}

/** What follows the number: no sentence, quantity or subject; a short sentence (。) or a list entry (1.) has to end as headings do. */
function isHeadingBody(bare: string, { level, pattern }: Numbering): boolean {
  const body = bare.replace(pattern, '').replace(/。$/, '');
  if (body === '' || SENTENCE.test(body) || AMOUNT.test(body) || LEVEL_AT_END.test(body) || /[、（(]$/.test(body)) return false;
  return (!bare.endsWith('。') && level < 3) || HEADING_END.test(body);
}

function heading(text: string, level: number): Heading {
  const found = SECTION_WORDS.find(({ pattern, part }) => (!part || level === 0) && pattern.test(text.replace(/。$/, '')));
  return { text, level, kind: level === 5 ? null : (found?.kind ?? null), explains: SAYS_EXPLANATION.test(text) };
}

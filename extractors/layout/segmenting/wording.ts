import { BODY_END } from '../../../schemas/lexicon/bodies.ts';
import { HEADER_START } from '../../../schemas/lexicon/tables/titles.ts';
import { NOTE_WORDS } from '../../../schemas/lexicon/writing/marks.ts';
import { PART, POINT } from '../../../schemas/lexicon/writing/numbering.ts';
import { SENTENCE_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import { LONGEST_AFTER_COMMA, LONGEST_NOTE, LONGEST_WORDS } from './settings.ts';

/** What lines look like, by their words alone. */

const GOES_ON_AFTER_COMMA = new RegExp(`，.{${LONGEST_AFTER_COMMA + 1},}`);
const ENDS_WITH_NUMBER = /\d%?$/;

/** 第二部分: a part of the document begins. */
export function isPartHeading(text: string): boolean {
  return PART.test(text);
}

/** 一、 or （一）: a point of the prose, or a row. */
export function isProseHeading(text: string): boolean {
  return POINT.test(text);
}

export function isHeading(text: string): boolean {
  return isPartHeading(text) || isProseHeading(text);
}

export function isSentence(text: string): boolean {
  return SENTENCE_END.test(text) || GOES_ON_AFTER_COMMA.test(text) || (text.length > LONGEST_WORDS && !/\d/.test(text));
}

export function endsWithNumber(text: string): boolean {
  return ENDS_WITH_NUMBER.test(text);
}

/** The first word of a table's header. */
export function startsHeader(text: string): boolean {
  return HEADER_START.test(text);
}

export function endsLikeOrganisation(text: string): boolean {
  return BODY_END.test(text);
}

/** Words that notes on tables are made of. */
export function isNoteLike(text: string): boolean {
  return text.length <= LONGEST_NOTE && NOTE_WORDS.test(text);
}

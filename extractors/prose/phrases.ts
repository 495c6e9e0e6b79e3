import { BODIES_COUNTED, COUNTS_BODIES, ENDS_IN_BODY } from '../../schemas/lexicon/prose/bodies.ts';
import {
  ABOUT,
  BEFORE_HEAD,
  BEFORE_NOUN,
  BEFORE_NUMBER,
  BEFORE_PROJECT,
  CLAUSE_START,
  COUNT_NAMES,
  COUNTS_PIECES,
  COUNTS_ROUNDS,
  HEAD,
  HEADING_WORDS_END,
  nameOfCount,
  PARTICLE_AT_START,
  PROJECT_END,
  QUOTED_HEAD,
  QUOTED_SUBJECT,
  REASON_AT_START,
  RECKONING,
  SAYS_COUNT,
  YEAR_BEFORE_AMOUNT,
} from '../../schemas/lexicon/prose/clauses.ts';
import { compactOf } from './compact.ts';

const BOUNDARY = /[，。；：！？,;]/;

/** Index in `lead` after the last clause boundary that stands outside brackets. */
export function clauseStart(lead: string): number {
  let depth = 0;
  for (let i = lead.length - 1; i >= 0; i--) {
    const char = lead.charAt(i);
    if (char === '）') depth++;
    else if (char === '（') {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && BOUNDARY.test(char) && i < lead.length - 1) return i + 1;
  }
  return 0;
}

/** The noun phrase of a clause without connectives, year, institution and the verb before the number. */
export function clean(clause: string): string {
  let noun = clause
    .slice(-120)
    .replace(BEFORE_PROJECT, '')
    .replace(QUOTED_SUBJECT, '$1')
    .replace(REASON_AT_START, '')
    .replace(RECKONING, '');
  for (let before = ''; before !== noun; ) {
    before = noun;
    for (const words of BEFORE_NOUN) noun = noun.replace(words, '');
  }
  const head = HEAD.exec(noun);
  if (head && head.index > 0 && BEFORE_HEAD.test(noun.slice(0, head.index))) noun = noun.slice(head.index);
  const quoted = noun.indexOf(QUOTED_HEAD);
  if (quoted > 0) noun = noun.slice(quoted);
  noun = noun.replace(BEFORE_NUMBER, '').replace(YEAR_BEFORE_AMOUNT, '');
  return noun.length > 48 ? noun.slice(-48) : noun;
}

/** 某中心 3 家事业单位: what is counted stands behind the institutions; '' where none are counted. */
export function institutions(noun: string, unit: string, after: string): string {
  if (!COUNTS_BODIES.test(unit) || !ENDS_IN_BODY.test(noun)) return '';
  return BODIES_COUNTED.exec(after)?.[0] ?? '';
}

export function following(text: string, from: number, max: number): string {
  const next = /^[^，。；：、！？（）,;\d]*/.exec(text.slice(from, from + max + 8))?.[0] ?? '';
  return next.replace(PARTICLE_AT_START, '').slice(0, max);
}

export function counted(noun: string, unit: string): string {
  if (unit === COUNTS_PIECES && PROJECT_END.test(noun)) return nameOfCount(noun);
  return COUNTS_ROUNDS.test(unit) && !SAYS_COUNT.test(noun) ? noun + (COUNT_NAMES[unit] ?? '') : noun;
}

export function headingNoun(heading: string | null): string {
  if (heading === null || heading.length > 40) return '';
  const noun = compactOf(heading)
    .text.replace(/（[^（）]*）$/, '')
    .replace(CLAUSE_START, '')
    .replace(ABOUT, '')
    .replace(/[。.]$/, '');
  return clean(noun.replace(HEADING_WORDS_END, ''));
}

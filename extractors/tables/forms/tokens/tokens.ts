/** Rows of a form in; its texts as tokens with their columns and places out; imports schemas, model, notation, vocabulary. */
import { BOUND_BEHIND, OPERATORS, type Operator, operatorBehind } from '../../../../schemas/lexicon/writing/comparisons.ts';
import { COMMON_UNIT, NO_COUNT_UNIT } from '../../../../schemas/lexicon/writing/counts.ts';
import { DATE } from '../../../../schemas/lexicon/writing/years.ts';
import { type Place, placeOfLine } from '../../../../schemas/place.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { parseNumber } from '../../../notation/numbers.ts';
import { compact } from '../../../notation/text.ts';
import { remembered } from '../vocabulary/remembered.ts';
import { LONGEST_DATE, LONGEST_OPERATOR, MAX_VALUE } from './settings.ts';

export type { Operator };

/** A filled cell of a form. `text` is printed text without markup; `column` is null where the layout was lost. */
export interface Token {
  text: string;
  column: number | null;
  places: readonly Place[];
}

/** A token whose column is known. */
export type PlacedToken = Token & { column: number };

export const isPlaced = (token: Token): token is PlacedToken => token.column !== null;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&nbsp;': ' ', '&quot;': '"' };

/** Tags and entities out, runs of white space to one space. Comparison signs (`<5`, `<=`) are no tags. */
function withoutMarkup(text: string): string {
  if (!/[<&\s]/.test(text)) return text;
  return text
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/&(lt|gt|amp|nbsp|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

export const isDate = remembered((text: string): boolean => text.length <= LONGEST_DATE && DATE.test(compact(text)));

export const numberOf = remembered(parseNumber);
export const isNumeric = (text: string): boolean => numberOf(text) !== null;
export const isTick = (text: string): boolean => /^[√✓☑✔]/.test(text);

/** `2, 699.25` → `2699.25`; null for percentages and for anything but a number. */
export function decimalOf(text: string): string | null {
  const number = numberOf(text);
  return number && !number.percent ? number.value : null;
}

const OPERATOR_OF: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.flatMap(([operator, words]) => words.map((word) => [word, operator] as const)),
);
const OPERATOR_WORDS: readonly string[] = [...OPERATOR_OF.keys()].sort((a, b) => b.length - a.length);

const operatorText = (text: string): string => compact(text).replace(/\$/g, '').replace(/＞/g, '>').replace(/＜/g, '<').replace(/＝/g, '=');

/** The operator that the whole text is; null for other text. */
export const operatorOf = remembered((text: string): Operator | null =>
  text.length > LONGEST_OPERATOR ? null : (OPERATOR_OF.get(operatorText(text)) ?? null),
);

/** `≥95%` → `{operator: '>=', rest: '95%'}`; null where no operator leads or nothing follows it. */
export function leadingOperator(text: string): { operator: Operator; rest: string } | null {
  if (text.length > MAX_VALUE) return null;
  const plain = operatorText(text);
  const word = OPERATOR_WORDS.find((candidate) => plain.length > candidate.length && plain.startsWith(candidate));
  const operator = word === undefined ? undefined : OPERATOR_OF.get(word);
  return word !== undefined && operator ? { operator, rest: plain.slice(word.length) } : null;
}

/** `95%以上` → `{operator: '>=', rest: '95%'}`; null for other text. */
export function trailingOperator(text: string): { operator: Operator; rest: string } | null {
  const match = text.length > MAX_VALUE ? null : BOUND_BEHIND.exec(compact(text));
  return match ? { operator: operatorBehind(match[2] ?? ''), rest: match[1] ?? '' } : null;
}

/** `95%` → `{number: '95', unit: '%'}`; null where the text is not a number with a short unit. */
export function numberWithUnit(text: string): { number: string; unit: string | null } | null {
  if (text.length > MAX_VALUE) return null;
  const match = /^([-−]?\d[\d,，]*(?:\.\d+)?)([^\d,，.≥≤<>=]{0,8})$/.exec(compact(text));
  if (!match || isDate(text) || NO_COUNT_UNIT.test(match[2] ?? '')) return null;
  return { number: match[1] ?? '', unit: match[2] || null };
}

/** 2: surely a unit, 1: may be one, 0: no. */
export const unitLikelihood = remembered((text: string): 0 | 1 | 2 => {
  if (text.length > MAX_VALUE) return 0;
  const plain = compact(text);
  if (plain.length > 12 || isDate(plain) || decimalOf(plain) !== null || operatorOf(plain)) return 0;
  if (COMMON_UNIT.test(plain)) return 2;
  const parts = plain.split(/[/、（(）)]/).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => part.length <= 4)) return 2;
  return plain.length <= 3 ? 1 : 0;
});

/** The filled cells of a row. Markdown rules (`---`) are not cells; `% 2021年12月` is a unit and a date. */
export function tokensOf(row: GridRow): Token[] {
  const tokens: Token[] = [];
  row.cells.forEach((cell, index) => {
    const text = withoutMarkup(cell.text);
    if (text === '' || /^[-—:|]{2,}$/.test(text)) return;
    const places = cell.places.length > 0 ? cell.places : [placeOfLine(row.page, row.line)];
    const column = row.layout === 'columns' ? index : null;
    for (const part of splitUnitAndDate(text)) tokens.push({ text: part, column, places });
  });
  return tokens;
}

function splitUnitAndDate(text: string): string[] {
  const space = text.lastIndexOf(' ');
  if (space < 0 || text.length > 24) return [text];
  const [head, tail] = [text.slice(0, space), text.slice(space + 1)];
  return isDate(tail) && unitLikelihood(head) === 2 ? [head, tail] : [text];
}

/** The pieces of one text as one token. */
export function joinTokens(tokens: readonly Token[]): Token {
  return {
    text: tokens.map((token) => token.text).join(''),
    column: tokens[0]?.column ?? null,
    places: tokens.flatMap((token) => token.places),
  };
}

/** One place per line, in reading order. */
export function placesOf(tokens: readonly Token[]): Place[] {
  const lines = new Map<string, Place>();
  for (const place of tokens.flatMap((token) => token.places)) {
    const key = `${place.page}:${place.line}`;
    const known = lines.get(key);
    lines.set(key, known ? merge(known, place) : place);
  }
  return [...lines.values()];
}

function merge(a: Place, b: Place): Place {
  const start = a.start === null || b.start === null ? null : Math.min(a.start, b.start);
  const end = a.end === null || b.end === null ? null : Math.max(a.end, b.end);
  const bbox: Place['bbox'] =
    a.bbox && b.bbox
      ? [Math.min(a.bbox[0], b.bbox[0]), Math.min(a.bbox[1], b.bbox[1]), Math.max(a.bbox[2], b.bbox[2]), Math.max(a.bbox[3], b.bbox[3])]
      : null;
  return { page: a.page, line: a.line, start, end, bbox };
}

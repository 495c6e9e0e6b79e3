import type { DisclosureKind } from '../../schemas/disclosure.ts';
import { DEFINITION, GOAL_PARAGRAPH, GOALS, TWO_WORDS, WORD } from '../../schemas/lexicon/prose/goals.ts';
import type { Place } from '../../schemas/place.ts';
import { at } from '../model/at.ts';
import type { SaidQuantity } from '../model/said.ts';
import type { Paragraph } from '../model/segments.ts';
import { type Compact, compactOf, printedAt } from './compact.ts';
import { quantitiesOf } from './quantities.ts';
import { Speaker } from './speaker.ts';
import type { SubjectLookup } from './subjects.ts';

export interface StatementContext {
  year: number | null;
  kind: DisclosureKind | null;
  /** Code of a subject from its names; absent: codes are taken only where they are printed. */
  subjectCode?: SubjectLookup;
}

const MAX_QUOTE = 120;

/**
 * Every quantity with a unit (money, shares, counts, scores) that explanatory paragraphs state, in order, with what it
 * is the quantity of. `value` is a decimal string in the printed `unit`.
 * Definitions, goals, dates, legal thresholds and policy rates are no statements.
 */
export function extractStatements(paragraphs: readonly Paragraph[], context: StatementContext): SaidQuantity[] {
  const statements: SaidQuantity[] = [];
  const speaker = new Speaker(context.year, context.subjectCode ?? (() => null));
  for (const paragraph of paragraphs) {
    if (paragraph.section !== 'explanation') continue;
    const compact = compactOf(paragraph.text);
    speaker.beginParagraph(compact.text, paragraph.heading);
    if (DEFINITION.test(compact.text.slice(0, 120)) || GOAL_PARAGRAPH.test(compact.text.slice(0, 60))) continue;
    const goals = compact.text.search(GOALS);
    const text = goals < 0 ? compact.text : compact.text.slice(0, goals);
    let leadFrom = 0;
    for (const quantity of quantitiesOf(text)) {
      const spoken = speaker.say(text, leadFrom, quantity);
      const before = leadFrom;
      leadFrom = quantity.to;
      if (!WORD.test(spoken.concept)) continue;
      const from = printedAt(compact, quantity.from);
      const numberTo = printedAt(compact, quantity.unitFrom - 1) + 1;
      const quoteFrom = printedAt(compact, quoteStart(text, spoken.clauseFrom, quantity.from, before));
      const to = printedAt(compact, quantity.to - 1) + 1;
      const quoteTo = printedAt(compact, Math.min(text.length, quantity.to + spoken.tail) - 1) + 1;
      statements.push({
        id: `s${String(statements.length + 1).padStart(3, '0')}`,
        concept: spoken.concept,
        subjectCode: spoken.subjectCode,
        raw: paragraph.text.slice(from, numberTo),
        value: quantity.value,
        unit: unitOf(paragraph.text, compact, quantity.unitFrom, to),
        period: spoken.period,
        quote: paragraph.text
          .slice(quoteFrom, quoteTo)
          .replace(/^[、，；。]/, '')
          .replace(/[\s\u3000]+/g, ' ')
          .trim(),
        places: placesOf(paragraph, from, numberTo, quoteFrom),
      });
    }
    speaker.endParagraph(text.slice(leadFrom));
  }
  return statements;
}

function unitOf(printed: string, compact: Compact, from: number, to: number): string {
  return printed.slice(printedAt(compact, from), to).replace(/[\s\u3000]+/g, '');
}

/** A clause that is hardly more than its number takes the clause before it along. */
function quoteStart(text: string, clauseFrom: number, number: number, previous: number): number {
  let from = clauseFrom;
  if (!TWO_WORDS.test(text.slice(from, number))) {
    from = Math.max(0, previous - 1);
    while (from > 0 && previous - from < 40 && !/[，。；：]/.test(text.charAt(from - 1))) from--;
  }
  return Math.max(from, number - MAX_QUOTE);
}

/** The number, in pieces where a line break cuts it, and the line on which its clause begins. */
function placesOf(paragraph: Paragraph, from: number, to: number, quoteFrom: number): Place[] {
  const places = placesAt(paragraph, from, to);
  const [start] = placesAt(paragraph, quoteFrom, quoteFrom + 1);
  return !start || places.some((place) => place.line === start.line && place.page === start.page) ? places : [...places, start];
}

function placesAt({ spans }: Paragraph, from: number, to: number): Place[] {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(spans, middle).from <= from) low = middle;
    else high = middle - 1;
  }
  const places: Place[] = [];
  for (let i = low; i < spans.length; i++) {
    const span = at(spans, i);
    if (i > low && span.from >= to) break;
    const printed = span.place.start ?? 0;
    const start = printed + Math.max(0, from - span.from);
    places.push({ ...span.place, start, end: Math.max(start, Math.min(span.place.end ?? start, printed + to - span.from)) });
  }
  return places;
}

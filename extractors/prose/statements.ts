import type { DisclosureKind } from '../../schemas/disclosure.ts';
import { DEFINITION, GOAL_PARAGRAPH, GOALS, TWO_WORDS, WORD } from '../../schemas/lexicon/prose/goals.ts';
import type { Place } from '../../schemas/place.ts';
import { at } from '../model/at.ts';
import type { SaidQuantity } from '../model/said.ts';
import type { Paragraph } from '../model/segments.ts';
import { type Compact, compactOf, printedAt } from './compact.ts';
import { aboutOf, type Mention } from './meaning/index.ts';
import { placesAt } from './paragraphs.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import { Speaker, type Spoken } from './speaker.ts';
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
  const lookup = context.subjectCode ?? (() => null);
  const setting = { year: context.year, kind: context.kind, subjectCode: lookup };
  const speaker = new Speaker(context.year, lookup);
  for (const paragraph of paragraphs) {
    if (paragraph.section !== 'explanation') continue;
    const compact = compactOf(paragraph.text);
    speaker.beginParagraph(compact.text, paragraph.heading);
    if (DEFINITION.test(compact.text.slice(0, 120)) || GOAL_PARAGRAPH.test(compact.text.slice(0, 60))) continue;
    const goals = compact.text.search(GOALS);
    const text = goals < 0 ? compact.text : compact.text.slice(0, goals);
    const { said, end } = saidIn(text, speaker);
    const about = aboutOf(
      text,
      said.map(({ mention }) => mention),
      { ...setting, headings: paragraph.headings },
      ({ from, to }) => tidy(paragraph.text.slice(printedAt(compact, from), printedAt(compact, to - 1) + 1)),
    );
    for (const [i, { quantity, spoken, before }] of said.entries()) {
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
        quote: tidy(paragraph.text.slice(quoteFrom, quoteTo)),
        places: placesOf(paragraph, from, numberTo, quoteFrom),
        about: at(about, i),
      });
    }
    speaker.endParagraph(text.slice(end));
  }
  return statements;
}

/** A quantity as the speaker understands it. `before`: where the one before it ended. */
interface SaidHere {
  quantity: Quantity;
  spoken: Spoken;
  mention: Mention;
  before: number;
}

/** The quantities of a paragraph that have a name, in order; `end`: behind the last of all. */
function saidIn(text: string, speaker: Speaker): { said: SaidHere[]; end: number } {
  const said: SaidHere[] = [];
  let before = 0;
  for (const quantity of quantitiesOf(text)) {
    const spoken = speaker.say(text, before, quantity);
    const { noun, subjectCode, relation, direction, period, clauseFrom } = spoken;
    if (WORD.test(spoken.concept))
      said.push({ quantity, spoken, mention: { quantity, noun, subjectCode, relation, direction, period, clauseFrom }, before });
    before = quantity.to;
  }
  return { said, end: before };
}

const tidy = (text: string): string =>
  text
    .replace(/^[、，；。]/, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();

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

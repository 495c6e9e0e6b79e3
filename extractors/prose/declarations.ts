import type { Declaration } from '../../schemas/disclosure.ts';
import { CAUSE } from '../../schemas/lexicon/comparisons/bases.ts';
import { STANDARD_MEASURES } from '../../schemas/lexicon/measures/index.ts';
import { NAMED_YEAR } from '../../schemas/lexicon/prose/years.ts';
import {
  DECLARES_NONE,
  DECLARES_WITHHELD,
  IF_SO,
  NO_DECLARATION,
  NONE_IN_PROSE,
  NONE_OF_EXPENDITURE,
  NONE_OF_REVENUE,
  NONE_OF_WHAT,
  noneOf,
  WITHHELD_IN_PROSE,
} from '../../schemas/lexicon/tables/declarations.ts';
import { hasFacts, type Table } from '../../schemas/table.ts';
import { at } from '../model/at.ts';
import type { Paragraph, SectionKind } from '../model/segments.ts';
import type { Stage } from '../model/stage.ts';
import { compact } from '../notation/text.ts';
import { compactOf, printedAt } from './compact.ts';
import { placesAt } from './paragraphs.ts';

export interface Declaring {
  tables: readonly Table[];
  paragraphs: readonly Paragraph[];
  year: number | null;
}

type Found = Omit<Declaration, 'id'>;

/** What a document says that it has none of, or keeps back: empty tables by the notes below them, then prose, in their order. */
export const declarations: Stage<Declaring, Declaration[]> = {
  name: 'declarations',
  run({ tables, paragraphs, year }) {
    const found = [...tables.flatMap((table) => inTable(table, year)), ...paragraphs.flatMap((paragraph) => inProse(paragraph, year))];
    return found.map((each, i) => ({ id: `d${String(i + 1).padStart(3, '0')}`, ...each }));
  },
};

/** Which measures `text` denies; where it speaks of one side of the account, those of that side. */
function measuresDenied(text: string): string[] {
  const sides = { revenue: NONE_OF_REVENUE.test(text), expenditure: NONE_OF_EXPENDITURE.test(text) };
  const isOpen = sides.revenue === sides.expenditure;
  return STANDARD_MEASURES.flatMap(({ id, none, select }) =>
    none !== undefined && (isOpen || sides[select.flow]) && noneOf(none).test(text) ? [id] : [],
  );
}

function inTable(table: Table, year: number | null): Found[] {
  if (!hasFacts(table) || !table.empty) return [];
  const texts = [...table.notes, ...table.rows.map(({ label }) => label)];
  const saying = (pattern: RegExp): string | undefined => texts.find((text) => pattern.test(compact(text)));
  const withheld = saying(DECLARES_WITHHELD);
  const quote = withheld ?? saying(DECLARES_NONE);
  if (quote === undefined) return [];
  const declared = STANDARD_MEASURES.filter(({ declaredBy }) => declaredBy?.includes(table.kind)).map(({ id }) => id);
  const denied = measuresDenied(compact(quote)).filter((id) => declared.includes(id));
  const [page] = table.pages;
  const line = table.lines?.[0] ?? null;
  return [
    {
      kind: withheld === undefined ? 'none' : 'withheld',
      measure: denied[0] ?? declared[0] ?? null,
      subject: table.title,
      tableIndex: table.index,
      period: yearIn(compact(quote), year),
      quote,
      places: [{ page, line, start: null, end: null, bbox: null }],
    },
  ];
}

const yearIn = (text: string, year: number | null): number | null => Number(NAMED_YEAR.exec(text)?.[1] ?? 0) || year;

/** Rules and definitions say what would be so, a contents page says nothing. */
const SILENT: ReadonlySet<SectionKind> = new Set(['rules', 'glossary', 'contents']);

function inProse(paragraph: Paragraph, year: number | null): Found[] {
  if (SILENT.has(paragraph.section)) return [];
  const compacted = compactOf(paragraph.text);
  return [...compacted.text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
    const said = saidIn(sentence, year);
    if (said.length === 0) return [];
    const [from, to] = [printedAt(compacted, index), printedAt(compacted, index + sentence.length - 1) + 1];
    const quote = paragraph.text
      .slice(from, to)
      .replace(/[\s\u3000]+/g, ' ')
      .trim();
    const places = placesAt(paragraph, from, to);
    return said.map((each): Found => ({ ...each, tableIndex: null, quote, places }));
  });
}

const SENTENCE = /[^。；;]+/g;

type SaidHere = Pick<Found, 'kind' | 'measure' | 'subject' | 'period'>;

/** What a sentence says, but as a reason or a condition. */
function saidIn(sentence: string, year: number | null): SaidHere[] {
  if (IF_SO.test(sentence)) return [];
  const withheld = WITHHELD_IN_PROSE.exec(sentence)?.[0];
  if (withheld !== undefined) return [{ kind: 'withheld', measure: null, subject: withheld, period: yearIn(sentence, year) }];
  const cause = CAUSE.exec(sentence)?.index ?? sentence.length;
  return [...sentence.slice(0, cause).matchAll(NONE_IN_PROSE)].flatMap((match): SaidHere[] => {
    const [whole] = match;
    const subject = at(match, 1);
    if (!NONE_OF_WHAT.test(subject) || NO_DECLARATION.test(subject)) return [];
    const period = yearIn(sentence.slice(0, match.index + whole.length), year);
    const denied = measuresDenied(whole);
    return (denied.length > 0 ? denied : [null]).map((measure) => ({ kind: 'none', measure, subject, period }));
  });
}

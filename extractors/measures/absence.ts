import type { Disclosure, Presence } from '../../schemas/disclosure.ts';
import type { StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import { standardTableKinds } from '../../schemas/lexicon/standard-tables.ts';
import { DECLARES_NONE, DECLARES_WITHHELD, noneOf, OF_ANOTHER_YEAR } from '../../schemas/lexicon/tables/declarations.ts';
import { tableKindOf } from '../../schemas/lexicon/vocabulary.ts';
import type { Report } from '../../schemas/report.ts';
import type { RuleId } from '../../schemas/rules/index.ts';
import { hasFacts, type Table } from '../../schemas/table.ts';
import { compact } from '../notation/text.ts';
import type { Figure } from './figure.ts';

/** Why a document has no amount of a measure. */
export type Absence = Pick<Figure, 'presence' | 'reason' | 'table'>;

/** Findings after which numbers may be missing, of the document or of the table that they name. */
const LOSSES: readonly RuleId[] = [
  'pdf/page-unreadable',
  'pdf/page-without-text',
  'pdf/page-damaged',
  'pdf/objects-passed-over',
  'ofd/parts-unread',
  'ofd/objects-passed-over',
  'office/records-passed-over',
  'office/formula-without-result',
];
const LOSSES_OF_TABLES: readonly RuleId[] = [
  'column/missing',
  'header/unreadable',
  'header/damaged',
  'row/misaligned',
  'table/cut',
  'table/fragment',
  'table/reading-order',
  'table/columns-spilled',
  'value/unreadable-number',
  'equation/rows-missing',
];

/** What is known of a document's tables, whatever measure is asked for. */
export interface Reading {
  tables: readonly Table[];
  /** Kinds that the contents page or the standard set names and the document lacks, with the title. */
  missing: ReadonlyMap<string, string>;
  /** The first rule that tells of pages or parts that were not read; null: all were. */
  unread: string | null;
  /** The same for tables, by index. */
  damaged: ReadonlyMap<number, string>;
  /** What the document says, sentence by sentence, without spaces; none where its lines are not at hand. */
  sentences: readonly string[];
  year: number | null;
}

export function readingOf({ tables, kind, year }: Disclosure, { expectedTables, findings }: Report, lines: readonly string[]): Reading {
  const found = new Set(tables.filter(hasFacts).map((table) => table.kind));
  const announced = expectedTables.filter((entry) => !entry.found).map(({ title }) => [tableKindOf(title), title] as const);
  const standard = standardTableKinds(kind, year).map((each) => [each, ''] as const);
  const losses = new Set<string>(LOSSES);
  const ofTables = new Set<string>(LOSSES_OF_TABLES);
  return {
    tables,
    sentences: sentencesOf(lines),
    year,
    missing: new Map([...standard, ...announced].filter(([each]) => !found.has(each))),
    unread: findings.find(({ ruleId, severity }) => losses.has(ruleId) && severity !== 'info')?.ruleId ?? null,
    damaged: new Map(
      findings.flatMap(({ ruleId, tableIndex }) => (tableIndex !== null && ofTables.has(ruleId) ? [[tableIndex, ruleId] as const] : [])),
    ),
  };
}

/** Cut where sentences end; lines end anywhere. */
const sentencesOf = (lines: readonly string[]): string[] => compact(lines.join('')).split(/[。；;]/);

const YEAR = /(?:19|20)\d\d/;

/** What a sentence says that tells of none of the measure in the document's year. */
function deniedIn({ sentences, year }: Reading, none: string): string | undefined {
  const pattern = noneOf(none);
  for (const sentence of sentences) {
    const met = pattern.exec(sentence);
    const between = met?.[1];
    if (!met || between === undefined || OF_ANOTHER_YEAR.test(between)) continue;
    const named = YEAR.exec(between)?.[0];
    if (named === undefined || year === null || Number(named) === year)
      return sentence.slice(Math.max(0, met.index - BEFORE), met.index + BEHIND);
  }
  return undefined;
}

/** Characters around what decides that are quoted. */
const BEFORE = 20;
const BEHIND = 60;

/** Whether the document says that there is none, keeps it back, leaves it blank, or lost it; in this order. */
export function absenceOf(measure: StandardMeasure, reading: Reading): Absence {
  const kinds = [...(measure.declaredBy ?? []), ...measure.tables];
  const homes = kinds.flatMap((kind) => reading.tables.filter((table) => table.kind === kind && hasFacts(table)));
  const declaring = homes.filter((table) => table.empty && (measure.declaredBy ?? [table.kind]).includes(table.kind));
  for (const table of declaring) {
    const declared = declaredIn(table);
    if (declared) return { ...declared, table: { index: table.index, kind: table.kind } };
  }
  const denied = measure.none === undefined ? undefined : deniedIn(reading, measure.none);
  if (denied !== undefined) return { presence: 'declaredNone', reason: denied, table: null };
  const damaged = homes.find(({ index }) => reading.damaged.has(index));
  if (damaged)
    return { presence: 'lost', reason: reading.damaged.get(damaged.index) ?? '', table: { index: damaged.index, kind: damaged.kind } };
  const [home] = homes;
  if (home) return { presence: 'blank', reason: '', table: { index: home.index, kind: home.kind } };
  const missing = kinds.find((kind) => reading.missing.has(kind));
  if (missing) return { presence: 'lost', reason: reading.missing.get(missing) ?? '', table: { index: null, kind: missing } };
  return { presence: reading.unread === null ? 'blank' : 'lost', reason: reading.unread ?? '', table: null };
}

/** What the notes below an empty table, or the words in it, say of its being empty. */
function declaredIn({ notes, rows }: Table): { presence: Presence; reason: string } | null {
  const texts = [...notes, ...rows.map(({ label }) => label)];
  const saying = (pattern: RegExp): string | undefined => texts.find((text) => pattern.test(compact(text)));
  const withheld = saying(DECLARES_WITHHELD);
  if (withheld !== undefined) return { presence: 'withheld', reason: withheld };
  const none = saying(DECLARES_NONE);
  return none === undefined ? null : { presence: 'declaredNone', reason: none };
}

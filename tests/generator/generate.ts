import { type Damage, type DamageOptions, damageDocument } from './damage.ts';
import type { DialectDefinition, Publication } from './dialect.ts';
import { cellPerLine } from './dialects/cell-per-line.ts';
import { finalAccounts } from './dialects/final-accounts.ts';
import { layoutLost } from './dialects/layout-lost.ts';
import { olderIntegers } from './dialects/older-integers.ts';
import { otherCity, pipeMarkdown } from './dialects/other-city.ts';
import { pageRepeated } from './dialects/page-repeated.ts';
import { PDF_DIALECTS } from './dialects/pdf.ts';
import { tabbedBudget } from './dialects/tabbed-budget.ts';
import type { Gold } from './document.ts';
import { type Facts, generateFacts } from './facts.ts';
import { BlocksBuilder, type FormBlock } from './forms/blocks.ts';
import type { PdfPageSpec } from './pdf.ts';
import { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

const WAN = { scale: 1, units: 1, mixedFunds: true } as const;

export const TEXT_DIALECTS = {
  'tabbed-budget': {
    publication: tabbedBudget,
    profile: 'liaoning',
    facts: { ...WAN, year: [2023, 2027], province: '辽宁省' },
    imitates: 'tables with tabs, page cuts without header, ghost columns, shifted performance forms',
  },
  'page-repeated': {
    publication: pageRepeated,
    profile: 'liaoning',
    facts: { ...WAN, mixedFunds: false, year: [2023, 2027], province: '辽宁省' },
    imitates: 'title, number, unit and header on each page, long text column, right-hand halves far below',
  },
  'older-integers': {
    publication: olderIntegers,
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, units: 2, year: [2018, 2021], province: '江川省' },
    imitates: 'template of 2018 to 2021: stripped zeros, no table numbers, units table, unit broken over two lines',
  },
  'final-accounts': {
    publication: finalAccounts,
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, scale: 10000, year: [2021, 2025], province: '江川省' },
    imitates: 'markdown final accounts 01 to 09 with line numbers, three panels, rounding tails and self-evaluations',
  },
  'layout-lost': {
    publication: layoutLost,
    profile: 'liaoning',
    facts: { ...WAN, year: [2023, 2027], province: '辽宁省' },
    imitates: 'text without tabs: empty cells dropped, header words broken over lines, every second line empty',
  },
  'other-city': {
    publication: otherCity,
    profile: 'default',
    facts: { ...WAN, scale: 10000, year: [2022, 2027], province: '江川省' },
    imitates: 'another province: 公开表N, 元, codes over 类 款 项 columns, other titles and column order',
  },
  'pipe-markdown': {
    publication: pipeMarkdown,
    profile: 'default',
    facts: { ...WAN, year: [2022, 2027], province: '江川省' },
    imitates: 'markdown pipe tables and HTML tables with merged cells',
  },
  'cell-per-line': {
    publication: cellPerLine,
    profile: 'default',
    facts: { ...WAN, year: [2022, 2027], province: '江川省' },
    imitates: 'text of a web page: each cell on its own line, empty cells dropped, page numbers between dashes',
  },
} as const satisfies Record<string, DialectDefinition>;

export const DIALECTS = { ...TEXT_DIALECTS, ...PDF_DIALECTS } as const satisfies Record<string, DialectDefinition>;

export type TextDialect = keyof typeof TEXT_DIALECTS;
export type PdfDialect = keyof typeof PDF_DIALECTS;
export type Dialect = TextDialect | PdfDialect;

/** A made-up disclosure before it is printed: what it states, and its tables, which may have been damaged since. */
export interface GeneratedDocument {
  readonly dialect: Dialect;
  readonly seed: number;
  readonly facts: Facts;
  readonly sheets: Sheet[];
}

function begun(dialect: Dialect, seed: number): { publication: Publication; facts: Facts; sheets: Sheet[]; random: Random } {
  const { publication, facts: options }: DialectDefinition = DIALECTS[dialect];
  const random = new Random(seed);
  const facts = generateFacts(random, options);
  return { publication, facts, sheets: publication.sheets(facts, random), random };
}

/** The same dialect and seed give the same document. */
export function planDocument<D extends Dialect>(dialect: D, seed: number): GeneratedDocument & { dialect: D } {
  const { facts, sheets } = begun(dialect, seed);
  return { dialect, seed, facts, sheets };
}

/** The file, and the truth about it: what is printed, damage included. */
export function printDocument({ dialect, seed, sheets }: GeneratedDocument): { bytes: Uint8Array; gold: Gold } {
  const { publication, facts, random } = begun(dialect, seed);
  const builder = publication.print(facts, sheets, random);
  return { bytes: builder.bytes(), gold: builder.gold };
}

/** A dialect that is printed on pages, as blocks for the writers of forms/, and the truth about it, which names no place. */
export function blocksOf({ dialect, sheets, facts }: GeneratedDocument & { dialect: PdfDialect }): { blocks: FormBlock[]; gold: Gold } {
  const { publication } = PDF_DIALECTS[dialect];
  const builder = new BlocksBuilder(publication.head(facts));
  publication.printWith(builder, facts, sheets);
  return { blocks: builder.blocks, gold: builder.gold };
}

/** A dialect that is printed on pages, as those pages. */
export function pagesOf(document: GeneratedDocument & { dialect: PdfDialect }): { pages: readonly PdfPageSpec[]; gold: Gold } {
  const { facts, random } = begun(document.dialect, document.seed);
  const builder = PDF_DIALECTS[document.dialect].publication.print(facts, document.sheets, random);
  return { pages: builder.finished(), gold: builder.gold };
}

export interface GenerateOptions {
  dialect: Dialect;
  seed: number;
  /** What to spoil on purpose; the gold follows what is printed, `damaged` says what was changed. */
  damage?: Omit<DamageOptions, 'seed'>;
}

export interface Generated {
  bytes: Uint8Array;
  gold: Gold;
  damaged: Damage[];
  facts: Facts;
}

/** One made-up disclosure with its exact truth. The same options give the same bytes. */
export function generateFile({ dialect, seed, damage }: GenerateOptions): Generated {
  const whole = planDocument(dialect, seed);
  const { document, damaged } = damage ? damageDocument(whole, { ...damage, seed: seed + 7919 }) : { document: whole, damaged: [] };
  return { ...printDocument(document), damaged, facts: whole.facts };
}

/** The same for a dialect of texts, as text. */
export function generate(options: GenerateOptions & { dialect: TextDialect }): Generated & { text: string } {
  const generated = generateFile(options);
  return { ...generated, text: new TextDecoder().decode(generated.bytes) };
}

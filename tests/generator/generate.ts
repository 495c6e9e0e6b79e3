import { type Damage, type DamageOption, damageSheets } from './damage.ts';
import { cellPerLine } from './dialects/cell-per-line.ts';
import { finalAccounts } from './dialects/final-accounts.ts';
import { layoutLost } from './dialects/layout-lost.ts';
import { olderIntegers } from './dialects/older-integers.ts';
import { otherCity, pipeMarkdown } from './dialects/other-city.ts';
import { pageRepeated } from './dialects/page-repeated.ts';
import { tabbedBudget } from './dialects/tabbed-budget.ts';
import type { DocumentBuilder, Gold } from './document.ts';
import { type Facts, type FactsOptions, generateFacts } from './facts.ts';
import { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

type Render = (facts: Facts, random: Random, adjust: (sheets: Sheet[]) => void) => DocumentBuilder;

interface DialectDefinition {
  render: Render;
  profile: 'liaoning' | 'default';
  facts: FactsOptions;
  imitates: string;
}

const WAN = { scale: 1, units: 1, mixedFunds: true } as const;

export const DIALECTS = {
  'tabbed-budget': {
    render: tabbedBudget,
    profile: 'liaoning',
    facts: { ...WAN, year: [2023, 2027], province: '辽宁省' },
    imitates: 'tables with tabs, page cuts without header, ghost columns, shifted performance forms',
  },
  'page-repeated': {
    render: pageRepeated,
    profile: 'liaoning',
    facts: { ...WAN, mixedFunds: false, year: [2023, 2027], province: '辽宁省' },
    imitates: 'title, number, unit and header on each page, long text column, right-hand halves far below',
  },
  'older-integers': {
    render: olderIntegers,
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, units: 2, year: [2018, 2021], province: '江川省' },
    imitates: 'template of 2018 to 2021: stripped zeros, no table numbers, units table, unit broken over two lines',
  },
  'final-accounts': {
    render: finalAccounts,
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, scale: 10000, year: [2021, 2025], province: '江川省' },
    imitates: 'markdown final accounts 01 to 09 with line numbers, three panels, rounding tails and self-evaluations',
  },
  'layout-lost': {
    render: layoutLost,
    profile: 'liaoning',
    facts: { ...WAN, year: [2023, 2027], province: '辽宁省' },
    imitates: 'text without tabs: empty cells dropped, header words broken over lines, every second line empty',
  },
  'other-city': {
    render: otherCity,
    profile: 'default',
    facts: { ...WAN, scale: 10000, year: [2022, 2027], province: '江川省' },
    imitates: 'another province: 公开表N, 元, codes over 类 款 项 columns, other titles and column order',
  },
  'pipe-markdown': {
    render: pipeMarkdown,
    profile: 'default',
    facts: { ...WAN, year: [2022, 2027], province: '江川省' },
    imitates: 'markdown pipe tables and HTML tables with merged cells',
  },
  'cell-per-line': {
    render: cellPerLine,
    profile: 'default',
    facts: { ...WAN, year: [2022, 2027], province: '江川省' },
    imitates: 'text of a web page: each cell on its own line, empty cells dropped, page numbers between dashes',
  },
} as const satisfies Record<string, DialectDefinition>;

export type Dialect = keyof typeof DIALECTS;

export interface GenerateOptions {
  dialect: Dialect;
  seed: number;
  /** What to spoil on purpose; the gold follows what is printed, `damaged` says what was changed. */
  damage?: readonly DamageOption[];
}

export interface Generated {
  text: string;
  gold: Gold;
  damaged: Damage[];
  facts: Facts;
}

/** One made-up disclosure with its exact truth. The same options give the same text. */
export function generate({ dialect, seed, damage = [] }: GenerateOptions): Generated {
  const definition: DialectDefinition = DIALECTS[dialect];
  const random = new Random(seed);
  const facts = generateFacts(random, definition.facts);
  const damaged: Damage[] = [];
  const builder = definition.render(facts, random, (sheets) => {
    damaged.push(...damageSheets(sheets, damage, new Random(seed + 7919)));
  });
  return { text: builder.text(), gold: builder.gold, damaged, facts };
}

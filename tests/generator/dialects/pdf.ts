import { grouped, plain, roundedToTenThousands, stripped } from '../amounts.ts';
import type { DialectDefinition, Publication } from '../dialect.ts';
import type { Gold } from '../document.ts';
import type { Facts } from '../facts.ts';
import { lay, type Show } from '../laid.ts';
import { layFinal } from '../laid-final.ts';
import { PdfBuilder, type PdfStyle } from '../pdf-document.ts';
import { overallForm, projectForm } from '../pdf-forms.ts';
import type { Printer } from '../printer.ts';
import { budgetProse, dutyLines, glossary, type ProseStyle } from '../prose.ts';
import { finalAccountsProse } from '../prose-final.ts';
import { chineseNumber, type Sheet } from '../sheet.ts';
import { finalSheets } from '../sheets-final.ts';
import { liaoningSheets } from '../sheets-liaoning.ts';
import { olderSheets } from '../sheets-older.ts';
import { otherSheets } from '../sheets-other.ts';
import { formSheet, OVERALL_TITLE, PROJECT_TITLE } from './tabbed-budget.ts';

type Look = Pick<PdfStyle, 'rules'> & Partial<PdfStyle>;

function styleOf(look: Look): PdfStyle {
  return {
    repeat: 'header',
    wide: ['landscape'],
    standing: 12,
    flows: false,
    running: null,
    pageNumber: (n) => `- ${n} -`,
    captionOf: ({ number, title, unit }) => ({ number, title, unit }),
    ...look,
  };
}

interface Parts {
  kind: 'budget' | 'final-accounts';
  code: boolean;
  /** Headings of the chapters: overview, tables, explanation, glossary. */
  chapters: readonly [string, string, string, string];
  sheetsOf: Publication['sheets'];
  show: Show;
  forms: boolean;
  explain: (builder: Printer, facts: Facts) => void;
  look: (facts: Facts) => Look;
}

const CHAPTERS = ['第一部分 部门概况', '第二部分 部门预算表', '第三部分 部门预算情况说明', '第四部分 名词解释'] as const;

/** A publication that can print itself with another printer too. */
export interface PrintedPublication extends Publication<PdfBuilder> {
  head(facts: Facts): Pick<Gold, 'entity' | 'year' | 'kind'>;
  printWith(builder: Printer, facts: Facts, sheets: readonly Sheet[]): void;
}

function publication(parts: Parts): PrintedPublication {
  const head: PrintedPublication['head'] = ({ entity, year }) => ({
    entity: { name: entity.name, code: parts.code ? entity.code : null },
    year,
    kind: parts.kind,
  });
  return {
    sheets: parts.sheetsOf,
    head,
    printWith: (builder, facts, sheets) => printParts(parts, builder, facts, sheets),
    print(facts, sheets) {
      const builder = new PdfBuilder(head(facts), styleOf(parts.look(facts)));
      printParts(parts, builder, facts, sheets);
      return builder;
    },
  };
}

/** Cover, contents with page numbers, duties, tables, forms, explanation, glossary. */
function printParts({ kind, chapters, show, forms, explain }: Parts, builder: Printer, facts: Facts, sheets: readonly Sheet[]): void {
  const { entity, year } = facts;
  const [overview, tables, explanation, words] = chapters;
  const formTitles = forms ? [OVERALL_TITLE, PROJECT_TITLE] : [];
  builder.cover(`${facts.province}${entity.name}`, `${year}年${kind === 'budget' ? '部门预算' : '部门决算'}`);
  builder.newPage();
  builder.heading('目 录');
  builder.listed(overview);
  builder.listed(tables);
  [...sheets.map(({ title }) => title), ...formTitles].forEach((title, i) => {
    builder.listed(title, `　　${chineseNumber(i + 1)}、${title}`);
  });
  builder.listed(explanation);
  builder.listed(words);
  builder.newPage();
  builder.heading(overview);
  builder.paragraph('一、主要职责');
  for (const duty of dutyLines(facts)) builder.paragraph(duty);
  builder.paragraph('二、机构设置');
  builder.paragraph(`${entity.name}是${facts.authority}所属的预算单位。`);
  builder.newPage();
  builder.heading(tables);
  const laid = kind === 'budget' ? lay : layFinal;
  for (const sheet of sheets) builder.table(sheet, laid(sheet, show));
  if (forms) {
    builder.form(formSheet('表16', OVERALL_TITLE), [overallForm(facts, '表16')]);
    builder.form(
      formSheet('表17', PROJECT_TITLE),
      facts.projects.map((_, i) => projectForm(facts, i, '表17')),
    );
  }
  builder.newPage();
  builder.heading(explanation);
  explain(builder, facts);
  builder.heading(words);
  for (const text of glossary(year)) builder.paragraph(text);
}

function explainBudget(unit: '元' | '万元'): Parts['explain'] {
  const money: ProseStyle['money'] =
    unit === '元'
      ? (amount) => ({ value: plain(amount), shown: grouped(plain(amount)) })
      : (amount) => ({ value: stripped(amount), shown: grouped(stripped(amount)) });
  return (builder, facts) => budgetProse(builder, facts, { money, unit, spaced: false }, (text) => builder.paragraph(text));
}

const entityBeside =
  (name: string): PdfStyle['captionOf'] =>
  ({ number, title, unit }) => ({ number, title, unit, entity: name });

/** National wording, in 元, codes over 类 款 项. */
const splitCodes = (look: Parts['look']): PrintedPublication =>
  publication({
    kind: 'budget',
    code: false,
    chapters: CHAPTERS,
    sheetsOf: (facts) =>
      otherSheets(facts, { digits: plain, unit: '元', number: (n) => `公开表${n}`, splitCodes: true, ownLevelOnly: false }),
    show: grouped,
    forms: false,
    explain: explainBudget('元'),
    look,
  });

/** The same in 万元, codes in one piece. */
const wholeCodes = (look: Parts['look']): PrintedPublication =>
  publication({
    kind: 'budget',
    code: false,
    chapters: CHAPTERS,
    sheetsOf: (facts) =>
      otherSheets(facts, { digits: plain, unit: '万元', number: (n) => `表${n}`, splitCodes: false, ownLevelOnly: false }),
    show: grouped,
    forms: false,
    explain: explainBudget('万元'),
    look,
  });

const liaoning = (look: Parts['look']): PrintedPublication =>
  publication({
    kind: 'budget',
    code: true,
    chapters: ['第一部分 单位概况', '第二部分 单位预算公开表', '第三部分 单位预算情况说明', '第四部分 名词解释'],
    sheetsOf: (facts) =>
      liaoningSheets(facts, {
        digits: plain,
        numbering: (n) => `（${chineseNumber(n)}）`,
        unitRows: true,
        contents: null,
        blankUnitRow: false,
      }),
    show: grouped,
    forms: true,
    explain: explainBudget('万元'),
    look,
  });

const final = (look: Parts['look']): PrintedPublication =>
  publication({
    kind: 'final-accounts',
    code: true,
    chapters: ['第一部分 部门概况', '第二部分 部门决算表', '第三部分 部门决算情况说明', '第四部分 名词解释'],
    sheetsOf: finalSheets,
    show: grouped,
    forms: false,
    explain: (builder, facts) => {
      const money: ProseStyle['money'] = (amount) => ({ value: roundedToTenThousands(amount) });
      const bare = (text: string): string => text.replace(/[#*]/g, '').trim();
      finalAccountsProse(builder, facts, { money, unit: '万元', spaced: false }, (text) => builder.paragraph(bare(text)));
    },
    look,
  });

const older = (look: Parts['look']): PrintedPublication =>
  publication({
    kind: 'budget',
    code: true,
    chapters: ['第一部分 部门概况', '第二部分 部门预算公开表', '第三部分 部门预算情况说明', '第四部分 名词解释'],
    sheetsOf: (facts) => olderSheets(facts, stripped),
    show: (value) => value,
    forms: false,
    explain: explainBudget('万元'),
    look,
  });

const running = (facts: Facts): string => `${facts.entity.name}${facts.year}年部门预算`;
const pageOfPages: PdfStyle['pageNumber'] = (n, total) => `第 ${n} 页 共 ${total} 页`;

const WAN = { scale: 1, units: 1, mixedFunds: true } as const;
const NATIONAL = { ...WAN, year: [2022, 2027], province: '江川省' } as const satisfies DialectDefinition['facts'];
const YUAN = { ...NATIONAL, scale: 10000 } as const satisfies DialectDefinition['facts'];

export const PDF_DIALECTS = {
  'pdf-ruled': {
    publication: splitCodes((facts) => ({ rules: 'ruled', running: running(facts), captionOf: entityBeside(facts.entity.name) })),
    profile: 'default',
    facts: YUAN,
    imitates: 'ruled PDF in 元: codes over 类 款 项, sides of unequal width, header repeated, running heads, contents with page numbers',
  },
  'pdf-half': {
    publication: final(() => ({ rules: 'half', repeat: 'nothing', flows: true, pageNumber: pageOfPages })),
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, scale: 10000, year: [2021, 2025], province: '江川省' },
    imitates:
      'final accounts with rules between rows only: line numbers, three panels, rounding tails, tables over pages with nothing repeated',
  },
  'pdf-unruled': {
    publication: wholeCodes((facts) => ({ rules: 'none', running: running(facts) })),
    profile: 'default',
    facts: NATIONAL,
    imitates: 'PDF without any rule: amounts aligned to the right, header repeated',
  },
  'pdf-turned': {
    publication: liaoning(() => ({ rules: 'segments', repeat: 'nothing', wide: ['turned-page', 'turned-content'], standing: 8 })),
    profile: 'liaoning',
    facts: { ...WAN, year: [2023, 2027], province: '辽宁省' },
    imitates:
      'wide tables on turned pages among standing ones, headers three levels deep, empty tables, performance forms, nothing repeated',
  },
  'pdf-tight': {
    publication: older(() => ({ rules: 'tight', repeat: 'caption' })),
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, units: 2, year: [2018, 2021], province: '江川省' },
    imitates:
      'template of 2018 to 2021 without rules, each cell clipped to its own box, which cuts the longest numbers; caption on each page',
  },
  'pdf-filled': {
    publication: wholeCodes(() => ({ rules: 'filled', repeat: 'nothing', flows: true })),
    profile: 'default',
    facts: NATIONAL,
    imitates: 'rules drawn as thin boxes, several tables a page',
  },
  'pdf-grey': {
    publication: older(() => ({ rules: 'grey' })),
    profile: 'default',
    facts: { ...WAN, mixedFunds: false, units: 2, year: [2018, 2021], province: '江川省' },
    imitates: 'grey rules, stripped zeros',
  },
  'pdf-doubled': {
    publication: splitCodes(() => ({ rules: 'doubled', repeat: 'caption', wide: ['turned-page'] })),
    profile: 'default',
    facts: YUAN,
    imitates: 'doubled rules, turned pages',
  },
  'pdf-clipped': {
    publication: wholeCodes(() => ({ rules: 'clipped', pageNumber: pageOfPages })),
    profile: 'default',
    facts: NATIONAL,
    imitates: 'no rule, each text in a clip box',
  },
} as const satisfies Record<string, DialectDefinition & { publication: PrintedPublication }>;

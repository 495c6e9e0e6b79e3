import { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { COORDINATE_TERMS, PARTITIONS } from '../../schemas/lexicon/coordinates/index.ts';
import { IDENTITY_NAMES } from '../../schemas/lexicon/identities.ts';
import { SPOKEN_MEASURES, STANDARD_MEASURES, type StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import { ROW_CONCEPTS } from '../../schemas/lexicon/row-concepts.ts';
import { MEASURES, TABLE_KINDS, type Term } from '../../schemas/lexicon/vocabulary.ts';
import { RULES, type Rule } from '../../schemas/rules/index.ts';
import { RULE_EXAMPLES, type RuleExample } from './rule-examples/index.ts';
import { NOT_FROM_TEXT } from './rules-without-text.ts';

/** The pages that are written from the code: `npm run docs` writes them, tests/docs.test.ts says when they are stale. */

const NOTE = '<!-- Written by `npm run docs`; do not edit. -->';

const inCell = (text: string): string => text.replaceAll('|', '\\|');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const terms = (list: readonly Term[]): string =>
  table(
    ['中文', 'identifier', 'English', 'recognised by'],
    list.map(({ id, pattern, zh, en }) => [zh, `\`${id}\``, en, `\`${pattern.source}\``]),
  );

/** Which values each coordinate of a closed list has. */
function coordinateValues(): string {
  const { shape } = Coordinates;
  const closed = { flow: shape.flow, fund: shape.fund, component: shape.component, memo: shape.memo, vintage: shape.vintage };
  const rest = { stage: shape.stage, classification: shape.classification };
  return table(
    ['coordinate', 'values'],
    Object.entries({ ...closed, ...rest }).map(([name, values]) => [
      `\`${name}\``,
      values
        .unwrap()
        .options.map((value) => `\`${value}\``)
        .join(', '),
    ]),
  );
}

/** Coordinates that a measure may have, the preferred ones first. */
function selects({ select }: StandardMeasure): string {
  const named = Object.entries(select).map(([key, value]: [string, string | readonly (string | null)[] | null]) => {
    const values = Array.isArray(value) ? value : [value];
    return `${key} ${values.map((each) => `\`${each ?? 'open'}\``).join(' or ')}`;
  });
  return named.join(', ');
}

const standardMeasures = (): string =>
  table(
    ['中文', 'identifier', 'English', 'within', 'coordinates', 'or the sum of', 'tables'],
    STANDARD_MEASURES.map((measure) => [
      measure.wide ? measure.zh : `（${measure.zh}）`,
      `\`${measure.id}\``,
      measure.en,
      measure.within === null ? '' : `\`${measure.within}\``,
      selects(measure),
      [...new Set((measure.sums ?? []).map(({ of }) => `\`${of.join(' + ').replaceAll('+ -', '− ')}\``))].join(' or '),
      measure.tables.map((kind) => `\`${kind}\``).join(', '),
    ]),
  );

export function glossaryPage(): string {
  const identities = table(
    ['identifier', 'English', '中文'],
    Object.entries(IDENTITY_NAMES).map(([id, { zh, en }]) => [`\`${id}\``, en, zh]),
  );
  return `${NOTE}

# Glossary

Document text stays Chinese in every output; identifiers are English. This page joins the two. Of several patterns that match, the
first one wins. Patterns see text without spaces.

## Kinds of tables

\`table_kind\` of facts.csv and tables.csv, from the title of the table. A title that no pattern matches is of the kind \`other\`.

${terms(TABLE_KINDS)}

## Measures

\`measure\` of facts.csv, from the cells of the column's header. Cells of a path are joined by a dot:
\`currentYearRevenue.generalPublicBudget\` is 本年收入 > 一般公共预算. A column named 合计, 小计 or 总计 alone is \`total\`.

${terms(MEASURES)}

## Rows

\`row_concept\` of facts.csv: what a row without a subject code is about, from its label without numbering. The pattern fits the whole label.

${terms(ROW_CONCEPTS)}

## Coordinates

Columns of facts.csv that say what a number is an amount of, whatever table it stands in. A number's coordinate is its column's where the
column says so, else its row's, else its table's. Title, every cell of the header above a column and labels are read by one list of words, the
longest first; a text may say several things. Words that nobody knows stay, in \`item\`: a part never has the coordinates of its whole.

${coordinateValues()}

\`vintage\` is the year that the money is from: expenditure of \`all\` is paid from this year's money and from what was carried over; that of a table
不含上年结转 is \`currentYear\`. 支出总计 beside 结转下年 is \`item\` \`totalUses\`. The fund is never taken from a code.

${table(
  ['coordinate', 'whole', 'parts'],
  PARTITIONS.map(({ coordinate, whole, parts, open }) => [
    coordinate,
    `\`${whole}\``,
    `${parts.map((part) => `\`${part}\``).join(', ')}${open ? ' …' : ''}`,
  ]),
)}

${table(
  ['says', 'words'],
  COORDINATE_TERMS.filter(({ sets }) => Object.keys(sets).length > 0).map(({ words, sets }) => [
    Object.entries(sets)
      .map(([key, value]) => `${key} \`${value ?? 'open'}\``)
      .join(', '),
    `\`${words}\``,
  ]),
)}

## Standard measures

\`measure\` of measures.csv, those without brackets also columns of panel.csv. \`within\` is the measure that contains it. It is the best number with these
coordinates (what is not named is empty; \`component\` is \`total\` and \`vintage\` \`all\`, else \`currentYear\`) in these tables, the preferred ones first; else a sum; else what
prose says.

${standardMeasures()}

Each 类 that is printed has a measure of each fund: \`all.205\`, \`generalPublicBudget.205\`, \`governmentFund.229\`, \`stateCapital.223\`. What prose alone states has one, too, where it
is stated; counts are in the columns \`quantity\` and \`unit\`.

${table(
  ['中文', 'identifier', 'English', 'within', 'names in prose'],
  SPOKEN_MEASURES.map(({ id, zh, en, within, pattern }) => [
    zh,
    `\`${id}\``,
    en,
    within === null ? '' : `\`${within}\``,
    `\`${pattern.source}\``,
  ]),
)}

## Identities

\`identity\` of equations.csv: why an equation was expected to hold.

${identities}
`;
}

function exampleText({ source }: RuleExample): string {
  if (source instanceof Uint8Array) return `Bytes: ${source.length === 0 ? 'none' : `\`${Buffer.from(source).toString('hex')}\``}.`;
  return `\`\`\`text\n${source.join('\n').replace(/\n+$/, '')}\n\`\`\``;
}

function whereText({ findings = [], review = [] }: RuleExample): string {
  const at = [...new Set([...findings, ...review])].filter((place) => place !== '').map((place) => place.replace(' ', ', '));
  if (at.length === 0) return 'Reported for the document.';
  const kinds = [findings.length > 0 ? 'a finding' : '', review.length > 0 ? 'a review item' : ''].filter(Boolean).join(' and ');
  return `Reported as ${kinds} at ${at.map((place) => `\`${place}\``).join(' and ')}.`;
}

function ruleSection(id: string, rule: Rule): string {
  const example = RULE_EXAMPLES.find((candidate) => candidate.rule === id);
  const none = (NOT_FROM_TEXT as Record<string, string>)[id];
  return [
    `### ${id}`,
    `${rule.severity}, kind \`${rule.kind}\``,
    `- ${rule.en} ${rule.why} ${rule.do}\n- ${rule.zh}${rule.whyZh}${rule.doZh}`,
    ...(example ? [exampleText(example), whereText(example)] : []),
    ...(none ? [`No text triggers it: ${none}.`] : []),
  ].join('\n\n');
}

export function rulesPage(): string {
  const entries = Object.entries(RULES) as [string, Rule][];
  const areas = [...new Set(entries.map(([id]) => id.split('/')[0]!))];
  const sections = areas.map((area) => {
    const rules = entries.filter(([id]) => id.startsWith(`${area}/`)).map(([id, rule]) => ruleSection(id, rule));
    return `## ${area}\n\n${rules.join('\n\n')}`;
  });
  return `${NOTE}

# Rules

Every finding of report.json and every item of review.csv names one of these rules; \`duizhang explain <ruleId>\` prints it in the
terminal. An error makes the status of the document \`partial\` or \`failed\`; a warning or an info does not. The examples are the smallest
documents that trigger a rule (\`→\` is a tab), and tests run them. A place is the line, counted from 1, and the characters in it,
counted from 0.

${sections.join('\n\n')}
`;
}

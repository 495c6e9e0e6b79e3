/**
 * The standard measures of a document: its tables and statements in, for each measure one figure with how it was chosen, or why there is
 * none, out; imports schemas, model, notation, prose/comparing.
 */
import type { Disclosure, Statement } from '../../schemas/disclosure.ts';
import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import { CATEGORY_FUNDS, categoryMeasure, STANDARD_MEASURES, type StandardMeasure } from '../../schemas/lexicon/measures/index.ts';
import type { Report } from '../../schemas/report.ts';
import { hasFacts } from '../../schemas/table.ts';
import { toYuan } from '../notation/numbers.ts';
import { absenceOf, type Reading, readingOf } from './absence.ts';
import { type AmountsByKey, amountsOf } from './amounts.ts';
import { type Chosen, choose } from './choosing.ts';
import type { Figure, OtherAmount } from './figure.ts';
import { partsOf } from './parts.ts';
import { previousOf, yearBefore } from './previous.ts';
import { NO_STATEMENTS, type StatementsByKey, saidOf, spokenOf, statementsOf } from './stated.ts';
import { figureOfTerms, sumOfCategories, sumOfColumns, sumOfFigures, sumOfParts } from './summing.ts';

export type { Figure } from './figure.ts';
export { primaryFacts } from './primary.ts';

type Stage = Coordinates['stage'];

/** What a document is about first; the other stages that it prints stand beside it, and are those of other documents. */
export const STAGES: Readonly<Record<'budget' | 'final-accounts', readonly [Stage, ...Stage[]]>> = {
  budget: ['initialBudget'],
  'final-accounts': ['final', 'initialBudget', 'adjustedBudget'],
};

/**
 * Figures of the document's body, one for each standard measure, then what it prints of other stages and of other bodies (a unit below
 * it in the same file). Without a table there are none. Only numbers of `disclosure.year` count. `lines` are
 * the printed ones, for what prose says that there is none of.
 */
export function measuresOf(disclosure: Disclosure, report: Report, lines: readonly string[] = []): Figure[] {
  const { tables, kind, year, entity, statements } = disclosure;
  if (tables.length === 0) return [];
  const [main, ...others] = kind === null ? ([null] as const) : STAGES[kind];
  const own = tables.filter((table) => table.entity === undefined);
  const amounts = amountsOf(own, entity.name, year);
  const parts = partsOf(own.filter(hasFacts), entity.name, year, amounts);
  const reading = { ...readingOf(disclosure, report, lines), tables: own };
  const before = yearBefore(own, entity.name, year, statements, main);
  const said = statementsOf(statements, year, main);
  const whole = figuresOf({ body: null, stage: main, amounts, parts, statements: said, reading }).map((figure) => {
    const measure = BY_ID.get(figure.measure);
    return measure ? { ...figure, previous: previousOf(measure, before) } : figure;
  });
  const beside = others.flatMap((stage) =>
    printedOnly(figuresOf({ body: null, stage, amounts, parts, statements: NO_STATEMENTS, reading })),
  );
  const bodies = new Set(tables.flatMap((table) => (table.entity === undefined ? [] : [table.entity])));
  const below = [...bodies].flatMap((body) => {
    const theirs = tables.filter((table) => table.entity === body);
    const found = { amounts: amountsOf(theirs, body, year), parts: new Map(), statements: NO_STATEMENTS };
    return printedOnly(figuresOf({ ...found, body, stage: main, reading: { ...reading, tables: theirs } }));
  });
  const sources = { body: null, stage: main };
  const spoken = spokenOf(statements, year, main).map(({ measure, said: [first, ...more] }) => {
    const figure = { ...absent(measure, sources), ...stated(first, more) };
    return measure.unit === 'money' ? known(figure) : counted(figure, first, more);
  });
  return [...whole, ...spoken, ...beside, ...below];
}

const BY_ID = new Map(STANDARD_MEASURES.map((measure) => [measure.id, measure]));

const printedOnly = (figures: readonly Figure[]): Figure[] => figures.filter(({ valueYuan }) => valueYuan !== null);

/** What the figures of one body at one stage are made of. */
interface Sources {
  body: string | null;
  stage: Stage;
  amounts: AmountsByKey;
  /** What makes up a 类 that is not printed. */
  parts: AmountsByKey;
  statements: StatementsByKey;
  reading: Reading;
}

function figuresOf(sources: Sources): Figure[] {
  const known = new Map<string, Figure>();
  const figureOf = (id: string): Figure => {
    const measure = BY_ID.get(id);
    const done = known.get(id);
    if (done || !measure) return done ?? absent({ id }, sources);
    const figure = decided(measure, sources, figureOf);
    known.set(id, figure);
    return figure;
  };
  return [...STANDARD_MEASURES.map(({ id }) => figureOf(id)), ...categoriesOf(sources)];
}

/** What is printed of each 类, of each fund; a 类 that is not printed is none of the body's. */
function categoriesOf(sources: Sources): Figure[] {
  const known = [...sources.amounts.values(), ...sources.parts.values()];
  const printedCodes = known.flatMap(([first]) => first?.of.functionalCode ?? []);
  const codes = [...new Set(printedCodes)].sort();
  return CATEGORY_FUNDS.flatMap((fund) =>
    codes.flatMap((code) => {
      const measure = categoryMeasure(fund, code);
      const figure = decided(measure, sources, (id) => absent({ id }, sources));
      return figure.valueYuan === null ? [] : [figure];
    }),
  );
}

/** Printed before summed before stated; a statement that may be of another amount comes last, to be looked at. */
function decided(measure: StandardMeasure, sources: Sources, figureOf: (id: string) => Figure): Figure {
  const { amounts, parts, stage, statements } = sources;
  const blank = absent(measure, sources);
  const ofColumns = sumOfColumns(measure, amounts, stage);
  if (ofColumns) return known({ ...blank, ...figureOfTerms(ofColumns), source: 'summed' });
  const chosen = choose(measure, amounts, stage);
  const said = saidOf(measure, statements.sure);
  if (chosen) return known({ ...blank, ...printed(chosen, said) });
  const ofParts = sumOfParts(measure, parts, stage);
  if (ofParts) return known({ ...blank, ...figureOfTerms(ofParts), source: 'summed' });
  const sums = (measure.sums ?? []).flatMap((sum) => sumOfFigures(sum, figureOf) ?? []);
  const summed = sums.find(({ state }) => state !== 'stated');
  if (summed) return known(ofMeasure(measure, summed));
  const [first, ...more] = said;
  if (first) return known({ ...blank, ...stated(first, more) });
  const [summedUp] = sums;
  if (summedUp) return known(ofMeasure(measure, summedUp));
  const ofCategories = sumOfCategories(measure, amounts, stage);
  if (ofCategories) return known({ ...blank, ...figureOfTerms(ofCategories), source: 'summed' });
  // A view has a section of its own; 人员经费 alone is of whatever its section is about, often of one office.
  const [perhaps, ...others] = measure.select.memo ? saidOf(measure, statements.unsure) : [];
  if (perhaps) return known({ ...blank, ...stated(perhaps, others), review: true });
  return { ...blank, ...absenceOf(measure, sources.reading) };
}

const known = (figure: Figure): Figure => ({ ...figure, presence: Number(figure.valueYuan) === 0 ? 'zero' : 'value', reason: '' });

/** A count as it is printed; others of other days or kinds are named beside it. */
function counted(figure: Figure, { value, unit }: Statement, more: readonly Statement[]): Figure {
  const others = more.filter((other) => other.value !== value).map((other): OtherAmount => ({ id: other.id, valueYuan: other.value }));
  const presence = Number(value) === 0 ? 'zero' : 'value';
  return { ...figure, presence, valueYuan: null, quantity: { value, unit }, others, review: others.length > 0 };
}

/** A sum of parts of a fund, one of which is blank, is still of the whole fund. */
const ofMeasure = ({ id, select }: StandardMeasure, sum: Figure): Figure => ({
  ...sum,
  measure: id,
  fund: sum.fund ?? (sum.state === 'stated' ? null : (select.fund[0] ?? null)),
});

const absent = ({ id }: Pick<StandardMeasure, 'id'>, { body, stage }: Pick<Sources, 'body' | 'stage'>): Figure => ({
  measure: id,
  entity: body,
  stage,
  presence: 'blank',
  valueYuan: null,
  quantity: null,
  state: null,
  source: null,
  ids: [],
  fund: null,
  component: null,
  vintage: null,
  table: null,
  agreeing: 0,
  others: [],
  reason: '',
  review: false,
  previous: null,
});

function printed({ amount, agreeing, differing }: Chosen, said: readonly Statement[]): Partial<Figure> {
  const { cell, of, table } = amount;
  const others = [
    ...differing.map((other): OtherAmount => ({ id: other.cell.factId, valueYuan: other.cell.valueYuan ?? '' })),
    ...said.filter(({ agrees }) => agrees === false).map(otherOf),
  ];
  return {
    valueYuan: cell.valueYuan,
    state: differing.length > 0 ? 'disputed' : cell.valueState,
    source: 'printed',
    ids: [cell.factId],
    fund: of.fund,
    component: of.component,
    vintage: of.vintage,
    table: { index: table.index, kind: table.kind },
    agreeing: agreeing.length,
    others,
    review: cell.review || others.length > 0,
  };
}

const yuanOf = ({ value, unit }: Statement): string => toYuan(value, unit) ?? '';
const otherOf = (statement: Statement): OtherAmount => ({ id: statement.id, valueYuan: yuanOf(statement) });

/** Prose that says several amounts of the same is not believed without a look. */
function stated(first: Statement, more: readonly Statement[]): Partial<Figure> {
  const others = more.filter((other) => yuanOf(other) !== yuanOf(first)).map(otherOf);
  return { valueYuan: yuanOf(first), state: 'stated', source: 'stated', ids: [first.id], others, review: others.length > 0 };
}

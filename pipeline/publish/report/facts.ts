import { addTo } from '../../../extractors/model/add-all.ts';
import type { DrawnPage } from '../../../extractors/model/source.ts';
import type { Disclosure, Statement } from '../../../schemas/disclosure.ts';
import type { Equation } from '../../../schemas/equation.ts';
import type { Place } from '../../../schemas/place.ts';
import type { Report } from '../../../schemas/report.ts';
import type { ReviewItem } from '../../../schemas/review.ts';
import type { Column, FactCell, Table, TableRow } from '../../../schemas/table.ts';

export interface LocatedFact {
  table: Table;
  row: TableRow;
  column: Column | undefined;
  cell: FactCell;
}

export type SourceLines = ReadonlyMap<number, string> | readonly string[];

/** Look-ups over one document, made once for all parts of the page. */
export interface ReportIndex {
  disclosure: Disclosure;
  report: Report;
  facts: ReadonlyMap<string, LocatedFact>;
  statements: ReadonlyMap<string, Statement>;
  tables: ReadonlyMap<number, Table>;
  /** Equations that are not exact, by the id of each of their terms. */
  doubtful: DoubtfulEquations;
  /** Pages whose layout is fixed, as they were read, by number. */
  pages: ReadonlyMap<number, DrawnPage>;
  /** Line `number` of the original file, from 1. */
  line(number: number): string | undefined;
}

export function columnOf(table: Table, row: TableRow, cell: FactCell): Column | undefined {
  const direct = table.columns[cell.column];
  if (direct?.index === cell.column && direct.panel === row.panel) return direct;
  return (
    table.columns.find((column) => column.index === cell.column && column.panel === row.panel) ??
    table.columns.find((column) => column.index === cell.column)
  );
}

export function locatedFacts(tables: readonly Table[]): Map<string, LocatedFact> {
  const facts = new Map<string, LocatedFact>();
  for (const table of tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) facts.set(cell.factId, { table, row, column: columnOf(table, row, cell), cell });
    }
  }
  return facts;
}

export type DoubtfulEquations = ReadonlyMap<string, readonly Equation[]>;

/** Equations that are not exact, by the ids of their terms. */
export function doubtfulEquations(equations: readonly Equation[]): Map<string, Equation[]> {
  const doubtful = new Map<string, Equation[]>();
  for (const equation of equations) {
    if (equation.status === 'exact') continue;
    for (const { id } of equation.terms) {
      addTo(doubtful, id, equation);
    }
  }
  return doubtful;
}

export function indexReport(disclosure: Disclosure, report: Report, lines: SourceLines, pages: readonly DrawnPage[] = []): ReportIndex {
  return {
    disclosure,
    report,
    facts: locatedFacts(disclosure.tables),
    statements: new Map(disclosure.statements.map((statement) => [statement.id, statement])),
    tables: new Map(disclosure.tables.map((table) => [table.index, table])),
    doubtful: doubtfulEquations(report.equations),
    pages: new Map(pages.map((page) => [page.number, page])),
    line: 'get' in lines ? (number) => lines.get(number) : (number) => lines[number - 1],
  };
}

/** What one term of an equation says, whether it is a cell of a table or a number in the prose. */
interface TermText {
  id: string;
  label: string;
  column: string;
  where: string;
  raw: string;
  value: string | null;
  place: Place | undefined;
  known: boolean;
}

export function termText(index: Pick<ReportIndex, 'facts' | 'statements'>, id: string): TermText {
  const fact = index.facts.get(id);
  if (fact) {
    const { table, row, column, cell } = fact;
    return {
      id,
      label: [row.code, row.label || row.labelPath.at(-1) || Object.values(row.keys)[0]].filter(Boolean).join(' '),
      column: column?.path.join(' > ') ?? '',
      where: tableName(table),
      raw: cell.raw,
      value: cell.value,
      place: cell.places[0],
      known: true,
    };
  }
  const said = index.statements.get(id);
  if (said) {
    const column = `${said.unit}${said.period === null ? '' : ` ${said.period}`}`;
    return { id, label: said.concept, column, where: '', raw: said.raw, value: said.value, place: said.places[0], known: true };
  }
  return { id, label: '', column: '', where: '', raw: '', value: null, place: undefined, known: false };
}

export function tableName(table: Table): string {
  return [table.number, table.title].filter(Boolean).join(' ');
}

/** Unit of a number: its column's, else its table's; of prose its own; empty where nobody says. */
export function unitOf(index: Pick<ReportIndex, 'facts' | 'statements'>, id: string): string {
  const fact = index.facts.get(id);
  return fact ? (fact.column?.unit ?? fact.table.unit ?? '') : (index.statements.get(id)?.unit ?? '');
}

/** Where an item is printed: its own places, else those of its numbers. */
export function itemPlaces(index: Pick<ReportIndex, 'facts' | 'statements'>, { places, factIds }: ReviewItem): readonly Place[] {
  if (places.length > 0) return places;
  return factIds.flatMap((id) => index.facts.get(id)?.cell.places ?? index.statements.get(id)?.places ?? []);
}

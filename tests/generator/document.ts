import type { Row, Sheet } from './sheet.ts';

export interface GoldRow {
  code: string | null;
  label: string;
  path: string[];
  side: string | null;
  values: (string | null)[];
  /** First and last line of a text; of a PDF, the page. */
  lines?: [number, number];
  page?: number;
  panel?: string;
  lineNo?: string;
}

export interface GoldTable {
  number: string | null;
  title: string;
  unit: string | null;
  startLine?: number;
  endLine?: number;
  /** First and last page of a table in a PDF. */
  pages?: [number, number];
  continuedParts: number;
  empty: boolean;
  shape: string;
  columns: string[][] | Record<string, string[][]>;
  rows: GoldRow[];
  notes: string[];
}

/** Where something stands: the line of a text, the page of a PDF. */
export interface Where {
  line?: number;
  page?: number;
}

export interface GoldIndicator extends Where {
  table: string;
  project: string | null;
  level1: string;
  level2: string;
  level3: string;
  operator: string | null;
  target: string;
  unit: string | null;
  deadline: string | null;
  actual: string | null;
  score: string | null;
}

export interface GoldProject extends Where {
  table: string;
  name: string;
  department: string;
  implementer: string;
  amount: string;
  goal: string;
  executed?: string;
  executionRate?: string;
  totalScore?: string;
}

export interface GoldNarrative extends Where {
  statement: string;
  concept: string;
  value: string;
  unit: string;
}

/** What a careful reader records of a document; the scorer compares an extraction with it. */
export interface Gold {
  source: string;
  entity: { name: string; code: string | null };
  year: number;
  kind: 'budget' | 'final-accounts';
  tables: GoldTable[];
  indicators: GoldIndicator[];
  projects: GoldProject[];
  narrative: GoldNarrative[];
  anomalies: { line: number; what: string; decision: string }[];
}

/** A quantity that prose states; what it prints may be grouped, what the gold holds is not. */
export interface Quantity {
  value: string;
  unit: string;
  concept: string;
  shown?: string;
}

type Printed = Pick<GoldTable, 'startLine' | 'endLine' | 'pages' | 'continuedParts'>;

/** The truth about a document, collected while it is written. */
export abstract class TruthBuilder {
  readonly gold: Gold;

  constructor(source: string, head: Pick<Gold, 'entity' | 'year' | 'kind'>) {
    this.gold = { source, ...head, tables: [], indicators: [], projects: [], narrative: [], anomalies: [] };
  }

  abstract bytes(): Uint8Array;

  /** Where the next thing will stand. */
  protected abstract here(): Where;

  protected record(sheet: Sheet, printed: Printed, whereOf: (row: Row) => Pick<GoldRow, 'lines' | 'page'>): void {
    this.gold.tables.push({
      number: sheet.number,
      title: sheet.title,
      unit: sheet.unit,
      ...printed,
      empty: !sheet.rows.some((row) => row.values.some((value) => value !== null)),
      shape: sheet.shape === 'panels' ? 'coded' : sheet.shape,
      columns: sheet.columns,
      rows: sheet.rows.map((row) => {
        const { keys: _, ...rest } = row;
        return { ...rest, ...whereOf(row) };
      }),
      notes: sheet.notes,
    });
  }

  /**
   * Prose with its quantities: builder.say`项目支出${q}，…`. `spaced` prints a blank between value and unit. Returns the text so that
   * a dialect can break it over lines.
   */
  say(spaced: boolean) {
    return (strings: TemplateStringsArray, ...parts: (string | Quantity)[]): string => {
      let text = strings[0]!;
      parts.forEach((part, i) => {
        if (typeof part === 'string') text += part;
        else {
          const printed = `${part.shown ?? part.value}${spaced && part.unit !== '%' ? ' ' : ''}${part.unit}`;
          text += spaced ? ` ${printed}` : printed;
          this.gold.narrative.push({ statement: printed, concept: part.concept, value: part.value, unit: part.unit, ...this.here() });
        }
        text += strings[i + 1]!;
      });
      return text;
    };
  }
}

/** A text, line by line. Lines count from 1. */
export class DocumentBuilder extends TruthBuilder {
  readonly lines: string[] = [];
  #spans = new Map<Row, [number, number]>();

  constructor(head: Pick<Gold, 'entity' | 'year' | 'kind'>) {
    super('source.txt', head);
  }

  get next(): number {
    return this.lines.length + 1;
  }

  protected here(): Where {
    return { line: this.next };
  }

  write(...texts: string[]): void {
    this.lines.push(...texts);
  }

  /** Lines with an empty one after each. */
  paragraphs(...texts: string[]): void {
    for (const text of texts) this.write(text, '');
  }

  /** Says that what was written since line `start` prints this row. */
  mark(row: Row, start: number): void {
    this.#spans.set(row, [start, this.lines.length]);
  }

  /** Writes a table through `body`, which returns into how many parts it was cut, and records it. */
  table(sheet: Sheet, body: () => number): void {
    const startLine = this.next;
    const continuedParts = body();
    while (this.lines.at(-1) === '') this.lines.pop();
    const printed = { startLine, endLine: this.lines.length, continuedParts };
    this.record(sheet, printed, (row) => ({ lines: this.#spans.get(row) ?? [startLine, startLine] }));
    this.write('');
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  bytes(): Uint8Array {
    return new TextEncoder().encode(this.text());
  }
}

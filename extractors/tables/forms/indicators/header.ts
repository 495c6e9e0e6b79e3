import {
  columnsOf,
  defaultColumns,
  headerCells,
  type IndicatorColumn,
  isFlatHeader,
  isSubHeader,
  leadingCells,
  levelColumn,
} from '../tokens/header.ts';
import { isNumeric, type Token } from '../tokens/tokens.ts';
import { headerRoleOf, isIndicatorMarker } from '../vocabulary/columns.ts';

/** The header of the indicator rows, read row by row, and the columns that it names. */
export class IndicatorHeader {
  columns: readonly IndicatorColumn[];
  /** Its cells, while rows that go on with it may still follow; else none. */
  private cells: readonly Token[] = [];
  private below: readonly Token[] = [];
  /** Header cells of the columns left of the levels. */
  private leading: readonly Token[] = [];

  /** `evaluation`: the form tells of results, not of plans. */
  constructor(private readonly evaluation: boolean) {
    this.columns = defaultColumns(evaluation);
  }

  /** The row of the levels. `upper`: the cells of the header rows above it. */
  open(levels: readonly Token[], upper: readonly Token[]): void {
    const named = levelColumn(levels) !== null && levels.some((token) => headerRoleOf(token.text) === 'project');
    const flat = isFlatHeader(levels);
    const whole = named || upper.length > 0;
    this.cells = flat ? levels : whole ? headerCells(upper, levels) : withoutMarker(levels);
    this.leading = flat || whole ? leadingCells(this.cells) : [];
    this.below = [];
    this.columns = columnsOf(this.cells, [], this.evaluation);
  }

  /** Reads a row that goes on with the header; false for any other row, which ends it. */
  goesOn(tokens: readonly Token[]): boolean {
    if (this.cells.length > 0 && isSubHeader(tokens)) {
      this.below = [...this.below, ...tokens];
    } else if (this.cells.length > 0 && this.dividesLeading(tokens)) {
      const rest = this.cells.filter((token) => !this.leading.includes(token));
      this.cells = headerCells([...this.leading, ...tokens], rest);
      this.leading = leadingCells(this.cells);
    } else {
      this.cells = [];
      return false;
    }
    this.columns = columnsOf(this.cells, this.below, this.evaluation);
    return true;
  }

  /** A unit or a project as a whole, in the columns left of the levels: its indicators are the rows below. */
  isLeading(tokens: readonly Token[]): boolean {
    return this.leading.length > 0 && tokens.every((token) => this.leadingTitle(token) !== null);
  }

  /** The heading of a cell left of the levels. */
  leadingTitle({ column }: Token): Token | null {
    return this.leading.findLast((title) => title.column === column) ?? null;
  }

  /** A row below the levels that divides a cell left of them: 财政资金 and 其他资金 below 其中. */
  private dividesLeading(tokens: readonly Token[]): boolean {
    const edge = levelColumn(this.cells) ?? 0;
    const names = new Set(this.leading.filter(({ text }) => headerRoleOf(text) !== null).map(({ column }) => column));
    const divides = ({ column, text }: Token) => column !== null && column < edge && !names.has(column) && !isNumeric(text);
    return this.leading.length > 0 && tokens.every(divides);
  }
}

/** A row without the merged cell at the left of all indicators. */
export function withoutMarker(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  return first && isIndicatorMarker(first.text) ? tokens.slice(1) : tokens;
}

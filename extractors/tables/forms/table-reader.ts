import type { Finding } from '../../../schemas/diagnostic.ts';
import { EVALUATION_TITLE } from '../../../schemas/lexicon/forms/marks.ts';
import { GRAND_TOTAL } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import { FormBlock } from './block.ts';
import { headedMoney } from './head/headed-money.ts';
import { IndicatorHeader, withoutMarker } from './indicators/header.ts';
import { type IndicatorCells, type ReadRow, readRow, textOf } from './indicators/indicator.ts';
import { goesOnFrom } from './page-break.ts';
import { listedProject } from './project-list.ts';
import { LONGEST_SHOWN, MAX_ROW_CELLS, MOST_BEFORE_LEVEL } from './settings.ts';
import { cutCells } from './tokens/cut-cells.ts';
import { isFlatHeader, isIndicatorHeader, isProjectList, upperHeaderRows } from './tokens/header.ts';
import { type FormRow, joinBrokenLines } from './tokens/sequence.ts';
import { MAX_UPPER_ROWS } from './tokens/settings.ts';
import { isDate, operatorOf, placesOf, type Token, tokensOf } from './tokens/tokens.ts';
import { isIndicatorMarker, isPlaceholder } from './vocabulary/columns.ts';
import { type LabelKind, labelKindOf } from './vocabulary/labels.ts';
import { level1Of, level2Of } from './vocabulary/levels.ts';

/** One performance table, its pages already joined. It may hold one form or many, each beginning with a project's name. */
export interface FormTable {
  index: number;
  title: string;
  unit: string | null;
  rows: readonly GridRow[];
}

export interface FormContext {
  year: number | null;
  report(finding: Finding): void;
}

/** Reads the rows of one table: which form each belongs to, and which part of it. */
export class TableReader {
  private readonly blocks: FormBlock[] = [];
  private state: 'head' | 'indicators' | 'opinions' = 'head';
  private readonly header: IndicatorHeader;
  /** Header cells of a list of projects without indicators. */
  private list: readonly Token[] = [];
  private readonly evaluation: boolean;

  constructor(
    private readonly table: FormTable,
    private readonly context: FormContext,
  ) {
    this.evaluation = EVALUATION_TITLE.test(table.title);
    this.header = new IndicatorHeader(this.evaluation);
  }

  read(): FormBlock[] {
    const cut = cutCells(this.table.rows);
    const rows = this.table.rows.map((row) => formRow(row, cut.get(row))).filter((row) => row.tokens.length > 0);
    const joined = joinBrokenLines(rows, this.evaluation);
    for (let i = 0; i < joined.length; ) i += this.readFrom(joined, i);
    return this.blocks;
  }

  /** Reads what begins at a row; how many rows that is. */
  private readFrom(rows: readonly FormRow[], from: number): number {
    const next = rows.slice(from, from + MAX_UPPER_ROWS + 1).map((row) => row.tokens);
    const money = this.state === 'head' && this.list.length === 0 ? headedMoney(next) : null;
    if (money) {
      this.block().head.addHeaded(money);
      return money.rows;
    }
    const upper = upperHeaderRows(next);
    const row = at(rows, from + upper);
    if (row.tokens.length > MAX_ROW_CELLS) this.unread(row.tokens.slice(0, MAX_ROW_CELLS));
    else this.row(row, next.slice(0, upper).flat());
    return upper + 1;
  }

  /** `upper`: the cells of the header rows above, where there are some. */
  private row(row: FormRow, upper: readonly Token[]): void {
    const { tokens } = row;
    if (isProjectList(tokens)) this.list = tokens;
    else if (this.list.length > 0) this.listRow(tokens);
    else if (isIndicatorHeader(tokens) || isFlatHeader(tokens)) {
      this.header.open(tokens, upper);
      this.block();
      this.state = 'indicators';
    } else if (!tokens.every((token) => isIndicatorMarker(token.text))) this.byLabel(row, labelKindOf(tokens[0]?.text ?? ''));
  }

  /** A row of a form by the label that it begins with. */
  private byLabel(row: FormRow, kind: LabelKind | null): void {
    if ((kind === 'name' || kind === 'whole') && this.opensBlock(kind)) {
      this.start(kind === 'name' ? 'project' : 'whole', null).head.read(row);
      return;
    }
    if (kind === 'opinion') this.state = 'opinions';
    if (this.state === 'opinions') {
      if (kind === null || kind === 'opinion' || kind === 'goal') {
        this.block().opinions.read(row);
        return;
      }
      this.state = 'head';
    }
    if (this.state === 'head' && isIndicatorRow(row.tokens)) this.state = 'indicators';
    if (this.state === 'indicators') this.indicatorRow(row, kind);
    else this.block().head.read(row);
  }

  /** A department's name inside a project's block is a label like others. */
  private opensBlock(kind: 'name' | 'whole'): boolean {
    const current = this.blocks.at(-1);
    return kind === 'name' || current?.kind !== 'project' || this.state !== 'head';
  }

  private start(kind: 'project' | 'whole', name: Token | null): FormBlock {
    const block = new FormBlock(this.table.index, kind, name);
    this.blocks.push(block);
    this.state = 'head';
    return block;
  }

  /** The block that rows belong to now. */
  private block(): FormBlock {
    return this.blocks.at(-1) ?? this.start('whole', null);
  }

  /** A row among the indicators: of the header, of labels around them, or an indicator's own. */
  private indicatorRow(row: FormRow, kind: LabelKind | null): void {
    if (this.header.goesOn(row.tokens)) return;
    const tokens = withoutMarker(row.tokens);
    if (kind === 'total' || kind === 'score' || isSum(tokens)) {
      this.block().addScores(tokens);
      return;
    }
    if (kind !== null && row.startsAtEdge && BELOW_INDICATORS.has(kind) && !tokens.some((token) => operatorOf(token.text))) {
      this.block().head.read(row);
      return;
    }
    if (tokens.length === 0 || tokens.some((token) => isPlaceholder(token.text))) return;
    if (tokens.every((token) => level1Of(token.text) !== null || level2Of(token.text) !== null)) {
      this.levelRow(tokens);
      return;
    }
    if (this.header.isLeading(tokens)) return;
    const read = readRow(tokens, this.header.columns, this.block().level1, row.covered !== undefined);
    if (read && isIndicator(read.cells)) this.indicator(row, tokens, read);
    else if (!this.block().continueLast(tokens)) this.unread(tokens);
  }

  private indicator(row: FormRow, tokens: readonly Token[], read: ReadRow): void {
    const { cells } = read;
    const waited = this.blocks.at(-1)?.unnamed === true;
    const goesOn = goesOnFrom(this.blocks.at(-1), cells);
    if (!goesOn && (cells.project || this.namedOnNextPage(row))) this.flatBlock(cells);
    const block = this.block();
    const complete = goesOn ? waited : !block.unnamed;
    for (const token of complete ? tokens : []) {
      const title = this.header.leadingTitle(token);
      if (title) block.addLeading(title, token === cells.goal?.[0] ? (block.head.head.found.goal ?? token) : token);
    }
    block.add(row, read, this.header.columns);
  }

  /** A project of the list, the rest of a goal that a page break cut, or a total. */
  private listRow(tokens: readonly Token[]): void {
    const { name, amount, goal, implementer, cells } = listedProject(this.list, tokens);
    const last = this.blocks.at(-1);
    if (!name && !amount && goal && last) {
      last.continueGoal(goal);
      return;
    }
    if (name) this.start('project', name).head.head.found = { amount, goal, implementer };
    if (!name && !amount) return;
    for (const { title, token } of cells) this.block().addLeading(title, token);
  }

  private levelRow(tokens: readonly Token[]): void {
    const level1 = tokens.find((token) => level1Of(token.text) && (tokens.length > 1 || !level2Of(token.text)?.certain));
    const level2 = tokens.find((token) => token !== level1 && level2Of(token.text));
    this.block().setLevels(level1?.text ?? null, level2?.text ?? null);
  }

  /** The name's cell begins here, and the page break came before its text. */
  private namedOnNextPage(row: FormRow): boolean {
    return this.header.columns.some(({ name, column }) => name === 'project' && column !== null && row.cut?.has(column));
  }

  /** A table with the project's name in a column of the indicator rows themselves. */
  private flatBlock({ project, amount, goal }: IndicatorCells): void {
    const name = project?.[0] ?? null;
    const last = this.blocks.at(-1);
    const [own, before] = [amount?.[0]?.text, last?.head.head.found.amount?.text];
    // The name is repeated on every row or page; another amount tells of another project of the same name.
    if (name && name.text === last?.name?.text && (own === undefined || before === undefined || own === before)) return;
    const block = this.start('project', name);
    block.unnamed = name === null;
    const { found } = block.head.head;
    if (amount?.[0]) found.amount = amount[0];
    if (goal?.[0]) found.goal = goal[0];
    this.state = 'indicators';
  }

  private unread(tokens: readonly Token[]): void {
    this.context.report({
      ruleId: 'form/row-unread',
      places: placesOf(tokens),
      tableIndex: this.table.index,
      actual: tokens
        .map((token) => token.text)
        .join(' ')
        .slice(0, LONGEST_SHOWN),
    });
  }
}

/** A row with a name and something that is said of it. */
function isIndicator({ level2, level3, target, operator, score, deadline }: IndicatorCells): boolean {
  const isNamed = textOf(level3) !== null || textOf(level2) !== null;
  return isNamed && [target, operator, score, deadline].some((cell) => cell !== undefined);
}

/** An indicator whose header was lost: a level's name with an operator or a date behind it. */
function isIndicatorRow(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => level1Of(token.text) !== null || level2Of(token.text)?.certain === true);
  return at >= 0 && at <= MOST_BEFORE_LEVEL && tokens.slice(at + 1).some((token) => operatorOf(token.text) !== null || isDate(token.text));
}

const isSum = (tokens: readonly Token[]): boolean => GRAND_TOTAL.test(tokens[0]?.text ?? '') && tokens.length > 1;

const BELOW_INDICATORS: ReadonlySet<string> = new Set(['other', 'goal', 'actualGoal', 'department', 'implementer', 'amount', 'tasks']);

function formRow(row: GridRow, cut: ReadonlySet<number> | undefined): FormRow {
  const tokens = tokensOf(row);
  const startsAtEdge = row.layout === 'sequence' || tokens[0]?.column === 0;
  const covered = new Set(row.cells.flatMap((cell, c) => (cell.covered === 'above' ? [c] : [])));
  return {
    tokens,
    page: row.page,
    line: row.line,
    startsAtEdge,
    doubtful: false,
    ...(row.borders || row.spans ? { covered } : {}),
    ...(cut ? { cut } : {}),
  };
}

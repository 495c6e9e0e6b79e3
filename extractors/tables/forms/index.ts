/** Room: rows of performance forms in, projects, indicators and fields out; imports tables/forms, model, notation, schemas. */

import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Indicator, Project } from '../../../schemas/disclosure.ts';
import type { FormField } from '../../../schemas/table.ts';
import type { GridRow } from '../../model/blocks.ts';
import { type DraftIndicator, FormBlock } from './block.ts';
import { headedMoney } from './head/headed-money.ts';
import { type IndicatorCells, readRow, textOf } from './indicators/indicator.ts';
import { inferLevels } from './infer.ts';
import type { FormMoneyRow } from './tokens/content.ts';
import { cutCells } from './tokens/cut-cells.ts';
import {
  columnsOf,
  defaultColumns,
  headerCells,
  type IndicatorColumn,
  isFlatHeader,
  isIndicatorHeader,
  isProjectList,
  isSubHeader,
  leadingCells,
  levelColumn,
  upperHeaderRows,
} from './tokens/header.ts';
import { type FormRow, joinBrokenLines } from './tokens/sequence.ts';
import { isDate, isNumeric, operatorOf, placesOf, type Token, tokensOf } from './tokens/tokens.ts';
import {
  headerRoleOf,
  type IndicatorRole,
  isIndicatorMarker,
  isPlaceholder,
  labelKindOf,
  level1Of,
  level2Of,
} from './tokens/vocabulary.ts';

export type { FormMoneyRow } from './tokens/content.ts';

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

/** What one table says besides its indicators and projects. */
export interface FormContent {
  index: number;
  fields: FormField[];
  rows: FormMoneyRow[];
}

export interface Forms {
  tables: FormContent[];
  indicators: Indicator[];
  projects: Project[];
}

/**
 * Reads 绩效目标表 and 绩效自评表 of any template: project blocks, indicators with levels filled down, money rows, labelled texts.
 * Amounts are decimal strings in the form's own unit. Nothing throws; rows that cannot be placed are reported as
 * `form/row-unread`, levels taken from other forms of the document as `form/level-inferred`.
 */
export function extractForms(tables: readonly FormTable[], context: FormContext): Forms {
  const forms: Forms = { tables: [], indicators: [], projects: [] };
  const drafts: DraftIndicator[][] = [];
  for (const table of tables) {
    const blocks = new TableReader(table, context).read();
    forms.tables.push({
      index: table.index,
      fields: blocks.flatMap((block) => block.fields),
      rows: blocks.flatMap((block) => block.head.head.rows),
    });
    for (const block of blocks) {
      if (block.unnamed) for (const { indicator } of block.drafts) indicator.review = true;
      drafts.push(block.drafts);
      const project = block.project(table.unit, (finding) => context.report(finding));
      if (project) forms.projects.push(project);
    }
  }
  inferLevels(drafts, (finding) => context.report(finding));
  forms.indicators = drafts.flat().map((draft) => draft.indicator);
  return forms;
}

class TableReader {
  private readonly blocks: FormBlock[] = [];
  private state: 'head' | 'indicators' | 'opinions' = 'head';
  private header: readonly Token[] = [];
  private below: Token[] = [];
  private upper: readonly Token[] = [];
  /** Header cells of a list of projects without indicators. */
  private list: readonly Token[] = [];
  /** Header cells of the columns left of the levels. */
  private leading: readonly Token[] = [];
  private columns: IndicatorColumn[];
  private readonly table: FormTable;
  private readonly context: FormContext;

  constructor(table: FormTable, context: FormContext) {
    this.table = table;
    this.context = context;
    this.columns = defaultColumns(this.isEvaluation());
  }

  read(): FormBlock[] {
    const cut = cutCells(this.table.rows);
    const rows = this.table.rows.map((row) => formRow(row, cut.get(row))).filter((row) => row.tokens.length > 0);
    const joined = joinBrokenLines(rows, this.isEvaluation());
    for (let i = 0; i < joined.length; i++) {
      const money = this.state === 'head' && this.list.length === 0 ? headedMoney(nextTokens(joined, i)) : null;
      if (money) {
        this.block().head.addHeaded(money);
        i += money.rows - 1;
        continue;
      }
      const upper = upperHeaderRows(nextTokens(joined, i));
      this.upper = joined.slice(i, i + upper).flatMap((row) => row.tokens);
      i += upper;
      const row = joined[i]!;
      if (row.tokens.length > MAX_ROW_CELLS) this.unread(row.tokens.slice(0, MAX_ROW_CELLS));
      else this.row(row);
    }
    return this.blocks;
  }

  private row(row: FormRow): void {
    if (isProjectList(row.tokens)) {
      this.list = row.tokens;
      return;
    }
    if (this.list.length > 0) {
      this.listRow(row.tokens);
      return;
    }
    if (isIndicatorHeader(row.tokens) || isFlatHeader(row.tokens)) {
      this.readHeader(row.tokens);
      return;
    }
    if (row.tokens.every((token) => isIndicatorMarker(token.text))) return;
    const first = row.tokens[0];
    const kind = first ? labelKindOf(first.text) : null;
    if ((kind === 'name' || kind === 'whole') && this.opensBlock(kind)) {
      this.open(row, kind);
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
    if (this.state === 'indicators') {
      this.indicatorRow(row, kind);
      return;
    }
    this.block().head.read(row);
  }

  private isEvaluation(): boolean {
    return /自评|评价|完成情况/.test(this.table.title);
  }

  /** A department's name inside a project's block is a label like others. */
  private opensBlock(kind: 'name' | 'whole'): boolean {
    const current = this.blocks.at(-1);
    return kind === 'name' || current?.kind !== 'project' || this.state !== 'head';
  }

  private open(row: FormRow, kind: 'name' | 'whole'): void {
    this.start(kind === 'name' ? 'project' : 'whole', null);
    this.block().head.read(row);
  }

  private start(kind: 'project' | 'whole', name: Token | null): void {
    this.blocks.push(new FormBlock(this.table.index, kind, name));
    this.state = 'head';
  }

  private block(): FormBlock {
    if (this.blocks.length === 0) this.start('whole', null);
    return this.blocks.at(-1) as FormBlock;
  }

  private readHeader(tokens: readonly Token[]): void {
    const named = levelColumn(tokens) !== null && tokens.some((token) => headerRoleOf(token.text) === 'project');
    const flat = isFlatHeader(tokens);
    const whole = named || this.upper.length > 0;
    this.header = flat ? tokens : whole ? headerCells(this.upper, tokens) : withoutMarker(tokens);
    this.leading = flat || whole ? leadingCells(this.header) : [];
    this.below = [];
    this.columns = columnsOf(this.header, [], this.isEvaluation());
    this.block();
    this.state = 'indicators';
  }

  private indicatorRow(row: FormRow, kind: string | null): void {
    if (this.header.length > 0 && isSubHeader(row.tokens)) {
      this.below.push(...row.tokens);
      this.columns = columnsOf(this.header, this.below, this.isEvaluation());
      return;
    }
    if (this.header.length > 0 && this.dividesLeading(row.tokens)) {
      const rest = this.header.filter((token) => !this.leading.includes(token));
      this.header = headerCells([...this.leading, ...row.tokens], rest);
      this.leading = leadingCells(this.header);
      this.columns = columnsOf(this.header, this.below, this.isEvaluation());
      return;
    }
    this.header = [];
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
    if (this.isLeading(tokens)) return;
    const read = readRow(tokens, this.columns, this.block().level1, row.covered !== undefined);
    const named = read && (textOf(read.cells.level3) !== null || textOf(read.cells.level2) !== null);
    const valued =
      read &&
      (read.cells.target !== undefined ||
        read.cells.operator !== undefined ||
        read.cells.score !== undefined ||
        read.cells.deadline !== undefined);
    if (!read || !named || !valued) {
      if (!this.block().continueLast(tokens)) this.unread(tokens);
      return;
    }
    const waited = this.blocks.at(-1)?.unnamed === true;
    const goesOn = this.goesOn(read.cells);
    if (!goesOn && (read.cells.project || this.namedOnNextPage(row))) this.flatBlock(read.cells);
    const complete = goesOn ? waited : !this.block().unnamed;
    for (const token of complete ? tokens : []) {
      const title = this.leadingTitle(token);
      if (title) this.block().addLeading(title, token === read.cells.goal?.[0] ? (this.block().head.head.found.goal ?? token) : token);
    }
    this.block().add(row, read, this.columns);
  }

  /** A unit or a project as a whole, in the columns left of the levels: its indicators are the rows below. */
  private isLeading(tokens: readonly Token[]): boolean {
    return this.leading.length > 0 && tokens.every((token) => this.leadingTitle(token) !== null);
  }

  /** A row below the levels that divides a cell left of them: 财政资金 and 其他资金 below 其中. */
  private dividesLeading(tokens: readonly Token[]): boolean {
    const edge = levelColumn(this.header) ?? 0;
    const names = new Set(this.leading.filter(({ text }) => headerRoleOf(text) !== null).map(({ column }) => column));
    const divides = ({ column, text }: Token) => column !== null && column < edge && !names.has(column) && !isNumeric(text);
    return this.leading.length > 0 && tokens.every(divides);
  }

  private leadingTitle({ column }: Token): Token | null {
    return this.leading.findLast((title) => title.column === column) ?? null;
  }

  /** A project of the list, the rest of a goal that a page break cut, or a total. */
  private listRow(tokens: readonly Token[]): void {
    const at = (role: IndicatorRole) => {
      const title = this.list.find((cell) => headerRoleOf(cell.text) === role);
      return title && tokens.find((token) => token.column === title.column && !/^[*＊]+$/.test(token.text));
    };
    const [name, amount, goal] = [at('project'), at('amount'), at('goal')];
    const last = this.blocks.at(-1);
    if (!name && !amount && goal && last) {
      last.continueGoal(goal);
      return;
    }
    if (name) {
      this.start('project', name);
      const unit = this.list.find((cell) => /单位|部门/.test(cell.text));
      this.block().head.head.found = { amount, goal, implementer: tokens.find((token) => token.column === unit?.column) };
    }
    for (const token of name || amount ? tokens : []) {
      const title = this.list.find((cell) => cell.column === token.column);
      if (title) this.block().addLeading(title, token);
    }
  }

  private levelRow(tokens: readonly Token[]): void {
    const level1 = tokens.find((token) => level1Of(token.text) && (tokens.length > 1 || !level2Of(token.text)?.certain));
    const level2 = tokens.find((token) => token !== level1 && level2Of(token.text));
    this.block().setLevels(level1?.text ?? null, level2?.text ?? null);
  }

  /** The name's cell begins here, and the page break came before its text. */
  private namedOnNextPage(row: FormRow): boolean {
    return this.columns.some(({ name, column }) => name === 'project' && column !== null && row.cut?.has(column));
  }

  /**
   * The first row of a page with the rest of the cells that the page break cut: the name of a project that has none so far, a name
   * without an amount, where each project has one, or no name at all.
   */
  private goesOn({ project, amount, goal }: IndicatorCells): boolean {
    const current = this.blocks.at(-1);
    const [name, rest] = [project?.[0], project?.[0] ?? goal?.[0] ?? amount?.[0]];
    if (!rest || current?.kind !== 'project' || (rest.places[0]?.page ?? 0) <= current.lastPage) return false;
    const { found } = current.head.head;
    if (!name) {
      if (goal?.[0] && goal[0].text !== found.goal?.text) current.continueGoal(goal[0]);
      if (amount?.[0] && !found.amount) current.continueAmount(amount[0]);
      return true;
    }
    if (!current.unnamed && (!found.amount || amount)) return false;
    if (name.text !== current.name?.text) current.continueName(name, goal?.[0]);
    if (amount?.[0] && !found.amount) current.continueAmount(amount[0]);
    return true;
  }

  /** A table with the project's name in a column of the indicator rows themselves. */
  private flatBlock({ project, amount, goal }: IndicatorCells): void {
    const name = project?.[0] ?? null;
    const last = this.blocks.at(-1);
    const [own, before] = [amount?.[0]?.text, last?.head.head.found.amount?.text];
    // The name is repeated on every row or page; another amount tells of another project of the same name.
    if (name && name.text === last?.name?.text && (own === undefined || before === undefined || own === before)) return;
    const columns = this.columns;
    this.start('project', name);
    this.block().unnamed = name === null;
    const { found } = this.block().head.head;
    if (amount?.[0]) found.amount = amount[0];
    if (goal?.[0]) found.goal = goal[0];
    this.columns = columns;
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
        .slice(0, 200),
    });
  }
}

/** An indicator whose header was lost: a level's name with an operator or a date behind it. */
function isIndicatorRow(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => level1Of(token.text) !== null || level2Of(token.text)?.certain === true);
  return at >= 0 && at <= 2 && tokens.slice(at + 1).some((token) => operatorOf(token.text) !== null || isDate(token.text));
}

/** No header of a form has more rows. */
const MAX_HEADER_ROWS = 5;

const nextTokens = (rows: readonly FormRow[], from: number) => rows.slice(from, from + MAX_HEADER_ROWS).map((row) => row.tokens);

/** Rows of more cells are none of a form; reading them would only cost time. */
const MAX_ROW_CELLS = 400;

const isSum = (tokens: readonly Token[]): boolean => /^(合计|总计)$/.test(tokens[0]?.text ?? '') && tokens.length > 1;

const BELOW_INDICATORS: ReadonlySet<string> = new Set(['other', 'goal', 'actualGoal', 'department', 'implementer', 'amount', 'tasks']);

function withoutMarker(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  return first && isIndicatorMarker(first.text) ? tokens.slice(1) : tokens;
}

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
    ...(row.borders ? { covered } : {}),
    ...(cut ? { cut } : {}),
  };
}

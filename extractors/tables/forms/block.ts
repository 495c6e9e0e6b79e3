import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Indicator, Project } from '../../../schemas/disclosure.ts';
import type { FormField } from '../../../schemas/table.ts';
import { compact } from '../../notation/text.ts';
import { HeadReader } from './head/head.ts';
import { type IndicatorCells, type ReadRow, textOf } from './indicators/indicator.ts';
import { fusedLevels, type Levels, LevelTracker } from './indicators/levels.ts';
import { OpinionReader } from './indicators/opinions.ts';
import { valuesOf } from './indicators/values.ts';
import type { IndicatorColumn } from './tokens/header.ts';
import type { FormRow } from './tokens/sequence.ts';
import { decimalOf, isNumeric, joinTokens, placesOf, type Token } from './tokens/tokens.ts';
import { headerRoleOf, type IndicatorRole } from './vocabulary/columns.ts';
import { labelKindOf, unitIn } from './vocabulary/labels.ts';

/** An indicator together with what the later steps need to know about it. */
export interface DraftIndicator {
  indicator: Indicator;
  /** The row prints its 二级指标 itself. */
  printed2: boolean;
}

/** One form: the block of a project, or of a whole department, with its indicators. */
export class FormBlock {
  readonly head = new HeadReader();
  readonly opinions = new OpinionReader();
  readonly drafts: DraftIndicator[] = [];
  readonly scores: FormField[] = [];
  totalScore: Token | null = null;
  /** A project whose name stands on the next page, or is lost. */
  unnamed = false;
  private readonly levels = new LevelTracker();
  private orphans: DraftIndicator[] = [];
  /** The level whose name the page break cut off, and the rows that wait for it. */
  private unnamedLevel: 1 | 2 | null = null;
  private waiting: DraftIndicator[] = [];
  private last: { cells: IndicatorCells; draft: DraftIndicator } | null = null;

  readonly tableIndex: number;
  readonly kind: 'project' | 'whole';
  private givenName: Token | null;

  /** `givenName`: the project's name where it stands in a column of the indicator rows; else the heading block tells it. */
  constructor(tableIndex: number, kind: 'project' | 'whole', givenName: Token | null) {
    this.tableIndex = tableIndex;
    this.kind = kind;
    this.givenName = givenName;
  }

  get name(): Token | null {
    return this.givenName ?? (this.kind === 'project' ? (this.head.head.found.name ?? null) : null);
  }

  /** The page that the last indicator stands on. */
  get lastPage(): number {
    return this.drafts.at(-1)?.indicator.places.at(-1)?.page ?? 0;
  }

  get level1(): string | null {
    return this.last?.draft.indicator.level1 ?? null;
  }

  /** A row that only prints level names. */
  setLevels(level1: string | null, level2: string | null): void {
    const levels = this.levels.next(level1, level2);
    this.adopt(levels.level1, levels.level2);
  }

  add(row: FormRow, read: ReadRow, columns: readonly IndicatorColumn[]): void {
    const { cells } = read;
    const leveled = hasColumn(columns, 'level1') || hasColumn(columns, 'level2');
    if (cutIn(row, columns, 'level1')) this.forget(1);
    else if (cutIn(row, columns, 'level2')) this.forget(2);
    this.nameLevels(row.page, textOf(cells.level1), textOf(cells.level2));
    const fused = leveled ? null : fusedLevels(textOf(cells.level3) ?? '');
    const levels = leveled
      ? this.levels.next(textOf(cells.level1), textOf(cells.level2), besideIn(row, columns, 'level1', cells))
      : { ...NO_LEVELS, ...fused, printed2: fused !== null };
    if (levels.level1 !== null) this.adopt(levels.level1, null);
    const draft: DraftIndicator = {
      indicator: this.indicator(row, read, columns, { ...levels, level3: fused?.level3 ?? textOf(cells.level3) }),
      printed2: levels.printed2 || besideIn(row, columns, 'level2', cells),
    };
    this.drafts.push(draft);
    if (this.unnamedLevel !== null) this.waiting.push(draft);
    if (leveled && levels.level1 === null) this.orphans.push(draft);
    this.last = { cells, draft };
  }

  private indicator(
    row: FormRow,
    { cells, doubtful }: ReadRow,
    columns: readonly IndicatorColumn[],
    { level1, level2, level3 }: Levels & { level3: string | null },
  ): Indicator {
    const { values, moved } = valuesOf(cells, hasColumn(columns, 'unit'), hasColumn(columns, 'actual'));
    const lacksLevel1 = level1 === null && (hasColumn(columns, 'level1') || hasColumn(columns, 'level2'));
    const lacksLevel2 = level2 === null && hasColumn(columns, 'level2');
    const incomplete = lacksLevel1 || lacksLevel2 || level3 === null || values.target === null;
    return {
      tableIndex: this.tableIndex,
      project: this.name?.text ?? null,
      level1,
      level2,
      level3,
      ...values,
      places: placesOf([...(cells.level3 ?? []), ...row.tokens]),
      review: doubtful || row.doubtful || moved || incomplete,
    };
  }

  /** The rest of a name and a goal whose merged cells a page break cut: for review. */
  continueName(name: Token, goal: Token | undefined): void {
    this.givenName = this.givenName ? joinTokens([this.givenName, name]) : name;
    if (goal) this.continueGoal(goal);
    for (const { indicator } of this.drafts) indicator.project = this.givenName.text;
    this.unnamed = false;
    this.head.joinedLines = true;
  }

  continueAmount(amount: Token): void {
    this.head.head.found.amount = amount;
    this.head.joinedLines = true;
  }

  continueGoal(goal: Token): void {
    const { found } = this.head.head;
    found.goal = found.goal ? joinTokens([found.goal, goal]) : goal;
    this.head.joinedLines = true;
  }

  /** What a column left of the indicators says; printed again on the next page it says nothing new. */
  addLeading(title: Token, token: Token): void {
    const { fields, found } = this.head.head;
    const kind = labelKindOf(title.text);
    if (kind === 'department' || kind === 'implementer') found[kind] ??= token;
    if (headerRoleOf(title.text) === 'amount') this.head.head.unit ??= unitIn(title.text);
    if (fields.some((field) => field.label === title.text && field.value === token.text)) return;
    fields.push({ label: title.text, value: token.text, places: placesOf([title, token]) });
  }

  /** A row that holds only the rest of a text that a page break cut. */
  continueLast(tokens: readonly Token[]): boolean {
    const [token] = tokens;
    if (!this.last || !token || tokens.length !== 1 || token.column === null) return false;
    const { cells, draft } = this.last;
    const name = (['level3', 'target', 'actual'] as const).find((role) => cells[role]?.at(-1)?.column === token.column);
    if (!name) return false;
    draft.indicator[name] = (draft.indicator[name] ?? '') + token.text;
    draft.indicator.places = [...draft.indicator.places, ...token.places];
    draft.indicator.review = true;
    return true;
  }

  /** The cell of a level begins, and the page break came before its name. */
  private forget(level: 1 | 2): void {
    this.levels.forget(level);
    this.unnamedLevel = level;
    this.waiting = [];
  }

  /** The names in the first row below the page break hold for the rows above it; for review, unless they were known without them. */
  private nameLevels(page: number, level1: string | null, level2: string | null): void {
    const above = this.waiting.at(-1)?.indicator.places.at(-1)?.page ?? page;
    if (this.unnamedLevel === null || page <= above) return;
    for (const { indicator } of this.waiting) {
      const before = [indicator.level1, indicator.level2];
      if (this.unnamedLevel === 1) indicator.level1 = level1 ?? indicator.level1;
      indicator.level2 ??= level2;
      if (indicator.level1 !== before[0] || indicator.level2 !== before[1]) indicator.review = true;
    }
    this.unnamedLevel = null;
  }

  /** Names that stand in the middle of a merged cell come after its first rows. */
  private adopt(level1: string | null, level2: string | null): void {
    if (level1 === null) return;
    for (const { indicator } of this.orphans) {
      indicator.level1 = level1;
      indicator.level2 ??= level2;
      indicator.review = true;
    }
    this.orphans = [];
  }

  /** 指标自评得分小计, 总分 …: each label with the numbers up to the next one. */
  addScores(tokens: readonly Token[]): void {
    tokens.forEach((token, index) => {
      const kind = labelKindOf(token.text);
      if (kind === null && index > 0) return;
      const next = tokens.findIndex((other, at) => at > index && labelKindOf(other.text) !== null);
      const values = tokens.slice(index + 1, next < 0 ? tokens.length : next).filter((value) => isNumeric(value.text));
      this.scores.push({ label: token.text, value: values.map((value) => value.text).join(' '), places: placesOf([token, ...values]) });
      // Where the full score stands beside it (总分 | 100 | 98.5), the score is the last.
      if (kind === 'total') this.totalScore ??= values.at(-1) ?? null;
    });
  }

  get fields(): FormField[] {
    return [...this.head.head.fields, ...this.scores, ...this.opinions.fields];
  }

  project(tableUnit: string | null, report: (finding: Finding) => void): Project | null {
    const { name } = this;
    if (this.kind !== 'project' || !name) return null;
    const { found, unit } = this.head.head;
    const amount = found.amount ? decimalOf(found.amount.text) : null;
    const executed = found.executed ? decimalOf(found.executed.text) : null;
    const unread = [found.amount, found.executed].filter((token) => token && isFilled(token.text) && decimalOf(token.text) === null);
    for (const token of unread) {
      if (token) report({ ruleId: 'form/row-unread', places: [...token.places], tableIndex: this.tableIndex, actual: token.text });
    }
    return {
      tableIndex: this.tableIndex,
      name: name.text,
      department: withoutCodeRest(found.department?.text),
      implementer: withoutCodeRest(found.implementer?.text),
      unit: unit ?? tableUnit,
      amount,
      executed,
      executionRate: found.rate?.text ?? null,
      totalScore: this.totalScore ? decimalOf(this.totalScore.text) : null,
      goal: found.goal?.text ?? null,
      places: [...name.places],
      review: unread.length > 0 || this.head.joinedLines,
    };
  }
}

const hasColumn = (columns: readonly IndicatorColumn[], role: IndicatorRole): boolean => columns.some(({ name }) => name === role);

const cutIn = (row: FormRow, columns: readonly IndicatorColumn[], role: 'level1' | 'level2'): boolean =>
  columns.some(({ name, column }) => name === role && column !== null && row.cut?.has(column));

/** A printed grid says that a level's name stands beside the row: in the row itself, or in a merged cell that reaches down to it. */
const besideIn = (row: FormRow, columns: readonly IndicatorColumn[], role: 'level1' | 'level2', cells: IndicatorCells): boolean =>
  row.covered !== undefined &&
  columns.some(({ name, column }) => name === role && column !== null && (cells[role]?.[0]?.column === column || row.covered?.has(column)));

/** A header without columns for levels. */
const NO_LEVELS: Levels = { level1: null, level2: null, printed2: false };

const isFilled = (text: string): boolean => !/^[-—–/]*$/.test(compact(text));

/** The dash that an unprinted code leaves behind a name. */
function withoutCodeRest(text: string | undefined): string | null {
  if (text === undefined) return null;
  let end = text.length;
  while (end > 0 && '-－— '.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end) || null;
}

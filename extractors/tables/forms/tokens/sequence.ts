import { addAll } from '../../../model/add-all.ts';
import { headerRoleOf, isIndicatorMarker } from '../vocabulary/columns.ts';
import { labelKindOf } from '../vocabulary/labels.ts';
import { level1Of, level2Of } from '../vocabulary/levels.ts';
import { headerWords, isHeaderPiece, isIndicatorHeader, isSubHeader } from './header.ts';
import { MAX_FRAGMENTS, MAX_TOKENS } from './settings.ts';
import { isDate, isNumeric, joinTokens, operatorOf, type Token } from './tokens.ts';

/** The tokens of one row of a form, after lines that belong together were joined. */
export interface FormRow {
  tokens: readonly Token[];
  page: number;
  line: number;
  /** The first cell of a row in columns stands in the first column. */
  startsAtEdge: boolean;
  /** Columns in which a merged cell begins that the page cut before its text. */
  cut?: ReadonlySet<number>;
  /** Columns of a printed grid in which a merged cell above reaches down to this row. */
  covered?: ReadonlySet<number>;
  /** Put together from pieces in a way that a person should check. */
  doubtful: boolean;
}

/**
 * Lines of text whose layout was lost → rows. Header words and the names of indicators are broken over lines; the values stand
 * on the last of them or on a line of their own. Lines of level names stay rows of their own. Rows outside the indicator
 * section are left alone.
 */
export function joinBrokenLines(rows: readonly FormRow[], evaluation: boolean): FormRow[] {
  const joiner = new LineJoiner(evaluation);
  for (const row of rows) if (row.tokens.length > 0) joiner.read(row);
  return joiner.end();
}

class LineJoiner {
  private readonly out: FormRow[] = [];
  private state: 'head' | 'header' | 'indicators' = 'head';
  private header: FormRow | null = null;
  /** Pieces of header words below the header. */
  private pieces: string[] = [];
  /** Pieces of an indicator's name that still wait for its values. */
  private fragments: FormRow[] = [];

  constructor(private readonly evaluation: boolean) {}

  read(row: FormRow): void {
    const isEnd = isBoundary(row.tokens, this.state);
    if (row.tokens.length > MAX_TOKENS || row.tokens[0]?.column !== null || isEnd) {
      this.flush();
      this.out.push(row);
      if (isEnd && this.state !== 'head' && !isScoreRow(row.tokens)) this.state = 'head';
      return;
    }
    if (isIndicatorHeader(row.tokens)) {
      this.flush();
      this.header = row;
      this.state = 'header';
      return;
    }
    if (this.state === 'head') this.out.push(row);
    else if (this.state === 'indicators' || !this.takeHeaderRow(row)) this.readIndicator(row);
  }

  end(): FormRow[] {
    this.flush();
    return this.out;
  }

  /** A row below the header that still belongs to it. */
  private takeHeaderRow(row: FormRow): boolean {
    if (this.header && isSubHeader(row.tokens)) {
      this.endHeader();
      this.out.push(row);
      return true;
    }
    if (row.tokens.every((token) => isHeaderPiece(token.text) && !isLevel(token))) {
      addAll(
        this.pieces,
        row.tokens.map((token) => token.text),
      );
      return true;
    }
    this.endHeader();
    return false;
  }

  private readIndicator(row: FormRow): void {
    this.state = 'indicators';
    this.fragments = readLine(row, this.fragments, this.out, this.evaluation);
    if (this.fragments.length > MAX_FRAGMENTS) this.endFragments();
  }

  private flush(): void {
    this.endHeader();
    this.endFragments();
  }

  private endHeader(): void {
    if (this.header) this.out.push(withHeaderWords(this.header, this.pieces));
    this.header = null;
    this.pieces = [];
  }

  private endFragments(): void {
    addAll(this.out, this.fragments);
    this.fragments = [];
  }
}

const isLevel = (token: Token): boolean => level1Of(token.text) !== null || level2Of(token.text) !== null;

function isBoundary(tokens: readonly Token[], state: string): boolean {
  const kind = labelKindOf(tokens[0]?.text ?? '');
  if (kind === null) return false;
  if (kind === 'name' || kind === 'whole' || kind === 'opinion') return true;
  return state !== 'head' && (kind === 'total' || kind === 'score');
}

const isScoreRow = (tokens: readonly Token[]): boolean => ['total', 'score'].includes(labelKindOf(tokens[0]?.text ?? '') ?? '');

function withHeaderWords(header: FormRow, pieces: readonly string[]): FormRow {
  const place = header.tokens.at(-1);
  const words = headerWords(pieces).filter((word) => headerRoleOf(word) !== null);
  if (!place || words.length === 0) return header;
  return { ...header, tokens: [...header.tokens, ...words.map((text) => ({ ...place, text }))] };
}

/** Adds what the line completes to `out`; returns the pieces that still wait for their values. */
function readLine(row: FormRow, fragments: FormRow[], out: FormRow[], evaluation: boolean): FormRow[] {
  const joined = joinLevelName(row, fragments);
  const tokens = joined.row.tokens.filter((token, index) => index > 0 || !isIndicatorMarker(token.text));
  const waiting = [...joined.fragments];
  if (tokens.length === 0) return waiting;
  let levels = 0;
  while (levels < tokens.length && isLevelHere(tokens, levels, evaluation)) levels++;
  if (levels === tokens.length) {
    addAll(out, [...waiting, { ...row, tokens }]);
    return [];
  }
  // A name does not go on behind the name of a level.
  if (levels > 0) addAll(out, waiting.splice(0));
  const rest = tokens.slice(levels);
  const names = nameCount(rest, evaluation);
  if (names === null) {
    if (levels > 0) out.push({ ...row, tokens: tokens.slice(0, levels) });
    return [...waiting, { ...row, tokens: rest, doubtful: true }];
  }
  const own = rest.slice(0, names);
  const pieces = [...waiting.flatMap((fragment) => fragment.tokens), ...own];
  const name = waiting.length > 0 ? [joinTokens(pieces)] : own;
  const doubtful = (waiting.length > 0 && own.length > 0) || own.length > 1;
  const first = waiting[0] ?? row;
  out.push({ ...first, tokens: [...tokens.slice(0, levels), ...name, ...rest.slice(names)], doubtful });
  return [];
}

/** 服务对象满意度 before its own values is a name of the third level. */
function isLevelHere(tokens: readonly Token[], index: number, evaluation: boolean): boolean {
  const token = tokens[index];
  if (!token || !isLevel(token)) return false;
  const certain = level1Of(token.text) !== null || level2Of(token.text)?.certain === true;
  const after = tokens[index + 1];
  return (
    certain ||
    after === undefined ||
    (operatorOf(after.text) === null && !isDate(after.text) && nameCount(tokens.slice(index + 1), evaluation) !== 0)
  );
}

/** How many of the tokens are the indicator's name; null where the line holds no values. */
function nameCount(tokens: readonly Token[], evaluation: boolean): number | null {
  const operatorAt = tokens.findIndex((token) => operatorOf(token.text) !== null);
  if (operatorAt >= 0) return operatorAt;
  const dateAt = tokens.findIndex((token) => isDate(token.text));
  const numberAt = tokens.findIndex((token) => isNumeric(token.text));
  const end = dateAt >= 0 ? dateAt : numberAt >= 0 ? numberAt : -1;
  if (end < 0) return null;
  if (numberAt >= 0 && numberAt < end) return numberAt;
  // A qualitative target is the last text before the date; in evaluations what came of it stands between.
  return Math.max(0, end - (evaluation ? 2 : 1));
}

/** A level name that is broken over two lines: 服务对象 / 满意度指标. */
function joinLevelName(row: FormRow, fragments: FormRow[]): { row: FormRow; fragments: FormRow[] } {
  const before = fragments.at(-1)?.tokens.at(-1);
  const head = row.tokens[0];
  if (!before || !head || fragments.at(-1)?.tokens.length !== 1) return { row, fragments };
  const whole = joinTokens([before, head]);
  if (!level2Of(whole.text)?.certain || level2Of(before.text)) return { row, fragments };
  return { row: { ...row, tokens: [whole, ...row.tokens.slice(1)] }, fragments: fragments.slice(0, -1) };
}

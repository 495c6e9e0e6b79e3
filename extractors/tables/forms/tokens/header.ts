import { HEADER_WORDS, LEFT_OF_LEVELS, PROJECT_LIST_COLUMN, SPANS_LEVELS } from '../../../../schemas/lexicon/forms/indicator-columns.ts';
import { at } from '../../../model/at.ts';
import { compact } from '../../../notation/text.ts';
import { headerRoleOf, type IndicatorRole, isIndicatorMarker } from '../vocabulary/columns.ts';
import type { AlignRole } from './align.ts';
import { MAX_UPPER_ROWS, NEVER_JOINED } from './settings.ts';
import { isNumeric, type Token } from './tokens.ts';

export type IndicatorColumn = AlignRole<IndicatorRole>;

const WHEN_EMPTY: Readonly<Record<IndicatorRole, number>> = {
  project: 0,
  amount: 0,
  goal: 0,
  other: 0,
  level1: 0,
  level2: 0,
  level3: 6,
  operator: 0,
  target: 4,
  unit: 0.5,
  deadline: 1,
  actual: 3,
  completion: 3,
  weight: 3,
  score: 3,
  note: 0,
};

const WHEN_JOINED: Partial<Record<IndicatorRole, number>> = { note: 0, level3: 7, target: 8, actual: 8, goal: 8 };

const BUDGET: readonly IndicatorRole[] = ['level1', 'level2', 'level3', 'operator', 'target', 'unit', 'deadline'];
const EVALUATION: readonly IndicatorRole[] = [...BUDGET.slice(0, 6), 'actual', 'completion', 'weight', 'score'];

const columnOf = (name: IndicatorRole, column: number | null): IndicatorColumn => ({
  name,
  column,
  whenEmpty: WHEN_EMPTY[name],
  whenJoined: WHEN_JOINED[name] ?? NEVER_JOINED,
});

/** The columns of the national template, for forms whose header is missing. */
export function defaultColumns(evaluation: boolean): IndicatorColumn[] {
  const names = evaluation ? EVALUATION : BUDGET;
  return withNotes(names.map((name) => columnOf(name, null)));
}

/** At least two of 一级指标, 二级指标, 三级指标. */
export function isIndicatorHeader(tokens: readonly Token[]): boolean {
  const levels = new Set(tokens.map((token) => headerRoleOf(token.text)).filter((role) => role?.startsWith('level')));
  return levels.size >= 2;
}

/** 绩效指标 | 指标性质 | 指标值 | 度量单位, 指标名称 | …: a header without levels, which may then lead the name itself (产出指标数量指标…). */
export function isFlatHeader(tokens: readonly Token[]): boolean {
  const roles = tokens.map((token) => headerRoleOf(token.text));
  if (tokens.some((token) => token.column === null) || roles.includes('level1') || roles.includes('level2')) return false;
  return nameCell(tokens) !== undefined && roles.includes('target') && (roles.includes('operator') || roles.includes('unit'));
}

/** 指标名称, else the last 绩效指标: the first may be the merged cell at the left of all indicators. */
const nameCell = (tokens: readonly Token[]): Token | undefined =>
  tokens.find((token) => headerRoleOf(token.text) === 'level3') ?? tokens.findLast((token) => isIndicatorMarker(token.text));

/** A header row of levels, and where its first level stands. */
export function levelColumn(tokens: readonly Token[]): number | null {
  if (!isIndicatorHeader(tokens)) return null;
  return tokens.find((token) => headerRoleOf(token.text)?.startsWith('level'))?.column ?? null;
}

/**
 * Rows above the levels that name the columns beside them (项目名称, 资金总额, 绩效目标; 指标值, 度量单位): the first spans the levels with
 * 绩效指标, the others divide its cells. How many of `rows` they are; 0 where the levels below have no such rows.
 */
export function upperHeaderRows(rows: readonly (readonly Token[])[]): number {
  const [first = []] = rows;
  const count = rows.slice(1, MAX_UPPER_ROWS + 1).findIndex((tokens) => levelColumn(tokens) !== null) + 1;
  const edge = count > 0 ? levelColumn(at(rows, count)) : null;
  if (edge === null || first.length < 2 || rows.slice(0, count).some((tokens) => tokens.some((token) => isNumeric(token.text)))) return 0;
  const spans = first.some((token) => token.column === edge && SPANS_LEVELS.test(compact(token.text)));
  const names = first.some((token) => (token.column ?? edge) < edge && LEFT_OF_LEVELS.test(token.text));
  const targets = first.some((token) => (token.column ?? edge) > edge && headerRoleOf(token.text) === 'target');
  return spans && (names || targets) ? count : 0;
}

/** The tokens of a header over several rows: for each column the lowest cell. */
export function headerCells(upper: readonly Token[], levels: readonly Token[]): Token[] {
  const edge = levelColumn(levels) ?? 0;
  const last = levels.findLast((token) => headerRoleOf(token.text)?.startsWith('level'))?.column ?? edge;
  const beside = ({ column, text }: Token) => column !== null && (column < edge || column > last) && !isIndicatorMarker(text);
  const lowest = new Map<number, Token>();
  for (const token of [...upper, ...levels]) {
    if (token.column !== null && (beside(token) || levels.includes(token))) lowest.set(token.column, token);
  }
  return [...lowest].sort(([a], [b]) => a - b).map(([, token]) => token);
}

/** 单位名称 | 项目名称 | 金额 | 绩效目标: a list of projects with their goals, without indicators. */
export function isProjectList(tokens: readonly Token[]): boolean {
  const roles = tokens.map((token) => headerRoleOf(token.text));
  if (tokens.length < 2 || tokens.some((token) => token.column === null) || roles.some((role) => role?.startsWith('level'))) return false;
  const isKnown = ({ text }: Token) => headerRoleOf(text) !== null || PROJECT_LIST_COLUMN.test(compact(text));
  return tokens.every(isKnown) && roles.includes('project') && roles.includes('goal');
}

/** The header cells of the columns left of the levels, or of the names that lead with theirs. */
export function leadingCells(header: readonly Token[]): Token[] {
  const name = isFlatHeader(header) ? nameCell(header) : undefined;
  const edge = name ? name.column : levelColumn(header);
  return edge === null ? [] : header.filter((token) => token.column !== null && token.column < edge);
}

/** A row below the header that goes on with it: header words only, none of them a level. */
export function isSubHeader(tokens: readonly Token[]): boolean {
  if (tokens.length === 0) return false;
  const roles = tokens.map((token) => headerRoleOf(token.text));
  return roles.every((role) => role !== null && role !== 'project') && roles.some((role) => role !== 'note' || tokens.length > 2);
}

/**
 * The columns that one or two header rows name. A cell of the first row that cells of the second stand below is only their
 * heading (年度目标值 over 运算符号, 内容, 度量单位).
 */
export function columnsOf(header: readonly Token[], below: readonly Token[], evaluation: boolean): IndicatorColumn[] {
  const columns: IndicatorColumn[] = [];
  const waiting = new Set(below);
  const name = isFlatHeader(header) ? nameCell(header) : undefined;
  const roleIn = (token: Token): IndicatorRole => (token === name ? 'level3' : (headerRoleOf(token.text) ?? 'other'));
  const take = (cells: readonly Token[]) => {
    for (const cell of cells) {
      columns.push(columnOf(roleIn(cell), cell.column));
      waiting.delete(cell);
    }
  };
  header.forEach((token, index) => {
    const role = headerRoleOf(token.text);
    const end = header[index + 1]?.column ?? Number.POSITIVE_INFINITY;
    const parts = [...waiting].filter((cell) => isPartOf(headerRoleOf(cell.text), role, cell, token, end));
    take(parts.length > 0 ? parts : [token]);
  });
  take([...waiting]);
  // 指标内容 beside 指标值: the former is the indicator's name.
  const targets = columns.filter((column) => column.name === 'target');
  if (targets[0] && targets.length > 1 && !columns.some((column) => column.name === 'level3')) {
    columns[columns.indexOf(targets[0])] = columnOf('level3', targets[0].column);
  }
  const unique = columns.filter(
    (column, index) => REPEATED.has(column.name) || columns.findIndex((other) => other.name === column.name) === index,
  );
  if (unique.some((column) => column.name === 'target')) return withNotes(withDeadline(unique));
  return header.every((token) => token.column === null)
    ? defaultColumns(evaluation || isEvaluation(unique))
    : withNotes(withTarget(unique));
}

const TARGET_PARTS: ReadonlySet<IndicatorRole | null> = new Set<IndicatorRole>(['operator', 'target', 'unit']);

/** By meaning first: the two header rows may be shifted against each other. */
function isPartOf(part: IndicatorRole | null, heading: IndicatorRole | null, cell: Token, token: Token, end: number): boolean {
  if (heading === 'target') return TARGET_PARTS.has(part);
  if (heading === 'note') return part === 'note';
  if (heading !== null || cell.column === null || token.column === null) return false;
  return cell.column >= token.column && cell.column < end;
}

const isEvaluation = (columns: readonly IndicatorColumn[]): boolean =>
  columns.some((column) => column.name === 'score' || column.name === 'actual');

const REPEATED: ReadonlySet<IndicatorRole> = new Set(['note', 'other']);

/** A deadline is known by its content, also where the page cut off its heading; in evaluations a date is a result. */
function withDeadline(columns: readonly IndicatorColumn[]): IndicatorColumn[] {
  if (isEvaluation(columns) || columns.some((column) => column.name === 'deadline')) return [...columns];
  const at = columns.findLastIndex((column) => column.name === 'target' || column.name === 'unit') + 1;
  return [...columns.slice(0, at), { ...columnOf('deadline', null), whenEmpty: 0 }, ...columns.slice(at)];
}

function withTarget(columns: readonly IndicatorColumn[]): IndicatorColumn[] {
  const at = columns.findLastIndex((column) => column.name.startsWith('level')) + 1;
  return [
    ...columns.slice(0, at),
    ...BUDGET.slice(3).map((name) => columnOf(name, null)),
    ...columns.slice(at).filter((column) => !BUDGET.includes(column.name)),
  ];
}

/** Reasons and measures may stand behind the last column whether the header names them or not. */
function withNotes(columns: readonly IndicatorColumn[]): IndicatorColumn[] {
  return columns.at(-1)?.name === 'note' ? [...columns] : [...columns, columnOf('note', null)];
}

/** The words of a header that was broken over lines, in printed order. */
export function headerWords(pieces: readonly string[]): string[] {
  return compact(pieces.join('')).match(HEADER_PATTERN) ?? [];
}

const HEADER_PATTERN = new RegExp(HEADER_WORDS.join('|'), 'g');

/** A piece of a header word, where lines are broken inside words (运算 / 符号). */
export function isHeaderPiece(text: string): boolean {
  const piece = compact(text);
  return piece !== '' && HEADER_WORDS.some((word) => word.includes(piece));
}

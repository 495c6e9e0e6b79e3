import type { Place } from '../../../schemas/place.ts';
import type { Side } from '../../../schemas/table.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import type { HeaderedTable, PrintedCell, PrintedRow } from '../../model/tables.ts';
import { isTotalLabel, numberingLevel, roleOf, sideOfLabel } from '../../notation/roles.ts';
import { isAmount, isIndexRow, isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { subjectByCode } from '../../notation/subjects.ts';
import { compact, tidy } from '../../notation/text.ts';

/**
 * Rows of tables whose layout was lost. Only the order of codes, labels and numbers is known: a code or a label opens a row,
 * the numbers up to the next one are its values, in the order of their columns.
 */
export function rowsFromSequence(table: HeaderedTable): PrintedRow[] {
  const tokens = tokensOf(table.data);
  const drafts =
    table.panels.length === 2 ? twoSided(table, tokens) : coded(table) ? codedRows(table, tokens) : labelledRows(table, tokens);
  return drafts.map((draft, index) => finish(draft, index, table));
}

interface Token {
  kind: 'amount' | 'text';
  text: string;
  cell: Cell;
  line: number;
  firstInLine: boolean;
  /** It opens its line, and amounts stand after it there. */
  amountsFollow: boolean;
  indent: number;
}

interface Draft {
  panel: number;
  code: string | null;
  /** A parallel classification (政府 beside 部门支出经济分类). */
  second: { code: string; label: string } | null;
  label: string;
  attributes: Record<string, string>;
  indent: number;
  lastLine: number;
  places: Place[];
  cells: Cell[];
}

function tokensOf(rows: readonly GridRow[]): Token[] {
  const tokens: Token[] = [];
  for (const row of rows) {
    if (isIndexRow(row.cells)) continue;
    row.cells.forEach((cell, i) => {
      const previous = tokens.at(-1);
      // 收 / 入 / 总 / 计: a letter-spaced word whose letters stand on lines of their own.
      if (previous?.kind === 'text' && isLetter(cell.text) && isLetters(previous.text) && (i > 0 || row.line - previous.line <= 2)) {
        previous.text += cell.text;
        previous.line = row.line;
        return;
      }
      const amount = isAmount(cell.text);
      tokens.push({
        kind: amount ? 'amount' : 'text',
        text: tidy(cell.text),
        cell,
        line: row.line,
        firstInLine: i === 0,
        amountsFollow: i === 0 && row.cells.some((other, k) => k > 0 && isAmount(other.text)),
        indent: i === 0 ? (cell.places[0]?.start ?? 0) : 0,
      });
    });
  }
  return tokens;
}

function isLetter(text: string): boolean {
  return text.length === 1 && /[\u4e00-\u9fff]/.test(text);
}

const LETTER_WORDS = ['收入总计', '支出总计', '本年收入合计', '本年支出合计', '收入合计', '支出合计', '合计', '总计'];
function isLetters(text: string): boolean {
  return !LETTER_WORDS.includes(text) && LETTER_WORDS.some((word) => word.startsWith(text));
}

function coded(table: HeaderedTable): boolean {
  return (
    table.panels.some((panel) => panel.keys.some((key) => key.role === 'code' || key.role === 'code-part')) ||
    table.data.filter((row) => isSubjectCode(compact(row.cells[0]?.text ?? ''))).length >= 3
  );
}

function draft(panel: number, token: Token): Draft {
  return { panel, code: null, second: null, label: '', attributes: {}, indent: token.indent, lastLine: token.line, places: [], cells: [] };
}

function addLabel(row: Draft, token: Token): void {
  if (row.label === '') row.indent = Math.max(row.indent, token.indent);
  row.label += token.text;
  row.lastLine = token.line;
  row.places.push(...token.cell.places);
}

function addAmount(row: Draft, token: Token): void {
  row.cells.push(token.cell);
  row.places.push(...token.cell.places);
  row.lastLine = token.line;
}

function codedRows(table: HeaderedTable, tokens: readonly Token[]): Draft[] {
  const rows: Draft[] = [];
  const keys = table.panels.flatMap((panel) => panel.keys);
  const hasParts = keys.some((key) => key.role === 'code-part');
  const parallel = keys.filter((key) => key.role === 'code').length > 1;
  let row: Draft | null = null;
  const open = (token: Token): Draft => {
    row = draft(0, token);
    rows.push(row);
    return row;
  };
  tokens.forEach((token, i) => {
    const text = compact(token.text);
    const current = row as Draft | null;
    const closed = current !== null && current.cells.length > 0;
    const opensCode = token.firstInLine || current === null || closed;
    if (opensCode && isCodeToken(text, hasParts) && codeFollows(tokens[i + 1], hasParts)) {
      if (current && !closed && current.second) current.second.code += text;
      else if (current && !closed && current.label === '' && current.code !== null && /^\d{2}$/.test(text)) current.code += text;
      else if (current && !closed && parallel && current.label !== '' && current.code !== null) current.second = { code: text, label: '' };
      else open(token).code = text;
      (row as Draft | null)?.places.push(...token.cell.places);
      return;
    }
    if (token.kind === 'amount') {
      addAmount(current ?? open(token), token);
      return;
    }
    const split = splitCodeAndName(text);
    if (split) {
      const fresh = open(token);
      fresh.code = split.code;
      addLabel(fresh, { ...token, text: split.name });
    } else if (current?.second && !closed) current.second.label += token.text;
    else if (current === null || isTotalLabel(text) || (closed && token.amountsFollow && token.firstInLine)) addLabel(open(token), token);
    else addLabel(current, token);
  });
  if (hasParts) completeCodes(rows);
  return rows;
}

/** A number is a code only where a name, or the next part of a split code, comes after it. */
function codeFollows(next: Token | undefined, hasParts: boolean): boolean {
  return next !== undefined && (next.kind === 'text' || (hasParts && /^\d{2}$/.test(compact(next.text))));
}

function isCodeToken(text: string, hasParts: boolean): boolean {
  return isSubjectCode(text) || isUnitCode(text) || (hasParts && /^\d{2}$/.test(text));
}

/**
 * 208 / 05 / 01 in columns of their own, flattened: how deep a two-digit part stands is told by the label's indentation, and
 * where none is printed by the classification: the code whose known name the label bears.
 */
function completeCodes(rows: readonly Draft[]): void {
  let category = '';
  let section = '';
  const indented = rows.some((row) => row.code !== null && /^\d{2}$/.test(row.code) && row.indent >= 2);
  for (const row of rows) {
    if (row.code === null) continue;
    if (/^\d{3}$/.test(row.code)) {
      category = row.code;
      section = '';
    } else if (/^\d{2}$/.test(row.code) && category !== '') {
      const item = indented ? row.indent >= 2 && section !== '' : section !== '' && namesSubject(row.label, section + row.code);
      if (item) row.code = section + row.code;
      else row.code = section = category + row.code;
    }
  }
}

function namesSubject(label: string, code: string): boolean {
  const known = subjectByCode(code);
  return known !== null && known !== undefined && compact(label).startsWith(known.name.slice(0, 4));
}

function labelledRows(table: HeaderedTable, tokens: readonly Token[]): Draft[] {
  const rows: Draft[] = [];
  const category = table.panels.flatMap((panel) => panel.keys).find((key) => key.role === 'text')?.header;
  for (const token of tokens) {
    const row = rows.at(-1);
    if (token.kind === 'amount') {
      if (row) addAmount(row, token);
      else {
        const fresh = draft(0, token);
        addAmount(fresh, token);
        rows.push(fresh);
      }
      continue;
    }
    if (category && row && row.cells.length === 0 && row.label !== '' && CATEGORY.test(compact(token.text))) {
      row.attributes[category] = token.text;
      row.lastLine = token.line;
      continue;
    }
    const goesOn =
      row !== undefined &&
      row.cells.length === 0 &&
      numberingLevel(token.text) === 0 &&
      roleOf(token.text, null) === 'item' &&
      token.line - row.lastLine <= 1;
    if (goesOn) addLabel(row, token);
    else {
      const fresh = draft(0, token);
      addLabel(fresh, token);
      rows.push(fresh);
    }
  }
  return rows;
}

/** What stands in a column 项目类别: 特定目标类, 其他运转类, 人员类. */
const CATEGORY = /类(?:项目)?$/;

/** 收支 tables: labels of both sides alternate; words and numbering tell the side, the number after a label is its amount. */
function twoSided(table: HeaderedTable, tokens: readonly Token[]): Draft[] {
  const rows: Draft[] = [];
  const panelOf = (side: Side): number => (table.panels[0]!.side === side ? 0 : 1);
  let previous: Draft | null = null;
  let second = false;
  for (const token of tokens) {
    if (token.kind === 'amount') {
      if (previous) addAmount(previous, token);
      continue;
    }
    if (previous && previous.cells.length === 0 && isCutLabel(previous.label, token.text)) {
      addLabel(previous, token);
      const whole = sideOfLabel(previous.label);
      if (whole) previous.panel = panelOf(whole);
      continue;
    }
    second = !token.firstInLine && token.line === previous?.lastLine;
    const side = sideOfLabel(token.text) ?? (second ? 'expenditure' : (sideByPanel(table, previous) ?? 'revenue'));
    previous = draft(panelOf(side), token);
    addLabel(previous, token);
    rows.push(previous);
  }
  return rows;
}

function sideByPanel(table: HeaderedTable, row: Draft | null): Side | null {
  return row ? (table.panels[row.panel]?.side ?? null) : null;
}

const LABEL_ENDS = /(?:收入|支出|结余|结转|合计|总计|费|资金|下年|拨款|补助|预算|分配|准备金|预备费)(?:[（(][^（）()]*[)）])?$/;

function isCutLabel(label: string, next: string): boolean {
  return numberingLevel(next) === 0 && !LABEL_ENDS.test(label) && !isTotalLabel(next) && next.length <= 12;
}

function finish(row: Draft, index: number, table: HeaderedTable): PrintedRow {
  const role = roleOf(row.label, row.code);
  const unit = table.shape === 'units' && role === 'item' && table.panels[0]?.keys[0]?.header.startsWith('单位');
  const shifted = unit || (table.shape === 'coded' && role === 'item' && row.code === null);
  return {
    index,
    panel: row.panel,
    lineNo: null,
    code: row.code,
    label: row.label,
    outer: [],
    keys: row.second ? { [secondHeader(table)]: `${row.second.code} ${row.second.label}` } : {},
    attributes: row.attributes,
    role: shifted ? 'unit' : role,
    indent: row.indent,
    places: row.places,
    floating: true,
    cells: row.cells.map(
      (cell, i): PrintedCell => ({
        id: `t${table.index}r${index}n${i}`,
        column: null,
        raw: cell.raw,
        places: cell.places,
      }),
    ),
  };
}

function secondHeader(table: HeaderedTable): string {
  const names = table.panels.flatMap((panel) => panel.keys).filter((key) => key.role === 'name' || key.role === 'code');
  return names.at(-1)?.header ?? '科目';
}

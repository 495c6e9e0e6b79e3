import { CATEGORY, ECONOMY_COLUMN, PURCHASE_FORM, PURCHASE_FORM_COLUMN, TEXTS_BEHIND } from '../../../../schemas/lexicon/tables/columns.ts';
import { LABEL_END } from '../../../../schemas/lexicon/tables/rows.ts';
import type { Side } from '../../../../schemas/table.ts';
import { addAll } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import type { HeaderedTable } from '../../../model/tables.ts';
import { isOrganisation } from '../../../notation/organisations.ts';
import { isTotalLabel, numberingLevel, roleOf, sideOfLabel } from '../../../notation/roles.ts';
import { isSubjectCode } from '../../../notation/row-kinds.ts';
import { subjectsNamed } from '../../../notation/subjects.ts';
import { compact } from '../../../notation/text.ts';
import { LONGEST_REST, SHORTEST_NAME } from './settings.ts';
import { addAmount, addLabel, isLineNumber, openRow, type SequenceRow, type Token, takesText } from './tokens.ts';

/** Rows without codes, of tables whose layout was lost: each label opens a row, unless a line break cut it. */

export function labelledRows(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  const rows: SequenceRow[] = [];
  const keys = table.panels.flatMap((panel) => panel.keys);
  const category = keys.find((key) => key.role === 'text' && !TEXTS_BEHIND.test(key.header))?.header;
  const names = keys.filter((key) => key.role === 'name').length;
  const telling = tellingColumns(table);
  for (const token of tokens) {
    const row = rows.at(-1);
    if (token.kind === 'amount') addAmount(row ?? openRow(rows, 0, token), token);
    else if (row && takesText(row) && row.label !== '' && takesTelling(row, token, telling)) row.lastLine = token.line;
    else if (row && takesText(row) && isBehindEconomy(row, telling)) openName(row, token);
    else if (row && takesText(row) && isWithin(row.label, token)) addLabel(row, token);
    else if (category && row && isCategory(row, token)) {
      row.attributes[category] = token.text;
      row.lastLine = token.line;
    } else if (row && isNextName(row, token, names)) {
      openName(row, token);
    } else if (row && goesOn(row, token)) {
      addLabel(row, token);
      if (row.outer.length + 1 < names) doubtName(row, compact(token.text));
    } else addLabel(openRow(rows, 0, token), token);
  }
  return rows;
}

/** Where names stand beside each other, what follows on the next line may be the next one, unless it is too short for one or both are the name of a body. */
function doubtName(row: SequenceRow, rest: string): void {
  if (isOrganisation(compact(row.label))) delete row.unsureName;
  else if (rest.length >= SHORTEST_NAME) row.unsureName = true;
}

/** Columns of which the words of a text tell that it stands there, wherever columns left of them are empty; null: there is none. */
interface TellingColumns {
  form: string | null;
  economy: string | null;
}

function tellingColumns({ panels }: HeaderedTable): TellingColumns {
  const [first, ...others] = panels.flatMap((panel) => panel.keys).map(({ header }) => header);
  const beside = first === undefined ? [] : others;
  return {
    form: beside.find((header) => PURCHASE_FORM_COLUMN.test(header)) ?? null,
    economy: beside.find((header) => ECONOMY_COLUMN.test(header)) ?? null,
  };
}

/** 复印纸 | 政府集中采购, and 审判专项业务费 | 印刷费: how it is bought, and what it counts as, are not what the row is called. */
function takesTelling(row: SequenceRow, token: Token, { form, economy }: TellingColumns): boolean {
  const text = compact(token.text);
  const bought = form === null ? undefined : row.attributes[form];
  if (form !== null && (bought !== undefined || PURCHASE_FORM.test(text))) row.attributes[form] = (bought ?? '') + token.text;
  else if (economy !== null && row.beside?.[economy] === undefined && isEconomic(text)) row.beside = { ...row.beside, [economy]: text };
  else return false;
  addAll(row.places, token.cell.places);
  return true;
}

/** The name before that of the economic classification is whole. */
const isBehindEconomy = ({ beside, outer }: SequenceRow, { economy }: TellingColumns): boolean =>
  economy !== null && beside?.[economy] !== undefined && outer.length === 0;

function openName(row: SequenceRow, token: Token): void {
  row.outer.push(row.label);
  row.label = '';
  addLabel(row, token);
}

const isEconomic = (name: string): boolean => subjectsNamed(name).some(({ classification }) => classification !== 'function');

/** PC | 服务器, 货物 | A, 台式计算机（20 | 万以上）: letters beside a word, and what a bracket is open for, are pieces of one name. */
function isWithin(label: string, { text, firstInLine }: Token): boolean {
  const isLetters = (piece: string): boolean => /^[A-Za-z]+$/.test(compact(piece));
  return /[（(][^（()）]*$/.test(label) || (!firstInLine && label !== '' && (isLetters(label) || isLetters(text)));
}

/** 单位名称 | 项目名称: a further name on the line of the first. */
function isNextName(row: SequenceRow, token: Token, names: number): boolean {
  return takesText(row) && row.label !== '' && !token.firstInLine && token.line === row.lastLine && row.outer.length + 1 < names;
}

function isCategory(row: SequenceRow, token: Token): boolean {
  return takesText(row) && row.label !== '' && CATEGORY.test(compact(token.text));
}

function goesOn(row: SequenceRow, token: Token): boolean {
  return takesText(row) && numberingLevel(token.text) === 0 && roleOf(token.text, null) === 'item' && token.line - row.lastLine <= 1;
}

/** 收支 tables: labels of both sides alternate; words and numbering tell the side, the number after a label is its amount. */
export function twoSidedRows(table: HeaderedTable, tokens: readonly Token[]): SequenceRow[] {
  const rows: SequenceRow[] = [];
  const first = at(table.panels, 0);
  const keys = table.panels.flatMap((panel) => panel.keys);
  const hasCodes = keys.some((key) => key.role === 'code');
  const hasLineNumbers = keys.some((key) => key.role === 'line-no');
  const panelOf = (side: Side): number => (first.side === side ? 0 : 1);
  for (const [i, token] of tokens.entries()) {
    const row = rows.at(-1);
    if (hasCodes && isCodeBeforeName(token, tokens[i + 1])) {
      // Both sides have the same keys: the first code of a line stands on the left.
      const fresh = openRow(rows, token.firstInLine ? 0 : 1, token);
      fresh.code = compact(token.text);
      addAll(fresh.places, token.cell.places);
    } else if (row && takesText(row) && row.code !== null && token.kind === 'text') addLabel(row, token);
    else if (token.kind === 'amount') {
      // A side that has no row of its own on a line may still number the line.
      if (hasLineNumbers && token.firstInLine && isLineNumber(token.text)) addAmount(openRow(rows, 0, token), token);
      else if (row) addAmount(row, token);
    } else if (row && takesText(row) && isCutLabel(row.label, token.text)) {
      addLabel(row, token);
      const side = sideOfLabel(row.label);
      if (side) row.panel = panelOf(side);
    } else addLabel(openRow(rows, isLeftOf(tokens, i) ? 0 : panelOf(sideOf(token, row, table)), token), token);
  }
  return rows;
}

function isCodeBeforeName(token: Token, next: Token | undefined): boolean {
  return isSubjectCode(compact(token.text)) && next?.kind === 'text' && next.line === token.line;
}

/** The first of two labels on a line stands on the left, whatever it says. */
function isLeftOf(tokens: readonly Token[], i: number): boolean {
  const { firstInLine, line } = at(tokens, i);
  for (let k = i + 1; firstInLine && tokens[k]?.line === line; k++) if (tokens[k]?.kind === 'text') return true;
  return false;
}

/** What stands right of another label is expenditure, whatever it says; else a label that says nothing is on the side of the last. */
function sideOf(token: Token, previous: SequenceRow | undefined, table: HeaderedTable): Side {
  const said = sideOfLabel(token.text);
  if (said) return said;
  if (!token.firstInLine && token.line === previous?.lastLine) return 'expenditure';
  return (previous && table.panels[previous.panel]?.side) ?? 'revenue';
}

function isCutLabel(label: string, next: string): boolean {
  return numberingLevel(next) === 0 && !LABEL_END.test(label) && !isTotalLabel(next) && next.length <= LONGEST_REST;
}

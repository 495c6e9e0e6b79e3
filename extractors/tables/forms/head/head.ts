/** Rows above the indicators of a form in; its names, texts and money out; imports schemas, model, notation, tokens, vocabulary. */

import {
  AMOUNT_OF_ALL,
  BUDGET_COLUMN,
  EXECUTED_COLUMN,
  LATER_BUDGET_COLUMN,
  RATE_COLUMN,
} from '../../../../schemas/lexicon/forms/labels.ts';
import { BRACKETED_UNIT } from '../../../../schemas/lexicon/tables/titles.ts';
import type { FormField } from '../../../../schemas/table.ts';
import { addAll } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import { isNone } from '../../../notation/numbers.ts';
import { compact } from '../../../notation/text.ts';
import type { FormRow } from '../tokens/sequence.ts';
import { decimalOf, isNumeric, joinTokens, placesOf, type Token } from '../tokens/tokens.ts';
import { isMoneyHeader, isOfAllYears, isTaskHeader, type LabelKind, labelKindOf } from '../vocabulary/labels.ts';
import { HeadContent } from './head-content.ts';
import type { HeadedMoney } from './headed-money.ts';
import { type Cell, cellOf, dividedColumns, placeOf, type TablePart, tableCells } from './money-columns.ts';
import { labelledAmounts, runsOf } from './money-rows.ts';
import { FEWEST_MONEY_HEADS, LONG_VALUE, MAX_CELLS } from './settings.ts';
import { TextSections } from './text-sections.ts';

interface MoneyGroup {
  section: string;
  labelColumn: number | null;
}

/** Reads the rows above, between and below the indicators: labels with their values, tasks, money by kind. */
export class HeadReader {
  readonly head = new HeadContent();
  private section: string | null = null;
  private tableStart = 0;
  private columns: Cell[] | null = null;
  private groups: MoneyGroup[] = [];
  private readonly texts = new TextSections(this.head);
  private last: { field: FormField; kind: LabelKind } | null = null;
  /** The amount found so far is that of all the project's years. */
  private allYears = false;
  /** A value was put together from lines that no label separates. */
  joinedLines = false;

  read(row: FormRow): void {
    const tokens = this.withoutUnit(row.tokens);
    if (tokens.length === 0) return;
    if (tokens.length > MAX_CELLS) this.longRow(tokens);
    else if (tokens.some((token) => isTaskHeader(token.text))) this.openTasks(tokens);
    else if (isMoneyHeaderRow(tokens)) this.openMoney(tokens);
    else this.content(tokens, row.startsAtEdge);
  }

  /** A row that is no header: of the open table, of labels, of an open text or of money by kind. */
  private content(tokens: readonly Token[], startsAtEdge: boolean): void {
    const divided = this.columns && dividedColumns(this.columns, tokens);
    if (divided) {
      this.columns = divided;
      return;
    }
    const kinds = tokens.map((token) => labelKindOf(token.text));
    const known = kinds.filter((kind) => kind !== null).length;
    if (this.columns && (known === 0 || this.isTableRow(tokens, kinds))) {
      if (kinds[0] === 'tasks') this.nameSection(tokens[0]?.text ?? '');
      this.tableRow(kinds[0] === 'tasks' ? tokens.slice(1) : tokens);
      return;
    }
    if (known > 0 && !this.isOfSection(tokens, kinds)) this.labels(tokens, kinds);
    else if (this.texts.sections.length > 0 || known > 0 || !this.continueValue(tokens)) this.unlabelled(tokens, startsAtEdge);
  }

  /** In an open section a row with an amount belongs to it, even if one of its words can be a label elsewhere. */
  private isOfSection(tokens: readonly Token[], kinds: readonly (LabelKind | null)[]): boolean {
    const known = kinds.filter((kind) => kind !== null).length;
    return this.section !== null && kinds[0] === null && tokens.length > 1 && known < 2 && isMoneyRow(tokens);
  }

  private unlabelled(tokens: readonly Token[], startsAtEdge: boolean): void {
    const isText = this.texts.sections.length > 0 && (!startsAtEdge || tokens[0]?.column === null || this.isAwaited(tokens));
    if (isText) this.texts.read(tokens);
    else if (this.section !== null || tokens.some((token) => isNumeric(token.text))) this.money(tokens, startsAtEdge);
    else this.head.addPairs(tokens);
  }

  /** 项目资金 over two lines leaves （万元） at the edge of the second. */
  private withoutUnit(tokens: readonly Token[]): readonly Token[] {
    const [first] = tokens;
    if (!first || !BRACKETED_UNIT.test(compact(first.text))) return tokens;
    this.head.keepUnit(first.text);
    return tokens.slice(1);
  }

  /** A row of the open table that begins with a word of the vocabulary: 年度主要任务 repeated, 年度资金总额 in a table of money. */
  private isTableRow(tokens: readonly Token[], kinds: readonly (LabelKind | null)[]): boolean {
    const leads = kinds[0] === 'tasks' || (kinds[0] === 'amount' && tokens.filter((token) => isNumeric(token.text)).length > 1);
    return leads && kinds.slice(1).every((kind) => kind === null) && tokens.length > 1;
  }

  /** Amounts below their own headings: a block that is read as a whole. */
  addHeaded({ label, row, total }: HeadedMoney): void {
    this.columns = null;
    this.section = null;
    this.groups = [];
    this.texts.close();
    this.last = null;
    this.head.keepUnit(label.text);
    this.head.addRow(row, null);
    this.head.keep('amount', total);
  }

  private openTasks(tokens: readonly Token[]): void {
    const section = tokens.find((token) => labelKindOf(token.text) === 'tasks' && !isTaskHeader(token.text));
    this.section = section?.text ?? (labelKindOf(this.section ?? '') === 'tasks' ? this.section : null);
    this.tableStart = this.head.rows.length;
    this.texts.close();
    this.columns = tokens.filter((token) => token !== section).map((token) => cellOf(token));
  }

  /** The section's label may stand beside a later row of its table: the middle of the merged cell, or a new page. */
  private nameSection(name: string): void {
    this.section ??= name;
    for (const row of this.head.rows.slice(this.tableStart)) if (row.path.length === 0) row.path.push(this.section);
  }

  /** A line of prose where the layout was lost; else what an embedded table left: kept as text, its repeated cells dropped. */
  private longRow(tokens: readonly Token[]): void {
    const [label] = tokens;
    if (label?.column === null && this.texts.sections.length > 0) {
      this.texts.read(tokens);
      return;
    }
    this.columns = null;
    this.texts.close();
    this.section = label && labelKindOf(label.text) === 'tasks' ? label.text : null;
    this.head.addField(label, tokens.slice(1, 2));
  }

  private openMoney(tokens: readonly Token[]): void {
    const [head] = tokens;
    const titled = head !== undefined && !isMoneyHeader(head.text) ? head : null;
    this.section = titled?.text ?? this.section;
    this.head.keepUnit(titled?.text ?? '');
    this.texts.close();
    const values = tokens.filter((token) => token !== titled).map((token) => cellOf(token));
    this.columns = [{ name: 'text', column: null, title: '', whenEmpty: 4, whenJoined: 6 }, ...values];
  }

  private tableRow(tokens: readonly Token[]): void {
    const columns = this.columns ?? [];
    if (tokens.length > columns.length * 2 + 4) {
      this.head.addPairs(tokens);
      return;
    }
    const read = tableCells(tokens, columns);
    if (!read) return;
    const { parts, own } = read;
    this.head.addRow({ label: textOf(own.tokens), ...read.row }, this.section);
    if (AMOUNT_OF_ALL.test(own.tokens[0]?.text ?? '') || !this.head.found.amount) this.takeAmounts(parts);
  }

  private takeAmounts(parts: readonly TablePart[]): void {
    const pick = (pattern: RegExp) =>
      parts.find((part) => part.column.name === 'number' && pattern.test(compact(part.column.title)))?.tokens[0];
    if (!pick(BUDGET_COLUMN) || this.section === null || labelKindOf(this.section) !== 'amount') return;
    this.head.keep('amount', pick(LATER_BUDGET_COLUMN) ?? pick(BUDGET_COLUMN));
    this.head.keep('executed', pick(EXECUTED_COLUMN));
    this.head.keep('rate', pick(RATE_COLUMN));
  }

  /** As many texts as there are headings that still have none, or one more line of text. */
  private isAwaited(tokens: readonly Token[]): boolean {
    return (
      tokens.length === 1 ||
      (tokens.length === this.texts.sections.length && this.texts.sections.every((section) => section.field === null))
    );
  }

  /** Where the layout was lost, a value can stand below its label, and a long one goes on in the next line. */
  private continueValue(tokens: readonly Token[]): boolean {
    const { last } = this;
    const [token] = tokens;
    if (!last || !token || token.column !== null || isNumeric(token.text)) return false;
    const empty = last.field.value === '';
    if (!empty && (tokens.length > 1 || last.field.value.length < LONG_VALUE)) return false;
    last.field.value += textOf(tokens);
    addAll(last.field.places, placesOf(tokens));
    const found = this.head.found[last.kind];
    if (!found || last.field.value.startsWith(found.text)) {
      this.head.found[last.kind] = { text: last.field.value, column: null, places: last.field.places };
    }
    this.joinedLines ||= !empty;
    return true;
  }

  /** Labels of the vocabulary, each with the text up to the next one. */
  private labels(tokens: readonly Token[], kinds: readonly (LabelKind | null)[]): void {
    this.columns = null;
    this.section = null;
    this.groups = [];
    this.last = null;
    const known = kinds.flatMap((kind, index) => (kind === null ? [] : [{ kind, index }]));
    const isRepeated = this.texts.sections.length > 0 && known.length === 1 && kinds[0] === 'goal' && tokens.length > 1;
    if (isRepeated) {
      this.texts.read(tokens.slice(1));
      return;
    }
    this.texts.close();
    this.head.addPairs(tokens.slice(0, known[0]?.index));
    for (const [i, { kind, index }] of known.entries()) {
      const values = tokens.slice(index + 1, known[i + 1]?.index);
      const lead = kinds[0] === 'amount' && kinds[1] === 'amount' ? tokens[0] : tokens[index - 1];
      this.label(at(tokens, index), kind, values, lead);
    }
    // Two totals side by side, 其中 below each of them: every row belongs to the total in its column.
    const totals = tokens.filter((_, index) => kinds[index] === 'amount' && (index > 0 || kinds[1] !== 'amount'));
    if (totals.length > 1) this.groups = totals.map(({ text, column }) => ({ section: text, labelColumn: column }));
  }

  /** `before`: the label that a label of an amount may divide. */
  private label(token: Token, kind: LabelKind, values: readonly Token[], before: Token | undefined): void {
    if (kind === 'amount' || kind === 'executed') this.head.keepUnit(token.text);
    if (kind === 'goal' || kind === 'actualGoal') this.texts.open(token, kind, values);
    else if (values.length === 0) this.emptyLabel(token, kind);
    else if (kind === 'tasks') {
      this.section = token.text;
      this.head.addField(token, values.slice(0, 1));
    } else this.labelWithValues(token, kind, values, before);
  }

  /** A label whose value stands below it, or nowhere. */
  private emptyLabel(token: Token, kind: LabelKind): void {
    if (token.column === null && MULTILINE.has(kind)) {
      this.head.addField(token, []);
      this.remember(kind);
    } else if (kind === 'score') {
      // 执行率分值（10分）: the points stand in the label.
      this.head.addField(token, []);
    } else if (kind === 'amount' || kind === 'tasks') this.section = token.text;
    else if (kind === 'other') this.texts.only(token, kind);
  }

  private labelWithValues(token: Token, kind: LabelKind, values: readonly Token[], before: Token | undefined): void {
    const own = kind === 'other' || token.column === null ? values : values.slice(0, 1);
    const value = own.length > 1 ? joinTokens(own) : own[0];
    if (kind === 'amount' && before && labelKindOf(before.text) === 'amount' && value) {
      this.section = before.text;
      this.addAmount(token.text, value, before.text);
    } else {
      this.head.addField(token, own);
      if (token.column === null && MULTILINE.has(kind)) this.remember(kind);
      if (kind === 'amount') this.section = token.text;
    }
    if (kind === 'amount') this.preferYear(token.text, value);
    this.head.keep(kind, value);
    this.head.addPairs(values.slice(own.length));
  }

  /** What a project costs in all its years stands for the year only where the year's is not printed. */
  private preferYear(label: string, value: Token | undefined): void {
    if (this.allYears && value && !isOfAllYears(label)) delete this.head.found.amount;
    if (this.head.found.amount === undefined) this.allYears = isOfAllYears(label);
  }

  /** Rows of money by kind, one or two side by side: `一、本年收入 | 100 | 一、基本支出 | 80`. */
  private money(cells: readonly Token[], startsAtEdge: boolean): void {
    const tokens = cells.filter((token) => !isNone(token.text));
    // A section's name before a label and its amount.
    const opening = startsAtEdge ? runsOf(tokens).filter((run) => run.length === 3) : [];
    const isPair = startsAtEdge && tokens.length === 2 && this.section === null;
    if (opening.length > 0) {
      this.groups = opening.map(([section, label]) => ({ section: section?.text ?? '', labelColumn: label?.column ?? null }));
      this.section = this.groups[0]?.section ?? null;
    }
    if (isPair || (this.section === null && this.groups.length === 0)) {
      this.head.addPairs(tokens);
      return;
    }
    const sections = new Set(opening.map(([section]) => section));
    for (const { label, value } of labelledAmounts(tokens.filter((token) => !sections.has(token)))) this.addMoney(label, value);
  }

  private addMoney(label: Token, value: Token | null): void {
    const group = this.groups.findLast((candidate) => (candidate.labelColumn ?? 0) <= (label.column ?? 0)) ?? this.groups[0];
    this.addAmount(label.text, value, group?.section ?? this.section ?? '');
  }

  private addAmount(label: string, value: Token | null, section: string): void {
    const values = value ? [{ column: [section], raw: value.text, place: placeOf(value) }] : [];
    this.head.addRow({ label, attributes: {}, columns: [[section]], values }, section);
  }

  private remember(kind: LabelKind): void {
    const field = this.head.fields.at(-1);
    this.last = field ? { field, kind } : null;
  }
}

const MULTILINE: ReadonlySet<LabelKind> = new Set(['name', 'whole', 'department', 'implementer']);

/** Two headings of amounts or more, and no amount. */
const isMoneyHeaderRow = (tokens: readonly Token[]): boolean =>
  tokens.filter((token) => isMoneyHeader(token.text)).length >= FEWEST_MONEY_HEADS && !tokens.some((token) => isNumeric(token.text));

const isMoneyRow = (tokens: readonly Token[]): boolean => tokens.some((token) => decimalOf(token.text) !== null);

const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join('');

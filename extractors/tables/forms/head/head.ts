/** Room: the rows above the indicators of a form in, its project, money and goal out; imports tables/forms, model, notation, schemas. */

import type { FormField } from '../../../../schemas/table.ts';
import { isNone } from '../../../notation/numbers.ts';
import { compact } from '../../../notation/text.ts';
import type { FormMoneyRow, Head } from '../tokens/content.ts';
import type { FormRow } from '../tokens/sequence.ts';
import { decimalOf, isNumeric, joinTokens, placesOf, type Token } from '../tokens/tokens.ts';
import { isMoneyHeader, isOfAllYears, isTaskHeader, type LabelKind, labelKindOf, unitIn } from '../tokens/vocabulary.ts';
import type { HeadedMoney } from './headed-money.ts';
import { type Cell, cellOf, dividedColumns, placeOf, type TablePart, tableCells } from './money-columns.ts';
import { TextSections } from './text-sections.ts';

interface MoneyGroup {
  section: string;
  labelColumn: number | null;
}

/** Reads the rows above, between and below the indicators: labels with their values, tasks, money by kind. */
export class HeadReader {
  readonly head: Head = { fields: [], rows: [], found: {}, unit: null };
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
    if (tokens.length > MAX_CELLS) {
      this.longRow(tokens);
      return;
    }
    if (tokens.some((token) => isTaskHeader(token.text))) {
      this.openTasks(tokens);
      return;
    }
    if (!tokens.some((token) => isNumeric(token.text)) && tokens.filter((token) => isMoneyHeader(token.text)).length >= 2) {
      this.openMoney(tokens);
      return;
    }
    const divided = this.columns && dividedColumns(this.columns, tokens);
    if (divided) {
      this.columns = divided;
      return;
    }
    const kinds = tokens.map((token) => labelKindOf(token.text));
    const known = kinds.filter((kind) => kind !== null);
    if (this.columns && (known.length === 0 || this.isTableRow(tokens, kinds))) {
      if (kinds[0] === 'tasks') this.nameSection(tokens[0]?.text ?? '');
      this.tableRow(kinds[0] === 'tasks' ? tokens.slice(1) : tokens);
      return;
    }
    if (known.length > 0 && !(this.section !== null && kinds[0] === null && tokens.length > 1 && known.length < 2 && isMoneyRow(tokens))) {
      this.labels(tokens, kinds);
      return;
    }
    if (this.texts.sections.length === 0 && known.length === 0 && this.continueValue(tokens)) return;
    if (this.texts.sections.length > 0 && (!row.startsAtEdge || tokens[0]?.column === null || this.isAwaited(tokens))) {
      this.texts.read(tokens);
      return;
    }
    if (tokens.some((token) => isNumeric(token.text)) || this.section !== null) {
      this.money(tokens, row.startsAtEdge);
      return;
    }
    this.pairs(tokens);
  }

  /** 项目资金 over two lines leaves （万元） at the edge of the second. */
  private withoutUnit(tokens: readonly Token[]): readonly Token[] {
    const [first] = tokens;
    if (!first || !/^[（(](万元|元)[)）]$/.test(compact(first.text))) return tokens;
    this.unitFrom(first.text);
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
    this.unitFrom(label.text);
    this.addRow(row, null);
    this.keep('amount', total);
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
    this.addField(label, tokens.slice(1, 2));
  }

  private openMoney(tokens: readonly Token[]): void {
    const [head] = tokens;
    const titled = head !== undefined && !isMoneyHeader(head.text) ? head : null;
    this.section = titled?.text ?? this.section;
    this.unitFrom(titled?.text ?? '');
    this.texts.close();
    const values = tokens.filter((token) => token !== titled).map((token) => cellOf(token));
    this.columns = [{ name: 'text', column: null, title: '', whenEmpty: 4, whenJoined: 6 }, ...values];
  }

  private tableRow(tokens: readonly Token[]): void {
    const columns = this.columns ?? [];
    if (tokens.length > columns.length * 2 + 4) {
      this.pairs(tokens);
      return;
    }
    const read = tableCells(tokens, columns);
    if (!read) return;
    const { parts, own } = read;
    this.addRow({ label: textOf(own.tokens), ...read.row }, this.section);
    if (/总额|总计|合计/.test(own.tokens[0]?.text ?? '') || !this.head.found.amount) this.takeAmounts(parts);
  }

  private takeAmounts(parts: readonly TablePart[]): void {
    const pick = (pattern: RegExp) =>
      parts.find((part) => part.column.name === 'number' && pattern.test(compact(part.column.title)))?.tokens[0];
    if (!pick(/预算(数|金额)/) || this.section === null || labelKindOf(this.section) !== 'amount') return;
    this.keep('amount', pick(/(全年|调整后)预算/) ?? pick(/预算(数|金额)/));
    this.keep('executed', pick(/执行(数|金额)/));
    this.keep('rate', pick(/执行率/));
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
    last.field.places.push(...placesOf(tokens));
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
    const kindsHere = kinds.filter((kind) => kind !== null);
    const repeated = this.texts.sections.length > 0 && kindsHere.length === 1 && kinds[0] === 'goal' && tokens.length > 1;
    if (repeated) {
      this.texts.read(tokens.slice(1));
      return;
    }
    this.texts.close();
    if (kinds[0] === null)
      this.pairs(
        tokens.slice(
          0,
          kinds.findIndex((kind) => kind !== null),
        ),
      );
    tokens.forEach((token, index) => {
      const kind = kinds[index] ?? null;
      if (kind === null) return;
      const next = kinds.findIndex((other, at) => at > index && other !== null);
      const values = tokens.slice(index + 1, next < 0 ? tokens.length : next);
      const lead = kinds[0] === 'amount' && kinds[1] === 'amount' ? tokens[0] : tokens[index - 1];
      this.label(token, kind, values, lead);
    });
    // Two totals side by side, 其中 below each of them: every row belongs to the total in its column.
    const totals = tokens.filter((_, index) => kinds[index] === 'amount' && (index > 0 || kinds[1] !== 'amount'));
    if (totals.length > 1) this.groups = totals.map(({ text, column }) => ({ section: text, labelColumn: column }));
  }

  private label(token: Token, kind: LabelKind, values: readonly Token[], before: Token | undefined): void {
    if (kind === 'amount' || kind === 'executed') this.unitFrom(token.text);
    if (kind === 'goal' || kind === 'actualGoal') {
      this.texts.open(token, kind, values);
      return;
    }
    if (values.length === 0 && token.column === null && MULTILINE.has(kind)) {
      this.addField(token, []);
      this.remember(kind);
      return;
    }
    // 执行率分值（10分）: the points stand in the label.
    if (kind === 'score' && values.length === 0) this.addField(token, []);
    if (kind === 'tasks' || values.length === 0) {
      if (kind === 'amount' || kind === 'tasks') this.section = token.text;
      if (kind === 'tasks' && values.length > 0) this.addField(token, values.slice(0, 1));
      else if (values.length === 0 && kind === 'other') this.texts.only(token, kind);
      return;
    }
    const own = kind === 'other' || token.column === null ? values : values.slice(0, 1);
    const value = own.length > 1 ? joinTokens(own) : own[0];
    if (kind === 'amount' && before && labelKindOf(before.text) === 'amount' && value) {
      this.section = before.text;
      this.addRow(
        {
          label: token.text,
          attributes: {},
          columns: [[before.text]],
          values: [{ column: [before.text], raw: value.text, place: placeOf(value) }],
        },
        before.text,
      );
    } else {
      this.addField(token, own);
      if (token.column === null && MULTILINE.has(kind)) this.remember(kind);
      if (kind === 'amount') this.section = token.text;
    }
    // What a project costs in all its years stands for the year only where the year's is not printed.
    if (kind === 'amount' && this.allYears && value && !isOfAllYears(token.text)) delete this.head.found.amount;
    if (kind === 'amount' && this.head.found.amount === undefined) this.allYears = isOfAllYears(token.text);
    this.keep(kind, value);
    this.pairs(values.slice(own.length));
  }

  /** Rows of money by kind, one or two side by side: `一、本年收入 | 100 | 一、基本支出 | 80`. */
  private money(cells: readonly Token[], startsAtEdge: boolean): void {
    const tokens = cells.filter((token) => !isNone(token.text));
    const runs: Token[][] = [[]];
    for (const token of tokens) {
      runs.at(-1)?.push(token);
      if (isNumeric(token.text)) runs.push([]);
    }
    if (startsAtEdge && tokens.length > 1 && tokens.length <= 2 && this.section === null) {
      this.pairs(tokens);
      return;
    }
    const opens = startsAtEdge && runs.some((run) => run.length === 3);
    if (opens) {
      this.groups = runs
        .filter((run) => run.length === 3)
        .map((run) => ({ section: run[0]?.text ?? '', labelColumn: run[1]?.column ?? null }));
      this.section = this.groups[0]?.section ?? null;
    }
    if (this.section === null && this.groups.length === 0) {
      this.pairs(tokens);
      return;
    }
    const sections = new Set(opens ? runs.filter((run) => run.length === 3).map((run) => run[0]) : []);
    let label: Token | null = null;
    const flush = (value: Token | null) => {
      if (label) this.addMoney(label, value);
      label = null;
    };
    for (const token of tokens) {
      if (sections.has(token)) continue;
      if (isNumeric(token.text)) flush(token);
      else {
        flush(null);
        label = token;
      }
    }
    flush(null);
  }

  private addMoney(label: Token, value: Token | null): void {
    const group = this.groups.findLast((candidate) => (candidate.labelColumn ?? 0) <= (label.column ?? 0)) ?? this.groups[0];
    const section = group?.section ?? this.section ?? '';
    const values = value ? [{ column: [section], raw: value.text, place: placeOf(value) }] : [];
    this.addRow({ label: label.text, attributes: {}, columns: [[section]], values }, section);
  }

  private addRow(row: Omit<FormMoneyRow, 'path'>, section: string | null): void {
    this.head.rows.push({ ...row, path: section ? [section] : [] });
  }

  /** Labels that no vocabulary knows: label, value, label, value. */
  private pairs(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; i += 2) this.addField(tokens[i], tokens.slice(i + 1, i + 2));
  }

  private addField(label: Token | undefined, values: readonly Token[]): void {
    if (!label) return;
    this.head.fields.push({
      label: label.text.replace(/[:：]$/, ''),
      value: values.map((token) => token.text).join(' '),
      places: placesOf([label, ...values]),
    });
  }

  private remember(kind: LabelKind): void {
    const field = this.head.fields.at(-1);
    this.last = field ? { field, kind } : null;
  }

  private keep(kind: LabelKind, value: Token | undefined): void {
    if (value && this.head.found[kind] === undefined) this.head.found[kind] = value;
  }

  private unitFrom(label: string): void {
    const unit = unitIn(label);
    if (unit && this.head.unit === null) this.head.unit = unit;
  }
}

/** More filled cells than any row of a heading block has. */
const MAX_CELLS = 24;

/** A value this long may have been broken over lines. */
const LONG_VALUE = 10;
const MULTILINE: ReadonlySet<LabelKind> = new Set(['name', 'whole', 'department', 'implementer']);

const isMoneyRow = (tokens: readonly Token[]): boolean => tokens.some((token) => decimalOf(token.text) !== null);

const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join('');

import type { Project } from '../../../schemas/disclosure.ts';
import { withoutNumbering } from '../../../schemas/lexicon/writing/numbering.ts';
import type { SaidQuantity } from '../../model/said.ts';
import type { PlacedRow, PlacedTable, ValueColumn } from '../../model/tables.ts';
import { titleKey } from '../../notation/captions.ts';

/**
 * What a table, row, column or statement is about, as one text in which no page, line or position stands. Keys are made of these texts:
 * whoever changes one changes keys.
 */

const OTHER = 'other';

/** Letters and digits alone: forms of one document differ in white space, brackets, quotes and the width of characters. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/**
 * Whose table of which kind. Several of a kind are told apart by their titles and the project that a form is about, those of no known
 * kind are named by them; what is the same even then, by its order.
 */
export function tableTexts(tables: readonly PlacedTable[], projects: readonly Pick<Project, 'name' | 'tableIndex'>[]): string[] {
  const named = new Map(projects.map(({ name, tableIndex }) => [tableIndex, plain(name)]));
  const kinds = tables.map(({ publisher = '', kind }) => `${plain(publisher)}|${kind}`);
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return tables.map(({ index, kind, title }, i) => {
    const own = kinds[i] ?? '';
    return kind !== OTHER && counts.get(own) === 1 ? own : `${own}|${plain(titleKey(title))}|${named.get(index) ?? ''}`;
  });
}

/** The side or name of the panel, where the table has several. */
function panelText({ panels }: PlacedTable, panel: number): string {
  const own = panels[panel];
  return panels.length < 2 || !own ? '' : (own.side ?? plain(own.name));
}

/** The header from above, within the panel. What it measures and of which year follows from it, and from the words that a version knows. */
export function columnText({ path }: ValueColumn): string {
  return path.map(plain).join('>');
}

/** The same among all columns of the table. */
export function wholeColumnText(table: PlacedTable, column: ValueColumn): string {
  return `${panelText(table, column.panel)}|${columnText(column)}`;
}

/**
 * The code or label of each row where no other row of the table has it; else with all that stands around it. What stands around a row is
 * where forms of a document differ most: indentation and the borders of panels are lost in some.
 */
export function rowTexts(table: PlacedTable): string[] {
  const own = table.items.map(ownText);
  const counts = new Map<string, number>();
  for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1);
  return table.items.map((row, i) => {
    const text = own[i] ?? '';
    return counts.get(text) === 1 ? text : wholeRowText(table, row);
  });
}

function ownText({ code, label, role, outer }: PlacedRow): string {
  if (code !== null) return plain(code);
  const named = plain(withoutNumbering(label));
  return named === '' ? [...outer.map(plain), role].join('>') : named;
}

/** Panel, unit, filled name columns, labels above, and the other classifications that the row carries. */
function wholeRowText(table: PlacedTable, row: PlacedRow): string {
  const units = unitsAbove(table, row).map(unitText);
  const above = row.code === null ? row.labelPath.map((text) => plain(withoutNumbering(text))) : [];
  const keys = Object.values(row.keys).map(codeOrText).sort();
  const around = [units, row.outer.map(plain), above, keys].map((texts) => texts.join('>'));
  return [panelText(table, row.panel), ...around, row.period ?? '', ownText(row)].join('|');
}

const unitText = ({ code, label }: PlacedRow): string => plain(code ?? label);

function unitsAbove({ items }: PlacedTable, row: PlacedRow): PlacedRow[] {
  const units: PlacedRow[] = [];
  for (let above = parentOf(items, row); above; above = parentOf(items, above)) if (above.role === 'unit') units.unshift(above);
  return units;
}

const parentOf = (items: readonly PlacedRow[], { parent }: PlacedRow): PlacedRow | undefined =>
  parent === null ? undefined : items[parent];

/** `50101 工资奖金津补贴` is named by its code. */
function codeOrText(text: string): string {
  return /^\d{3,}/.exec(text.trim())?.[0] ?? plain(text);
}

/** The concept, of which year and subject, in which unit. */
export function statementText({ concept, subjectCode, period, unit }: SaidQuantity): string {
  return [plain(concept), subjectCode ?? '', period ?? '', unit].join('|');
}

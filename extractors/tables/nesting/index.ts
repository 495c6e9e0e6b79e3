import type { Stage, StageContext } from '../../model/stage.ts';
import type { NestedRow, NestedTable, ReadTable } from '../../model/tables.ts';
import { toScaled } from '../../notation/numbers.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { numberingLevel, numberingOrdinal } from '../../notation/roles.ts';
import { isSubjectCode } from '../../notation/row-kinds.ts';
import { sameName, subjectByCode } from '../../notation/subjects.ts';
import { compact } from '../../notation/text.ts';
import { isNearly, SCALE, significantDigits } from './amounts.ts';
import { nestBelowFirst, nestByIndent } from './indent.ts';
import { missingLevels } from './levels.ts';
import { nestBySums } from './sums.ts';

/**
 * Who is whose parent: by subject code (3 → 5 → 7 digits), by numbering (一、 → （一） → 1.), by unit and project; where none of
 * them is printed, by the sums.
 */
export const subjects: Stage<readonly ReadTable[], NestedTable[]> = {
  name: 'subjects',
  run(tables, context) {
    return tables.map((table) => nest(table, context));
  },
};

function nest(table: ReadTable, context: StageContext): NestedTable {
  const items = table.items.map((row): NestedRow => ({ ...row, parent: null, labelPath: [], isLeaf: true }));
  const order = [...items].sort((a, b) => a.panel - b.panel || a.index - b.index);
  const byCode = new Map<string, number>();
  for (const panel of table.panels) {
    const rows = order.filter((row) => row.panel === panel.index);
    nestUnits(rows);
    const coded = rows.some((row) => row.role !== 'unit' && row.code !== null && isSubjectCode(row.code));
    if (coded) nestByCode(rows, byCode, table, context);
    else if (nestByIndent(rows)) nestRestarted(rows);
    else if (table.shape === 'projects' && rows.some((row) => row.role === 'unit')) nestByUnit(rows);
    else if (table.shape === 'projects' && table.layout === 'sequence') nestBySum(rows);
    else if (!(table.shape === 'units' && nestBelowFirst(rows))) {
      nestByNumbering(rows);
      nestRestarted(rows);
    }
    if (!coded || !codesTell(rows)) nestLevels(table, rows);
    nestMemos(rows);
    if (!coded) nameUnits(rows);
  }
  // 其中 rows stand outside the sums: what has no other parts is a leaf.
  const parents = new Set(items.map((row) => (row.role === 'memo' ? null : row.parent)));
  for (const row of items) {
    row.isLeaf = !parents.has(row.index) && row.role !== 'total' && row.role !== 'subtotal' && row.role !== 'unit';
    row.labelPath = pathOf(row, items);
  }
  for (const { row, expected } of missingLevels({ ...table, items })) {
    context.report({
      ruleId: 'subject/level-missing',
      tableIndex: table.index,
      places: row.places.slice(0, 1),
      actual: `${row.code} ${row.label}`,
      expected,
    });
  }
  return { ...table, items };
}

/** 其中 is part of the row above it, however the other rows are nested. */
function nestMemos(rows: readonly NestedRow[]): void {
  rows.forEach((row, i) => {
    if (row.role === 'memo' && row.parent === null) row.parent = memoParent(rows[i - 1]);
  });
}

/** Organisations at the top of a list whose other rows stand below them are its units, whatever the column is called. */
function nameUnits(rows: readonly NestedRow[]): void {
  const tops = rows.filter((row) => row.parent === null && (row.role === 'item' || row.role === 'unit'));
  const parents = new Set(rows.map((row) => row.parent));
  if (tops.every((row) => row.code === null && isOrganisation(row.label) && parents.has(row.index)))
    for (const row of tops) row.role = 'unit';
}

/** Ancestors and outer name columns, each name once, outermost first. A unit with a code of its own stands outside. */
function pathOf(row: NestedRow, items: readonly NestedRow[], guard = 0): string[] {
  const above = row.parent === null || guard >= 12 ? null : items[row.parent]!;
  if (!above) return [...row.outer];
  const path = pathOf(above, items, guard + 1);
  if (above.role !== 'unit' || above.code === null) path.push(above.label);
  return [...path, ...row.outer.filter((name) => !path.includes(name))];
}

/** A department's code begins the codes of its units: 245 → 245001. */
function nestUnits(rows: readonly NestedRow[]): void {
  const units = rows.filter((row) => row.role === 'unit' && row.code !== null);
  units.forEach((unit, i) => {
    const above = units.slice(0, i).findLast((other) => unit.code!.startsWith(other.code!) && other.code!.length < unit.code!.length);
    if (above) unit.parent = above.index;
  });
}

/** Codes show who is part of whom, unless no code begins another and each is repeated on row after row. */
function codesTell(rows: readonly NestedRow[]): boolean {
  const codes = rows.filter((row) => row.code !== null).map((row) => row.code!);
  return rows.some((row) => row.parent !== null) || 2 * new Set(codes).size > codes.length;
}

/** Levels that the layout does not show: where the rows below the total, or below another row, do not add up as they stand. */
function nestLevels(table: ReadTable, rows: readonly NestedRow[]): void {
  if (table.shape === 'two-sided' || table.panels.length > 1 || rows.some((row) => row.role === 'subtotal')) return;
  const parts = new Map<number | null, NestedRow[]>();
  for (const row of rows) {
    if (row.role !== 'item' && row.role !== 'unit') continue;
    const list = parts.get(row.parent);
    if (list) list.push(row);
    else parts.set(row.parent, [row]);
  }
  for (const row of rows) {
    const own = parts.get(row.role === 'total' ? null : row.index);
    if (own) nestBySums(table, row, own, (part) => parts.has(part.index));
  }
}

function nestByCode(rows: readonly NestedRow[], byCode: Map<string, number>, table: ReadTable, context: StageContext): void {
  for (const row of rows) {
    if (row.role === 'unit') byCode.clear();
    if (row.role === 'unit' || row.code === null || !isSubjectCode(row.code)) continue;
    for (let digits = row.code.length - 2; digits >= 3; digits -= 2) {
      const parent = byCode.get(row.code.slice(0, digits));
      if (parent !== undefined) {
        row.parent = parent;
        break;
      }
    }
    byCode.set(row.code, row.index);
    if (row.label !== '' && subjectByCode(row.code) && !sameName(row.label, row.code)) {
      context.report({
        ruleId: 'subject/name-differs',
        tableIndex: table.index,
        places: row.places.slice(0, 1),
        actual: row.label,
        expected: `${row.code} ${subjectByCode(row.code)!.name}`,
      });
    }
  }
}

function nestByUnit(rows: readonly NestedRow[]): void {
  let unit: NestedRow | null = null;
  for (const row of rows) {
    if (row.role === 'unit') unit = row;
    else if (row.role === 'total') unit = null;
    else if (unit && (row.outer.length === 0 || row.outer.includes(unit.label))) row.parent = unit.index;
  }
}

/** Without columns nothing but the sums tells a unit's row from its projects': it is the sum of the rows right below it. */
function nestBySum(rows: readonly NestedRow[]): void {
  const items = rows.filter((row) => row.role === 'item' && row.cells[0]?.value);
  const amount = (row: NestedRow) => toScaled(row.cells[0]!.value!, SCALE);
  const total = rows.find((row) => row.role === 'total' && row.cells[0]?.value);
  for (let i = 0; i < items.length; i++) {
    const unit = amount(items[i]!);
    if (!isOrganisation(items[i]!.label) && !(total && amount(total) === unit)) continue;
    let sum = 0n;
    for (let k = i + 1; k < items.length; k++) {
      sum += amount(items[k]!);
      if (sum !== unit || unit === 0n) continue;
      items[i]!.role = 'unit';
      for (const project of items.slice(i + 1, k + 1)) project.parent = items[i]!.index;
      i = k;
      break;
    }
  }
}

const FUND = /^(?:一般公共预算|政府性基金|国有资本经营|财政专户|单位资金)/;
const CARRYOVER = /结转|结余/;
const CURRENT_YEAR = /^(?:[一1][、.．])?本年(?:支出|收入)(?:合计|小计)?$/;
const APART = /合计|总计|结转|结余|上级补助|附属单位|使用非财政|动用/;

function nestByNumbering(rows: readonly NestedRow[]): void {
  const stack: { level: number; row: NestedRow }[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const level = numberingLevel(row.label);
    if (row.role === 'total' || row.role === 'subtotal') {
      stack.length = 0;
      continue;
    }
    if (level > 0) {
      while (stack.length > 0 && stack.at(-1)!.level >= level) stack.pop();
      // 其中：（一） opens a list below a row without numbering.
      const head = rows[i - 1];
      if (row.role === 'memo' && stack.length === 0 && head?.role === 'item' && numberingLevel(head.label) === 0)
        stack.push({ level: 0, row: head });
      row.parent = stack.at(-1)?.row.index ?? null;
      // What follows an 其中 line below the same parent goes on with its list.
      if (row.parent !== null && rows.slice(0, i).findLast(({ parent }) => parent === row.parent)?.role === 'memo') row.role = 'memo';
      stack.push({ level, row });
      continue;
    }
    if (stack[0]?.level === 0) stack.length = 0;
    const above = rows[i - 1];
    if (row.role === 'memo') {
      row.parent = memoParent(above);
      continue;
    }
    if (above && above.role === 'memo' && above.parent !== null && numberingLevel(above.label) === 0) {
      row.parent = above.parent;
      row.role = 'memo';
      continue;
    }
    const children = weakChildren(rows, i);
    if (children > 0) {
      for (const child of rows.slice(i, i + children)) child.parent = above!.index;
      i += children - 1;
    } else if (CARRYOVER.test(compact(row.label))) stack.length = 0;
  }
}

/**
 * Rows one level down without a numbering of that level: the numbering starts over below a row (二、上年结转 → 一、一般公共预算拨款),
 * or the panel opens with its 本年支出. They must add up to that row.
 */
function nestRestarted(rows: readonly NestedRow[]): void {
  const tops = rows.filter((row) => row.parent === null);
  for (let i = 1; i < tops.length; i++) {
    const above = tops[i - 1]!;
    const level = numberingLevel(tops[i]!.label);
    const openable = numberingLevel(above.label) === level || CARRYOVER.test(compact(above.label));
    const again = level > 0 && openable && numberingOrdinal(tops[i]!.label) === 1;
    if (!again && !(i === 1 && CURRENT_YEAR.test(compact(above.label)))) continue;
    let end = i;
    for (let last = 0; end < tops.length; end++) {
      const { role, label } = tops[end]!;
      const ordinal = numberingOrdinal(label);
      if (role !== 'item' || numberingLevel(label) !== level || (level > 0 && ordinal <= last) || CARRYOVER.test(compact(label))) break;
      last = ordinal;
    }
    const members = tops.slice(i, end);
    const sum = sumOf(members);
    if (sum === 0n || !above.cells[0]?.value || !isNearly(toScaled(above.cells[0].value, SCALE), sum, members.length)) continue;
    above.role = 'item';
    for (const member of members) member.parent = above.index;
    i = end;
  }
}

function memoParent(above: NestedRow | undefined): number | null {
  if (!above) return null;
  return above.role === 'memo' ? above.parent : above.index;
}

/**
 * How many unnumbered rows from i on are parts of the row above: funds below a carryover line, or rows that add up to it.
 * Rows without numbering are otherwise equals of the row above.
 */
function weakChildren(rows: readonly NestedRow[], i: number): number {
  const above = rows[i - 1];
  if (!above || above.role === 'total' || above.role === 'subtotal') return 0;
  let end = i;
  while (end < rows.length) {
    const row = rows[end]!;
    if (row.role !== 'item' || numberingLevel(row.label) > 0 || APART.test(compact(row.label))) break;
    end++;
  }
  if (end === i) return 0;
  const members = rows.slice(i, end);
  const funds = members.findIndex((row) => !FUND.test(compact(row.label)));
  if (funds !== 0 && CARRYOVER.test(compact(above.label))) return funds < 0 ? members.length : funds;
  return isTelling(above) && addsUp(above, members) ? members.length : 0;
}

/** Small round amounts add up by chance; numbering, an organisation's name or enough digits speak for a real sum. */
function isTelling(total: NestedRow): boolean {
  return numberingLevel(total.label) > 0 || isOrganisation(total.label) || significantDigits(total.cells[0]?.value ?? null) >= 4;
}

function addsUp(total: NestedRow, members: readonly NestedRow[]): boolean {
  const value = total.cells[0]?.value;
  if (!value || members.length < 2 || members.every((row) => !row.cells[0]?.value)) return false;
  return sumOf(members) === toScaled(value, SCALE);
}

function sumOf(rows: readonly NestedRow[]): bigint {
  return rows.reduce((sum, row) => (row.cells[0]?.value ? sum + toScaled(row.cells[0].value, SCALE) : sum), 0n);
}

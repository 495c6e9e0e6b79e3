import { grouped } from './amounts.ts';
import { formSheet } from './dialects/tabbed-budget.ts';
import type { Gold, GoldProject, GoldRow, GoldTable } from './document.ts';
import type { Indicator } from './forms.ts';
import { lay } from './laid.ts';
import { layFinal } from './laid-final.ts';
import { overallGrid, projectGrid } from './pdf-forms.ts';
import type { Printer } from './printer.ts';
import { chineseNumber, type Row, type Sheet, type SideName } from './sheet.ts';

/** How codes are printed: in one column, or over one for each of 类, 款, 项. */
export type GoldCodes = 'whole' | 'levels';

const LEVELS = ['类', '款', '项'] as const;
/** A code of subjects begins with three digits, and two more for each level below. */
const SUBJECT = /^\d{3}(?:\d{2}){0,2}$/;

type Keys = { keys: string[][]; of: (row: GoldRow) => string[] };

const codeLevels = (code: string): string[] => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];

/** The key columns that a table of its shape has, and what a row prints in them: the truth keeps only what they say. */
function keysOf({ shape, rows }: GoldTable, codes: GoldCodes): Keys {
  if (shape === 'projects') {
    const own = (row: GoldRow): string[] => (row.path.length > 0 ? ['', row.label] : [row.label, '']);
    return { keys: [['单位名称'], ['项目名称']], of: own };
  }
  const coded = rows.flatMap(({ code }) => code ?? []);
  const subjects = coded.filter((code) => SUBJECT.test(code));
  if (subjects.length > 0 && codes === 'levels') {
    const depth = (Math.max(...subjects.map((code) => code.length)) - 1) / 2;
    const levels = LEVELS.slice(0, depth);
    return {
      keys: [...levels.map((level) => ['科目编码', level]), ['科目名称']],
      of: ({ code, label }) => [...(code === null ? levels.map(() => '') : codeLevels(code).slice(0, depth)), label],
    };
  }
  if (subjects.length > 0 || shape === 'coded') return { keys: [['科目编码'], ['科目名称']], of: ({ code, label }) => [code ?? '', label] };
  if (coded.length > 0) return { keys: [['预算单位']], of: ({ code, label }) => [code === null ? label : `${code} ${label}`] };
  if (rows.every(({ label }) => label === '')) return { keys: [], of: () => [] };
  return { keys: [['项目']], of: ({ label }) => [label] };
}

/** A table that a person recorded, as it can be printed. */
function sheetOf(table: GoldTable, codes: GoldCodes): Sheet {
  const { number, title, unit, columns, notes } = table;
  const shape = table.rows.some(({ panel }) => panel) ? 'panels' : (table.shape as Sheet['shape']);
  const { keys, of } = shape === 'two-sided' ? { keys: [], of: undefined } : keysOf(table, codes);
  const rows = table.rows.map((row): Row => {
    const { code, label, path, values, lineNo, panel } = row;
    const known = { code, label, path, values, side: row.side as SideName | null };
    return {
      ...known,
      ...(of ? { keys: of(row) } : {}),
      ...(lineNo === undefined ? {} : { lineNo }),
      ...(panel === undefined ? {} : { panel }),
    };
  });
  return { number, title, unit, shape, keys, columns, rows, notes };
}

const isForm = ({ shape }: GoldTable): boolean => shape === 'text-form';

/** Performance forms: the whole body's where indicators name no project, and each project's. */
function printForms(gold: Gold, printer: Printer): void {
  const listOf = (table: string, project: string | null): Indicator[] =>
    gold.indicators
      .filter((one) => one.table === table && one.project === project)
      .map((one) => ({ completion: null, weight: null, ...one }));
  for (const { number, title, rows } of gold.tables.filter(isForm)) {
    const table = number ?? title;
    const sheet = formSheet(number, title);
    const overall = listOf(table, null);
    if (overall.length > 0) {
      const tasks = rows.flatMap(({ label, path, values }) => (path.length > 0 ? [[label, grouped(values.at(-1) ?? '')] as const] : []));
      const body = rows[0]?.values[0] ?? gold.entity.name;
      printer.form(sheet, [overallGrid({ table, body, tasks, goal: '' }, overall)]);
    }
    const projects = gold.projects.filter((project) => project.table === table);
    if (projects.length > 0)
      printer.form(
        sheet,
        projects.map((project: GoldProject) => projectGrid(project, listOf(table, project.name))),
      );
  }
}

/** Sentences, one for each line of the source that states something; a quote that goes on with what another says holds it. */
function paragraphsOf({ narrative }: Gold): string[] {
  const lines = new Map<number | undefined, Set<string>>();
  for (const { line, statement } of narrative) lines.set(line, (lines.get(line) ?? new Set()).add(statement));
  return [...lines.values()].map((said) => {
    const longest = [...said].filter((one) => ![...said].some((other) => other !== one && other.startsWith(one)));
    return `${longest.join('，')}。`;
  });
}

/**
 * A document as a person recorded it, printed anew: cover, contents, its tables, its performance forms, and what its prose states.
 * Self-evaluations are left out; no form of the generator holds what they say.
 */
export function printGold(gold: Gold, printer: Printer, codes: GoldCodes): void {
  const isFinal = gold.kind === 'final-accounts';
  const kind = isFinal ? '部门决算' : '部门预算';
  const tables = gold.tables.filter((table) => !isForm(table));
  printer.cover(gold.entity.name, `${gold.year}年${kind}`);
  printer.newPage();
  printer.heading('目 录');
  tables.forEach(({ title }, i) => {
    printer.listed(title, `${chineseNumber(i + 1)}、${title}`);
  });
  printer.newPage();
  printer.heading(`第一部分 ${kind}表`);
  for (const table of tables) {
    const sheet = sheetOf(table, codes);
    printer.table(sheet, (isFinal ? layFinal : lay)(sheet, grouped));
  }
  if (!isFinal) printForms(gold, printer);
  printer.newPage();
  printer.heading(`第二部分 ${kind}情况说明`);
  for (const text of paragraphsOf(gold)) printer.paragraph(text);
}

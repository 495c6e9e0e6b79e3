import { grouped, plain } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import { type Facts, sum } from '../facts.ts';
import { type Indicator, overallIndicators, projectIndicators } from '../forms.ts';
import { budgetProse, dutyLines, glossary } from '../prose.ts';
import type { Random } from '../random.ts';
import { chineseNumber, columnsOf, keyCells, type Row, type Sheet } from '../sheet.ts';
import { liaoningSheets } from '../sheets-liaoning.ts';
import { alignSides } from '../tabbed.ts';
import { formSheet, OVERALL_TITLE, PROJECT_TITLE, threePublicByYear } from './tabbed-budget.ts';

const PROSE_WIDTH = 26;
const MANY_COLUMNS = 8;
const NARROW_LABEL = 8;

function pieces(text: string, width: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < text.length; i += width) out.push(text.slice(i, i + width));
  return out;
}

class LostWriter {
  constructor(
    readonly builder: DocumentBuilder,
    readonly random: Random,
  ) {}

  /** A line, then the empty one that such conversions put behind nearly each. */
  line(text: string): void {
    this.builder.write(text, '');
  }

  /** Text of one cell, broken over lines without empty ones between. */
  broken(text: string, width: number): void {
    this.builder.write(...pieces(text, width), '');
  }

  prose(text: string): void {
    for (const piece of pieces(text, PROSE_WIDTH)) this.line(piece);
  }

  header(sheet: Sheet): void {
    const columns = columnsOf(sheet, null);
    if (columns.length >= MANY_COLUMNS) this.wideHeader(sheet, columns);
    else if (sheet.keys[0]?.length === 2) {
      const all = [...sheet.keys, ...columns];
      this.line([...new Set(all.map((path) => path[0]!))].join(' '));
      this.line(all.map((path) => path.at(-1)!).join(' '));
    } else this.narrowHeader(sheet, columns);
  }

  /** Names of groups on lines of their own between the columns that have none; the innermost names last, on one line. */
  narrowHeader(sheet: Sheet, columns: readonly string[][]): void {
    const depth = Math.max(...columns.map((path) => path.length));
    const firstGroup = columns.findIndex((path) => path.length > 1);
    const leading = columns.slice(0, firstGroup < 0 ? columns.length : firstGroup).map((path) => path[0]!);
    const opening = [...sheet.keys.map((path) => path[0]!), ...leading].join(' ');
    if (opening !== '') this.line(opening);
    for (let level = 0; level < depth - 1; level += 1) {
      const named = new Set(columns.map((path) => path[level]).filter((name) => name !== undefined));
      for (const name of named) if (!leading.includes(name)) this.line(name);
    }
    if (depth > 1) this.line(columns.flatMap((path) => (path.length === depth ? [path.at(-1)!] : [])).join(' '));
  }

  wideHeader(sheet: Sheet, columns: readonly string[][]): void {
    const single = columns.filter((path) => path.length === 1).map((path) => path[0]!);
    this.line([...sheet.keys.map((path) => path[0]!), ...single].join(' '));
    this.line([...new Set(columns.filter((path) => path.length > 1).map((path) => path[0]!))].join(' '));
    const second = new Map(columns.filter((path) => path.length > 1).map((path) => [path.slice(0, 2).join('>'), path[1]!]));
    for (const name of second.values()) {
      if (name === '合计') this.builder.write(name);
      else this.broken(name, this.random.int(2, 5));
    }
    for (const path of columns.filter((each) => each.length === 3)) this.broken(path[2]!, 2);
  }

  rows(sheet: Sheet, pageRows: number | null): number {
    if (sheet.shape === 'two-sided') return this.sides(sheet);
    const wide = columnsOf(sheet, null).length >= MANY_COLUMNS;
    let parts = 1;
    sheet.rows.forEach((row, i) => {
      if (pageRows !== null && i > 0 && i % pageRows === 0) {
        parts += 1;
        this.opening(sheet);
      }
      this.row(sheet, row, wide);
    });
    return parts;
  }

  row(sheet: Sheet, row: Row, wide: boolean): void {
    const start = this.builder.next;
    const values = row.values.filter((value) => value !== null).map(grouped);
    const keys = keyCells(sheet, row).filter((text) => text !== '');
    const name = keys.at(-1) ?? '';
    const indent = row.code ? '  '.repeat((row.code.length - 3) / 2) : '';
    if (wide && name.length > NARROW_LABEL) {
      for (const key of keys.slice(0, -1)) this.builder.write(`${indent}${key}`);
      this.broken(name, NARROW_LABEL);
      if (values.length > 0) this.line(values.join(' '));
    } else if ([...keys, ...values].length > 0) {
      const printed = wide ? `${indent}${keys.join(' ')}` : keys.join(` ${indent}`);
      this.line([printed, ...values].filter((text) => text !== '').join(' '));
    }
    this.builder.mark(row, start);
  }

  sides(sheet: Sheet): number {
    const [left, right] = (['收入', '支出'] as const).map((side) => sheet.rows.filter((row) => row.side === side)) as [Row[], Row[]];
    const spread = (label: string): string => (/^(收入|支出)总计$/.test(label) ? [...label].join('   ') : label);
    for (const pair of alignSides(left, right)) {
      const start = this.builder.next;
      const shown = pair.flatMap((row) => (row ? [spread(row.label), ...row.values.filter((value) => value !== null).map(grouped)] : []));
      this.line(shown.join(' '));
      for (const row of pair) if (row) this.builder.mark(row, start);
    }
    return 1;
  }

  opening(sheet: Sheet): void {
    this.builder.write('', '');
    this.line(sheet.title);
    if (sheet.number) this.line(sheet.number);
    this.line(`单位名称：${this.entity} ${this.random.chance(0.5) ? '单位：万元' : '单位:万元'}`);
    if (sheet.shape === 'two-sided') {
      this.line('收     入 支    出');
      this.line('项    目 预算数 项    目 预算数');
    } else this.header(sheet);
  }

  entity = '';

  indicators(list: Indicator[], gold: { table: string; project: string | null }): void {
    let level1 = '';
    let level2 = '';
    for (const indicator of list) {
      const start: string[] = [];
      if (indicator.level1 !== level1) this.line(indicator.level1);
      if (indicator.level1 !== level1 || indicator.level2 !== level2) {
        if (this.random.chance(0.5)) this.line(indicator.level2);
        else start.push(indicator.level2);
      }
      ({ level1, level2 } = indicator);
      const { completion: _c, weight: _w, ...known } = indicator;
      this.builder.gold.indicators.push({ ...gold, ...known, line: this.builder.next });
      const cells = [...start, indicator.level3, indicator.operator, indicator.target, indicator.unit, indicator.deadline];
      this.line(cells.filter((cell) => cell !== null).join(' '));
    }
  }
}

function writeForms(writer: LostWriter, facts: Facts): void {
  const { builder } = writer;
  const header = '一级指标 二级指标 三级指标 运算符号 指标值 度量单位 完成时限';
  builder.table(formSheet('表16', OVERALL_TITLE), () => {
    writer.line(OVERALL_TITLE);
    writer.line('表16 单位：万元');
    writer.line(`部门（单位）名称 ${facts.entity.code}${facts.entity.name}`);
    writer.line('年度主要任务');
    writer.line('对应项目 预算资金情况');
    for (const [label, kind] of [
      ['基本支出人员经费', 'personnel'],
      ['基本支出公用经费', 'operating'],
    ] as const) {
      writer.line(`${label} ${grouped(plain(sum(facts.entries, (entry) => entry.kind === kind)))}`);
    }
    writer.line('年度绩效目标');
    writer.line('保持各项业务平稳，按期办结年度要点。');
    writer.line(`年度绩效指标 ${header}`);
    writer.indicators(overallIndicators(facts), { table: '表16', project: null });
    return 1;
  });
  builder.table(formSheet('表17', PROJECT_TITLE), () => {
    facts.projects.forEach((fact, index) => {
      writer.line(PROJECT_TITLE);
      writer.line(`${facts.year}年`);
      writer.line('表17 单位：万元');
      const implementer = facts.units[fact.unit]!.name;
      builder.gold.projects.push({
        table: '表17',
        name: fact.name,
        department: facts.authority,
        implementer,
        amount: plain(fact.amount),
        goal: fact.goal,
        line: builder.next,
      });
      writer.line(`项目(政策)名称 ${fact.name}`);
      writer.line(`主管部门 ${facts.authority} 实施单位 ${implementer}`);
      writer.line(`预算资金情况 ${grouped(plain(fact.amount))}`);
      writer.line('总体目标');
      writer.line(fact.goal);
      writer.line(`绩效指标 ${header}`);
      writer.indicators(projectIndicators(facts, index), { table: '表17', project: fact.name });
    });
    return facts.projects.length;
  });
}

/** No tabs: every second line empty, empty cells dropped, header words broken over lines, a row on up to three lines. */
export const layoutLost: Publication<DocumentBuilder> = {
  sheets: (facts) =>
    liaoningSheets(facts, {
      digits: plain,
      numbering: (n) => `（${chineseNumber(n)}）`,
      unitRows: false,
      contents: null,
      blankUnitRow: false,
    }),
  print(facts, sheets, random) {
    const builder = new DocumentBuilder({ entity: { name: facts.entity.name, code: facts.entity.code }, year: facts.year, kind: 'budget' });
    const writer = new LostWriter(builder, random);
    const name = facts.entity.name;
    writer.entity = name;
    for (const text of [`${facts.province}${name}`, `${facts.year} 年单位预算`, '第一部分 单位概况', '一、主要职责', ...dutyLines(facts)])
      writer.prose(text);
    writer.line(` 第二部分 ${name}`);
    writer.line(`${facts.year} 年预算情况说明`);
    const prose = {
      money: (amount: bigint) => (amount === 0n ? { value: '0' } : { value: plain(amount), shown: grouped(plain(amount)) }),
      unit: '万元' as const,
      spaced: true,
    };
    budgetProse(builder, facts, prose, (text) => {
      writer.prose(text);
      if (!text.includes('“三公”经费预算 ')) return;
      const sheet = threePublicByYear(facts);
      builder.table(sheet, () => {
        writer.line(` ${sheet.title}`);
        for (const line of ['  单位：万元', '金额', '项目', `${facts.year - 1} 年 ${facts.year} 年`]) writer.line(line);
        for (const row of sheet.rows) {
          const start = builder.next;
          writer.line([row.label.replace('. ', '.'), ...row.values].join(' '));
          builder.mark(row, start);
        }
        return 1;
      });
    });
    writer.line('第三部分 名词解释');
    for (const text of glossary(facts.year)) writer.prose(text);
    writer.line(`第四部分 ${facts.year} 年${name}单位预算批复表`);
    for (const sheet of sheets) {
      builder.table(sheet, () => {
        writer.opening(sheet);
        const parts = writer.rows(sheet, sheet.number === '表12' ? random.int(12, 18) : null);
        for (const note of sheet.notes) writer.line(note);
        return parts;
      });
    }
    writeForms(writer, facts);
    return builder;
  },
};

import { grouped, plain, stripped } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import { budgetProse, dutyLines, glossary } from '../prose.ts';
import { columnsOf, keyCells, type Row, type Sheet } from '../sheet.ts';
import { otherSheets } from '../sheets-other.ts';
import { alignSides } from '../tabbed.ts';

const CELL_WIDTH = 12;
const HEADER_WIDTH = 5;
const LINE_WIDTH = 32;

function wrapped(text: string, width: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < text.length; i += width) out.push(text.slice(i, i + width));
  return out;
}

class CellWriter {
  page = 1;

  constructor(readonly builder: DocumentBuilder) {}

  cell(text: string, width = CELL_WIDTH): void {
    if (text !== '') this.builder.write(...wrapped(text, width));
  }

  endPage(): void {
    this.builder.write('—', String(this.page), '—');
    this.page += 1;
  }

  opening(sheet: Sheet, entity: string): void {
    this.builder.write(sheet.number!, sheet.title, `部门（单位）：${entity}`, '单位：万元');
    if (sheet.shape === 'two-sided') {
      this.builder.write('收', '入', '支', '出', '项目', ...columnsOf(sheet, '收入').map((path) => path[0]!));
      this.builder.write('项目', ...columnsOf(sheet, '支出').map((path) => path[0]!));
      return;
    }
    const all = [...sheet.keys, ...columnsOf(sheet, null)];
    const depth = Math.max(...all.map((path) => path.length));
    for (let level = 0; level < depth; level += 1) {
      let previous = '';
      for (const path of all) {
        const at = path.slice(0, level + 1).join('>');
        if (path[level] !== undefined && at !== previous) this.cell(path[level]!, path[level]!.length > 8 ? HEADER_WIDTH : CELL_WIDTH);
        previous = at;
      }
    }
  }

  values(row: Row): void {
    for (const value of row.values) if (value !== null) this.builder.write(grouped(value));
  }

  rows(sheet: Sheet, entity: string, pageRows: number): number {
    if (sheet.shape === 'two-sided') {
      const [left, right] = (['收入', '支出'] as const).map((side) => sheet.rows.filter((row) => row.side === side)) as [Row[], Row[]];
      for (const pair of alignSides(left, right)) {
        for (const row of pair) {
          if (!row) continue;
          const start = this.builder.next;
          if (/总计$/.test(row.label)) this.builder.write(...row.label);
          else this.cell(row.label);
          this.values(row);
          this.builder.mark(row, start);
        }
      }
      return 1;
    }
    let parts = 1;
    sheet.rows.forEach((row, i) => {
      if (i > 0 && i % pageRows === 0) {
        parts += 1;
        this.endPage();
        this.opening(sheet, entity);
      }
      const start = this.builder.next;
      for (const key of keyCells(sheet, row)) this.cell(key === '合计' ? '合　计' : key);
      this.values(row);
      this.builder.mark(row, start);
    });
    return parts;
  }
}

/** Text of a web page: every cell on its own line, empty ones dropped, 类 款 项 each at their own level, pages ended by — n —. */
export const cellPerLine: Publication<DocumentBuilder> = {
  sheets: (facts) => otherSheets(facts, { digits: plain, unit: '万元', number: (n) => `公开表${n}`, splitCodes: true, ownLevelOnly: true }),
  print(facts, sheets, random) {
    const builder = new DocumentBuilder({ entity: { name: facts.entity.name, code: null }, year: facts.year, kind: 'budget' });
    const writer = new CellWriter(builder);
    const entity = facts.entity.name;
    const prose = (text: string): void => builder.write(...wrapped(text, LINE_WIDTH));
    builder.write(entity, `${facts.year}年部门预算`, '目', '录', '第一部分', '部门概况', '第二部分', `${facts.year}年部门预算表`);
    sheets.forEach((sheet, i) => {
      builder.write(`　　${'一二三四五六七八九'[i]}、${sheet.title}`);
    });
    writer.endPage();
    builder.write('第一部分', '部门概况', '一、主要职责');
    for (const duty of dutyLines(facts)) prose(duty);
    writer.endPage();
    builder.write('第二部分', `${facts.year}年部门预算表`);
    writer.endPage();
    for (const sheet of sheets) {
      builder.table(sheet, () => {
        writer.opening(sheet, entity);
        return writer.rows(sheet, entity, random.int(14, 22));
      });
      builder.lines.pop();
      writer.endPage();
    }
    builder.write('第三部分', `${facts.year}年部门预算情况说明`);
    budgetProse(
      builder,
      facts,
      { money: (amount) => ({ value: stripped(amount), shown: grouped(stripped(amount)) }), unit: '万元', spaced: false },
      prose,
    );
    writer.endPage();
    builder.write('第四部分', '名词解释');
    for (const text of glossary(facts.year)) prose(text);
    return builder;
  },
};

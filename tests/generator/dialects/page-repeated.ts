import { grouped, plain, stripped } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import type { Facts } from '../facts.ts';
import { chineseNumber, columnsOf, type Sheet } from '../sheet.ts';
import { liaoningSheets } from '../sheets-liaoning.ts';
import { type TabbedStyle, writeTabbed } from '../tabbed.ts';
import { type FormStyle, formSheet, OVERALL_TITLE, PROJECT_TITLE, writeOverallForm, writeProjectForm } from './tabbed-budget.ts';

/** 项目内容: reckonings full of amounts that are no column values. */
function contents(facts: Facts, index: number): string {
  const { output, amount } = facts.projects[index]!;
  const rate = 120 + ((output.target * 37) % 800);
  return `一、${output.name}${output.target}${output.unit}，每${output.unit}按${rate}元测算，约${stripped(amount / 2n)}万元；二、耗材${index + 2}批*0.6万元=${stripped(BigInt((index + 2) * 60))}万元；三、其余用于验收。`;
}

/** How many value columns 表9 has on its left pages; the others stand on right-hand halves below. */
const LEFT_COLUMNS = 9;

function writeHalves(builder: DocumentBuilder, sheet: Sheet, style: TabbedStyle): number {
  const columns = columnsOf(sheet, null);
  const left = columns.slice(0, LEFT_COLUMNS).map((path) => (path[0] === '上年结转结余' ? path.slice(1) : path));
  const parts = writeTabbed(builder, { ...sheet, columns: left }, style);
  for (let i = 0; i < parts; i += 1) {
    builder.paragraphs('单位：万元');
    builder.write(
      ['上年结转结余', '', '', ''].join('\t'),
      columns
        .slice(LEFT_COLUMNS)
        .map((path) => path.at(-1)!)
        .join('\t'),
      '',
    );
  }
  return parts;
}

/** Title, number, entity, unit and header again on each page; a long text column; right-hand halves; no prose. */
export const pageRepeated: Publication<DocumentBuilder> = {
  sheets: (facts) =>
    liaoningSheets(facts, {
      digits: plain,
      numbering: (n) => `（${chineseNumber(n)}）`,
      unitRows: false,
      contents: (index) => contents(facts, index),
      blankUnitRow: false,
    }).filter((sheet) => ['表1', '表3', '表4', '表5', '表6', '表7', '表8', '表9'].includes(sheet.number!)),
  print(facts, sheets, random) {
    const builder = new DocumentBuilder({ entity: { name: facts.entity.name, code: facts.entity.code }, year: facts.year, kind: 'budget' });
    const head = (title: string, number: string): void => builder.paragraphs(title, number);
    const style: TabbedStyle = {
      show: grouped,
      sides: ['收 入', '支 出'],
      project: '项 目',
      dress: (label) => (/^(收入|支出)总计$/.test(label) ? [...label].join(' ') : label),
      pageRows: random.int(9, 15),
      ghosts: 0,
      opening: (sheet) => {
        head(sheet.title, sheet.number!);
        builder.paragraphs(`单位名称：${facts.entity.name}`);
        if (sheet.number !== '表9') builder.paragraphs('单位：万元');
      },
      repeatHeader: true,
      breakLabels: false,
    };
    builder.write('', '');
    builder.paragraphs(`${facts.year}年${facts.province}${facts.entity.name}单位预算批复表`);
    for (const sheet of sheets) {
      builder.table(sheet, () => {
        if (sheet.shape === 'two-sided') return writeTabbed(builder, sheet, { ...style, pageRows: null });
        return sheet.number === '表9' ? writeHalves(builder, sheet, { ...style, pageRows: 4 }) : writeTabbed(builder, sheet, style);
      });
    }
    const page = (title: string, number: string): void => {
      head(title, number);
      builder.paragraphs('单位：万元');
    };
    const forms: FormStyle = { shifts: random.chance(0.5), pageRows: null, onCut: () => {}, money: (amount) => grouped(plain(amount)) };
    builder.table(formSheet('表16', OVERALL_TITLE), () => {
      page(OVERALL_TITLE, '表16');
      const cut = (): void => {
        builder.write('');
        page(OVERALL_TITLE, '表16');
      };
      writeOverallForm(builder, facts, { ...forms, pageRows: 8, onCut: cut }, random);
      return 2;
    });
    builder.table(formSheet('表17', PROJECT_TITLE), () => {
      facts.projects.forEach((_, i) => {
        page(PROJECT_TITLE, '表17');
        writeProjectForm(builder, facts, i, forms, random);
        builder.write('');
      });
      return facts.projects.length;
    });
    return builder;
  },
};

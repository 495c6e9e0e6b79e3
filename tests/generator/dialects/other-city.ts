import { grouped, plain, stripped } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import type { Facts } from '../facts.ts';
import { htmlTable, pipeTable } from '../markup.ts';
import { budgetProse, dutyLines, glossary } from '../prose.ts';
import { otherSheets } from '../sheets-other.ts';
import { type TabbedStyle, writeTabbed } from '../tabbed.ts';

function opened(facts: Facts): DocumentBuilder {
  const builder = new DocumentBuilder({ entity: { name: facts.entity.name, code: null }, year: facts.year, kind: 'budget' });
  builder.paragraphs(`${facts.entity.name}`, `${facts.year}年部门预算`, '第一部分 部门概况', '一、部门职责', ...dutyLines(facts));
  return builder;
}

function closed(builder: DocumentBuilder, facts: Facts, unit: '元' | '万元'): DocumentBuilder {
  builder.paragraphs(`第三部分 ${facts.year}年部门预算情况说明`);
  const money = (amount: bigint) =>
    unit === '元' ? { value: plain(amount), shown: grouped(plain(amount)) } : { value: stripped(amount), shown: grouped(stripped(amount)) };
  budgetProse(builder, facts, { money, unit, spaced: false }, (text) => builder.paragraphs(text));
  builder.paragraphs('第四部分 名词解释', ...glossary(facts.year));
  return builder;
}

/** Another province: 公开表N, amounts in 元, codes over 类 款 项 columns, two years of 三公 side by side. */
export const otherCity: Publication<DocumentBuilder> = {
  sheets: (facts, random) => {
    const prefix = random.pick(['公开表', '附表']);
    return otherSheets(facts, { digits: plain, unit: '元', number: (n) => `${prefix}${n}`, splitCodes: true, ownLevelOnly: false });
  },
  print(facts, sheets, _random) {
    const builder = opened(facts);
    builder.paragraphs(`第二部分 ${facts.year}年部门预算表`);
    const style: TabbedStyle = {
      show: grouped,
      sides: ['收　入', '支　出'],
      project: '项目',
      dress: (label) => label,
      pageRows: null,
      ghosts: 0,
      opening: (sheet) => builder.paragraphs(sheet.number!, sheet.title, `部门：${facts.entity.name}　　　　单位：元`),
      repeatHeader: true,
      breakLabels: false,
    };
    for (const sheet of sheets)
      builder.table(sheet, () => writeTabbed(builder, sheet, sheet.shape === 'coded' ? { ...style, pageRows: 24 } : style));
    return closed(builder, facts, '元');
  },
};

/** The same tables as markdown pipes and as HTML with colspan and rowspan. */
export const pipeMarkdown: Publication<DocumentBuilder> = {
  sheets: (facts) => otherSheets(facts, { digits: plain, unit: '万元', number: (n) => `表${n}`, splitCodes: false, ownLevelOnly: false }),
  print(facts, sheets, _random) {
    const builder = opened(facts);
    builder.paragraphs(`## 第二部分 ${facts.year}年部门预算表`);
    sheets.forEach((sheet, i) => {
      builder.table(sheet, () => {
        builder.paragraphs(`### ${sheet.number} ${sheet.title}`, '单位：万元');
        if (i % 2 === 0) pipeTable(builder, sheet, grouped);
        else htmlTable(builder, sheet, grouped);
        return 1;
      });
    });
    return closed(builder, facts, '万元');
  },
};

import { plain, stripped } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import type { Facts } from '../facts.ts';
import { overallIndicators, shownLevels } from '../forms.ts';
import { budgetProse, dutyLines, glossary } from '../prose.ts';
import { olderSheets } from '../sheets-older.ts';
import { join, type TabbedStyle, writeTabbed } from '../tabbed.ts';
import { formSheet } from './tabbed-budget.ts';

const OVERALL_TITLE = '部门（单位）整体绩效目标情况表';

function writeForm(builder: DocumentBuilder, facts: Facts): number {
  const opening = (): void => builder.paragraphs(OVERALL_TITLE, '单位：万元');
  opening();
  builder.write(join(['部门（单位）名称', facts.units[0]!.name, '实有人员数量', '36', '所属单位数量', String(facts.units.length)]));
  builder.write(join(['年度绩效目标', '按计划办理各项业务，服务质量不低于上年。', '', '', '', '', '', '']), '');
  opening();
  builder.write(join(['年度绩效指标', '一级指标', '二级指标', '三级指标', '运算符号', '指标值', '度量单位', '完成时限']));
  const indicators = overallIndicators(facts);
  indicators.forEach((indicator, i) => {
    const deadline = `${facts.year}年12月`;
    const { completion: _c, weight: _w, ...known } = indicator;
    builder.gold.indicators.push({ ...known, table: OVERALL_TITLE, project: null, deadline, line: builder.next });
    builder.write(
      join([
        '',
        ...shownLevels(indicators, i),
        indicator.level3,
        indicator.operator ?? '',
        indicator.target,
        indicator.unit ?? '',
        deadline,
      ]),
    );
  });
  return 2;
}

/** Template of 2018–2021: stripped zeros, no table numbers, 单位：万 / 元, pages cut in the middle of labels, two years of 三公. */
export const olderIntegers: Publication<DocumentBuilder> = {
  sheets: (facts) => olderSheets(facts, stripped),
  print(facts, sheets, random) {
    const builder = new DocumentBuilder({ entity: { name: facts.entity.name, code: facts.entity.code }, year: facts.year, kind: 'budget' });
    const { year } = facts;
    const style: TabbedStyle = {
      show: (value) => value,
      sides: ['收入', '支出'],
      project: '项目',
      dress: (label) => label,
      pageRows: random.int(14, 22),
      ghosts: 1,
      opening: (sheet, first) => {
        if (!first) return;
        builder.paragraphs(sheet.title);
        if (sheet.title === '部门收入总体情况表') builder.write('单位：万', '元', '');
        else if (sheet.shape === 'projects') builder.write('单位：', '万元', '');
        else builder.paragraphs('单位：万元');
      },
      repeatHeader: false,
      breakLabels: true,
    };
    builder.paragraphs(
      `${facts.entity.name}`,
      `${year}年度部门预算`,
      '目 录',
      '第一部分 部门概况',
      `第二部分 ${facts.entity.name}${year}年部门预算公开表`,
    );
    builder.paragraphs(
      '第三部分 部门预算情况说明',
      '第四部分 名词解释',
      '第一部分 部门概况',
      '一、主要职责',
      ...dutyLines(facts),
      '二、部门预算单位构成',
    );
    builder.paragraphs(`纳入${year}年部门预算编制范围的预算单位包括：`, ...facts.units.map(({ name }, i) => `${i + 1}.${name}`));
    builder.paragraphs(`第二部分 ${facts.entity.name}${year}年部门预算公开表`);
    for (const sheet of sheets)
      builder.table(sheet, () => writeTabbed(builder, sheet, sheet.shape === 'projects' ? { ...style, pageRows: null } : style));
    builder.table(formSheet(null, OVERALL_TITLE), () => writeForm(builder, facts));
    builder.paragraphs(`第三部分 ${facts.entity.name}${year}年部门预算情况说明`);
    const prose = { money: (amount: bigint) => ({ value: amount === 0n ? '0' : plain(amount) }), unit: '万元' as const, spaced: false };
    budgetProse(builder, facts, prose, (text) => builder.paragraphs(text));
    builder.paragraphs('第四部分 名词解释', ...glossary(year));
    return builder;
  },
};

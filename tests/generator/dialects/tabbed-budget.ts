import { grouped, plain, stripped } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import { type Facts, sum, type ThreePublic, threePublicTotal } from '../facts.ts';
import { type Indicator, overallIndicators, projectIndicators, shownLevels } from '../forms.ts';
import { budgetProse, dutyLines, glossary } from '../prose.ts';
import type { Random } from '../random.ts';
import { chineseNumber, type Sheet, totalRow } from '../sheet.ts';
import { liaoningSheets } from '../sheets-liaoning.ts';
import { join, type TabbedStyle, writeTabbed } from '../tabbed.ts';

export const OVERALL_TITLE = '部门（单位）整体绩效目标表';
export const PROJECT_TITLE = '部门预算项目（政策）绩效目标表';
const INDICATOR_HEADER = ['一级指标', '二级指标', '三级指标', '运算符号', '指标值', '度量单位', '完成时限'];

/** The second 三公 table, inside the prose: two years, stripped zeros, no number. */
export function threePublicByYear(facts: Facts): Sheet {
  const { previous, current } = facts.threePublic;
  const row = (label: string, of: (amounts: ThreePublic) => bigint, path: string[] = []) => ({
    ...totalRow(label, [stripped(of(previous)), stripped(of(current))]),
    path,
  });
  const vehicles = '3. 公务用车购置及运行费';
  return {
    number: null,
    title: '财政拨款预算“三公”经费支出表',
    unit: '万元',
    shape: 'three-public',
    keys: [['项 目']],
    columns: [
      ['金额', `${facts.year - 1}年`],
      ['金额', `${facts.year}年`],
    ],
    rows: [
      row('合计', threePublicTotal),
      row('1. 因公出国（境）费', (a) => a.overseas),
      row('2. 公务接待费', (a) => a.reception),
      row(vehicles, (a) => a.purchase + a.operation),
      row('其中：公务用车购置费', (a) => a.purchase, [vehicles]),
      row('公务用车运行费', (a) => a.operation, [vehicles]),
    ],
    notes: [],
  };
}

/** A page break in the middle of a long sentence, never inside a number. */
function brokenByPage(text: string, random: Random): string[] {
  if (text.length < 70 || random.chance(0.4)) return [text];
  const at = random.int(30, text.length - 20);
  const shift = text.slice(at).search(/[\u4e00-\u9fff]{2}/);
  return shift < 0 ? [text] : [text.slice(0, at + shift + 1), text.slice(at + shift + 1)];
}

type Shift = 'aligned' | 'left' | 'spread';

/** Level columns slip: a row begins a column early, or its first level stands apart from the second. */
function indicatorCells(indicator: Indicator, levels: [string, string], shift: Shift): string[] {
  const rest = [indicator.level3, indicator.operator ?? '', indicator.target, indicator.unit ?? ''];
  const deadline = indicator.deadline ?? '';
  if (shift === 'left') return [...levels, ...rest, '', deadline];
  if (shift === 'spread' && levels[0] !== '') return [levels[0], '', levels[1], ...rest, deadline];
  return ['', ...levels, ...rest, deadline];
}

export interface FormStyle {
  shifts: boolean;
  pageRows: number | null;
  onCut: () => void;
  money: (hundredths: bigint) => string;
}

export function writeIndicators(
  builder: DocumentBuilder,
  indicators: Indicator[],
  gold: { table: string; project: string | null },
  style: FormStyle,
  random: Random,
): void {
  let shift: Shift = 'aligned';
  indicators.forEach((indicator, i) => {
    const levels = shownLevels(indicators, i);
    if (style.pageRows !== null && i > 0 && i % style.pageRows === 0) style.onCut();
    if (style.shifts && levels[0] !== '') shift = random.chance(0.7) ? 'aligned' : random.pick(['left', 'spread'] as const);
    const { completion: _c, weight: _w, ...known } = indicator;
    builder.gold.indicators.push({ ...gold, ...known, line: builder.next });
    const cells = indicatorCells(indicator, levels, shift);
    builder.write(join(cells).replace('>=', style.shifts && random.chance(0.2) ? '\\geq' : '>='));
  });
}

export function formSheet(number: string | null, title: string): Sheet {
  return { number, title, unit: '万元', shape: 'text-form', keys: [], columns: [], rows: [], notes: [] };
}

export function writeOverallForm(builder: DocumentBuilder, facts: Facts, style: FormStyle, random: Random): void {
  const wide = Array<string>(6).fill('');
  const kind = (of: string): string => style.money(sum(facts.entries, (entry) => entry.kind === of));
  builder.write(join(['部门（单位）名称', `${facts.entity.code} ${facts.entity.name}-${facts.entity.code}000`, ...wide]));
  builder.write(join(['年度主要任务', '对应项目', '', '', '预算资金情况', '', '', '']));
  builder.write(join(['', '基本支出人员经费', '', '', kind('personnel'), '', '', '']));
  builder.write(join(['', '基本支出公用经费', '', '', kind('operating'), '', '', '']));
  builder.write(join(['年度绩效目标', '保持各项业务平稳，按期办结年度要点。', ...wide]));
  builder.write(join(['年度绩效指标', ...INDICATOR_HEADER]));
  writeIndicators(builder, overallIndicators(facts), { table: '表16', project: null }, style, random);
}

export function writeProjectForm(builder: DocumentBuilder, facts: Facts, index: number, style: FormStyle, random: Random): void {
  const fact = facts.projects[index]!;
  const implementer = facts.units[fact.unit]!.name;
  const wide = Array<string>(6).fill('');
  builder.gold.projects.push({
    table: '表17',
    name: fact.name,
    department: facts.authority,
    implementer,
    amount: plain(fact.amount),
    goal: fact.goal,
    line: builder.next,
  });
  builder.write(join(['项目(政策)名称', fact.name, ...wide]));
  builder.write(join(['主管部门', facts.authority, '', '', '实施单位', implementer, '', '']));
  builder.write(join(['预算资金情况', style.money(fact.amount), ...wide]));
  builder.write(join(['总体目标', fact.goal, ...wide]));
  builder.write(join(['绩效指标', ...INDICATOR_HEADER]));
  writeIndicators(builder, projectIndicators(facts, index), { table: '表17', project: fact.name }, style, random);
}

/** Tabs, a title line with 表 N and unit below it, page cuts by an empty line without header, ghost columns, shifted forms. */
export const tabbedBudget: Publication<DocumentBuilder> = {
  sheets: (facts, random) =>
    liaoningSheets(facts, {
      digits: plain,
      numbering: (n) => `(${chineseNumber(n)}) `,
      unitRows: true,
      contents: null,
      blankUnitRow: random.chance(0.6),
    }),
  print(facts, sheets, random) {
    const builder = new DocumentBuilder({ entity: { name: facts.entity.name, code: facts.entity.code }, year: facts.year, kind: 'budget' });
    const { year } = facts;
    const name = facts.entity.name;
    const style: TabbedStyle = {
      show: grouped,
      sides: ['收 入', '支 出'],
      project: '项 目',
      dress: (label) => (/^(收入|支出)总计$/.test(label) && random.chance(0.5) ? [...label].join(' ') : label),
      pageRows: random.int(12, 20),
      ghosts: random.int(0, 1),
      opening: (sheet, first) => {
        if (first) builder.paragraphs(sheet.title, sheet.number!.replace('表', '表 '), random.chance(0.5) ? '单位：万元' : '单位:万元');
      },
      repeatHeader: false,
      breakLabels: true,
    };
    builder.write('', '');
    builder.paragraphs(
      `${facts.province}${name}`,
      `${year} 年度单位预算`,
      '目 录',
      '第一部分 单位概况',
      `第二部分 ${year} 年度单位预算公开表`,
    );
    for (const sheet of sheets) builder.paragraphs(`${sheet.number!.replace('表', '表 ')}. ${sheet.title}`);
    builder.paragraphs(`表 16. ${OVERALL_TITLE}`, `表 17. ${PROJECT_TITLE}`, '第三部分 单位预算情况说明', '第四部分 名词解释');
    builder.paragraphs(
      '第一部分 单位概况',
      '一、主要职责',
      ...dutyLines(facts),
      '二、机构设置',
      `${name}是${facts.authority}所属的预算单位。`,
    );
    builder.write(`**第二部分 ${name} ${year} 年度`, '单位预算公开表**', '');
    for (const sheet of sheets)
      builder.table(sheet, () => writeTabbed(builder, sheet, sheet.shape === 'two-sided' ? { ...style, pageRows: null } : style));
    const forms: FormStyle = { shifts: true, pageRows: 7, onCut: () => builder.write(''), money: (amount) => grouped(plain(amount)) };
    builder.table(formSheet('表16', OVERALL_TITLE), () => {
      builder.paragraphs(OVERALL_TITLE, '表 16', '单位：万元');
      writeOverallForm(builder, facts, forms, random);
      return 1;
    });
    builder.table(formSheet('表17', PROJECT_TITLE), () => {
      builder.paragraphs(PROJECT_TITLE, `${year} 年`, '表 17', '单位：万元');
      facts.projects.forEach((_, i) => {
        writeProjectForm(builder, facts, i, forms, random);
        if (random.chance(0.3)) builder.write('');
      });
      return 1;
    });
    builder.paragraphs(`第三部分 ${name} ${year} 年度单位预算情况说明`);
    const prose = { money: (amount: bigint) => ({ value: stripped(amount) }), unit: '万元' as const, spaced: true };
    budgetProse(builder, facts, prose, (text) => {
      builder.paragraphs(...brokenByPage(text, random));
      if (!text.includes('“三公”经费预算 ')) return;
      const sheet = threePublicByYear(facts);
      builder.table(sheet, () => {
        builder.paragraphs(sheet.title, '单位：万元');
        return writeTabbed(builder, sheet, {
          ...style,
          show: (value) => value,
          dress: (label) => label,
          pageRows: null,
          opening: () => {},
        });
      });
    });
    builder.paragraphs('第四部分 名词解释', ...glossary(year));
    return builder;
  },
};

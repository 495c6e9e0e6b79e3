import { grouped, groupedLoosely, plain, roundedToTenThousands, stripped } from '../amounts.ts';
import type { Publication } from '../dialect.ts';
import { DocumentBuilder } from '../document.ts';
import { type Facts, sum } from '../facts.ts';
import { evaluated, type Indicator, overallIndicators, projectIndicators, shownLevels } from '../forms.ts';
import type { Laid } from '../laid.ts';
import { layFinal } from '../laid-final.ts';
import { dutyLines, glossary } from '../prose.ts';
import { finalAccountsProse } from '../prose-final.ts';
import type { Random } from '../random.ts';
import type { Sheet } from '../sheet.ts';
import { finalSheets } from '../sheets-final.ts';
import { join } from '../tabbed.ts';
import { formSheet } from './tabbed-budget.ts';

const OVERALL_TITLE = '部门（单位）整体绩效自评表';
const PROJECT_TITLE = '预算项目(政策)绩效自评表';
const REASONS = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明'];
const FORM_WIDTH = 18;

const bold = (cells: readonly string[]): string[] => cells.map((cell) => (cell === '' ? '' : `<b>${cell}</b>`));
const wan = (hundredths: bigint): string => stripped((hundredths + 5000n) / 10000n);

function padded(cells: readonly string[]): string {
  return join([...cells, ...Array<string>(Math.max(0, FORM_WIDTH - cells.length)).fill('')]);
}

/** Totals are bold: of a two-sided table the whole line, of a coded one its amounts. */
function dressed(sheet: Sheet, { rows, cells }: Laid['lines'][number], keys: readonly boolean[]): string[] {
  const label = rows[0]?.label ?? '';
  if (sheet.shape === 'two-sided' && /合计$|^总计$/.test(label)) return bold(cells);
  if (sheet.shape === 'coded' && label === '合计') return cells.map((cell, i) => (keys[i] ? cell : bold([cell])[0]!));
  return cells;
}

function writeLaid(builder: DocumentBuilder, sheet: Sheet, { header, lines, keys }: Laid): void {
  for (const cells of header) builder.write(join(cells));
  for (const line of lines) {
    const start = builder.next;
    builder.write(join(dressed(sheet, line, keys)));
    for (const row of line.rows) builder.mark(row, start);
  }
}

function writeSheet(builder: DocumentBuilder, sheet: Sheet, facts: Facts, random: Random): number {
  const show = random.chance(0.7) ? groupedLoosely : grouped;
  builder.paragraphs(`${random.pick(['#', '##'])} ${sheet.title}`, sheet.number!.replace(/(\d+)/, ' $1 '), `单位：${facts.entity.name}`);
  builder.paragraphs(`${facts.year} 年度`, '金额单位：万元');
  writeLaid(builder, sheet, layFinal(sheet, show));
  builder.write('');
  builder.paragraphs(...sheet.notes);
  return 1;
}

function writeIndicators(
  builder: DocumentBuilder,
  list: readonly Indicator[],
  gold: { table: string; project: string | null },
  random: Random,
): void {
  let left = false;
  list.forEach((indicator, i) => {
    const levels = shownLevels(list, i);
    if (levels[0] !== '') left = random.chance(0.3);
    const { completion, weight, ...known } = indicator;
    builder.gold.indicators.push({ ...gold, ...known, line: builder.next });
    const first = i === 0 ? ['绩效指标'] : [''];
    const cells = [
      indicator.level3,
      indicator.operator ?? '',
      indicator.target,
      indicator.unit ?? '',
      indicator.actual!,
      completion!,
      weight!,
      indicator.score!,
    ];
    builder.write(padded(left && i > 0 ? [...levels, ...cells] : [...first, ...levels, ...cells]));
  });
}

function scoreOf(list: readonly Indicator[]): bigint {
  return list.reduce((total, { score }) => total + BigInt(Math.round(Number(score) * 100)), 0n);
}

function writeProjectForm(builder: DocumentBuilder, facts: Facts, index: number, random: Random): void {
  const fact = facts.projects[index]!;
  const list = evaluated(projectIndicators(facts, index), 90, facts.indicatorSeed + index);
  const [amount, executed] = [wan(fact.amount), wan(fact.executed)];
  const rate = plain((fact.executed * 10000n + fact.amount / 2n) / fact.amount);
  const executionScore = (fact.executed * 1000n) / fact.amount;
  const total = stripped(scoreOf(list) + executionScore);
  const implementer = facts.units[fact.unit]!.name;
  const base = { table: PROJECT_TITLE, name: fact.name, department: facts.authority, implementer, amount, goal: fact.goal };
  builder.gold.projects.push({ ...base, line: builder.next, executed, executionRate: `${rate}%`, totalScore: total });
  builder.write(
    padded(['项目(政策)名称', '', fact.name]),
    padded(['主管部门', '', `${facts.authority}-`]),
    padded(['实施单位', '', `${implementer}-`]),
  );
  builder.write(padded(['项目预算金额(万元)', '', amount, '', '', '全年执行数(万元)', '', '', executed, '', '', '执行率', '', `${rate}%`]));
  builder.write(padded(['年度总体目标', '年初设定目标', '', '', '', '', '', '', '', '', '全年实际完成情况']));
  builder.write(padded(['', fact.goal, '', '', '', '', '', '', '', '', '年内各项内容已办结。']));
  const head = [
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度目标值',
    '',
    '',
    '全年完成值',
    '完成程度',
    '分值',
    '得分',
    '未完成原因分析',
  ];
  builder.write(
    padded([...head, '', '', '', '', '', '改进措施']),
    padded(['', '', '', '', '运算符号', '内容', '度量单位', '', '', '', '', ...REASONS]),
  );
  writeIndicators(builder, list, { table: PROJECT_TITLE, project: fact.name }, random);
  const closing = [
    '指标自评得分小计',
    '',
    stripped(scoreOf(list)),
    '',
    '',
    '预算执行率得分',
    '',
    '',
    stripped(executionScore),
    '',
    '减分项',
    '',
    '0',
  ];
  builder.write(padded([...closing, '', '绩效自评总得分', '', total]));
}

function writeForms(builder: DocumentBuilder, facts: Facts, random: Random): void {
  builder.table({ ...formSheet(null, OVERALL_TITLE), unit: null }, () => {
    builder.paragraphs(`## ${OVERALL_TITLE}`, `${facts.year}年度`);
    const total = wan(sum(facts.entries, (entry) => entry.kind !== 'project'));
    builder.write(padded(['部门（单位）名称', '', `${facts.entity.code}${facts.entity.name}-000`]));
    builder.write(padded(['部门年初预算支出金额', '', total]));
    const header = [
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '运算符号',
      '指标值',
      '度量单位',
      '全年完成值',
      '完成程度',
      '分值',
      '得分',
      '偏差原因分析',
    ];
    builder.write(padded([...header, '', '', '', '', '改进措施']));
    const list = evaluated(overallIndicators(facts), 100, facts.indicatorSeed + 50);
    writeIndicators(builder, list, { table: OVERALL_TITLE, project: null }, random);
    builder.write(padded(['总评价得分', '', '', '', '', '', '', '', '', '', plain(scoreOf(list))]));
    return 1;
  });
  facts.projects.forEach((_, index) => {
    builder.table(formSheet(null, PROJECT_TITLE), () => {
      if (index % 3 !== 2) builder.paragraphs(`${index % 2 === 0 ? '##' : '#'} ${PROJECT_TITLE}`);
      builder.paragraphs(`(${facts.year}年度)`);
      writeProjectForm(builder, facts, index, random);
      return 1;
    });
  });
}

/** Markdown final accounts: loose thousands, bold totals, 行次 and 栏次, three panels, rounding tails, self-evaluations. */
export const finalAccounts: Publication<DocumentBuilder> = {
  sheets: finalSheets,
  print(facts, sheets, random) {
    const builder = new DocumentBuilder({
      entity: { name: facts.entity.name, code: facts.entity.code },
      year: facts.year,
      kind: 'final-accounts',
    });
    const { year } = facts;
    const name = facts.entity.name;
    builder.write(`${facts.province}${name}  `, `${year} 年度部门决算`, '', '# 目 录', '');
    builder.paragraphs(
      `## 第一部分 ${name}概况`,
      `## 第二部分 ${year}年度${name}部门决算情况说明`,
      '## 第三部分 名词解释',
      `## 第四部分 ${year}年度部门决算表`,
    );
    sheets.forEach((sheet, i) => {
      builder.paragraphs(`${'一二三四五六七八九'[i]}、${sheet.title}`);
    });
    builder.paragraphs('# 第一部分 概况', '## 一、主要职责', ...dutyLines(facts), '## 二、决算单位构成', '本单位没有下属单位。');
    builder.paragraphs(`## 第二部分 ${year} 年度部门决算情况说明`);
    const money = (amount: bigint) => ({ value: roundedToTenThousands(amount) });
    finalAccountsProse(builder, facts, { money, unit: '万元', spaced: random.chance(0.5) }, (text) => builder.paragraphs(text));
    writeForms(builder, facts, random);
    builder.paragraphs('## 第三部分 名词解释', ...glossary(year), `## 第四部分 ${year} 年度部门决算表`);
    for (const sheet of sheets) builder.table(sheet, () => writeSheet(builder, sheet, facts, random));
    return builder;
  },
};

import type { Quantity, TruthBuilder } from './document.ts';
import { type Entry, type Facts, sum, threePublicTotal } from './facts.ts';
import { chineseNumber } from './sheet.ts';

export interface ProseStyle {
  /** Money as printed in prose, e.g. grouped or with stripped zeros. */
  money: (hundredths: bigint) => { value: string; shown?: string };
  unit: '万元' | '元';
  spaced: boolean;
}

export type Say = (strings: TemplateStringsArray, ...parts: (string | Quantity)[]) => string;

export interface Quantities {
  say: Say;
  money: (amount: bigint, concept: string) => Quantity;
  percent: (part: bigint, whole: bigint, concept: string) => Quantity;
  count: (n: number, unit: string, concept: string) => Quantity;
}

export function quantities(builder: TruthBuilder, style: ProseStyle): Quantities {
  return {
    say: builder.say(style.spaced),
    money: (amount, concept) => ({ ...style.money(amount), unit: style.unit, concept }),
    percent: (part, whole, concept) => {
      const hundredths = whole === 0n ? 0n : (part * 10000n + whole / 2n) / whole;
      return { value: `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`, unit: '%', concept };
    },
    count: (n, unit, concept) => ({ value: String(n), unit, concept }),
  };
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

export function change(now: bigint, before: bigint): '增加' | '减少' {
  return now >= before ? '增加' : '减少';
}

const FUND_NAMES: readonly [Entry['fund'], string][] = [
  ['general', '一般公共预算拨款收入'],
  ['governmentFund', '政府性基金预算拨款收入'],
  ['stateCapital', '国有资本经营预算拨款收入'],
  ['specialAccount', '财政专户管理资金收入'],
  ['own', '单位资金收入'],
];

/** The explanation of a budget, a paragraph an item; written for the samples, in the grammar that disclosures share. */
export function budgetProse(builder: TruthBuilder, facts: Facts, style: ProseStyle, write: (text: string) => void): void {
  const { say, money, percent, count } = quantities(builder, style);
  const { entries, year } = facts;
  const name = facts.entity.name;
  const total = sum(entries);
  const current = entries.filter((entry) => entry.origin === 'current');
  const basic = sum(entries, (entry) => entry.kind !== 'project');
  write(`一、${year}年度收支预算说明`);
  write(
    say`${name}${String(year)}年度收支总预算${money(total, '收支总预算')}，上年度为${money(facts.previousTotal, '上年收支总预算')}，${change(total, facts.previousTotal)}${money(absolute(total - facts.previousTotal), '收支总预算增减')}，变化幅度为${percent(absolute(total - facts.previousTotal), facts.previousTotal, '收支总预算增减幅度')}，原因是工作任务有调整。`,
  );
  write(say`（一）收入预算${money(total, '收入预算')}，其中：`);
  FUND_NAMES.forEach(([fund, label], i) => {
    write(
      say`${String(i + 1)}.${label}${money(
        sum(current, (entry) => entry.fund === fund),
        label,
      )}；`,
    );
  });
  write(say`6.上年结转结余${money(total - sum(current), '上年结转结余')}。`);
  write(say`（二）支出预算${money(total, '支出预算')}，其中：`);
  write(say`1.基本支出${money(basic, '基本支出')}；`);
  write(say`2.项目支出${money(total - basic, '项目支出')}。`);
  write(
    say`设定绩效目标的项目共${count(facts.projects.length, '个', '绩效目标项目数')}，涉及资金${money(total - basic, '绩效目标项目资金')}。`,
  );
  threePublicProse(builder, facts, style, write);
  write('三、其他事项说明');
  write(say`（一）机关运行经费。${String(year)}年度机关运行经费预算${money(0n, '机关运行经费')}，本单位不在列支范围内。`);
  write(
    say`（二）政府采购。采购预算总额${money(0n, '政府采购预算')}，其中：货物${money(0n, '政府采购货物预算')}、工程${money(0n, '政府采购工程预算')}、服务${money(0n, '政府采购服务预算')}。`,
  );
  write(
    say`（三）资产占用。现有车辆${count(facts.vehicles, '辆', '车辆')}，其中：一般公务用车${count(facts.vehicles, '辆', '一般公务用车')}、其他用车${count(0, '辆', '其他用车')}。单价100万元（含）以上的设备${count(0, '台', '单价100万元以上设备')}。`,
  );
}

function threePublicProse(builder: TruthBuilder, facts: Facts, style: ProseStyle, write: (text: string) => void): void {
  const { say, money } = quantities(builder, style);
  const { current, previous } = facts.threePublic;
  const now = threePublicTotal(current);
  const before = threePublicTotal(previous);
  write('二、财政拨款“三公”经费预算说明');
  write(
    say`${String(facts.year)}年度“三公”经费预算${money(now, '“三公”经费')}，其中：因公出国（境）费${money(current.overseas, '因公出国（境）费')}；公务用车购置及运行费${money(current.purchase + current.operation, '公务用车购置及运行费')}；公务接待费${money(current.reception, '公务接待费')}。与上年预算相比${change(now, before)}${money(absolute(now - before), '“三公”经费增减')}，主要是按实际需要安排。`,
  );
}

export function glossary(year: number): string[] {
  return [
    '1.一般公共预算：以税收为主的财政收入所安排的预算。',
    '2.基本支出：维持单位日常运转所必需的开支，由人员经费和公用经费组成。',
    '3.项目支出：为专门任务另行安排的开支。',
    `4.上年结转：${year - 1}年没有用完、按原用途接着使用的资金。`,
  ];
}

export function dutyLines(facts: Facts): string[] {
  return facts.domain.duties.map((duty, i) => `（${chineseNumber(i + 1)}）${duty}。`);
}

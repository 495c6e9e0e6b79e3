import type { TruthBuilder } from './document.ts';
import { type Entry, type Facts, sum, threePublicTotal } from './facts.ts';
import { change, type ProseStyle, quantities } from './prose.ts';
import { subjectRows } from './sheet.ts';

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

function groupedBySubject(entries: readonly Entry[]): { path: string[]; entries: Entry[] }[] {
  return subjectRows(entries, (entry) => entry.item, [() => true], String)
    .filter((row) => row.code!.length === 7)
    .map((row) => ({ path: [...row.path, row.label], entries: entries.filter((entry) => entry.item === row.code) }));
}

/** The explanation of final accounts, in the grammar that disclosures share and with sentences of its own. */
export function finalAccountsProse(builder: TruthBuilder, facts: Facts, style: ProseStyle, write: (text: string) => void): void {
  const { say, money, percent, count } = quantities(builder, style);
  const { entries, year, projects } = facts;
  const total = sum(entries);
  const before = facts.previousTotal;
  const basic = sum(entries, (entry) => entry.kind !== 'project');
  const personnel = sum(entries, (entry) => entry.kind !== 'project' && /^30[13]/.test(entry.economic));
  write('### 一、收入支出决算总体情况');
  write(say`#### (一) 收入总计${money(total, '收入总计')}，包括：`);
  write(say`1.财政拨款收入${money(total, '财政拨款收入')}，占收入总计的${percent(total, total, '财政拨款收入占比')}。`);
  ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'].forEach((label, i) => {
    write(say`${String(i + 2)}.${label}${money(0n, label)}，占收入总计的${percent(0n, total, `${label}占比`)}。`);
  });
  write(
    say`同上年相比，收入总计${change(total, before)}${money(absolute(total - before), '收入总计增减')}，变动${percent(absolute(total - before), before, '收入总计增减幅度')}，原因是任务有增有减。`,
  );
  write(say`#### (二) 支出总计${money(total, '支出总计')}，包括：`);
  write(say`1.基本支出${money(basic, '基本支出')}，占支出总计的${percent(basic, total, '基本支出占比')}。`);
  write(say`2.项目支出${money(total - basic, '项目支出')}，占支出总计的${percent(total - basic, total, '项目支出占比')}。`);
  write('## **二、财政拨款支出决算情况**');
  write(say`${String(year)}年度一般公共预算财政拨款支出${money(total, '一般公共预算财政拨款支出')}，按功能分类科目列示如下：`);
  const subjects = groupedBySubject(entries);
  let category = '';
  let n = 0;
  for (const subject of subjects) {
    const [first, second, third] = subject.path as [string, string, string];
    if (first !== category) {
      category = first;
      n = 0;
      const within = subjects.filter(({ path }) => path[0] === first).flatMap((each) => each.entries);
      write(say`${first}${money(sum(within), first)}，具体是：`);
    }
    n += 1;
    write(say`（${String(n)}）${first}（类）${second}（款）${third}（项）${money(sum(subject.entries), third)}，用于本科目规定的开支。`);
  }
  const { current, previous } = facts.threePublic;
  const [spent, planned] = [threePublicTotal(current), threePublicTotal(previous)];
  write('## **三、“三公”经费支出决算情况**');
  write(
    say`${String(year)}年度“三公”经费支出${money(spent, '“三公”经费支出')}，完成预算的${percent(spent, planned, '“三公”经费完成比例')}。其中：因公出国（境）费${money(0n, '因公出国（境）费')}，公务接待费${money(current.reception, '公务接待费')}，公务用车购置及运行维护费${money(current.operation + current.purchase, '公务用车购置及运行维护费')}。`,
  );
  write(say`年末公务用车保有量${count(facts.vehicles, '辆', '公务用车保有量')}；国内公务接待${count(3, '批次', '公务接待批次')}。`);
  write('#### **四、基本支出决算情况**');
  write(
    say`${String(year)}年度基本支出${money(basic, '基本支出')}，其中：人员经费${money(personnel, '人员经费')}，公用经费${money(basic - personnel, '公用经费')}。`,
  );
  write('## **五、绩效管理工作情况**');
  const funds = projects.reduce((all, { amount }) => all + amount, 0n);
  write(
    say`对${count(projects.length, '个', '绩效自评项目数')}项目开展自评，涉及资金${money(funds, '绩效自评涉及资金')}，自评覆盖率达到${count(100, '%', '绩效自评覆盖率')}。`,
  );
}

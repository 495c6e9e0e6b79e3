import { describe, expect, test } from 'vitest';
import { rowConceptOf } from '../../../schemas/lexicon/row-concepts.ts';
import { measureOf } from '../../../schemas/lexicon/vocabulary.ts';

describe('what a column measures', () => {
  test.each<[string[], string | null]>([
    [['公务用车购置及运行维护费', '小计'], 'vehicles'],
    [['公务用车购置及运行维护费', '公务用车购置费'], 'vehicles.vehiclePurchase'],
    [['公务用车购置及运行维护费', '公务用车运行费'], 'vehicles.vehicleOperation'],
    [['公务用车购置费'], 'vehiclePurchase'],
    [['会议费'], 'meetingExpenses'],
    [['2021年', '培训费'], 'amount.trainingExpenses'],
    [['增减变化情况', '公务接待费'], 'change.officialReception'],
    [['2026年预算数比2025年执行数', '增减额'], 'change'],
    [['2026年预算数比2025年执行数', '增减(%)'], 'change.changeRate'],
    [['2025年执行数', '执行数'], 'executedAmount'],
    [['2025年执行数', '扣除中央基建投资后执行数'], 'executedAmount.executedWithoutCapitalInvestment'],
    [['预算数（单位：万元）'], 'budgetAmount'],
    [['预算数（万元）'], 'budgetAmount'],
    [['项目金额'], 'amount'],
    [['人员类'], 'personnelExpenses'],
    [['人员类别'], null],
    [['其他资金'], 'otherFunds'],
    [['单位预留机动经费'], 'reserve'],
    [['数量'], 'quantity'],
    [['人数'], 'headcount'],
  ])('%j', (path, measure) => {
    expect(measureOf(path)).toBe(measure);
  });
});

describe('what a row without a code is about', () => {
  test.each<[string, string | null]>([
    ['其中：（一）因公出国（境）支出', 'overseasTravel'],
    ['3. 公务用车购置及运行费', 'vehicles'],
    ['其中：（1）公务用车运行维护费', 'vehicleOperation'],
    ['1.公务用车购置费', 'vehiclePurchase'],
    ['（三）公务接待费支出', 'officialReception'],
    ['“三公”经费合计', 'threePublicExpenses'],
    ['一、一般公共预算财政拨款收入', 'generalPublicBudget'],
    ['(一) 一般公共预算拨款收入', 'generalPublicBudget'],
    ['收入总计', 'totalRevenue'],
    ['本年支出合计', 'currentYearExpenditure'],
    ['年末财政拨款结转和结余', 'carryoverOut'],
    ['上年结转结余', 'carryoverIn'],
    ['一、基本支出', 'basicExpenditure'],
    ['合计', 'total'],
    ['一、一般公共服务支出', null],
    ['其他支出', null],
    ['某某市公务接待服务中心', null],
    ['', null],
  ])('%s', (label, concept) => {
    expect(rowConceptOf(label)).toBe(concept);
  });
});

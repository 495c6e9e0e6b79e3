import { expect, test } from 'vitest';
import { toRecords } from '../../pipeline/publish/records/records.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import type { FactRecord } from '../../schemas/records.ts';

/** What numbers mean, from printed words to facts.csv: kinds of faults that real documents have shown. */

async function facts(...lines: string[]): Promise<FactRecord[]> {
  const text = ['青禾市水务局2026年部门预算', '', ...lines].join('\n');
  const { disclosure, report } = await extract(Buffer.from(text), { sourceFile: 'a.txt', documentId: 'a', profiles: await loadProfiles() });
  return toRecords(disclosure, report)['facts.csv'];
}

test('金位：元 is a unit, and the line above it the title', async () => {
  const [first] = await facts('表1 财政拨款“三公”经费支出表', '金位：元', '项目\t预算数', '公务接待费\t2000', '合计\t2000');
  expect(first).toMatchObject({ table_title: '财政拨款“三公”经费支出表', unit: '元', value_yuan: '2000', memo: 'threePublic' });
});

test('2000 and 365 are amounts; 12345热线 is a name', async () => {
  const rows = await facts('表2 项目支出表', '单位：万元', '项目名称\t合计', '12345热线运行\t2000', '设备购置\t365', '合计\t2365');
  expect(rows.map(({ code, label, column_path, raw }) => [code, label, column_path, raw])).toEqual([
    [null, '12345热线运行', '合计', '2000'],
    [null, '设备购置', '合计', '365'],
    [null, '合计', '合计', '2365'],
  ]);
});

test('预算数 and 决算数 as rows say the stage; 公务用车购置 and 运行 need no 费', async () => {
  const rows = await facts(
    '表3 “三公”经费情况表',
    '单位：万元',
    '项目\t因公出国（境）费\t公务用车购置\t公务用车运行',
    '预算数\t3.00\t10.00\t5.00',
    '决算数\t1.00\t9.00\t4.00',
  );
  expect(rows.map(({ stage, memo, measure, item, raw }) => [stage, memo, measure, item, raw])).toEqual([
    ['initialBudget', 'threePublic', 'overseasTravel', 'overseasTravel', '3.00'],
    ['initialBudget', 'threePublic', 'vehiclePurchase', 'vehiclePurchase', '10.00'],
    ['initialBudget', 'threePublic', 'vehicleOperation', 'vehicleOperation', '5.00'],
    ['final', 'threePublic', 'overseasTravel', 'overseasTravel', '1.00'],
    ['final', 'threePublic', 'vehiclePurchase', 'vehiclePurchase', '9.00'],
    ['final', 'threePublic', 'vehicleOperation', 'vehicleOperation', '4.00'],
  ]);
});

test('a purchase is called by the catalogue, with or without its code; quantities are no money, models no numbers', async () => {
  const rows = await facts(
    '表4 政府采购（资产配置、购买服务）预算表',
    '单位：万元',
    '采购项目\t采购目录\t规格型号\t数量\t金额',
    '办公设备\tA02010104-台式计算机\tM2000\t365\t20.00',
    '办公设备\t打印机\t1020\t2\t10.00',
    '合计\t\t\t367\t30.00',
  );
  expect(
    rows.map(({ table_kind, code, label, label_path, column_path, value, value_yuan }) => [
      table_kind,
      code,
      label,
      label_path,
      column_path,
      value,
      value_yuan,
    ]),
  ).toEqual([
    ['governmentProcurement', 'A02010104', '台式计算机', '办公设备', '数量', '365', null],
    ['governmentProcurement', 'A02010104', '台式计算机', '办公设备', '金额', '20.00', '200000'],
    ['governmentProcurement', null, '打印机', '办公设备', '数量', '2', null],
    ['governmentProcurement', null, '打印机', '办公设备', '金额', '10.00', '100000'],
    ['governmentProcurement', null, '合计', '', '数量', '367', null],
    ['governmentProcurement', null, '合计', '', '金额', '30.00', '300000'],
  ]);
});

test('专项业务经费支出 is a part of the expenditure, in its title and as a column', async () => {
  const rows = await facts(
    '部门专项业务经费支出表',
    '单位：元',
    '项目名称\t项目金额',
    '甲\t2',
    '合计\t2',
    '',
    '一般公共预算支出明细表',
    '单位：元',
    '科目编码\t科目名称\t合计\t人员经费支出\t专项业务经费支出',
    '201\t一般公共服务支出\t5\t3\t2',
    '\t合计\t5\t3\t2',
  );
  expect([
    ...new Set(rows.map(({ table_kind, column_path, component, measure }) => `${table_kind} ${column_path} ${component} ${measure}`)),
  ]).toEqual([
    'projectExpenditure 项目金额 project amount',
    'generalPublicBudgetExpenditure 合计 total total',
    'generalPublicBudgetExpenditure 人员经费支出 personnel personnelExpenses',
    'generalPublicBudgetExpenditure 专项业务经费支出 project projectExpenditure',
  ]);
});

test('a 运行维护费 of a system is none of the “三公” expenses', async () => {
  const rows = await facts(
    '项目支出表',
    '单位：万元',
    '项目名称\t合计\t系统运行维护费\t设备购置费',
    '甲\t3.00\t2.00\t1.00',
    '合计\t3.00\t2.00\t1.00',
  );
  expect(rows.map(({ column_path, memo, measure }) => [column_path, memo, measure]).slice(0, 3)).toEqual([
    ['合计', null, 'total'],
    ['系统运行维护费', null, null],
    ['设备购置费', null, null],
  ]);
});

test('the own office is called by the department’s name above its tables', async () => {
  const text = '青禾市水务局（本级）2026年部门预算\n\n支出总表\n部门名称：青禾市水务局\t单位：万元\n项目\t合计\n甲\t1.00';
  const { disclosure } = await extract(Buffer.from(text), { sourceFile: 'a.txt', documentId: 'a', profiles: await loadProfiles() });
  const { entity, parentEntity, tables } = disclosure;
  expect([entity.name, parentEntity, tables.map((table) => table.entity)]).toEqual(['青禾市水务局（本级）', '青禾市水务局', [undefined]]);
});

test('what the text says of a unit is not held against the department that is the sum of several', async () => {
  const text = [
    '某市甲局2026年部门预算',
    '某市乙中心：2026年项目支出1.00万元。',
    '支出总表',
    '单位：万元',
    '科目编码\t科目名称\t合计\t项目支出',
    '\t某市甲局\t4.00\t4.00',
    '\t某市甲局（本级）\t3.00\t3.00',
    '208\t社会保障和就业支出\t3.00\t3.00',
    '\t某市乙中心\t1.00\t1.00',
    '208\t社会保障和就业支出\t1.00\t1.00',
  ].join('\n');
  const { report } = await extract(Buffer.from(text), { sourceFile: 'a.txt', documentId: 'a', profiles: await loadProfiles() });
  expect(report.equations.filter(({ status }) => status === 'broken')).toEqual([]);
  expect(report.equations.filter(({ identity }) => identity === 'unit-projects')).toHaveLength(2);
});

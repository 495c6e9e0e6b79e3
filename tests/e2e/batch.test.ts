import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { runBatch } from '../../pipeline/run/batch/batch.ts';
import { DataPackage } from '../../schemas/data-package.ts';
import { Disclosure } from '../../schemas/disclosure.ts';
import { Report } from '../../schemas/report.ts';
import { Run } from '../../schemas/run.ts';
import { PROFILES, tabs } from '../extractors/documents.ts';

/** A whole disclosure in one page, written so that every file of the contract has a row. */
const BUDGET = tabs(`江川市档案馆
2026年部门预算公开

目录
一、收支预算总表
二、支出预算总表
三、国有资本经营预算支出表
四、项目支出绩效目标表

第一部分 部门概况
一、主要职责
保管本级各类档案，提供查阅服务。

第二部分 预算情况说明
一、收支预算情况说明
2026年收入预算9.00万元，支出预算9.00万元。其中：基本支出4.00万元，项目支出5.00万元。

第三部分 部门预算表

收支预算总表
表1
单位：万元
收入→→支出→
项目→预算数→项目→预算数
一、一般公共预算拨款收入→8.00→一、一般公共服务支出→9.00
二、事业收入→1.00→→
收入总计→9.00→支出总计→9.00

支出预算总表
表2
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→9.00→4.00→5.00
201→一般公共服务支出→9.00→4.00→5.00
20126→档案事务→9.00→4.00→5.00
2012601→行政运行→4.00→4.00→
2012604→档案馆→5.00→→5.00

国有资本经营预算支出表
表3
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→→→

项目支出绩效目标表
表4
单位：万元
项目名称→馆藏修复
主管部门→江川市文化局→实施单位→江川市档案馆
预算资金（万元）→5.00
年度目标→修复馆藏文书，改善保管条件。
一级指标→二级指标→三级指标→指标值
产出指标→数量指标→修复卷数→≥300卷
`);

const SLIP = BUDGET.replace('2012604→档案馆→5.00→→5.00'.replaceAll('→', '\t'), '2012604→档案馆→5.00→→3.00'.replaceAll('→', '\t'));

let out: string;
let run: Run;
type Row = Record<string, string>;
const csv = async (name: string): Promise<Row[]> => {
  const text = await readFile(join(out, `${name}.csv`), 'utf8');
  return Papa.parse<Row>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
};
const of = (rows: Row[], id: string): Row[] => rows.filter(({ document_id }) => document_id === id);
const pick = (rows: Row[], ...names: string[]): (string | undefined)[][] => rows.map((row) => names.map((name) => row[name]));

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'duizhang-e2e-'));
  out = join(root, 'out');
  await mkdir(join(root, 'in/甲市'), { recursive: true });
  await mkdir(join(root, 'in/乙市'), { recursive: true });
  await writeFile(join(root, 'in/甲市/预算.txt'), BUDGET);
  await writeFile(join(root, 'in/乙市/预算.txt'), `\ufeff${SLIP.replaceAll('\n', '\r\n')}`);
  await writeFile(join(root, 'in/空.txt'), '');
  await writeFile(join(root, 'in/通知.txt'), '关于召开会议的通知\n请按时参加。\n');
  run = await runBatch({ paths: [join(root, 'in')], out, profiles: PROFILES, isolated: false });
});

describe('a folder of documents, good and bad', () => {
  test('comes out whole: none stops the others', async () => {
    expect(pick(await csv('documents'), 'source_file', 'status', 'year', 'disclosure_kind', 'entity_name', 'tables')).toEqual(
      [
        ['乙市/预算.txt', 'succeeded', '2026', 'budget', '江川市档案馆', '4'],
        ['甲市/预算.txt', 'succeeded', '2026', 'budget', '江川市档案馆', '4'],
        ['空.txt', 'failed', '', '', '', '0'],
        ['通知.txt', 'failed', '', '', '', '0'],
      ].sort(),
    );
    expect([run.exitCode, run.counts.documents, run.counts.failed]).toEqual([2, 4, 2]);
  });

  test('two of the same publisher, year and kind are marked, and nothing says which one counts', async () => {
    const documents = await csv('documents');
    const [first] = documents.map(({ document_id }) => document_id).sort();
    expect(pick(documents, 'source_file', 'superseded_by', 'version_reason', 'version_group').sort()).toEqual(
      [
        ['乙市/预算.txt', '', 'undecided', first],
        ['甲市/预算.txt', '', 'undecided', first],
        ['空.txt', '', '', ''],
        ['通知.txt', '', '', ''],
      ].sort(),
    );
  });

  test('coverage names the tables of the contents page and those that a budget of the year prints', async () => {
    const rows = (await csv('coverage')).filter(({ source_file }) => source_file === '甲市/预算.txt');
    expect(pick(rows, 'basis', 'table_kind', 'found', 'empty')).toEqual([
      ['contents', 'revenueExpenditureSummary', 'true', 'false'],
      ['contents', 'expenditureSummary', 'true', 'false'],
      ['contents', 'stateCapitalBudget', 'true', 'true'],
      ['contents', 'projectPerformance', 'true', 'false'],
      ['kind', 'revenueSummary', 'false', ''],
      ['kind', 'fiscalAppropriationSummary', 'false', ''],
      ['kind', 'generalPublicBudgetExpenditure', 'false', ''],
      ['kind', 'basicExpenditure', 'false', ''],
      ['kind', 'threePublicExpenses', 'false', ''],
      ['kind', 'governmentFundBudget', 'false', ''],
    ]);
  });

  test('every JSON keeps its schema', async () => {
    Run.parse(JSON.parse(await readFile(join(out, 'run.json'), 'utf8')));
    const { resources } = DataPackage.parse(JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8')));
    for (const { path, schema } of resources) {
      const header = (await readFile(join(out, path), 'utf8')).replace(/^\ufeff/, '').split('\r\n')[0];
      expect(header, path).toBe(schema.fields.map(({ name }) => name).join(','));
    }
    for (const { document_id } of await csv('documents')) {
      Disclosure.parse(JSON.parse(await readFile(join(out, document_id!, 'disclosure.json'), 'utf8')));
      Report.parse(JSON.parse(await readFile(join(out, document_id!, 'report.json'), 'utf8')));
    }
  });
});

describe('a sound document', () => {
  const id = '甲市-预算';
  test('every number, in its row and column', async () => {
    const facts = of(await csv('facts'), id).filter(({ table_number }) => table_number === '表2');
    expect(pick(facts, 'code', 'label', 'label_path', 'column_path', 'value', 'value_yuan', 'row_role')).toEqual([
      ['', '合计', '', '合计', '9.00', '90000', 'total'],
      ['', '合计', '', '基本支出', '4.00', '40000', 'total'],
      ['', '合计', '', '项目支出', '5.00', '50000', 'total'],
      ['201', '一般公共服务支出', '', '合计', '9.00', '90000', 'item'],
      ['201', '一般公共服务支出', '', '基本支出', '4.00', '40000', 'item'],
      ['201', '一般公共服务支出', '', '项目支出', '5.00', '50000', 'item'],
      ['20126', '档案事务', '一般公共服务支出', '合计', '9.00', '90000', 'item'],
      ['20126', '档案事务', '一般公共服务支出', '基本支出', '4.00', '40000', 'item'],
      ['20126', '档案事务', '一般公共服务支出', '项目支出', '5.00', '50000', 'item'],
      ['2012601', '行政运行', '一般公共服务支出 > 档案事务', '合计', '4.00', '40000', 'item'],
      ['2012601', '行政运行', '一般公共服务支出 > 档案事务', '基本支出', '4.00', '40000', 'item'],
      ['2012604', '档案馆', '一般公共服务支出 > 档案事务', '合计', '5.00', '50000', 'item'],
      ['2012604', '档案馆', '一般公共服务支出 > 档案事务', '项目支出', '5.00', '50000', 'item'],
    ]);
    expect(new Set(facts.map(({ review }) => review))).toEqual(new Set(['false']));
  });

  test('the two sides', async () => {
    const facts = of(await csv('facts'), id).filter(({ table_number }) => table_number === '表1');
    expect(pick(facts, 'side', 'label', 'value')).toEqual([
      ['revenue', '一、一般公共预算拨款收入', '8.00'],
      ['expenditure', '一、一般公共服务支出', '9.00'],
      ['revenue', '二、事业收入', '1.00'],
      ['revenue', '收入总计', '9.00'],
      ['expenditure', '支出总计', '9.00'],
    ]);
  });

  test('equations hold and nothing is left to review', async () => {
    expect(new Set(of(await csv('equations'), id).map(({ status }) => status))).toEqual(new Set(['exact']));
    expect(of(await csv('review'), id)).toEqual([]);
  });

  test('tables of the contents page are found, the empty one is empty', async () => {
    expect(pick(of(await csv('tables'), id), 'table_number', 'table_title', 'empty', 'expected', 'found')).toEqual([
      ['表1', '收支预算总表', 'false', 'true', 'true'],
      ['表2', '支出预算总表', 'false', 'true', 'true'],
      ['表3', '国有资本经营预算支出表', 'true', 'true', 'true'],
      ['表4', '项目支出绩效目标表', 'false', 'true', 'true'],
    ]);
  });

  test('the performance form', async () => {
    expect(pick(of(await csv('projects'), id), 'name', 'department', 'implementer', 'amount')).toEqual([
      ['馆藏修复', '江川市文化局', '江川市档案馆', '5.00'],
    ]);
    expect(pick(of(await csv('indicators'), id), 'project', 'level1', 'level2', 'level3', 'operator', 'target', 'target_unit')).toEqual([
      ['馆藏修复', '产出指标', '数量指标', '修复卷数', '>=', '300', '卷'],
    ]);
  });

  test('the prose agrees with the tables', async () => {
    const statements = of(await csv('statements'), id);
    expect(statements.map(({ value }) => value)).toEqual(['9.00', '9.00', '4.00', '5.00']);
    expect(new Set(statements.map(({ agrees }) => agrees)).has('false')).toBe(false);
  });

  test('a report and a file a table', async () => {
    expect((await readdir(join(out, id))).sort()).toEqual(['disclosure.json', 'report.html', 'report.json', 'tables']);
    expect(await readdir(join(out, id, 'tables'))).toHaveLength(4);
  });
});

describe('the same document with one wrong digit', () => {
  const id = '乙市-预算';
  test('keeps what is printed, names the cell and proposes the repair', async () => {
    const flagged = of(await csv('facts'), id).filter(({ review }) => review === 'true');
    expect(pick(flagged, 'code', 'column_path', 'raw', 'value', 'value_state')).toEqual([
      ['2012604', '项目支出', '3.00', '3.00', 'contradicted'],
    ]);
    const review = of(await csv('review'), id);
    expect(pick(review, 'rule_id', 'table_title', 'proposal')).toEqual([
      ['equation/broken', '支出预算总表', expect.stringMatching(/3\.00 → 5\.00$/)],
    ]);
  });

  test('CRLF and a byte-order mark move no line', async () => {
    const facts = await csv('facts');
    expect(pick(of(facts, id), 'fact_id', 'page', 'line')).toEqual(pick(of(facts, '甲市-预算'), 'fact_id', 'page', 'line'));
  });
});

import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../extractors/model/blocks.ts';
import type { SaidQuantity } from '../../../extractors/model/said.ts';
import { buildParagraphs } from '../../../extractors/prose/paragraphs.ts';
import { extractStatements } from '../../../extractors/prose/statements.ts';
import { Statement as StatementSchema } from '../../../schemas/disclosure.ts';

const CODES: Readonly<Record<string, string>> = {
  教育支出: '205',
  '教育支出>进修及培训>培训支出': '2050803',
  '一般公共服务支出>审计事务>行政运行': '2010801',
};
const extract = (text: string, year = 2025): SaidQuantity[] => {
  const lines = `第三部分 预算情况说明\n${text}`
    .split('\n')
    .map((line, index): TextLine => ({ kind: 'line', page: 1, line: index + 1, text: line, raw: line }));
  return extractStatements(buildParagraphs(lines), { year, kind: 'budget', subjectCode: (path) => CODES[path.join('>')] ?? null });
};
const amounts = (text: string): string[] => extract(text).map(({ value, unit }) => `${value} ${unit}`);
const concepts = (text: string): string[] => extract(text).map(({ concept }) => concept);

describe('quantities', () => {
  it('reads money, shares, counts and scores as printed', () => {
    expect(
      amounts(
        '总额 8, 510.93 万元，占 3.50％，提高 2.5 个百分点；车辆 2 辆，设备 0 台（套），接待 12 批次、0 人次，得分 88.39 分，面积 3.2 万平方米。',
      ),
    ).toEqual(['8510.93 万元', '3.50 ％', '2.5 个百分点', '2 辆', '0 台（套）', '12 批次', '0 人次', '88.39 分', '3.2 万平方米']);
  });

  it('keeps raw, sign and printed decimals', () => {
    const [statement] = extract('公务接待费比上年减少-5.30 万元。');
    expect(statement).toEqual({
      id: 's001',
      concept: '公务接待费比上年减少额',
      subjectCode: null,
      raw: '-5.30',
      value: '-5.30',
      unit: '万元',
      period: 2025,
      quote: '公务接待费比上年减少-5.30 万元',
      places: [{ page: 1, line: 2, start: 10, end: 15, bbox: null }],
      about: expect.objectContaining({ relation: 'change', measure: 'officialReception', base: 'lastYear', change: '-5.30' }),
    });
    expect(StatementSchema.safeParse({ ...statement, agrees: null }).success).toBe(true);
  });

  it('reads letter-spaced and full-width digits', () => {
    const [spaced, wide] = extract('本 部 门 收 入 预 算 6 6 , 3 0 7 . 9 万 元，会议费１２．５万元。');
    expect([spaced?.value, spaced?.unit, spaced?.concept]).toEqual(['66307.9', '万元', '收入预算']);
    expect([wide?.value, wide?.raw]).toEqual(['12.5', '１２．５']);
  });

  it('leaves out dates, numbers of documents, ordinals and words that begin like a unit', () => {
    expect(amounts('2025 年 3 月 1 日起按第 3 项执行〔2019〕46号，20 日内公开，为期 6 个月，涉及 2030603 人民防空，另有 5 分钟。')).toEqual(
      [],
    );
  });

  it('leaves out thresholds and limits but keeps what they qualify', () => {
    expect(
      amounts('单价 100 万元（含）以上的设备 0 台，单位价值 50 万元以上的设备 3 台，不超过 20 万元，≥90%，覆盖率不低于 95%。'),
    ).toEqual(['0 台', '3 台']);
  });

  it('leaves out rates of a policy', () => {
    expect(amounts('对困难家庭给予 70%的补助，按照 1.5%比例划拨，自付 2000 元以上部分给予 90%减免，全年需 300 万元。')).toEqual([
      '300 万元',
    ]);
  });

  it('leaves out names and formulas', () => {
    expect(amounts('“12 个乡镇改造”项目和《关于 3 项费用的通知》涉及资金 5 万元，覆盖率（已编制数/应编制数*100%）为 98%。')).toEqual([
      '5 万元',
      '98 %',
    ]);
  });

  it('leaves out goals, definitions and everything outside explanations', () => {
    expect(amounts('（一）热线经费，年初预算 8 万元，绩效目标：接通率 99%，每月 150 件。')).toEqual(['8 万元']);
    expect(amounts('1.热线经费：指用于 1 条热线的经费。')).toEqual([]);
    expect(amounts('总体目标：培训 50 人。')).toEqual([]);
    expect(amounts('第四部分 名词解释\n1.“三公”经费：共 3 项。')).toEqual([]);
  });
});

describe('concepts', () => {
  it('names the noun phrase without year and institution', () => {
    expect(concepts('某某市园林局 2025 年度收支总预算 90 万元，比 2024 年度收支总预算 80 万元，增加 10 万元，增长 12.5%。')).toEqual([
      '收支总预算',
      '上年收支总预算',
      '收支总预算比上年增加额',
      '收支总预算比上年增长率',
    ]);
  });

  it('gives parts the context of 其中', () => {
    expect(concepts('5.单位资金收入 3 万元，其中：事业收入 2 万元，其他收入 1 万元。上年结转 4 万元。')).toEqual([
      '单位资金收入',
      '单位资金收入-事业收入',
      '单位资金收入-其他收入',
      '上年结转',
    ]);
    expect(concepts('公务用车购置及运行费 4 万元（其中：公务用车购置费 1 万元），比上年减少 2 万元。')).toEqual([
      '公务用车购置及运行费',
      '公务用车购置费',
      '公务用车购置及运行费比上年减少额',
    ]);
  });

  it('goes on after a bracket with what it spoke of before', () => {
    expect(
      concepts(
        '“三公”经费 8 万元，其中：公务用车购置及运行费 2 万元（公务用车购置费 1 万元，比上年增加 1 万元。）比上年增加 3 万元；公务接待费 6 万元。',
      ),
    ).toEqual([
      '“三公”经费',
      '“三公”经费-公务用车购置及运行费',
      '“三公”经费-公务用车购置费',
      '公务用车购置费比上年增加额',
      '公务用车购置及运行费比上年增加额',
      '“三公”经费-公务接待费',
    ]);
  });

  it('ends a list parted by commas at a semicolon, not one parted by semicolons', () => {
    expect(concepts('人员编制 20 人，其中行政编制 12 人，事业编制 8 人；实有人员 19 人，其中行政 11 人。')).toEqual([
      '人员编制',
      '人员编制-行政编制',
      '人员编制-事业编制',
      '实有人员',
      '实有人员-行政',
    ]);
    expect(concepts('支出情况 8 万元，其中甲工程 2 万元，占支出情况的 25%；乙工程 6 万元。').at(-1)).toBe('支出情况-乙工程');
  });

  it('takes the whole budget of 本部门 for a subject of its own', () => {
    expect(concepts('本部门当年预算收入 9 万元，其中：甲类拨款 9 万元；本部门当年预算支出 9 万元。')).toEqual([
      '预算收入',
      '甲类拨款',
      '预算支出',
    ]);
    expect(concepts('2025 年某某局（本级）部门预算收入 9 万元，较2024年减少 1 万元。')).toEqual(['预算收入', '预算收入比上年减少额']);
  });

  it('leaves out lead-ins and the year before 预算数', () => {
    expect(concepts('综合管理 3 万元，主要包括培训 2 万元。公务接待费 2025 年预算数 1 万元。')).toEqual([
      '综合管理',
      '综合管理-培训',
      '公务接待费预算数',
    ]);
    expect(concepts('某某局（本级）纳入 2025 年部门预算的政府采购项目共有 2 万元。')).toEqual(['政府采购项目']);
  });

  it('names by the numbered lead of its paragraph', () => {
    expect(concepts('二、“三公”经费\n1. 因公出国（境）费用。2025 年预算数 4 万元。\n\n2. 公务接待费。2025 年预算数 5 万元。')).toEqual([
      '因公出国（境）费用-预算数',
      '公务接待费-预算数',
    ]);
  });

  it('names shares, completion and counts', () => {
    expect(concepts('基本支出 7 万元，占支出总计的 70%，完成年初预算的 102%。')).toEqual([
      '基本支出',
      '基本支出占支出总计比重',
      '基本支出完成年初预算比例',
    ]);
    expect(concepts('国内公务接待累计 3 批次、20 人、0.40 万元。')).toEqual(['国内公务接待批次', '国内公务接待人数', '国内公务接待金额']);
  });

  it('takes an amount right after 比上年 for a change without its word, unless the sentence goes on with it', () => {
    const text =
      '会议费 20 万元，比上年 1.5 万元，增加 8.1%。培训费 8 万元，比上年 7 万元增加 1 万元。差旅费 3 万元，较上年增加（减少）0 万元。';
    expect(concepts(text)).toEqual([
      '会议费',
      '会议费比上年增减额',
      '会议费比上年增长率',
      '培训费',
      '上年培训费',
      '培训费比上年增加额',
      '差旅费',
      '差旅费比上年增减额',
    ]);
    expect(extract(text).map(({ period }) => period)).toEqual([2025, 2025, 2025, 2025, 2024, 2025, 2025, 2025]);
  });

  it('reads 减幅 as 增幅', () => {
    expect(concepts('会议费 5 万元，比上年减少 1 万元，减幅 16.67%。').at(-1)).toBe('会议费比上年下降率');
  });

  it('counts institutions by what stands behind, and goes on past them to what they have', () => {
    const found = extract(
      '2025 年某某局本级 1 家行政单位以及甲中心、乙中心 2 家事业单位的机关运行经费财政拨款预算 9 万元，比上年增加 1 万元。',
    );
    expect(found.map(({ concept, value }) => `${concept} ${value}`)).toEqual([
      '行政单位 1',
      '事业单位 2',
      '机关运行经费财政拨款预算 9',
      '机关运行经费财政拨款预算比上年增加额 1',
    ]);
    expect(found[1]!.quote).toMatch(/2 家事业单位$/);
  });

  it('leaves out 主要用于', () => {
    expect(concepts('专项业务 9 万元，主要用于窗口改造支出 5 万元；书刊印刷支出 4 万元。')).toEqual([
      '专项业务',
      '窗口改造支出',
      '书刊印刷支出',
    ]);
  });

  it('names by heading what only the heading tells', () => {
    expect(
      concepts('3.部门重点评价情况及结果。\n对“甲项目”、“乙项目”等 2 个项目开展了评价，涉及资金 9 万元。评级为优 1 个、良 1 个。'),
    ).toEqual(['部门重点评价项目数', '部门重点评价-涉及资金', '部门重点评价评级为优', '部门重点评价评级为良']);
  });

  it('names the project of a self-evaluation', () => {
    expect(concepts('（1）“公园维护”项目自评综述：自评得分 96 分，执行数为 5 万元，完成预算的 98%。')).toEqual([
      '公园维护-自评得分',
      '公园维护-执行数',
      '公园维护-完成预算比例',
    ]);
  });
});

describe('subjects', () => {
  const subjects = (text: string): string[] => extract(text).map(({ concept, subjectCode, value }) => `${concept} ${subjectCode} ${value}`);

  it('finds the code of a marked path, also across lines, and keeps it for what follows', () => {
    expect(
      subjects('（1）教育支出（类）进修及培训（款）\n\n培训支出（项）3.2万元，完成年初预算的 80%，较年初预算数减少 0.8 万元。'),
    ).toEqual(['培训支出 2050803 3.2', '培训支出完成年初预算比例 2050803 80', '培训支出比年初预算减少额 2050803 0.8']);
  });

  it('finds it in the sentence before', () => {
    expect(subjects('1.教育（类）进修及培训（款）培训支出（项）。\n年初预算为 4 万元，支出决算为 3.2 万元。')).toEqual([
      '培训支出-年初预算 2050803 4',
      '培训支出 2050803 3.2',
    ]);
  });

  it('keeps 全年预算 apart from what was spent', () => {
    expect(subjects('1.教育（类）进修及培训（款）培训支出（项）。\n用于培训。全年预算为 4 万元，支出决算为 3.2 万元。')).toEqual([
      '培训支出-全年预算 2050803 4',
      '培训支出 2050803 3.2',
    ]);
  });

  it('keeps the code that an earlier clause of the sentence names', () => {
    const text = '按科目分，增加较多的项级科目是 2010801 行政运行，2025 年预算数为 5 万元，比上年增加 1 万元。公务接待费 1 万元。';
    expect(subjects(text)).toEqual(['行政运行 2010801 5', '行政运行比上年增加额 2010801 1', '公务接待费 null 1']);
  });

  it('takes printed codes and hyphenated paths', () => {
    expect(subjects('2010301一般公共服务支出-政府办公厅(室)及相关机构事务-行政运行40.5元，用于办公。')).toEqual(['行政运行 2010301 40.5']);
    expect(subjects('一般公共服务支出-审计事务-行政运行6,044.8元。')).toEqual(['行政运行 2010801 6044.8']);
    expect(subjects('1.行政运行（2010301）4,414.15万元，较上年增加293.55万元。')).toEqual([
      '行政运行 2010301 4414.15',
      '行政运行比上年增加额 2010301 293.55',
    ]);
    expect(subjects('2.“教育支出”科目 7 万元，主要用于培训。')).toEqual(['教育支出 205 7']);
    expect(subjects('2.教育支出 7 万元。')).toEqual(['教育支出 205 7']);
  });
});

describe('periods and places', () => {
  const periods = (text: string): (number | null)[] => extract(text).map(({ period }) => period);

  it('gives the year that the quantity speaks of', () => {
    expect(periods('2025 年预算安排 3 万元，比 2024 年度预算 2 万元增加 1 万元。')).toEqual([2025, 2024, 2025]);
    expect(periods('截至 2024 年 12 月 31 日，共有车辆 4 辆，其中：其他用车 4 辆。')).toEqual([2024, 2024]);
    expect(periods('维护费减少 2 万元，主要是上年购置 1 辆汽车。')).toEqual([2025, 2024]);
  });

  it('tells the end of last year from this one', () => {
    expect(periods('截至上年底，编制 211 人。\n\n截至上年末，车辆 2 辆，设备 6 台。当年安排购置车辆 1 辆；购置设备 3 台。')).toEqual([
      2024, 2024, 2024, 2025, 2025,
    ]);
    expect(periods('截至 2024 年 12 月 31 日，车辆 39 辆。本年度拟购置固定资产 7.56 万元。')).toEqual([2024, 2025]);
    expect(periods('2024 年支出 3 万元，当年结余 1 万元。')).toEqual([2024, 2024]);
  });

  it('names the line of the number and that of the start of its quote', () => {
    const [, second] = extract('事业收入 0 万元，附属单位上缴\n\n收入 7 万元。');
    expect(second?.quote).toBe('附属单位上缴收入 7 万元');
    expect(second?.places.map(({ line, start, end }) => [line, start, end])).toEqual([
      [4, 3, 4],
      [2, 10, 11],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { layOutText } from '../../../../extractors/layout/padded/index.ts';
import type { GridBlock } from '../../../../extractors/model/blocks.ts';
import { flowDocument } from '../../../../extractors/readers/text/index.ts';
import { splitPages } from '../../../../extractors/readers/text/pages.ts';

/** Headers of texts whose columns are made with spaces: where their lines stand says little of where the rows' columns stand. */

const gridsOf = (text: string): GridBlock[] =>
  (layOutText(flowDocument('text', 'utf-8', splitPages(text)).pages) ?? []).filter((block) => block.kind === 'grid');
const shown = ({ rows }: GridBlock): string[] =>
  rows.map(({ cells }) => cells.map(({ text, covered }) => (covered === 'left' ? '<' : covered === 'above' ? '^' : text)).join('|'));

describe('the header of a text whose columns are spaces', () => {
  it('names the columns in order where it is far narrower than the rows', () => {
    const text = `
表2                  部门收入总表
                                                  金额单位：元
序号   单位编码      单位名称       合计      小计 专项 政府性基金拨款 事业收入 其他收入 上年结转

 1                  合计        3720011901.80    640224693.80    100000000.00   3031779608.00           0.00   48007600.00   0.00

 2   251            某市水务局     3720011901.80    640224693.80    100000000.00   3031779608.00           0.00   48007600.00   0.00

 3         251001   某市水务站      466513902.73    448554482.73    100000000.00     17959420.00           0.00          0.00   0.00
`;
    expect(gridsOf(text).map((grid) => shown(grid).slice(0, 2))).toEqual([
      [
        '序号|单位编码|单位名称|合计|小计|专项|政府性基金拨款|事业收入|其他收入|上年结转',
        '1||合计|3720011901.80|640224693.80|100000000.00|3031779608.00|0.00|48007600.00|0.00',
      ],
    ]);
  });

  it('takes a name that stands higher than columns do for that of a group, and puts groups of one height below another', () => {
    const text = `
                                                                                        财政拨款“三公”经费支出表
部门名称：某市生态环境局                                                                                                         单位：万元

                                                                                                                                                                   公务用车购置及运行维护费
                                            总计                             因公出国(境)费                          公务接待费
          预算单位             年度                                                                                                                小计                             公务用车购置费                     公务用车运行维护费

                                一般公共预      政府性基金     国有资本经     一般公共预        政府性基金     国有资本经     一般公共预        政府性基金     国有资本经     一般公共预      政府性基金     国有资本经     一般公共预       政府性基金      国有资本经     一般公共预       政府性基金     国有资本经
                                 算          预算       营预算        算            预算       营预算         算           预算       营预算        算          预算       营预算        算            预算       营预算        算           预算       营预算
某市生态环境局              2025 年      608.54      0.00      0.00        6.40       0.00      0.00      25.74        0.00      0.00     576.40      0.00      0.00     252.00        0.00      0.00     324.40       0.00      0.00

                      2026 年      581.59      0.00      0.00     87.20         0.00      0.00      25.19        0.00      0.00     469.20      0.00      0.00     144.00        0.00      0.00     325.20       0.00      0.00

                      增减变化金额      -26.95      0.00      0.00     80.80         0.00      0.00      -0.55        0.00      0.00    -107.20      0.00      0.00    -108.00        0.00      0.00        0.80      0.00      0.00
`;
    const funds = '一般公共预算|政府性基金预算|国有资本经营预算';
    expect(gridsOf(text).map((grid) => shown(grid).slice(0, 4))).toEqual([
      [
        '预算单位|年度|总计|<|<|因公出国(境)费|<|<|公务接待费|<|<|公务用车购置及运行维护费|<|<|<|<|<|<|<|<',
        `^|^|${funds}|${funds}|${funds}|小计|<|<|公务用车购置费|<|<|公务用车运行维护费|<|<`,
        `^|^|^|^|^|^|^|^|^|^|^|${funds}|${funds}|${funds}`,
        '某市生态环境局|2025 年|608.54|0.00|0.00|6.40|0.00|0.00|25.74|0.00|0.00|576.40|0.00|0.00|252.00|0.00|0.00|324.40|0.00|0.00',
      ],
    ]);
  });

  it('passes over columns that no row fills, a subtotal with its parts', () => {
    const text = `
                      “三公”经费支出预算表
                                                                单位：万元
                                              上年
  单位名称          合计      公务接待费      小计      购置费      运行费       会议费       培训费
某市水务局         442.40      40.00                                           402.40
某市水务站         442.40      40.00                                           402.40
某市水文站         442.40      40.00                                           402.40
`;
    const [grid] = gridsOf(text);
    const rows = grid ? shown(grid) : [];
    expect(rows.find((row) => row.includes('公务接待费'))).toContain('合计|公务接待费|小计|购置费|运行费|会议费|培训费');
    expect(rows.at(-1)).toBe('某市水文站|442.40|40.00|||||402.40');
  });

  it('keeps the indented first line of a label in the column of the lines below it', () => {
    const text = `
                           收入总表
                                                      单位：万元
        预算单位        收入总计     财政拨款      事业收入
      深圳市生态环境局罗湖管理
                     5,241.09    4,843.78     397.31
局
      深圳市生态环境局盐田管理
                     2,975.77    2,871.50     104.27
局
      深圳市生态环境局南山管理
                     6,826.81    4,773.57   2,053.24
局
`;
    expect(gridsOf(text).map(shown)).toEqual([
      [
        '预算单位|收入总计|财政拨款|事业收入',
        '深圳市生态环境局罗湖管理局|5,241.09|4,843.78|397.31',
        '深圳市生态环境局盐田管理局|2,975.77|2,871.50|104.27',
        '深圳市生态环境局南山管理局|6,826.81|4,773.57|2,053.24',
      ],
    ]);
  });

  it('parts the number of a row from the code that it all but touches', () => {
    const text = `
               一般公共预算支出明细表
                                               单位：元
序
        科目编码           科目名称         合计       人员经费支出      公用经费支出
号
1                      合计          694001.00   193236.00    500765.00
2 201                  一般公共服务支出     694001.00   193236.00    500765.00
3        20199         其他一般公共服务支出   694001.00   193236.00    500765.00
`;
    expect(gridsOf(text).map(shown)).toEqual([
      [
        '序号|科目编码|科目名称|合计|人员经费支出|公用经费支出',
        '1||合计|694001.00|193236.00|500765.00',
        '2|201|一般公共服务支出|694001.00|193236.00|500765.00',
        '3|20199|其他一般公共服务支出|694001.00|193236.00|500765.00',
      ],
    ]);
  });

  it('lists other ways to read it, the likeliest first', () => {
    const text = `
                  支出预算表
                                          单位：万元
 单位名称       合计    小计     人员经费    公用经费   项目支出
某市水务局      12.00    8.00                8.00      4.00
某市水务站      12.00    8.00                8.00      4.00
某市水文站      12.00    8.00                8.00      4.00
`;
    const costs = gridsOf(text).flatMap(({ readings }) => readings?.map(({ cost }) => cost) ?? []);
    expect(costs.length).toBeGreaterThan(1);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });
});

const headerOf = (text: string): string[] => gridsOf(text).flatMap((grid) => shown(grid).slice(0, 3));

describe('groups of a header whose columns are spaces', () => {
  it('puts the group that names no part over all amounts, and a subtotal below its own', () => {
    const text = `
                              部门综合预算收入总表
                                                                                             单位：元
                                                         部门预算
                                               一般公共预算拨款
 单位编码      单位名称                                              政府性基金拨款   事业收入   其他收入
                        合计             小计         其中：专项资金
                                                    列入部门预算项目
114        某市水务局    92,165,133.99   92,165,133.99   7,100,000.00
   114001   某市水务站    92,165,133.99   92,165,133.99   7,100,000.00
   114002   某市水文站    92,165,133.99   92,165,133.99   7,100,000.00
`;
    expect(headerOf(text)).toEqual([
      '单位编码|单位名称|部门预算|<|<|<|<|<',
      '^|^|合计|一般公共预算拨款|<|政府性基金拨款|事业收入|其他收入',
      '^|^|^|小计|其中：专项资金列入部门预算项目|^|^|^',
    ]);
  });

  it('gives groups of one kind the same parts', () => {
    const text = `
                              “三公”经费支出预算表
                                                                                    单位：元
                                   上年                                     当年
 单位名称       合计      小计      公务接待费     会议费     培训费      合计     小计     公务接待费     会议费     培训费
某市水务局    442.40    40.00      40.00        0.00    402.40    260.00    30.00     30.00        0.00    230.00
某市水务站    442.40    40.00      40.00        0.00    402.40    260.00    30.00     30.00        0.00    230.00
某市水文站    442.40    40.00      40.00        0.00    402.40    260.00    30.00     30.00        0.00    230.00
`;
    expect(headerOf(text).slice(0, 2)).toEqual([
      '单位名称|上年|<|<|<|<|当年|<|<|<|<',
      '^|合计|小计|公务接待费|会议费|培训费|合计|小计|公务接待费|会议费|培训费',
    ]);
  });

  it('doubts a name that is a piece of a word, and those beside it', () => {
    const text = `
                     收入预算表
                                                                单位：万元
 单位名称         合计      一般公共预算     事业收入     上级补助收     其他收入
某市水务局      12.00       8.00       1.00        2.00       1.00
某市水务站      12.00       8.00       1.00        2.00       1.00
某市水文站      12.00       8.00       1.00        2.00       1.00
`;
    expect(gridsOf(text).map(({ rows }) => rows[0]?.unsure)).toEqual([[3, 4, 5]]);
  });
});

import { describe, expect, it } from 'vitest';
import { layOutText } from '../../../../extractors/layout/padded/index.ts';
import type { Block, GridBlock } from '../../../../extractors/model/blocks.ts';
import { flowDocument } from '../../../../extractors/readers/text/index.ts';
import { splitPages } from '../../../../extractors/readers/text/pages.ts';

/** Texts whose columns are made with spaces, as `pdftotext -layout` and people at a keyboard write them. */

const pagesOf = (text: string) => flowDocument('text', 'utf-8', splitPages(text)).pages;
const blocksOf = (text: string): Block[] => layOutText(pagesOf(text)) ?? pagesOf(text).flatMap((page) => page.blocks);
const gridsOf = (text: string): GridBlock[] => blocksOf(text).filter((block) => block.kind === 'grid');
const shown = ({ rows }: GridBlock): string[] =>
  rows.map(({ cells }) => cells.map(({ text, covered }) => (covered === 'left' ? '<' : covered === 'above' ? '^' : text)).join('|'));

/** Each character takes one column, however wide it is. */
const COUNTED = `
                         支出预算总表
部门名称：某市水务局                                     单位：万元
                                                 基本支出
科目编码          科目名称         合计                              项目支出
                                         人员经费        公用经费
            合计               612.40     438.15      60.00      114.25
208         社会保障和就业支出        85.30      85.30
            机关事业单位基本养
2080505                      56.80      56.80
            老保险缴费支出
2080506     机关事业单位职业年金      28.50      28.50
            缴费支出
213         农林水支出           527.10     352.85      60.00      114.25
`;

describe('a text whose columns are spaces', () => {
  it('gives its header with groups, and its labels whole', () => {
    expect(gridsOf(COUNTED).map(shown)).toEqual([
      [
        '科目编码|科目名称|合计|基本支出|<|项目支出',
        '^|^|^|人员经费|公用经费|^',
        '|合计|612.40|438.15|60.00|114.25',
        '208|社会保障和就业支出|85.30|85.30||',
        '2080505|机关事业单位基本养老保险缴费支出|56.80|56.80||',
        '2080506|机关事业单位职业年金缴费支出|28.50|28.50||',
        '213|农林水支出|527.10|352.85|60.00|114.25',
      ],
    ]);
  });

  it('keeps line and offsets of each number, and as raw what is printed', () => {
    const lines = COUNTED.split('\n');
    const cells = gridsOf(COUNTED).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const places = cells.flatMap(({ places }) => places);
    expect(places.every(({ bbox, start, end }) => bbox === null && start !== null && end !== null)).toBe(true);
    const single = cells.filter(({ places }) => places.length === 1);
    expect(single.length).toBeGreaterThan(25);
    for (const { raw, places } of single) {
      for (const { line, start, end } of places) expect(lines[(line ?? 0) - 1]?.slice(start ?? 0, end ?? 0)).toBe(raw);
    }
    expect(cells.find(({ text }) => text === '机关事业单位基本养老保险缴费支出')?.places.map(({ line }) => line)).toEqual([9, 11]);
  });

  it('has a year below the line of the unit as the head of its columns', () => {
    const [grid] = gridsOf(`
                 “三公”经费支出预算表
预算单位：某市民政局                                单位：元
                               2026年
单位编码     单位名称
                     合计        会议费        培训费
241011   某市殡仪馆      240.00     30.00      210.00
241012   某市福利院      69.20      52.80      16.40
241013   某市救助站      12.00      12.00       0.00
241014   某市服务中心     8.50       0.00        8.50
`);
    expect(shown(grid!).slice(0, 2)).toEqual(['单位编码|单位名称|2026年|<|<', '^|^|合计|会议费|培训费']);
  });

  it('gives a title over two lines that the contents page lists as one', () => {
    const text = `目  录
表12  2026年政府采购（资产配置、购买服务）预算表
\f
表12
               2026年政府采购（资产配置、购买服务）
                    预算表（不含上年结转）
${COUNTED.split('\n').slice(2).join('\n')}`;
    const titles = blocksOf(text).flatMap((block) => (block.kind === 'line' && block.text.includes('不含') ? [block.text.trim()] : []));
    expect(titles).toEqual(['2026年政府采购（资产配置、购买服务）预算表（不含上年结转）']);
  });

  it('may count wide characters twice', () => {
    const row = (code: string, name: string, ...amounts: string[]): string => {
      const width = [...name].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
      return code.padEnd(10) + name + ' '.repeat(36 - width) + amounts.map((amount) => amount.padStart(14)).join('');
    };
    const text = [
      '支出预算总表',
      '单位：万元',
      `${'科目编码'.padEnd(6)}科目名称${' '.repeat(32)}合计      基本支出      项目支出`,
      row('208', '社会保障和就业支出', '85.30', '85.30', ''),
      row('20805', '行政事业单位养老支出', '85.30', '85.30', ''),
      row('213', '农林水支出', '451.35', '337.10', '114.25'),
      row('21303', '水利', '451.35', '', '451.35'),
    ].join('\n');
    expect(gridsOf(text).map(shown)[0]?.slice(1)).toEqual([
      '208|社会保障和就业支出|85.30|85.30|',
      '20805|行政事业单位养老支出|85.30|85.30|',
      '213|农林水支出|451.35|337.10|114.25',
      '21303|水利|451.35||451.35',
    ]);
  });

  it('puts numbers together that their cell was too narrow for', () => {
    const text = `
收入总表
单位：万元
单位名称        总计         一般公共预算      事业收入      其他收入
                                     18,536.8
合计      404,415.23    366,195.79              19,682.56
                                            8
某局本级    385,878.35    366,195.79              19,682.56
某某中心     18,536.88                18,536.88
`;
    const [grid] = gridsOf(text);
    expect(grid && shown(grid)[1]).toBe('合计|404,415.23|366,195.79|18,536.8 8|19,682.56');
  });

  it('continues without a header in the columns of its table, though they stand elsewhere and some are blank', () => {
    const text = `
                            支出预算总表
                                                            单位：万元
科目编码          科目名称                  合计          基本支出          项目支出
201         一般公共服务支出            47,179.30     7,736.44     39,442.86
20140       信访事务                47,179.30     7,736.44     39,442.86
2014001     行政运行                 6,286.21     6,286.21
                              6
\f2014003   机关服务      844.83                   844.83
205       教育支出      118.01                   118.01
20508     进修及培训     118.01                   118.01
`;
    expect(gridsOf(text).map(shown)[1]).toEqual([
      '2014003|机关服务|844.83||844.83',
      '205|教育支出|118.01||118.01',
      '20508|进修及培训|118.01||118.01',
    ]);
  });

  it('leaves prose, captions and notes as lines', () => {
    const lines = blocksOf(`${COUNTED}注：数字四舍五入。\n`).flatMap((block) =>
      block.kind === 'line' && block.text.trim() ? [block.text.trim()] : [],
    );
    expect(lines).toEqual(['支出预算总表', '部门名称：某市水务局', '单位：万元', '注：数字四舍五入。']);
  });

  it('puts the end of a unit behind its beginning two lines above', () => {
    const captions = (...between: string[]) =>
      blocksOf(['单位：万', ...between, '元', COUNTED].join('\n')).flatMap((block) =>
        block.kind === 'line' && block.text.trim() ? [block.text.trim()] : [],
      );
    expect(captions('部门名称：甲').slice(0, 3)).toEqual(['单位：万', '元', '部门名称：甲']);
    expect(captions('部门名称：甲', '部门名称：乙').slice(0, 4)).toEqual(['单位：万', '部门名称：甲', '部门名称：乙', '元']);
  });
});

describe('other texts stay as the reader gives them', () => {
  it.each([
    [
      'cells parted by one space',
      '科目编码 科目名称 合计 基本支出\n201 一般公共服务支出 5.00 5.00\n20103 政府办公厅 5.00 5.00\n2010301 行政运行 5.00 5.00\n',
    ],
    [
      'letter-spaced words',
      '收     入 支    出\n收   入   总   计 1,693.32 支   出   总   计 1,693.32\n20805   养老 136.50 136.50\n2080502     离退休 8.09 8.09\n',
    ],
    ['tabs', '科目编码\t合计\n201\t5.00\n202\t6.00\n203\t7.00\n'],
  ])('%s', (_, text) => {
    const pages = pagesOf(text);
    expect(layOutText(pages)).toBeNull();
  });
});

describe('cells that touch, and lines that go on', () => {
  it('parts an amount from the label of the other side, and from the next amount, that it all but touches', () => {
    const text = `
                          收支总表
                                             单位：万元
        项目                预算数           项目            预算数
一、预算拨款               98,880.78 一、一般公共服务支出     1,000.00
二、其他收入                    0.00 二、教育支出          97,880.78
三、上年结转                    0.00 三、科学技术支出          0.00
                            支出预算表
                                             单位：万元
 单位名称          合计         基本支出      项目支出
某市水务局       123,761.02   46,733.64 77,027.38
某市水务站         2,000.00    1,000.00  1,000.00
某市水文站         2,000.00    1,000.00  1,000.00
`;
    expect(gridsOf(text).map((grid) => shown(grid).at(1))).toEqual([
      '一、预算拨款|98,880.78|一、一般公共服务支出|1,000.00',
      '某市水务局|123,761.02|46,733.64|77,027.38',
    ]);
  });

  it('puts the end of a number that its cell was too narrow for below its beginning, wherever the writer had room', () => {
    const text = `
                          支出预算表
                                                       单位：万元
 科目名称              合计        小计        人员经费     公用支出    项目支出
                 370,219.2    293,191.8
合计                                      246,458.22   46,733.64   77,027.38
                          5            6
公共安全支出         5,140.00    5,140.00    5,140.00
科学技术支出         5,140.00    5,140.00    5,140.00
教育支出           5,140.00    5,140.00    5,140.00
`;
    expect(gridsOf(text).map((grid) => shown(grid).at(1))).toEqual(['合计|370,219.2 5|293,191.8 6|246,458.22|46,733.64|77,027.38']);
  });

  it('leaves a known name as it is, and puts the lines beside it around the amounts that have no label', () => {
    const text = `
                          支出总表
                                                       单位：万元
  预算单位             科目编码     科目名称         支出总计      基本支出    项目支出

                    2240106   安全监管          109.50      0.00     109.50
     某市饮用水源保护管理办
                                            4,291.51  1,679.99   2,611.52
公室
                    205       教育支出            1.67      0.00       1.67

                    20508     进修及培训           1.67      0.00       1.67

`;
    const rows = gridsOf(text).flatMap(shown);
    expect(rows).toContain('|2240106|安全监管|109.50|0.00|109.50');
    expect(rows).toContain('某市饮用水源保护管理办公室|||4,291.51|1,679.99|2,611.52');
  });

  it('parts the number of a row from the code of a body', () => {
    const text = `
                     收入总表
                                         单位：元
序号   单位编码     单位名称          合计         事业收入
1               合计          5677920.00    687500.00
2 251           某市水务局      5677920.00    687500.00
3      251001   某市水务站      3979000.00     50000.00
`;
    expect(gridsOf(text).map((grid) => shown(grid).at(2))).toEqual(['2|251|某市水务局|5677920.00|687500.00']);
  });

  it('takes prose right of all amounts for the first row, and the header above it', () => {
    const text = `
                          项目支出表
                                             单位：万元
 项目名称            总计      财政拨款      其他资金     绩效目标
                                                通过开展本项目，贯彻落实网上中介服务超市管理办法及实施细则要求，
网上中介服务项目        102.38    102.38      0.00   做好网上中介服务超市日常运营工作，提升服务超市的服务效能，进一步
                                                规范采购行为。
政务信息化项目         365.50    365.50      0.00   完成约四百个信息化项目的立项、备案工作。
数字政府建设经费        164.85    164.85      0.00   推动数字经济高质量发展。
电子政务工作项目         30.11     30.11      0.00
政务服务工作项目        240.51    240.51      0.00
业务用房租赁经费        542.96    542.96      0.00
`;
    expect(gridsOf(text).map((grid) => shown(grid).slice(0, 2))).toEqual([
      [
        '项目名称|总计|财政拨款|其他资金|绩效目标',
        '网上中介服务项目|102.38|102.38|0.00|通过开展本项目，贯彻落实网上中介服务超市管理办法及实施细则要求，做好网上中介服务超市日常运营工作，提升服务超市的服务效能，进一步规范采购行为。',
      ],
    ]);
  });

  it('takes two numbers on the last line of a page for the ends of numbers, not for the number of the page', () => {
    const text = `
                          支出预算表
                                                       单位：万元
 科目名称              合计        人员经费     公用支出
公共安全支出         5,140.00    5,140.00    5,140.00
科学技术支出         5,140.00    5,140.00    5,140.00
                 370,219.2    293,191.8
教育支出                                 246,458.22
                     5            6
`;
    expect(gridsOf(text).map((grid) => shown(grid).at(-1))).toEqual(['教育支出|370,219.2 5|293,191.8 6|246,458.22']);
  });
});

/** Names that wrap around their amounts where both rows are as near; a code right behind the number of its row; amounts that touch the label beside them in its last rows only. */
const UNEVEN = `
                支出预算表
                                          单位：万元
项目                合计           基本支出        项目支出
合计              32.00          23.00         9.00
水利工程维护          20.00          15.00         5.00
设备更新与改造
河道清淤工程          12.00           8.00         4.00
`;
const NUMBERED = `
                             支出预算表
                                                                 单位：万元
序号    单位编码          单位名称           合计         基本支出        项目支出
1                   合计           30.00       20.00       10.00
2 251           某市水务局           30.00       20.00       10.00
3     251001    某市水务局本级         18.00       12.00        6.00
4     251002    某市河道管理处         12.00        8.00        4.00
`;

describe('rows of a text whose columns are spaces', () => {
  it('are unsure of names whose lines may be those of the row beside them', () => {
    const unsure = gridsOf(UNEVEN).flatMap(({ rows }) => rows.filter(({ unsureNames }) => unsureNames).map(({ line }) => line));
    expect(unsure).toEqual([6, 8]);
    expect(gridsOf(COUNTED).flatMap(({ rows }) => rows.filter(({ unsureNames }) => unsureNames))).toEqual([]);
  });

  it('have their code right behind their number', () => {
    expect(gridsOf(NUMBERED).flatMap(shown).slice(-3)).toEqual([
      '2|251|某市水务局|30.00|20.00|10.00',
      '3|251001|某市水务局本级|18.00|12.00|6.00',
      '4|251002|某市河道管理处|12.00|8.00|4.00',
    ]);
  });

  it('keep a unit whole whose end stands below another caption', () => {
    const text = COUNTED.replace(
      '部门名称：某市水务局                                     单位：万元',
      '                                                单位：万\n部门名称：某市水务局\n                                                  元',
    );
    expect(
      blocksOf(text)
        .flatMap((block) => (block.kind === 'line' ? [block.text.trim()] : []))
        .filter((line) => line !== ''),
    ).toEqual(['支出预算总表', '单位：万', '元', '部门名称：某市水务局']);
  });
});

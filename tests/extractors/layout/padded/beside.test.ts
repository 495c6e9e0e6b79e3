import { describe, expect, it, test } from 'vitest';
import { splitLine } from '../../../../extractors/layout/grids/aligned/index.ts';
import { besideFrom } from '../../../../extractors/layout/padded/beside.ts';
import { layOutText } from '../../../../extractors/layout/padded/index.ts';
import { flowDocument } from '../../../../extractors/readers/text/index.ts';
import { splitPages } from '../../../../extractors/readers/text/pages.ts';
import { wordAt } from '../../../support/words.ts';

/** Texts beside the rows of a table, of which each row has several lines: they stand around the line of its amounts, and so does its label. */

const rowsOf = (text: string): string[][] =>
  (layOutText(flowDocument('text', 'utf-8', splitPages(text)).pages) ?? []).flatMap((block) =>
    block.kind === 'grid' ? [block.rows.map(({ cells }) => cells.map(({ text: cell }) => cell).join('|'))] : [],
  );

const PROJECTS = `
                            项目支出预算表
                                                                单位：万元
       项目           合计        本年预算       其他资金                 绩效目标
                                                        完成年度全部检测任务，确保样品
  水质检测设备更                                               按时送达；对不合格的样品逐一复
                   36.00     36.00        0.00
新项目                                                      核，
                                                        并向社会公布结果。
                                                        全年举办培训两次，参加的人员不
  业务培训项目           12.50     12.50        0.00
                                                        少于六十人。
  档案整理服务外                                               整理档案一千卷，完成全部目录的
                    8.00      8.00        0.00
包项目                                                      录入。
`;

const AMOUNT_ALONE = `
     项目          预算数（单位：万元）              绩效目标
                                完成年度全部检测任务，确保样品按时送
水质检测设备更新购置
                 750            达；对不合格的样品逐一复核，并向社会
项目（第一批）
                                公布结果。
业务培训             120            全年举办培训两次，参加人员六十人。
                                整理档案一千卷，完成全部目录的录入，
档案整理服务外包项目
                 80             建立电子检索系统，供全部下属单位查阅
（本级）
                                使用。
`;

describe('texts beside the rows', () => {
  it('are no end of the table, and no rows', () => {
    expect(rowsOf(PROJECTS)).toEqual([
      [
        '项目|合计|本年预算|其他资金|绩效目标',
        '水质检测设备更新项目|36.00|36.00|0.00|完成年度全部检测任务，确保样品按时送达；对不合格的样品逐一复核，并向社会公布结果。',
        '业务培训项目|12.50|12.50|0.00|全年举办培训两次，参加的人员不少于六十人。',
        '档案整理服务外包项目|8.00|8.00|0.00|整理档案一千卷，完成全部目录的录入。',
      ],
    ]);
  });

  it('leave an amount alone between the lines of its label, below a header that says its unit', () => {
    expect(rowsOf(`${PROJECTS}\f${AMOUNT_ALONE}`).slice(1)).toEqual([
      [
        '项目|预算数（单位：万元）|绩效目标',
        '水质检测设备更新购置项目（第一批）|750|完成年度全部检测任务，确保样品按时送达；对不合格的样品逐一复核，并向社会公布结果。',
        '业务培训|120|全年举办培训两次，参加人员六十人。',
        '档案整理服务外包项目（本级）|80|整理档案一千卷，完成全部目录的录入，建立电子检索系统，供全部下属单位查阅使用。',
      ],
    ]);
  });
});

describe('the running text beside rows', () => {
  const lineAt = (row: number, ...cells: readonly (readonly [string, number])[]) =>
    splitLine(cells.map(([text, x]) => wordAt(text, row, x)));
  const table = (texts: readonly string[], crossing = 0) => [
    ...texts.map((text, i) => lineAt(i, ['文文', 0], ['1.00', 60], [text, 120])),
    ...Array.from({ length: 10 }, (_, i) => lineAt(20 + i, ['文文', 0], ['1.00', i < crossing ? 200 : 60])),
  ];
  const prose = (length: number) => `${'文'.repeat(length - 1)}，`;

  test('has three lines of 12 columns, and a mark in them', () => {
    expect([table([prose(12), prose(12)]), table([prose(12), prose(12), prose(12)])].map(besideFrom)).toEqual([
      Number.POSITIVE_INFINITY,
      114,
    ]);
    expect(besideFrom(table([prose(11), prose(11), prose(11)]))).toBe(Number.POSITIVE_INFINITY);
    expect(besideFrom(table(['文'.repeat(12), '文'.repeat(12), '文'.repeat(12)]))).toBe(Number.POSITIVE_INFINITY);
  });

  test('stands right of the amounts in 90 % of the rows', () => {
    const lines = (crossing: number) => table([prose(12), prose(12), prose(12)], crossing);
    expect([1, 2].map((crossing) => besideFrom(lines(crossing)))).toEqual([114, Number.POSITIVE_INFINITY]);
  });
});

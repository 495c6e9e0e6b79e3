import { CODED, COVER, FORM_CAPTION, form, LENGTH, QUALITY, type RuleExample, replaced, SPACED_HEADER } from './texts.ts';

/** Placement, equations, prose and forms. */
export const OF_SUMS: readonly RuleExample[] = [
  {
    rule: 'placement/ambiguous',
    source: [...COVER, ...SPACED_HEADER, '2130301 行政运行 20.00 20.00', '2130306 水利工程运行与维护 4.00 1.00 3.00'],
    findings: ['10:0-7'],
    review: ['10:19-24'],
  },
  {
    // 20.00 is no sum of 15.00, 15.00 and 10.00
    rule: 'placement/unsolved',
    source: [
      ...COVER,
      ...SPACED_HEADER,
      '21303 水利 40.00 20.00 20.00',
      '2130301 行政运行 15.00 15.00',
      '2130304 水利行业业务管理 15.00 15.00',
      '2130306 水利工程运行与维护 10.00 10.00',
    ],
    findings: ['10:0-5'],
    also: ['placement/ambiguous', 'row/total-missing'],
  },
  {
    rule: 'equation/broken',
    source: [...COVER, ...replaced(CODED, '行政运行→20.00→20.00', '行政运行→26.00→20.00')],
    review: ['10:13-18'],
  },
  {
    rule: 'equation/tail',
    source: [...COVER, ...replaced(CODED, '水利工程运行与维护→10.00→→10.00', '水利工程运行与维护→10.01→→10.01')],
    review: ['11:18-23'],
  },
  { rule: 'equation/rows-missing', source: [...COVER, ...CODED.slice(0, -1)], review: ['9:9-14'] },
  {
    rule: 'statement/disagrees',
    source: [...COVER, ...CODED, '', '三、支出预算情况说明', '2026年支出预算31.00万元，其中：基本支出20.00万元，项目支出10.00万元。'],
    review: ['14:9-14 7:4-9'],
  },
  {
    rule: 'form/row-unread',
    source: [...COVER, ...FORM_CAPTION, ...form('河道清淤', '十万', LENGTH)],
    findings: ['8:7-9'],
    review: ['8:7-9'],
  },
  {
    rule: 'form/level-inferred',
    source: [
      ...COVER,
      ...FORM_CAPTION,
      ...form('河道清淤', '10.00', LENGTH, QUALITY.replace('质量指标', '')),
      ...form('泵站检修', '5.00', QUALITY),
    ],
    findings: ['12:3-24'],
  },
  {
    // three of four projects have a form
    rule: 'form/project-missing',
    source: [
      ...COVER,
      '项目支出预算表',
      '单位：万元',
      '项目名称→金额',
      '河道清淤→10.00',
      '泵站检修→5.00',
      '水质化验→3.00',
      '堤岸巡查→4.00',
      '',
      ...FORM_CAPTION,
      ...form('河道清淤', '10.00', LENGTH),
      ...form('泵站检修', '5.00', QUALITY),
      ...form('水质化验', '3.00', QUALITY),
    ],
    findings: ['10:0-4'],
    review: ['10:0-4'],
  },
];

import { CODED, COVER, pensions, type RuleExample, replaced, TEN_THOUSAND_TIMES, WITHOUT_PARENT } from './texts.ts';

/** Amounts, units, subjects and codes. */
export const OF_AMOUNTS: readonly RuleExample[] = [
  {
    rule: 'value/unreadable-number',
    source: [...COVER, '项目支出预算表', '单位：万元', '项目名称→金额', '泵站检修→5.00', '河道清淤→1O.00'],
    findings: ['8:5-10'],
    review: ['8:5-10'],
  },
  { rule: 'value/unit-unknown', source: [...COVER, ...CODED.filter((line) => !line.startsWith('单位'))], findings: ['4'] },
  {
    rule: 'value/unit-differs',
    source: [...COVER, '项目支出预算表', '单位：万元', '项目名称→金额', '泵站检修→5.00', '河道清淤→8000元'],
    review: ['8:5-10'],
  },
  {
    rule: 'value/odd-decimals',
    source: [
      ...COVER,
      '项目支出预算表',
      '单位：万元',
      '项目名称→金额',
      ...Array.from({ length: 8 }, (_, i) => `泵站检修${'甲乙丙丁戊己庚辛'[i]}→5.00`),
      '河道清淤→8.001',
    ],
    review: ['15:5-10'],
  },
  {
    rule: 'value/scientific',
    source: [...COVER, '项目支出预算表', '单位：元', '项目名称→金额', '泵站检修→50000.00', '河道清淤→5.68012E+05'],
    review: ['8:5-16'],
  },
  {
    rule: 'table/scale-differs',
    source: [...COVER, ...CODED, '', ...TEN_THOUSAND_TIMES],
    findings: ['4', '13'],
    also: ['value/scale-doubtful'],
  },
  {
    rule: 'value/scale-doubtful',
    source: [...COVER, ...CODED, '', '支出总体情况表', ...CODED.slice(1), '', ...TEN_THOUSAND_TIMES],
    review: ['25:4-10 25:11-17 25:18-24 26:10-16 26:17-23 26:24-30 27:9-15 27:16-22 27:23-29 28:13-19 28:20-26 29:18-24 29:26-32'],
    also: ['table/scale-differs'],
  },
  {
    rule: 'row/exchanged',
    source: [...COVER, ...pensions('支出预算总表', '14.25', '5.75'), '', ...pensions('支出总体情况表', '5.75', '14.25')],
    review: ['10:25-30 11:23-27', '19:25-29 20:23-28'],
    also: ['equation/broken'],
  },
  {
    rule: 'row/shifted',
    source: [...COVER, ...replaced(CODED, '→行政运行→20.00→20.00→', '→行政运行→→20.00→20.00')],
    review: ['10:14-19 10:20-25'],
    also: ['equation/broken'],
  },
  {
    rule: 'subject/level-missing',
    source: [...COVER, ...WITHOUT_PARENT],
    findings: ['17:0-7'],
    review: ['17:0-7'],
  },
  { rule: 'subject/name-differs', source: [...COVER, ...replaced(CODED, '行政运行', '行政运转')], findings: ['10:0-7'] },
  {
    rule: 'subject/name-of-another',
    source: [...COVER, ...replaced(CODED, '行政运行', '事业运行')],
    findings: ['10:0-7'],
    review: ['10:0-7'],
  },
  {
    rule: 'subject/not-in-force',
    source: [
      ...COVER,
      ...CODED.slice(0, 3),
      '→合计→30.00→20.00→10.00',
      '201→一般公共服务支出→30.00→20.00→10.00',
      '20115→工商行政管理事务→30.00→20.00→10.00',
      '2011501→行政运行→20.00→20.00→',
      '2011505→执法办案专项→10.00→→10.00',
    ],
    findings: ['9:0-5'],
  },
  {
    rule: 'code/restored',
    source: [
      ...COVER,
      ...CODED.slice(0, 3),
      '→合计→9.10→9.10→',
      '213→农林水支出→9.10→9.10→',
      '01→农业农村→9.10→9.10→',
      '2130104→事业运行→9.10→9.10→',
    ],
    findings: ['9:0-2'],
  },
  {
    rule: 'code/ambiguous',
    source: [...COVER, ...CODED.slice(0, 3), '205→教育支出→7.10→7.10→', '02→普通教育→→→', '73→甲乙丙→→→'],
    findings: ['9:0-2'],
    review: ['9:0-2'],
  },
  {
    rule: 'code/unread',
    source: [...COVER, ...CODED.slice(0, 3), '259→甲类→7.10→7.10→', '02→乙款→3.10→3.10→'],
    findings: ['8:0-2'],
    review: ['8:0-2'],
  },
];

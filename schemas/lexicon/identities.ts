/** What each accounting identity says, in both languages. The ids are part of the output; the order is that of the glossary. */
export const IDENTITY_NAMES = {
  'header-group-total': { zh: '表头合计列 = 同组各列之和', en: 'total column = sum of the columns beside it' },
  'carryover-roll-forward': {
    zh: '年初结转 + 本年收入 − 本年支出 = 年末结转',
    en: 'opening carryover + revenue − expenditure = closing carryover',
  },
  'year-difference': { zh: '增减 = 当年 − 上年', en: 'difference = this year − last year' },
  'parent-children': { zh: '上级 = 下级之和', en: 'parent = sum of its children' },
  'total-of-top-level': { zh: '合计 = 各顶级行之和', en: 'total = sum of the top-level rows' },
  'two-sided-total': { zh: '收支表各侧：合计与总计 = 上列各项之和', en: 'two-sided table: totals of a side = sum of the lines above' },
  'three-public-parts': {
    zh: '“三公”经费、公务用车购置及运行费 = 各项之和',
    en: 'three public expenses and vehicle expenses = their parts',
  },
  'side-balance': { zh: '收入总计 = 支出总计', en: 'both sides of a two-sided table balance' },
  'fund-groups': { zh: '各资金来源合计一致', en: 'the totals of each fund agree' },
  restatement: { zh: '同一事实在两表中一致', en: 'the same fact in two tables agrees' },
  'parts-of-a-whole': {
    zh: '全部 = 各部分之和（资金来源、支出构成、年份）',
    en: 'a whole = its parts (funds, components, years of the money)',
  },
  'economic-columns': {
    zh: '基本支出按经济分类与支出表各列一致',
    en: 'basic expenditure by economic subject agrees with the columns of the expenditure table',
  },
  'three-public-restatement': { zh: '“三公”经费各表一致', en: 'the three-public tables agree' },
  'unit-projects': { zh: '单位 = 所列项目之和', en: 'unit = its projects' },
  'discovered-sum': { zh: '某列 = 相邻各列之和（由数值发现）', en: 'a column = the sum of its neighbours (found by the numbers)' },
  'prose-statement': { zh: '文字说明与表一致', en: 'the prose agrees with the tables' },
} as const;

/** What `identity` of an equation is. */
export type IdentityId = keyof typeof IDENTITY_NAMES;

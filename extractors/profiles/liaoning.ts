import { defineProfile } from '../../schemas/profile.ts';

const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金'];
const OWN_FUNDS = ['小计', '事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'];
const byFund = (group: string, own: readonly string[]): string[] => [
  ...['合计', ...FUNDS].map((fund) => `${group} > ${fund}`),
  ...own.map((word) => `${group} > ${word}`),
];
const FUND_COLUMNS = ['总计', ...byFund('本年收入', ['单位资金']), ...byFund('上年结转结余', ['单位资金'])];

/** 辽宁省 and its cities: the 表1–表18 of the province's budget system. */
export default defineProfile({
  id: 'liaoning',
  title: '辽宁省及所属各市',
  extends: 'default',
  match: { all: [/辽宁|沈阳|大连|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳市|葫芦岛/] },
  expect: { tables: { min: 9, max: 18 } },
  columns: [
    {
      title: /^收入预算总表$/,
      paths: [
        '总计',
        ...byFund(
          '本年收入',
          OWN_FUNDS.map((word) => `单位资金 > ${word}`),
        ),
        ...byFund('上年结转结余', ['单位资金']),
      ],
    },
    { title: /^支出预算总表$/, paths: ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'] },
    {
      title: /^一般公共预算支出表$/,
      paths: ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'].map(
        (path) => `本年一般公共预算支出 > ${path}`,
      ),
    },
    { title: /^(?:项目支出|债务支出|政府采购支出|政府购买服务支出)预算表$|^支出功能分类预算表$|^支出经济分类预算表/, paths: FUND_COLUMNS },
  ],
});

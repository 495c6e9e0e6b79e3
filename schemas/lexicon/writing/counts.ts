import { oneOf } from './words.ts';

/** Units of what is counted and measured in forms. Patterns see text without spaces. */

const COUNTED = [
  '人 人次 人数 次 次数 份 册 件 例 户 家 所 台 辆 套 个 只 名 场 场次 期 篇 条 项 部 幅 批 张 处 座 株 组 班 卷 本 块 对 节 类 种 级 页 字 科 间',
  '课时 张次 车次 个次',
];
const MEASURED = ['元 元/人 吨 亩 公里 米 平方米 立方米 公顷 千克 公斤 岁 倍 分'];
const TIMES = ['天 日 周 月 个月 季度 年 小时 分钟 秒'];
const UNITS = [...COUNTED, ...MEASURED, ...TIMES].join(' ').split(' ');

/** A text that is a unit and nothing else: 人次, 万元, %, 百分比. */
export const COMMON_UNIT = new RegExp(`^(?:%|％|‰|百分比|\\d+%|[十百千万亿]*${oneOf(UNITS)})$`);

/** 余次, 多人, 月前完成, 年内: no unit but what makes the number inexact, or a date. */
export const NO_COUNT_UNIT = /^[余多来几]|^[年月日](?:份|之|以|完|[底末初中内前后上下])|(?:以上|以下|以内|之内|左右)$/;

import { oneOf } from './writing/words.ts';

/** Names of public bodies. Patterns see text without spaces. */

const ENDINGS = ['局 委 办 厅 院 部 处 会 署 站 所 队 馆 校 园 室 中心 机关 本级 集团 公司 大学 政府 街道 镇 乡'].join(' ').split(' ');

/** How the names of public bodies end: 某市财政局, 某某街道; 支队 ends in 队, 医院 and 学院 in 院. */
export const BODY_END = new RegExp(`${oneOf(ENDINGS)}$`);

/** The department itself among its units, behind its name: 某市财政局（本级）. */
export const OWN_OFFICE = /^\(?(?:本级|机关|本部)\)?$/;
/** （本级） right behind a name. */
export const OFFICE_AT_START = /^[（(](?:本级|机关|本部)[)）]/;
/** The same at the end. */
export const OFFICE_AT_END = /[（(](?:本级|机关|本部)[)）]$/;
/** Behind the name of a department: with all its units. */
export const ALL_UNITS = /[（(](?:汇总|部门)[)）]$/;
/** What it is called in every id. */
export const OWN_OFFICE_NAME = '(本级)';
/** The same at the end of a whole name; brackets are narrow. */
export const OWN_OFFICE_AT_END = /\((?:本级|机关|本部)\)$|(?<=[局委厅院])本级$/;

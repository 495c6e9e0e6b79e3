import { oneOf } from './writing/words.ts';

/** Names of public bodies. Patterns see text without spaces. */

const ENDINGS = ['局 委 办 厅 院 部 处 会 署 站 所 队 馆 校 园 室 中心 机关 本级 集团 公司 大学 政府 街道 镇 乡'].join(' ').split(' ');

/** How the names of public bodies end: 某市财政局, 某某街道; 支队 ends in 队, 医院 and 学院 in 院. */
export const BODY_END = new RegExp(`${oneOf(ENDINGS)}$`);

/** The department itself among its units, behind its name: 某市财政局（本级）. */
export const OWN_OFFICE = /^\(?(?:本级|机关|本部)\)?$/;

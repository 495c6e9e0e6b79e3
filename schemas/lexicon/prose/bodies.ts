/** Public bodies as prose names them; parts of regular expressions. */

/** What the names of bodies end in: 局, 中心, 合作社. */
const LAST_LETTERS = '局厅委办院站所队处部会馆团校心社';
/** A body is told from others by what stands in brackets behind its name: （本级）, （汇总）. */
const OWN_OFFICE = '本级';
const WITH_UNITS = '汇总）';

/** 本部门, 我单位: whoever publishes. */
export const OURS = '[本我](?:部门|单位)';
/** Here the name of a body ends; what follows may be its budget. */
export const BODY_END = `(?:[${LAST_LETTERS}]|${OWN_OFFICE}）)`;
/** The same at the end of what stands before a noun of the accounts. */
export const BODY_BEFORE_NOUN = `(?:[${LAST_LETTERS}]|机关|部门|单位|${WITH_UNITS}|${OWN_OFFICE}）?)`;
/** 某局2026年: who and when, at the start of a clause. */
export const BODY_AND_YEAR = new RegExp(
  `^[^，。；]{2,40}?(?:[${LAST_LETTERS}关位门]|${WITH_UNITS}|${OWN_OFFICE}）)(?:编制)?20\\d\\d年(?:度|初|末|部门)?`,
);

/** A clause that names a body last: what a number counts then stands behind it (某中心 3 家事业单位). */
export const ENDS_IN_BODY = new RegExp(`(?:[${LAST_LETTERS}]|${OWN_OFFICE}）?)$`);
/** Units that count bodies. */
export const COUNTS_BODIES = /^[家个]$/;
/** 家事业单位: the bodies counted, behind the number. */
export const BODIES_COUNTED = /^[^，。；：、（\d]{0,10}?单位/;
/** What is counted of a budget: 3 个项目, 2 个部门. */
export const COUNTED_OF_BUDGET = /^(?:项目|单位|部门|政策)/;

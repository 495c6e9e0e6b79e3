/** Titles and names that say which of several documents is the later one. Patterns see text as it is. */

/** A document that takes another's place. */
export const LATER_VERSION = /调整|更正|更新|修订|修正|重新公开|补充公开/;
/** 财政局 is a body in a hundred cities; 沈阳市财政局 is one, and so is 国家信访局. */
export const NAMES_PLACE = /[省市县区州盟旗]|国家|全国|中央/;
/** 辽宁省沈阳市财政局 is 沈阳市财政局. */
export const PROVINCE_BEFORE_CITY = /^[^省市县区州盟旗]{2,6}(?:省|自治区)(?=.{2,}[市县区州盟旗])/;

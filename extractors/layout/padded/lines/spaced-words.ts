/** Words that headers and totals letter-space to the width of their cell. */
const SPACED_WORDS = ['收入总计', '支出总计', '收入合计', '支出合计', '合计', '总计', '小计', '项目', '金额', '预算数', '决算数'];

/** One of them, or its beginning. */
export function isSpacedWord(text: string): boolean {
  return text.length > 1 && SPACED_WORDS.some((word) => word.startsWith(text));
}

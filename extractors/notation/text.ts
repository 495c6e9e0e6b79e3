/** Room: printed text in, what it says out: numbers, periods, captions, roles, subject codes; imports model, schemas. */

/** Small text helpers that every stage shares. */

const CJK = '\\u3001-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef“”‘’';
const CJK_GAP = new RegExp(`(?<=[${CJK}])[ \\t\\u3000\\u00a0]+(?=[${CJK}])`, 'g');

/** Without any white space: for comparing and matching, never for output. */
export function compact(text: string): string {
  return text.replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, '');
}

/** As a person would type it: no padding, no spaces between Chinese characters (收 入 总 计 → 收入总计), single spaces elsewhere. */
export function tidy(text: string): string {
  const trimmed = text.replace(/[\u200b\ufeff]/g, '').trim();
  if (!/[\s\u3000\u00a0]/.test(trimmed)) return trimmed;
  return trimmed.replace(CJK_GAP, '').replace(/[\s\u3000\u00a0]+/g, ' ');
}

/** Full-width digits, letters, brackets and punctuation as half-width; for matching only. */
export function narrow(text: string): string {
  return text.normalize('NFKC');
}

/** Joins the pieces of a text that a line or page break cut; pieces that repeat the end of what stands are not doubled. */
export function joinPieces(head: string, tail: string): string {
  if (tail === '' || (tail.length >= 6 && head.endsWith(tail))) return head;
  const glue = /[A-Za-z0-9]$/.test(head) && /^[A-Za-z0-9]/.test(tail) ? ' ' : '';
  return head + glue + tail;
}

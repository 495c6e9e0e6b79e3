/** How targets are compared: signs and words. Patterns see text without spaces. */

export type Operator = '=' | '<' | '<=' | '>' | '>=';

/** Each as it is printed before a number, TeX of converted pages included. */
export const OPERATORS: readonly (readonly [Operator, readonly string[]])[] = [
  ['>=', ['>=', '=>', '≥', '⩾', '≧', '\\geq', '\\ge', '\\geqslant', '大于等于', '大于或等于', '不小于', '不低于', '不少于', '不低']],
  [
    '<=',
    ['<=', '=<', '≤', '⩽', '≦', '\\leq', '\\le', '\\leqslant', '小于等于', '小于或等于', '不大于', '不高于', '不多于', '不超过', '不晚于'],
  ],
  ['=', ['=', '等于']],
  ['>', ['>', '大于', '高于', '多于']],
  ['<', ['<', '小于', '低于', '少于']],
];

/** 95%以上, 10个（含）以内: the number and the word are the groups. */
export const BOUND_BEHIND = /^(.+?)(?:[（(]含[)）])?(?:及|或)?(以上|以下|以内|之内)$/;

export const operatorBehind = (word: string): Operator => (word === '以上' ? '>=' : '<=');

import { describe, expect, test } from 'vitest';
import { run } from '../../documents.ts';

const missing = (codes: string): string[] =>
  run(
    `一般公共预算基本支出表\n单位：万元\n科目编码→科目名称→合计\n${codes
      .split(' ')
      .map((code) => `${code}→科目→1.00`)
      .join('\n')}`,
  ).findings.flatMap(({ ruleId, expected }) => (ruleId === 'subject/level-missing' ? [expected!] : []));

describe('a parent that only this subject lacks', () => {
  test('by economic classification', () => {
    expect(missing('301 30101 30102 30201 30207 303 30302')).toEqual(['302']);
    expect(missing('301 30101 302 30201 303 30302')).toEqual([]);
  });

  test('by function', () => {
    expect(missing('208 20805 2080505 210 21011 2101101 221 2210201 20808 2080801')).toEqual(['22102']);
  });

  test('is no finding where the table prints hardly any parents', () => {
    expect(missing('30101 30102 30201 30207 30302')).toEqual([]);
    expect(missing('301 30101 30201')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { isPieceOfWord } from '../../../extractors/notation/headers/known-words.ts';

describe('pieces of the words of headers', () => {
  it.each(['上级补助收', '上年实户资金余', '公务用车购置费费', '事业单位经营收入入'])('%s lacks something, or has it twice', (text) => {
    expect(isPieceOfWord(text)).toBe(true);
  });

  it.each(['上级补助收入', '公务用车购置费', '政府性基金', '2026年预算数', '绩效目标', ''])('%s may stand alone', (text) => {
    expect(isPieceOfWord(text)).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { remembered } from '../../../../extractors/tables/forms/vocabulary/remembered.ts';

test('a short text is classified once, a long one each time', () => {
  const asked: string[] = [];
  const lengthOf = remembered((text) => {
    asked.push(text);
    return text.length > 3 ? text.length : null;
  });
  const long = '很长的绩效目标的文字内容不记';
  expect(['数量', '数量', '数量指标', '数量指标', long, long].map(lengthOf)).toEqual([null, null, 4, 4, long.length, long.length]);
  expect(asked).toEqual(['数量', '数量指标', long, long]);
});

test('what is remembered is bounded', () => {
  let calls = 0;
  const classify = remembered(() => ++calls);
  for (let i = 0; i < 10_000; i++) classify(String(i));
  expect(calls).toBe(10_000);
  expect(classify('9999')).toBe(10_000);
  expect(classify('0')).toBe(10_001);
});

test('texts of twelve characters are, 4,096 of them', () => {
  let calls = 0;
  const classify = remembered(() => ++calls);
  expect([12, 13].map((length) => [classify('文'.repeat(length)), classify('文'.repeat(length))])).toEqual([
    [1, 1],
    [2, 3],
  ]);
  const again = (count: number) => {
    const first = remembered(() => ++calls);
    const before = first('0');
    for (let i = 1; i < count; i++) first(String(i));
    return first('0') === before;
  };
  expect([4_096, 4_097].map(again)).toEqual([true, false]);
});

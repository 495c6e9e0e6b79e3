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

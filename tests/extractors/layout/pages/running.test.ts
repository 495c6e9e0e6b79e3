import { expect, it } from 'vitest';
import { runningLines } from '../../../../extractors/layout/pages/running.ts';

it('takes page numbers and repeated headers for running lines, but no titles, units or numbers of tables', () => {
  const page = (n: number) => [
    { page: n, text: '某市某局2026年预算公开', height: 0.04 },
    { page: n, text: '公开03表', height: 0.08 },
    { page: n, text: '单位：万元', height: 0.1 },
    { page: n, text: `第 ${n} 行正文`, height: 0.5 },
    { page: n, text: `- ${n} -`, height: 0.96 },
  ];
  const lines = [1, 2, 3, 4].flatMap(page);
  const running = runningLines(lines, 4);
  expect(lines.filter((line) => running.has(line)).map((line) => line.text)).toEqual(
    [1, 2, 3, 4].flatMap((n) => ['某市某局2026年预算公开', `- ${n} -`]),
  );
});

import { expect, test } from 'vitest';
import type { TextLine } from '../../../extractors/model/blocks.ts';
import { declarations } from '../../../extractors/prose/declarations.ts';
import { buildParagraphs } from '../../../extractors/prose/paragraphs.ts';
import { PROFILES } from '../../support/samples.ts';

function declared(text: string): unknown[][] {
  const lines = `第三部分 预算情况说明\n${text}`
    .split('\n')
    .map((line, index): TextLine => ({ kind: 'line', page: 1, line: index + 1, text: line, raw: line }));
  const found = declarations.run(
    { tables: [], paragraphs: buildParagraphs(lines), year: 2026 },
    { profile: PROFILES[0]!, report: () => undefined },
  );
  return found.map(({ kind, measure, subject, period, places }) => [kind, measure, subject, period, places[0]?.line]);
}

test.each([
  ['本部门2026年无政府性基金预算支出。', [['none', 'governmentFundExpenditure', '政府性基金预算支出', 2026, 2]]],
  ['本单位没有使用国有资本经营预算拨款安排的支出。', [['none', 'stateCapitalExpenditure', '使用国有资本经营预算拨款安排的支出', 2026, 2]]],
  ['2025年未安排公务接待费。', [['none', 'officialReception', '公务接待费', 2025, 2]]],
  ['本单位无既定政策补助项目。', [['none', null, '既定政策补助项目', 2026, 2]]],
  ['部分涉密项目按规定不予公开。', [['withheld', null, '涉密项目按规定不予公开', 2026, 2]]],
])('%s', (text, rows) => {
  expect(declared(text)).toEqual(rows);
});

test.each([
  '无锡市某局2026年度部门预算公开。',
  '公务接待费 3 万元，与上年相比无增减变化。',
  '公务接待费减少 3 万元，主要原因是上年未安排公务接待费。',
  '如此表为空表，则表示部门无政府采购安排的支出。',
  '无线电管理经费 3 万元。',
])('%s declares nothing', (text) => {
  expect(declared(text)).toEqual([]);
});

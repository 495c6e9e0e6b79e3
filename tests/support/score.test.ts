import { describe, expect, it } from 'vitest';
import { summarize } from '../../pipeline/run/golden/golden-summary.ts';
import { generate, TEXT_DIALECTS, type TextDialect } from '../generator/generate.ts';
import { perfectExtraction } from './perfect.ts';
import { compare, record } from './ratchet.ts';
import { score } from './score.ts';

const PERFECT = {
  facts: 1,
  factsFull: 1,
  units: 1,
  indicators: 1,
  indicatorLevels: 1,
  indicatorResults: 1,
  projects: 1,
  projectResults: 1,
  statements: 1,
  wrongSilent: 0,
  missingSilent: 0,
  wrongFlagged: 0,
  missingFlagged: 0,
  rightFlagged: 0,
};

it.each(Object.keys(TEXT_DIALECTS) as TextDialect[])('a perfect reading of %s scores 1 everywhere', (dialect) => {
  const { gold } = generate({ dialect, seed: 3 });
  const { disclosure, report } = perfectExtraction(gold);
  expect(record(score(gold, disclosure, report))).toEqual(PERFECT);
});

describe('what is wrong is counted', () => {
  const { gold } = generate({ dialect: 'tabbed-budget', seed: 3 });
  const title = '支出预算总表';
  const spoilt = (change: (cell: { value: string | null; review: boolean; column: number }) => void) => {
    const { disclosure, report } = perfectExtraction(gold);
    change(disclosure.tables.find((table) => table.title === title)!.rows[3]!.cells[0]!);
    return { disclosure, report };
  };

  it('a wrong value is silent unless it is flagged', () => {
    const silent = spoilt((cell) => {
      cell.value = '0.01';
    });
    expect(score(gold, silent.disclosure, silent.report).review).toMatchObject({ wrongSilent: 1, missingSilent: 1, wrongFlagged: 0 });
    const flagged = spoilt((cell) => {
      Object.assign(cell, { value: '0.01', review: true });
    });
    expect(score(gold, flagged.disclosure, flagged.report).review).toMatchObject({
      wrongSilent: 0,
      missingSilent: 0,
      wrongFlagged: 1,
      missingFlagged: 1,
    });
  });

  it('a value in another column is wrong, one flagged though right is counted', () => {
    const moved = spoilt((cell) => {
      cell.column = 4;
    });
    expect(score(gold, moved.disclosure, moved.report).facts.missing).toHaveLength(1);
    const needless = spoilt((cell) => {
      cell.review = true;
    });
    expect(score(gold, needless.disclosure, needless.report).review).toMatchObject({ rightFlagged: 1, wrongSilent: 0 });
  });

  it('printed decimals count in the full measure alone', () => {
    const { disclosure, report } = spoilt((cell) => {
      cell.value = `${cell.value}0`;
    });
    const result = score(gold, disclosure, report);
    expect([result.facts.f1, result.factsFull.missing.length]).toEqual([1, 1]);
  });
});

describe('the ratchet', () => {
  it('tells worse from better, both ways round', () => {
    expect(compare({ facts: 0.9, wrongSilent: 2 }, { facts: 0.95, wrongSilent: 3 })).toEqual({
      worse: ['wrongSilent: 2 → 3'],
      better: ['facts: 0.9 → 0.95'],
    });
    expect(compare({ facts: 0.9 }, { facts: 0.9 })).toEqual({ worse: [], better: [] });
    expect(compare({}, { facts: 0.9 })).toEqual({ worse: [], better: ['facts: unrecorded → 0.9'] });
  });
});

it('the golden summary has a line per row, indicator, project and statement', () => {
  const { gold } = generate({ dialect: 'final-accounts', seed: 3 });
  const summary = summarize(perfectExtraction(gold));
  expect(summary.tables.map(({ rows }) => rows.length)).toEqual(
    gold.tables.map(({ rows, shape }) => (shape === 'text-form' ? 0 : rows.length)),
  );
  expect(summary.indicators).toHaveLength(gold.indicators.length);
  expect(summary.projects).toHaveLength(gold.projects.length);
  expect(summary.statements).toHaveLength(gold.narrative.length);
  expect(summary.tables.at(-1)!.rows[0]).toMatch(/^合计 \| [\d.]+~ \| [\d.]+~ \| @\d+$/);
});

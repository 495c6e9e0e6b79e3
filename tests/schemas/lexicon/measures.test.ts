import { describe, expect, test } from 'vitest';
import { STANDARD_MEASURES, WIDE_MEASURES } from '../../../schemas/lexicon/measures/index.ts';
import { EXPENSES, FUNDS, PROSE_CONCEPTS } from '../../../schemas/lexicon/prose/concepts.ts';
import { TABLE_KINDS } from '../../../schemas/lexicon/vocabulary.ts';

const ids = STANDARD_MEASURES.map(({ id }) => id);
const known = new Set(ids);

describe('standard measures', () => {
  test('each has an id of its own, and forty are columns of the panel', () => {
    expect(known.size).toBe(ids.length);
    expect(WIDE_MEASURES).toHaveLength(40);
  });

  test('sums and wholes name measures, tables their kinds', () => {
    const named = STANDARD_MEASURES.flatMap(({ sums = [], within }) => [
      ...sums.flatMap(({ of }) => of.map((id) => id.replace(/^-/, ''))),
      ...(within === null ? [] : [within]),
    ]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const kinds = new Set(TABLE_KINDS.map(({ id }) => id));
    expect(
      STANDARD_MEASURES.flatMap(({ tables, declaredBy = [] }) => [...tables, ...declaredBy]).filter((kind) => !kinds.has(kind)),
    ).toEqual([]);
  });

  test('prose is asked for what it has a name for', () => {
    const keys = new Set<string>([
      ...PROSE_CONCEPTS.flatMap(({ keys }) => keys),
      ...EXPENSES.map(({ id }) => id),
      ...FUNDS.map(({ id }) => `revenue.${id}`),
    ]);
    expect(STANDARD_MEASURES.flatMap(({ said = [] }) => said).filter((key) => !keys.has(key))).toEqual([]);
  });

  test('no sum needs itself', () => {
    const reached = (id: string, path: readonly string[] = []): string[] => {
      if (path.includes(id)) return [[...path, id].join(' → ')];
      const { sums = [] } = STANDARD_MEASURES.find((measure) => measure.id === id)!;
      return sums.flatMap(({ of }) => of.flatMap((term) => reached(term.replace(/^-/, ''), [...path, id])));
    };
    expect(ids.flatMap((id) => reached(id))).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { allSubjects } from '../../../../schemas/lexicon/classification/index.ts';
import { EXPENDITURE } from '../../../../schemas/lexicon/prose/amounts.ts';
import { ENDS_IN_LEVEL, LEVEL_MARKS, LONGEST_SUBJECT } from '../../../../schemas/lexicon/prose/subjects.ts';

test('no name of a subject is longer than names of prose may be, with 支出 behind it', () => {
  const longest = Math.max(...allSubjects().map(({ name }) => name.length));
  expect(longest + EXPENDITURE.length).toBe(LONGEST_SUBJECT);
});

test('a subject ends in the mark of its level', () => {
  expect(LEVEL_MARKS).toEqual(['（类）', '（款）', '（项）']);
  for (const mark of LEVEL_MARKS) expect(`行政运行${mark}`).toMatch(ENDS_IN_LEVEL);
  expect('机关资本性支出（一）').not.toMatch(ENDS_IN_LEVEL);
});

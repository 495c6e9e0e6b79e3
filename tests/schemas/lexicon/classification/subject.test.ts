import { expect, it } from 'vitest';
import { allSubjects } from '../../../../schemas/lexicon/classification/index.ts';
import { Subject } from '../../../../schemas/lexicon/classification/subject.ts';

const subjects = allSubjects();
const byCode = new Map(subjects.map((subject) => [subject.code, subject]));

it('every subject is valid and every code unique', () => {
  for (const subject of subjects) expect(Subject.safeParse(subject).success, JSON.stringify(subject)).toBe(true);
  expect(byCode.size).toBe(subjects.length);
});

it('every parent is known, in the same classification, and no category lacks its first digit', () => {
  for (const { code, parent, classification } of subjects) {
    expect({ 2: 'function', 3: 'departmentEconomic', 5: 'governmentEconomic' }[code[0] as '2' | '3' | '5']).toBe(classification);
    if (parent !== null) expect(byCode.get(parent)?.classification, code).toBe(classification);
  }
});

it('years lie within the evidence and no alias repeats its name', () => {
  for (const { code, name, years, aliases } of subjects) {
    expect(
      years.every((year) => year >= 2017 && year <= 2026),
      code,
    ).toBe(true);
    expect(aliases).not.toContain(name);
  }
});

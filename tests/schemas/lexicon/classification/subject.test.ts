import { describe, expect, it, test } from 'vitest';
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
    expect(aliases.map((alias) => alias.name)).not.toContain(name);
  }
});

describe('validity', () => {
  test('what is below a subject is valid as long as it is', () => {
    expect(byCode.get('20115')).toMatchObject({ since: null, until: 2018, successor: '20138' });
    expect(byCode.get('2011505')).toMatchObject({ since: null, until: 2018, successor: '20138' });
    expect(byCode.get('2240104')).toMatchObject({ since: 2019, until: null, successor: null });
    expect(byCode.get('2010308')).toMatchObject({ until: 2023, successor: '20140' });
    expect(byCode.get('2010301')).toMatchObject({ since: null, until: null, successor: null });
  });

  test('who follows another is known, of the same classification, and in force afterwards', () => {
    for (const { code, classification, until, successor } of subjects) {
      if (successor === null) continue;
      const next = byCode.get(successor);
      expect(next?.classification, code).toBe(classification);
      expect(next?.until === null && (next.since ?? 0) <= (until ?? 0) + 1, `${code} ${successor}`).toBe(true);
    }
  });

  test('no subject was seen printed in a year that is long after it was abolished', () => {
    const late = subjects.filter(({ years, until }) => until !== null && years.some((year) => year > until + 1));
    expect(late.map(({ code }) => code)).toEqual([]);
  });
});

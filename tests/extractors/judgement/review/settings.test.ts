import { describe, expect, test } from 'vitest';
import { brokenDraft } from '../../../../extractors/judgement/review/broken.ts';
import { expectedTables } from '../../../../extractors/judgement/review/expected.ts';
import { missingForms } from '../../../../extractors/judgement/review/missing-forms.ts';
import { usualDecimals } from '../../../../extractors/judgement/review/proposals.ts';
import type { Explanation } from '../../../../extractors/proof/explaining/explain.ts';
import { placeOfLine } from '../../../../schemas/place.ts';
import { readByPlace as read } from '../../documents.ts';

/** Each bound just kept, and just passed. */

describe('repairs of a broken equation', () => {
  const term = (id: string, sign: 1 | -1) => ({ id, sign });
  const explanation = (probabilities: readonly number[]): Explanation => ({
    equations: [
      {
        equation: {
          id: 'e',
          identity: 'restatement',
          scope: 'row',
          terms: [term('a', 1), term('b', -1)],
          addends: 1,
          residual: '1',
          u: '1',
          status: 'broken',
        },
        residual: 1n,
        slack: 0n,
        total: { table: 0, row: 0, column: 0 },
        slots: [],
        blanks: [],
      },
    ],
    repairs: probabilities.map((probability, i) => ({
      changes: [{ kind: 'swap', facts: [{ factId: `f${i}`, delta: null }], slot: null, key: `${i}`, effects: [] }],
      probability,
    })),
    suspects: [],
  });
  const draft = (...probabilities: number[]) =>
    brokenDraft(explanation(probabilities), { statements: new Map(), tables: [], cells: new Map(), evidence: new Map() });

  test('are proposed from 0.6 on', () => {
    expect([0.59, 0.6].map((share) => draft(share, 1 - share).proposal)).toEqual(['', 'f0: ↕']);
  });

  test('are eight of those that are listed', () => {
    expect([8, 9].map((count) => draft(...Array<number>(count).fill(0.1)).alternatives.length)).toEqual([8, 8]);
  });
});

test('decimals are usual where nine of ten numbers have them', async () => {
  const usual = async (others: number, count: number) => {
    const rows = Array.from({ length: count }, (_, i) => `甲${i}→${i < others ? '1.0' : '1.00'}`).join('\n');
    return usualDecimals((await read(`支出预算总表\n单位：万元\n项目→合计\n${rows}`)).disclosure.tables[0]!);
  };
  expect([await usual(1, 10), await usual(1, 9)]).toEqual([2, null]);
});

describe('tables that the contents name', () => {
  const caption = (number: string | null) => ({ title: null, number, unit: null, entity: null, year: null, places: [] });
  const found = (entry: string, title: string, number: string | null = null, ...others: string[]) =>
    expectedTables({
      contents: [entry, ...others].map((text) => ({ number, title: text, place: placeOfLine(1, 1) })),
      tables: [{ index: 1, title, kind: 'other', caption: caption(number) }],
    })[0]?.found;
  const [B, C] = ['子丑寅卯', '辰巳午未'];

  test('are three at least', () => {
    expect([found('甲乙丙丁', '甲乙丙丁', null, B!), found('甲乙丙丁', '甲乙丙丁', null, B!, C!)]).toEqual([undefined, true]);
  });

  test('have titles that are alike by 0.8', () => {
    expect(found('甲乙丙丁戊己', '甲乙丙丁戊庚', null, B!, C!)).toBe(true);
    expect(found('甲乙丙丁戊', '甲乙丙丁庚', null, B!, C!)).toBe(false);
  });

  test('or by half of it, and one number', () => {
    expect(found('甲乙丙丁戊己', '甲乙丙庚辛壬', '表3', B!, C!)).toBe(true);
    expect(found('甲乙丙丁', '甲乙庚辛', '表3', B!, C!)).toBe(false);
  });
});

describe('projects without a form', () => {
  const missing = async (projects: readonly string[], forms: readonly string[]) => {
    const { disclosure } = await read(
      `项目支出预算表\n单位：万元\n项目名称→金额\n${projects.map((name, i) => `${name}→${i + 1}.00`).join('\n')}`,
    );
    return missingForms(
      disclosure.tables,
      forms.map((name) => ({ name })),
    ).map(({ row }) => row.label);
  };
  const NAMES = ['河道清淤', '泵站检修', '水质化验', '堤岸巡查', '闸门养护', '水库除险', '灌区改造', '防汛物资', '水文监测', '节水宣传'];

  test('are missed where 70 % have one', async () => {
    expect(await missing(NAMES, NAMES.slice(0, 7))).toEqual(NAMES.slice(7));
    expect(await missing(NAMES, NAMES.slice(0, 6))).toEqual([]);
  });

  test('and there are three', async () => {
    const [a = '', b = '', c = ''] = NAMES;
    expect(await missing([a, a, b, b, c], [a, b])).toEqual([]);
    expect(await missing([a, a, b, b, c], [a, b, '别的项目'])).toEqual([c]);
  });
});

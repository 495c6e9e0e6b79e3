import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractRead, studyRead } from '../../../extractors/extract.ts';
import { stamped } from '../../../extractors/extraction.ts';
import { amendDecided, decide, misfitFindings } from '../../../extractors/judgement/decide.ts';
import { standing } from '../../../extractors/judgement/decisions/index.ts';
import { evaluate } from '../../../extractors/judgement/evaluate.ts';
import { judge, type Study } from '../../../extractors/judgement/study.ts';
import type { Read } from '../../../extractors/readers/access/reader.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import { ACCESS } from '../../../pipeline/run/document/extract.ts';
import type { Decision, DecisionRecord, ReviewLine } from '../../../schemas/reviewing/decisions.ts';
import { WRONG_BUDGET } from '../../support/budget.ts';
import { decided, undone } from '../../support/reviews.ts';
import { PROFILES } from '../../support/samples.ts';
import { tabs } from '../documents.ts';

const FILE = { sha256: 'ab', bytes: 1 };
const OPTIONS = { sourceFile: 'a.txt', documentId: 'a', profiles: PROFILES };

async function readText(text: string): Promise<Read> {
  const read = await readSource(new TextEncoder().encode(tabs(text)), ACCESS);
  if ('finding' in read) throw new Error(read.finding.ruleId);
  return read;
}

const READ = await readText(WRONG_BUDGET);

function studyIn(read: Read, sha256 = 'ab'): Study {
  const study = studyRead(read, { ...FILE, sha256 }, OPTIONS);
  if (!study) throw new Error('no case');
  return study;
}

const STUDY = studyIn(READ);
const table = STUDY.stated.tables[0];
const cellAt = (row: number, column: number) => {
  const cell = table?.items[row]?.cells[column];
  if (!cell) throw new Error('no cell');
  return cell;
};
const WRONG = cellAt(2, 0).id;
const reference = { ...STUDY.document, entityName: null, sourceFile: 'a.txt' };
const about = (id: string, decision: Decision, rest: Partial<DecisionRecord> = {}): DecisionRecord =>
  decided(id, decision, { document: reference, ...rest });
const value = (id: string, printed: string, rest: Partial<DecisionRecord> = {}) =>
  about(id, { edit: 'value', factId: WRONG, value: printed }, { before: '4.00', ...rest });
const extracted = (reviews: readonly ReviewLine[]) => extractRead(READ, FILE, { ...OPTIONS, reviews });
const judged = (records: readonly DecisionRecord[], study = STUDY) =>
  judge(study, records, { stamp: (finding, stage) => stamped(finding, stage, 'en'), documentId: 'a', language: 'en' });

describe('an extraction with decisions', () => {
  test('has the number that a person typed, as confirmed, and what is printed as raw', () => {
    const { disclosure, report } = extracted([value('d1', '3.00')]);
    const cell = disclosure.tables[0]?.rows[2]?.cells[0];
    expect(cell).toMatchObject({ raw: '4.00', value: '3.00', valueState: 'confirmed', review: false });
    expect(report.review).toEqual([]);
    expect(report.decisions).toBe(1);
  });

  test('is without any the same as before, to the byte', () => {
    const plain = extractRead(READ, FILE, OPTIONS);
    expect(JSON.stringify(extracted([]))).toBe(JSON.stringify(plain));
    expect(JSON.stringify(extracted([value('d1', '3.00'), undone('u2', 'd1')]))).toBe(JSON.stringify(plain));
    expect(plain.report.review).not.toEqual([]);
    expect('decisions' in plain.report).toBe(false);
  });

  test('says the same as a study that is judged with them', () => {
    for (const records of [
      [],
      [value('d1', '3.00')],
      [value('d1', '7.00')],
      [value('d1', '3.00', { before: '5.00', document: { ...reference, sha256: 'x' } })],
    ]) {
      const { verdict, items } = judged(records);
      const { disclosure, report } = extracted(records);
      expect(verdict.tables).toEqual(disclosure.tables);
      expect(items).toEqual(report.review);
    }
  });

  test('leaves an item out that somebody has looked at, and only that', () => {
    const { report } = extracted([]);
    const [item] = report.review;
    const seen = extracted([about('d1', { edit: 'item-seen', itemId: item?.itemId ?? '' })]).report.review;
    expect(seen).toEqual(report.review.slice(1));
  });

  test('asks on where a person could not tell', () => {
    const { report } = extracted([about('d1', { edit: 'unsure', factId: WRONG }, { before: '4.00' })]);
    expect(report.review).toEqual(extracted([]).report.review);
    expect(report.decisions).toBe(1);
  });
});

describe('a decision that does not fit', () => {
  test.each<[string, DecisionRecord, RegExp]>([
    ['about a number that is gone', about('d1', { edit: 'confirm', factId: 'fgone' }), /no fact fgone/],
    ['that found another number right', about('d1', { edit: 'confirm', factId: WRONG }, { before: '8.00' }), /8\.00 ≠ 4\.00/],
    [
      'about another edition, where another number stood',
      value('d1', '3.00', { before: '5.00', document: { ...reference, sha256: 'x' } }),
      /5\.00 ≠ 4\.00/,
    ],
    ['about a column that is taken', about('d1', { edit: 'move', factId: WRONG, column: 1 }, { before: '4.00' }), /holds 2\.00/],
    ['about a table that is gone', about('d1', { edit: 'unit', table: 'tgone', unit: '元' }), /no table tgone/],
  ])('%s is reported and not made', (_, record, reason) => {
    const made = decide(STUDY.stated, [record], STUDY.document);
    expect(made.applied).toBe(0);
    expect(made.misfits.map((misfit) => misfit.reason).join()).toMatch(reason);
    expect(misfitFindings(made.misfits)).toMatchObject([{ ruleId: 'review/does-not-fit', expected: 'ann 2026-01-01T00:00:01.000Z' }]);
    expect(evaluate(made.stated).tables).toEqual(evaluate(STUDY.stated).tables);
    expect(extracted([record]).report.findings.map(({ ruleId }) => ruleId)).toContain('review/does-not-fit');
  });

  test.each<[string, DecisionRecord]>([
    ['the person saw these bytes and typed the number', value('d1', '3.00', { before: '4.O0' })],
    [
      'another form prints the number in another notation',
      value('d1', '3.00', { before: '￥4.0', document: { ...reference, sha256: 'x' } }),
    ],
    ['another edition prints what the person typed', value('d1', '4.00', { before: '9.00', document: { ...reference, sha256: 'x' } })],
  ])('is none where %s', (_, record) => {
    expect(decide(STUDY.stated, [record], STUDY.document)).toMatchObject({ applied: 1, misfits: [] });
  });

  test('is none of another document', () => {
    const other = { ...reference, sha256: 'x', year: 2020 };
    expect(decide(STUDY.stated, [value('d1', '3.00', { document: other })], STUDY.document)).toMatchObject({ applied: 0, misfits: [] });
  });
});

describe('the order of decisions', () => {
  const choices: readonly Decision[] = [
    { edit: 'value', factId: WRONG, value: '3.00' },
    { edit: 'confirm', factId: cellAt(0, 0).id },
    { edit: 'source', factId: cellAt(1, 1).id },
    { edit: 'title', table: table?.key ?? '', title: '部门支出总表' },
    { edit: 'unit', table: table?.key ?? '', unit: '元' },
    { edit: 'role', table: table?.key ?? '', row: table?.items[1]?.key ?? '', role: 'memo' },
    { edit: 'column', table: table?.key ?? '', column: table?.columns[2]?.key ?? '', path: ['项目'] },
  ];
  const orders = fc.shuffledSubarray([...choices], { minLength: 1 });

  test('does not matter where they are about different things', () => {
    fc.assert(
      fc.property(orders, (decisions) => {
        const records = decisions.map((decision, i) => about(`d${i + 1}`, decision));
        const reversed = [...records].reverse();
        expect(evaluate(decide(STUDY.stated, reversed, STUDY.document).stated).tables).toEqual(
          evaluate(decide(STUDY.stated, records, STUDY.document).stated).tables,
        );
      }),
      { numRuns: 20 },
    );
  });

  test('one after the other they make the same as all at once, and taken back nothing', () => {
    fc.assert(
      fc.property(orders, (decisions) => {
        const records = decisions.map((decision, i) => about(`d${i + 1}`, decision));
        let before = decide(STUDY.stated, [], STUDY.document);
        for (let n = 1; n <= records.length; n++) before = amendDecided(STUDY.stated, records.slice(0, n), STUDY.document, before);
        const atOnce = decide(STUDY.stated, records, STUDY.document);
        expect(before.stated).toEqual(atOnce.stated);
        const lines: ReviewLine[] = [...records, undone('u9', ...records.map(({ id }) => id))];
        expect(amendDecided(STUDY.stated, standing(lines), STUDY.document, before).stated).toEqual(STUDY.stated);
      }),
      { numRuns: 20 },
    );
  });

  test('a number moves into a column that another decision empties', async () => {
    const shifted = studyIn(await readText(WRONG_BUDGET.replace('→4.00→2.00→1.00', '→→2.00→1.00')));
    const row = shifted.stated.tables[0]?.items[2];
    const [second, third] = (row?.cells ?? []).map(({ id }) => id);
    const moves = [
      about('d1', { edit: 'move', factId: third ?? '', column: 1 }, { before: '1.00' }),
      about('d2', { edit: 'move', factId: second ?? '', column: 0 }, { before: '2.00' }),
    ];
    const made = decide(shifted.stated, moves, shifted.document);
    expect(made.misfits).toEqual([]);
    expect(made.stated.tables[0]?.items[2]?.cells.map(({ column }) => column)).toEqual([0, 1]);
  });
});

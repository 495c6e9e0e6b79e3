import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements, linesIn, newLines, toCsv } from '../../../pipeline/decisions/exchange.ts';
import { statsOf } from '../../../pipeline/decisions/stats.ts';
import type { DecisionRecord, ReviewLine } from '../../../schemas/reviewing/decisions.ts';
import { decided, REFERENCE, undone } from '../../support/reviews.ts';

const value = (id: string, number: string, rest: Partial<DecisionRecord> = {}) =>
  decided(id, { edit: 'value', factId: 'f1', value: number }, rest);
const LINES: ReviewLine[] = [
  value('d1', '1.00', { item: { itemId: 'i1', ruleId: 'equation/broken' }, before: '=1+1', after: '1.00', seconds: 1.5 }),
  decided('d2', { edit: 'column', table: 't1', column: 'c1', path: ['合计', '其中"a"'] }, { reason: 'two\nlines, "quoted"' }),
  undone('u3', 'd1', 'd2'),
];

describe('decisions for a spreadsheet', () => {
  test('come back as they were, with either end of line', () => {
    expect(linesIn(toCsv(LINES), 'a.csv')).toEqual(LINES);
    expect(linesIn(toCsv(LINES, '\n'), 'a.csv')).toEqual(LINES);
    expect(linesIn(LINES.map((line) => JSON.stringify(line)).join('\n'), 'a.jsonl')).toEqual(LINES);
  });

  test('hold no cell that a spreadsheet runs', () => {
    const [, row = ''] = toCsv(LINES).split('\r\n');
    expect(row).toContain("'=1+1");
  });

  test('whatever stands in their texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (reason, before, sourceFile) => {
        const line = value('d1', '1', { reason, before, document: { ...REFERENCE, sourceFile } });
        expect(linesIn(toCsv([line]), 'a.csv')).toEqual([line]);
      }),
    );
  });

  test('a row that is no decision stops', () => {
    expect(() => linesIn(toCsv(LINES).replace('""edit"":""value""', '""edit"":""worth""'), 'a.csv')).toThrow(/line 1/);
  });
});

describe('two reviewers', () => {
  const ben = { reviewer: 'ben' };

  test('disagree where their last words about a thing differ', () => {
    const lines = [
      value('d1', '1'),
      value('d2', '2', ben),
      decided('d3', { edit: 'confirm', factId: 'f2' }),
      decided('d4', { edit: 'confirm', factId: 'f2' }, ben),
    ];
    expect(disagreements(lines).map(({ counts, other }) => [counts.id, other.id])).toEqual([['d2', 'd1']]);
  });

  test('do not where one came round, took it back, or spoke of another document', () => {
    expect(disagreements([value('d1', '1'), value('d2', '2', ben), value('d3', '2')])).toEqual([]);
    expect(disagreements([value('d1', '1'), value('d2', '2', ben), undone('u3', 'd2')])).toEqual([]);
    expect(disagreements([value('d1', '1'), value('d2', '2', { ...ben, document: { ...REFERENCE, year: 2025, sha256: 'cd' } })])).toEqual(
      [],
    );
  });

  test('lines that are there already are not added again', () => {
    expect(newLines(LINES.slice(0, 1), [...LINES, ...LINES])).toEqual(LINES.slice(1));
  });
});

describe('a file in numbers', () => {
  test('counts decisions that stand, clicks once, and the sample by what was found', () => {
    const audit = { item: { itemId: 'i1', ruleId: 'review/audit' } };
    const at = (n: number) => ({ edit: 'confirm', factId: `f${n}` }) as const;
    const lines: ReviewLine[] = [
      decided('d1', at(1), { ...audit, group: 'g1', seconds: 4 }),
      decided('d2', at(2), { ...audit, group: 'g1', seconds: 4 }),
      decided('d3', { edit: 'value', factId: 'f3', value: '1' }, { ...audit, seconds: 2, reviewer: 'ben' }),
      decided('d4', { edit: 'unsure', factId: 'f4' }, audit),
      decided('d5', at(5)),
      undone('u6', 'd5'),
    ];
    expect(statsOf(lines)).toEqual({
      documents: [{ documentId: null, sourceFile: 'a.txt', reviewers: ['ann', 'ben'], decisions: 4, undone: 1, seconds: 6, open: null }],
      decisions: 4,
      seconds: 6,
      audited: 3,
      auditedWrong: 1,
      byDecision: { confirm: 2, value: 1, unsure: 1 },
    });
  });
});

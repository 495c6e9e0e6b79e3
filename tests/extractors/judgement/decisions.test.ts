import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aspectOf, inEffect, isAbout, standing, standingLines } from '../../../extractors/judgement/decisions/index.ts';
import type { Decision, ReviewLine } from '../../../schemas/reviewing/decisions.ts';
import { decided, REFERENCE, undone } from '../../support/reviews.ts';

const confirm = (factId: string): Decision => ({ edit: 'confirm', factId });
const idsOf = (lines: readonly { id: string }[]): string[] => lines.map(({ id }) => id);

describe('decisions that stand', () => {
  const [one, two] = [decided('d1', confirm('f1')), decided('d2', confirm('f2'))];

  test.each<[string, ReviewLine[], string[]]>([
    ['what nobody takes back', [one, two], ['d1', 'd2']],
    ['not what is taken back', [one, two, undone('u3', 'd1')], ['d2']],
    ['what is taken back and made again', [one, undone('u2', 'd1'), undone('u3', 'u2')], ['d1']],
    ['not what is taken back a second time', [one, undone('u2', 'd1'), undone('u3', 'u2'), undone('u4', 'u3')], []],
    ['not what two have taken back, and one made again', [one, undone('u2', 'd1'), undone('u3', 'd1'), undone('u4', 'u2')], []],
    ['once what stands twice', [one, one], ['d1']],
    ['all where an undo names nothing that is there', [one, undone('u2', 'gone')], ['d1']],
  ])('%s', (_, lines, expected) => {
    expect(idsOf(standing(lines))).toEqual(expected);
  });

  test('lines that take each other back in a circle take back nothing else and hang nothing', () => {
    expect(idsOf(standing([one, undone('u1', 'u2'), undone('u2', 'u1')]))).toEqual(['d1']);
  });

  test('undo after do is as if nothing was done, redo after undo as if nothing was undone', () => {
    const lines = fc.array(fc.nat(5), { maxLength: 8 }).map((facts) => facts.map((n, i) => decided(`d${i}`, confirm(`f${n}`))));
    fc.assert(
      fc.property(lines, (before) => {
        const done = [...before, decided('x1', confirm('f1'))];
        const taken = [...done, undone('u1', 'x1')];
        expect(standing(taken)).toEqual(standing(before));
        expect(standing([...taken, undone('u2', 'u1')])).toEqual(standing(done));
        expect(idsOf(standingLines(taken))).toContain('u1');
      }),
    );
  });
});

describe('which document a decision is about', () => {
  test.each<[string, boolean, Partial<typeof REFERENCE>]>([
    ['the same bytes, whatever is known of them', true, { entityId: null, year: 2020 }],
    ['another form of the same disclosure', true, { sha256: 'cd' }],
    ['not another year', false, { sha256: 'cd', year: 2025 }],
    ['not another kind', false, { sha256: 'cd', kind: 'final-accounts' }],
    ['not another scope', false, { sha256: 'cd', scope: 'own' }],
    ['not another body', false, { sha256: 'cd', entityId: 'b' }],
    ['not other bytes of which nothing is known', false, { sha256: 'cd', entityId: null }],
  ])('%s', (_, expected, rest) => {
    expect(isAbout(REFERENCE, { ...REFERENCE, ...rest })).toBe(expected);
  });

  test('what is not known of both is no sign that they are the same', () => {
    const unknown = { ...REFERENCE, entityId: null };
    expect(isAbout(unknown, { ...unknown, sha256: 'cd' })).toBe(false);
  });
});

describe('which decision counts', () => {
  test('of two about a number the later one, whoever made it and in whatever order the lines stand', () => {
    const early = decided('d1', { edit: 'value', factId: 'f1', value: '1' });
    const late = decided('d2', confirm('f1'), { reviewer: 'ben' });
    expect(idsOf(inEffect([early, late]))).toEqual(['d2']);
    expect(idsOf(inEffect([late, early]))).toEqual(['d2']);
  });

  test('what others build on comes first, and a table is taken away last', () => {
    const lines = [
      decided('d1', { edit: 'no-table', table: 't1' }),
      decided('d2', confirm('f1')),
      decided('d3', { edit: 'move', factId: 'f1', column: 'c1' }),
      decided('d4', { edit: 'unit', table: 't1', unit: '元' }),
    ];
    expect(idsOf(inEffect(lines))).toEqual(['d4', 'd3', 'd2', 'd1']);
  });

  test.each<[Decision, string]>([
    [{ edit: 'source', factId: 'f1' }, 'number f1'],
    [{ edit: 'move', factId: 'f1', column: 2 }, 'move f1'],
    [{ edit: 'parent', table: 't1', row: 'r1', parent: null }, 'parent t1 r1'],
    [{ edit: 'title', table: 't1', title: 'x' }, 'title t1'],
    [{ edit: 'column', table: 't1', column: 'c1', path: ['x'] }, 'column t1 c1'],
    [{ edit: 'item-seen', itemId: 'i1' }, 'item i1'],
  ])('%o is about %s', (decision, aspect) => {
    expect(aspectOf(decision)).toBe(aspect);
  });
});

import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readReviews, reviewsIn } from '../../../pipeline/decisions/reviews-file.ts';
import type { Desk } from '../../../pipeline/review/desk/index.ts';
import { Change, DocumentView, PageView, Queue, QueueFilter, Session } from '../../../schemas/reviewing/api.ts';
import { WRONG_BUDGET } from '../../support/budget.ts';
import { Workplace } from '../../support/desk.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace();
  place.put('a.txt', WRONG_BUDGET);
  place.put('b.txt', WRONG_BUDGET.replace('江川市档案馆', '江川市图书馆').replace('→4.00→2.00→1.00', '→3.00→2.00→1.00'));
  await place.extract();
});
afterEach(() => place.remove());

const ask = (rest: Partial<QueueFilter> = {}): QueueFilter => ({ ...QueueFilter.parse({}), ...rest });

async function takeProposal(desk: Desk): Promise<Change> {
  const { items, revision } = await desk.view('a');
  const [item] = items;
  return desk.decide('a', { decisions: item?.take ?? [], itemId: item?.itemId, reason: 'seen', seconds: 2, revision });
}

const facts = (): string => readFileSync(join(place.out, 'facts.csv'), 'utf8');

describe('what lies on the desk', () => {
  test('is what the schemas promise', async () => {
    const desk = place.desk();
    const view = await desk.view('a');
    expect(DocumentView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ judged: 'yes', canUndo: false, canRedo: false, document: { open: 1, source: 'there', decisions: 0 } });
    expect(view.tables[0]).toMatchObject({
      key: expect.stringMatching(/^t/),
      rowKeys: [expect.any(String), expect.any(String), expect.any(String)],
    });
    expect(Queue.parse(desk.queue(ask()))).toEqual(desk.queue(ask()));
    expect(Session.parse(desk.session())).toMatchObject({ documents: 2, open: 1, revision: 0, folder: 'out' });
    const page = await desk.page('a', 1);
    expect(PageView.parse(page)).toMatchObject({ form: 'lines', of: 1, number: 1 });
    await expect(desk.page('a', 2)).rejects.toMatchObject({ status: 404 });
    await expect(desk.view('../a')).rejects.toMatchObject({ status: 404 });
  });

  test('an item says what it is about and what its proposal would decide', async () => {
    const { items, equations } = await place.desk().view('a');
    expect(items).toMatchObject([{ ruleId: 'equation/broken', unit: '万元', state: 'open', take: [{ edit: 'value', value: '3.00' }] }]);
    const residuals = items[0]?.equationIds.map((id) => equations.find((equation) => equation.id === id)?.residual);
    expect(residuals).toContain(items[0]?.residual);
  });

  test('the queue holds what its filter lets through', () => {
    const desk = place.desk();
    const totals: [Partial<QueueFilter>, number][] = [
      [{}, 1],
      [{ document: 'b' }, 0],
      [{ year: 2026 }, 1],
      [{ year: 2025 }, 0],
      [{ form: 'text' }, 1],
      [{ form: 'pdf' }, 0],
      [{ money: 1e9 }, 0],
      [{ state: 'unsure' }, 0],
      [{ offset: 1 }, 1],
    ];
    for (const [filter, total] of totals) expect(desk.queue(ask(filter)).total, JSON.stringify(filter)).toBe(total);
  });
});

describe('a decision', () => {
  test('clears what it settles, is saved before it is answered, and the next extraction has it', async () => {
    const desk = place.desk();
    const before = facts();
    const change = await takeProposal(desk);
    expect(Change.parse(change)).toEqual(change);
    expect(change).toMatchObject({
      cleared: [expect.any(String)],
      added: [],
      items: [],
      others: false,
      canUndo: true,
      document: { open: 0, confirmed: 1 },
    });
    expect(change.cells).toHaveLength(1);
    const [line] = readReviews(reviewsIn(place.out));
    expect(line).toMatchObject({
      reviewer: 'ann',
      before: '4.00',
      after: '3.00',
      reason: 'seen',
      seconds: 2,
      item: { ruleId: 'equation/broken' },
    });
    desk.close();
    await place.extract();
    const rows = (text: string) => text.split('\r\n').filter((row) => row.startsWith('b,'));
    expect(facts()).toContain('4.00,3.00');
    expect(rows(facts())).toEqual(rows(before));
    expect(place.desk().session()).toMatchObject({ open: 0, revision: 1 });
  });

  test('names tables, rows and columns by position, and is kept with keys that last', async () => {
    const desk = place.desk();
    await desk.decide('a', { decisions: [{ edit: 'role', table: 1, row: 1, role: 'memo' }], reason: '', revision: 0 });
    const { tables } = await desk.view('a');
    expect(readReviews(reviewsIn(place.out))).toMatchObject([
      { decision: { table: tables[0]?.key, row: tables[0]?.rowKeys[1] }, before: 'item', after: 'memo' },
    ]);
  });

  test('that does not fit is refused and nothing of its click is saved', async () => {
    const desk = place.desk();
    const [factId] = (await desk.view('a')).items[0]?.factIds ?? [];
    const click = {
      decisions: [
        { edit: 'confirm', factId: factId ?? '' },
        { edit: 'confirm', factId: 'fgone' },
      ] as const,
      reason: '',
      revision: 0,
    };
    await expect(desk.decide('a', { ...click, decisions: [...click.decisions] })).rejects.toMatchObject({
      status: 422,
      message: 'no fact fgone',
    });
    expect(readReviews(reviewsIn(place.out))).toEqual([]);
    expect((await desk.view('a')).document.decisions).toBe(0);
  });

  test('undone and made again, click by click', async () => {
    const desk = place.desk();
    const untouched = await desk.view('a');
    await takeProposal(desk);
    const done = await desk.view('a');
    const undo = await desk.step('a', 'undo', { revision: done.revision });
    expect(undo).toMatchObject({ added: [untouched.items[0]?.itemId], cleared: [], canUndo: false, canRedo: true });
    expect((await desk.view('a')).tables).toEqual(untouched.tables);
    await desk.step('a', 'redo', { revision: undo.revision });
    expect((await desk.view('a')).tables).toEqual(done.tables);
    await expect(desk.step('a', 'redo', { revision: 0 })).rejects.toMatchObject({ status: 409 });
    expect(readReviews(reviewsIn(place.out)).map(({ record }) => record)).toEqual(['decision', 'undo', 'undo']);
  });

  test('of a person who cannot tell leaves the item apart', async () => {
    const desk = place.desk();
    const [item] = (await desk.view('a')).items;
    const change = await desk.decide('a', { decisions: [{ edit: 'unsure', factId: item?.factIds[0] ?? '' }], reason: '', revision: 0 });
    expect(change).toMatchObject({ cleared: [], document: { open: 0, unsure: 1 }, items: [{ state: 'unsure' }] });
    expect(desk.queue(ask()).total).toBe(0);
    expect(desk.queue(ask({ state: 'all' })).total).toBe(1);
  });

  test('of a second tab is told to the first, and both are kept', async () => {
    const desk = place.desk();
    const { revision, tables } = await desk.view('a');
    const ids = (tables[0]?.rows ?? []).flatMap(({ cells }) => cells.map(({ factId }) => factId));
    const click = (factId = '') => desk.decide('a', { decisions: [{ edit: 'confirm' as const, factId }], reason: '', revision });
    const [first, second] = await Promise.all([click(ids[0]), click(ids[1])]);
    expect([first.others, second.others]).toEqual([false, true]);
    expect((await desk.view('a')).decisions).toHaveLength(2);
  });
});

describe('an output folder', () => {
  test('is reviewed by one server at a time', () => {
    place.desk();
    expect(() => new Workplace(place.folder).desk()).toThrow(/lock/);
  });

  test('without results is none', () => {
    expect(() => place.desk({ out: join(place.folder, 'in') })).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  test('that is extracted anew meanwhile is taken up', async () => {
    const desk = place.desk();
    await desk.view('a');
    place.put('c.txt', WRONG_BUDGET.replace('江川市档案馆', '江川市司法局'));
    await place.extract();
    expect(desk.session().documents).toBe(3);
    expect(desk.documents().map(({ documentId }) => documentId)).toContain('c');
  });

  test('whose files are links to elsewhere gives nothing of them', async () => {
    const elsewhere = join(place.folder, 'secret.json');
    writeFileSync(elsewhere, readFileSync(join(place.out, 'a', 'report.json')));
    rmSync(join(place.out, 'a', 'report.json'));
    symlinkSync(elsewhere, join(place.out, 'a', 'report.json'));
    await expect(place.desk().view('a')).rejects.toThrow();
  });
});

describe('a document that is not there any more', () => {
  test('is shown as it was read; its numbers can be decided, its tables cannot', async () => {
    rmSync(join(place.documents, 'a.txt'));
    const desk = place.desk();
    const view = await desk.view('a');
    expect(view).toMatchObject({ document: { source: 'gone', open: 1 } });
    await expect(desk.source('a')).rejects.toMatchObject({ status: 404, code: 'source-gone' });
    const change = await takeProposal(desk);
    expect(change.judged).toBe('impossible');
    await expect(desk.decide('a', { decisions: [{ edit: 'unit', table: 1, unit: '元' }], reason: '', revision: 0 })).rejects.toMatchObject({
      status: 409,
    });
    desk.close();
    place.put('a.txt', WRONG_BUDGET);
    await place.extract();
    expect(facts()).toContain('4.00,3.00');
  });

  test('or is another one is not given out, and may lie in another folder', async () => {
    place.put('a.txt', 'another');
    await expect(place.desk().source('a')).rejects.toMatchObject({ code: 'source-changed' });
    const sources = join(place.documents, 'moved');
    const { sourceFile } = (await place.desk().view('a')).document;
    place.put(join('moved', sourceFile), WRONG_BUDGET);
    expect((await place.desk({ sources }).source('a')).media).toBe('text');
  });
});

describe('the sample', () => {
  test('counts what was wrong of it and leaves the queue', async () => {
    place.remove();
    place = new Workplace();
    place.put('b.txt', WRONG_BUDGET.replace('→4.00→2.00→1.00', '→3.00→2.00→1.00'));
    await place.extract(1);
    const desk = place.desk();
    const { items, revision } = await desk.view('b');
    expect(items).toHaveLength(9);
    const [one, other] = items;
    const { revision: next, items: left } = await desk.decide('b', {
      decisions: [{ edit: 'confirm', factId: one?.factIds[0] ?? '' }],
      itemId: one?.itemId,
      reason: '',
      revision,
    });
    expect(left.map(({ itemId }) => itemId)).not.toContain(one?.itemId);
    await desk.decide('b', {
      decisions: [{ edit: 'value', factId: other?.factIds[0] ?? '', value: '77' }],
      itemId: other?.itemId,
      reason: '',
      revision: next,
    });
    expect(desk.stats()).toMatchObject({ audited: 2, auditedWrong: 1, decisions: 2 });
  });
});

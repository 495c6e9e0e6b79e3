import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../../../pipeline/run/batch/in-order.ts';

const items = Array.from({ length: 40 }, (_, i) => i);

async function collect<R>(results: AsyncGenerator<R>): Promise<R[]> {
  const list: R[] = [];
  for await (const result of results) list.push(result);
  return list;
}

describe('results come in the order of the items', () => {
  test('whatever takes how long', async () => {
    const work = async (item: number) => wait((item * 7) % 5, item);
    expect(await collect(inOrder(items, { jobs: 3, ahead: 9 }, work))).toEqual(items);
  });

  test('no more in work than jobs, no more begun than may wait', async () => {
    let working = 0;
    let most = 0;
    let begun = 0;
    let taken = 0;
    let farthest = 0;
    const results = inOrder(items, { jobs: 3, ahead: 5 }, async (item) => {
      begun++;
      farthest = Math.max(farthest, begun - taken);
      working++;
      most = Math.max(most, working);
      await wait(item === 0 ? 20 : 1);
      working--;
    });
    for await (const _ of results) taken++;
    expect([most, farthest <= 5, taken]).toEqual([3, true, items.length]);
  });
});

describe('when it ends early', () => {
  test('a failure comes in its turn, nothing new is begun, and what is in work ends first', async () => {
    const done: number[] = [];
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error('no');
      await wait(item > 2 ? 10 : 1);
      done.push(item);
      return item;
    };
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const item of inOrder(items, { jobs: 2, ahead: 8 }, work)) seen.push(item);
    };
    await expect(run()).rejects.toThrow('no');
    expect(seen).toEqual([0, 1]);
    const before = done.length;
    await wait(30);
    expect([before, before < 8]).toEqual([done.length, true]);
  });

  test('the caller may stop', async () => {
    let begun = 0;
    for await (const item of inOrder(items, { jobs: 1, ahead: 1 }, async (i) => {
      begun++;
      return i;
    })) {
      if (item === 1) break;
    }
    expect(begun).toBe(2);
  });
});

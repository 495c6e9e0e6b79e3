import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Gate } from '../../../../pipeline/run/isolation/gate.ts';

/** Work that goes on until it is told to end; `log` says who came and went. */
function worker(log: string[], name: string): { work: () => Promise<string>; end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async (): Promise<string> => {
    log.push(`${name} in`);
    await ended;
    log.push(`${name} out`);
    return name;
  };
  return { work, end };
}

test('who is alone waits for those inside, and those behind wait for it', async () => {
  const log: string[] = [];
  const gate = new Gate();
  const [a, b, alone, c] = ['a', 'b', 'alone', 'c'].map((name) => worker(log, name));
  if (!a || !b || !alone || !c) throw new Error('four workers');
  const all = Promise.all([gate.together(a.work), gate.together(b.work), gate.alone(alone.work), gate.together(c.work)]);
  await turn();
  expect(log).toEqual(['a in', 'b in']);
  for (const { end } of [a, b, alone, c]) {
    end();
    await turn();
  }
  expect(log).toEqual(['a in', 'b in', 'a out', 'b out', 'alone in', 'alone out', 'c in', 'c out']);
  expect(await all).toEqual(['a', 'b', 'alone', 'c']);
});

test('work that fails leaves as any other', async () => {
  const gate = new Gate();
  await expect(gate.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.together(() => Promise.resolve('in'))).toBe('in');
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change, DocumentView } from '../../schemas/reviewing/api.ts';
import { tabs } from '../extractors/documents.ts';
import { WRONG_BUDGET } from '../support/budget.ts';

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const duizhang = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
const extract = () => duizhang('extract', 'in', '--out', 'out', '--quiet');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
  mkdirSync(at('in'));
  writeFileSync(at('in', 'a.txt'), tabs(WRONG_BUDGET));
  extract();
});
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A server of its own; the address is the first line that it prints. */
async function serve(...args: string[]): Promise<{ child: ChildProcess; ask: <T>(path: string, body?: object) => Promise<T> }> {
  const child = spawn(process.execPath, [MAIN, 'review', 'out', '--no-open', '--reviewer', 'ann', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(child);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [line]: string[] = await once(lines, 'line');
  const { origin, searchParams } = new URL(line ?? '');
  const headers = { 'x-duizhang-token': searchParams.get('token') ?? '', 'content-type': 'application/json' };
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${origin}/api/${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
    return answer.json() as Promise<T>;
  };
  return { child, ask };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const over = once(child, 'exit');
  child.kill(signal);
  const [code]: (number | null)[] = await over;
  return code ?? null;
}

describe('duizhang review', () => {
  test('a server that is killed between two clicks has lost neither, and its lock hinders nobody', async () => {
    const first = await serve();
    const { tables } = await first.ask<DocumentView>('documents/a');
    const ids = (tables[0]?.rows ?? []).flatMap(({ cells }) => cells.map(({ factId }) => factId));
    for (const factId of ids.slice(0, 2)) {
      const { saved } = await first.ask<Change>('documents/a/decisions', { decisions: [{ edit: 'confirm', factId }], revision: 0 });
      expect(saved).toHaveLength(1);
    }
    expect(await ended(first.child, 'SIGKILL')).toBeNull();
    const second = await serve();
    const { decisions, revision, items } = await second.ask<DocumentView>('documents/a');
    expect(decisions.map(({ decision }) => decision)).toEqual(ids.slice(0, 2).map((factId) => ({ edit: 'confirm', factId })));
    const click = { decisions: items[0]?.take, itemId: items[0]?.itemId, seconds: 3, revision };
    expect((await second.ask<Change>('documents/a/decisions', click)).items).toEqual([]);
    expect(await ended(second.child, 'SIGINT')).toBe(0);
  });

  test('the next extraction has what was decided, and the one after keeps it', () => {
    const fresh = extract();
    expect(fresh.status).toBe(0);
    const [header = '', row = ''] = readFileSync(at('out', 'documents.csv'), 'utf8').replace('\uFEFF', '').split('\r\n');
    const cells = Object.fromEntries(header.split(',').map((name, i) => [name, row.split(',')[i]]));
    expect(cells).toMatchObject({ review_items: '0', reviewed: '3', confirmed: '3', equations_broken: '0' });
    const facts = readFileSync(at('out', 'facts.csv'), 'utf8');
    extract();
    expect(readFileSync(at('out', 'facts.csv'), 'utf8')).toBe(facts);
    expect(duizhang('extract', 'in', '--out', 'out', '--dry-run').stderr).toMatch(/1/);
  });

  test('export, import and stats: another reviewer disagrees', () => {
    const { stdout } = duizhang('review', 'export', 'out');
    const parsed = (text: string): unknown[] =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(parsed(stdout)).toEqual(parsed(readFileSync(at('out', 'reviews.jsonl'), 'utf8')));
    const other = stdout
      .trim()
      .split('\n')
      .map((line) => ({
        ...JSON.parse(line),
        reviewer: 'ben',
        after: '8.00',
        id: `${JSON.parse(line).id}-2`,
        at: '2099-01-01T00:00:00.000Z',
        decision: { edit: 'value', factId: JSON.parse(line).decision.factId, value: '8.00' },
      }));
    writeFileSync(at('ben.jsonl'), other.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const imported = duizhang('review', 'import', 'ben.jsonl', 'out');
    expect([imported.status, imported.stdout.trim().split('\n').length]).toEqual([0, 3]);
    expect(imported.stdout).toMatch(/ben value 8\.00 \(counts, it is later\); ann/);
    expect(JSON.parse(duizhang('review', 'stats', 'out').stdout)).toMatchObject({
      decisions: 6,
      documents: [{ reviewers: ['ann', 'ben'] }],
    });
    expect(duizhang('review', 'export', 'out', '--format', 'csv', '--out', 'all.csv').status).toBe(0);
    expect(duizhang('review', 'import', 'all.csv', 'out').stderr).toMatch(/0 lines added, 6 were there/);
  });

  test('a line that is none stops an extraction, and says which', () => {
    const path = at('broken.jsonl');
    writeFileSync(path, '{"record":"decision"}\n');
    const { status, stderr } = duizhang('extract', 'in', '--out', 'out', '--reviews', 'broken.jsonl');
    expect([status, stderr]).toEqual([2, expect.stringContaining('broken.jsonl, line 1')]);
  });

  test.each([
    [['review', 'nowhere'], 2, /no results/],
    [['review', 'out', '--port', '70000'], 1, /65535/],
    [['review', 'import', 'gone.jsonl', 'out'], 2, /cannot be read/],
  ] as const)('%o ends with %i', (args, code, words) => {
    const { status, stderr } = duizhang(...args);
    expect([status, stderr]).toEqual([code, expect.stringMatching(words)]);
  });
});

import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, EXIT, UserError } from '../../base/errors.ts';
import { writing } from '../../base/files.ts';

/** Who works on an output folder. `begun`: when the process began, where the system tells: a pid is given out again. */
const Holder = z.object({ pid: z.number(), host: z.string(), begun: z.string().nullable(), since: z.string() });
type Holder = z.infer<typeof Holder>;

/** Field 22 of /proc/<pid>/stat, counted behind the name in brackets, which may hold blanks. Elsewhere than on Linux null. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Of another host nothing can be known: its lock counts. What cannot be read was cut off with the power. */
function isStale(holder: Holder | null): boolean {
  if (holder === null) return true;
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  const begun = beginOf(holder.pid);
  return begun !== null && holder.begun !== null && begun !== holder.begun;
}

function taken(path: string, holder: Holder | null): UserError {
  const { pid = 0, host = '?', since = '?' } = holder ?? {};
  return new UserError(EXIT.write, {
    en: `${path}: another run works on this folder (process ${pid} on ${host}, since ${since}). Wait for it, or choose another folder with --out; if that run is gone, delete the file.`,
    zh: `${path}：另一次运行正在使用该文件夹（${host} 上的进程 ${pid}，始于 ${since}）。请等它结束，或用 --out 换一个文件夹；若该运行已不存在，请删除此文件。`,
  });
}

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

const isTaken = (error: unknown): boolean => codeOf(error) === 'EEXIST';

/** A link is made or not, and the text is there with it: two runs never both hold the lock. Some file systems have no links. */
function tryLink(own: string, path: string): boolean {
  try {
    try {
      linkSync(own, path);
    } catch (error) {
      if (isTaken(error)) throw error;
      copyFileSync(own, path, constants.COPYFILE_EXCL);
    }
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** Takes a stale lock away; where another run was quicker, its lock is put back. */
function clear(path: string, judged: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (textOf(aside) !== judged) tryLink(aside, path);
  rmSync(aside, { force: true });
}

const ATTEMPTS = 3;

/**
 * Holds `<folder>/lock` until the function that is returned is called.
 *
 * @throws UserError with exit code 5 while a run that is alive holds it.
 */
export function lock(folder: string): () => void {
  const path = join(folder, 'lock');
  const own = join(folder, `lock.${process.pid}`);
  const holder: Holder = { pid: process.pid, host: hostname(), begun: beginOf(process.pid), since: new Date().toISOString() };
  const text = `${JSON.stringify(holder)}\n`;
  const unlock = (): void => {
    // Somebody may have taken it for left over and deleted it.
    if (textOf(path) === text) rmSync(path, { force: true });
  };
  return writing(path, () => {
    writeFileSync(own, text);
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (tryLink(own, path)) return unlock;
        const theirs = textOf(path);
        if (theirs === null) continue;
        if (!isStale(parseHolder(theirs))) throw taken(path, parseHolder(theirs));
        clear(path, theirs, `${own}.stale`);
      }
      throw taken(path, parseHolder(textOf(path) ?? ''));
    } finally {
      rmSync(own, { force: true });
    }
  });
}

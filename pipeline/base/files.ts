import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf, EXIT, systemReason, UserError } from './errors.ts';

/*
 * Writes are synchronous: a document is some twenty small files, and waiting for each of them costs more than writing it.
 */

function diskFull(path: string, error: unknown): UserError {
  return new UserError(
    EXIT.write,
    {
      en: `${path}: cannot be written, the disk is full (${systemReason(error)}). Nothing that is done is lost: free some space and give the same command again, it goes on from here.`,
      zh: `${path}：磁盘空间不足，无法写入（${systemReason(error)}）。已完成的部分不会丢失：请腾出空间后重新执行同一命令，将从此处继续。`,
    },
    error,
  );
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

export function cannotWrite(path: string, error: unknown): UserError {
  if (FULL.has(codeOf(error) ?? '')) return diskFull(path, error);
  const reason = systemReason(error);
  return new UserError(
    EXIT.write,
    {
      en: `${path}: cannot be written (${reason}); expected a writable folder with free space. Choose another folder with --out or correct its permissions.`,
      zh: `${path}：无法写入（${reason}）；需要可写且有空间的文件夹。请用 --out 换一个文件夹，或改正权限。`,
    },
    error,
  );
}

/** Runs a write; what the file system refuses becomes an error with exit code 5 that names the path. */
export function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof UserError ? error : cannotWrite(path, error);
  }
}

/** Reads what an earlier step wrote; where that is gone, the run cannot go on. */
export function reading<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UserError(
      EXIT.write,
      {
        en: `${path}: cannot be read back (${systemReason(error)}); it belongs to the results of this folder. Give the same command again with --fresh.`,
        zh: `${path}：无法读回（${systemReason(error)}）；它是该文件夹结果的一部分。请加 --fresh 重新执行同一命令。`,
      },
      error,
    );
  }
}

/** A new name is on the disk when its folder is; where folders cannot be opened (Windows), without. */
export function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `durable`: what is written is on the disk, not only on its way there, before it takes its name. */
export function replaceFile(path: string, content: string | Uint8Array, durable: boolean): void {
  const part = `${path}.part`;
  try {
    const descriptor = openSync(part, 'w');
    try {
      writeFileSync(descriptor, content);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Readers see the old file or the whole new one, never half of it, not even after the power went. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  writing(path, () => replaceFile(path, content, true));
}

/** Waits until files that were written before, and the names of those in `folder`, are on the disk. */
export async function syncFiles(folder: string, paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      try {
        const handle = await open(path, 'r+');
        await handle.sync().finally(() => handle.close());
      } catch (error) {
        throw cannotWrite(path, error);
      }
    }),
  );
  writing(folder, () => syncFolder(folder));
}

/** One level at a time: mkdir's own recursion never ends where a parent exists but takes no folders (as in /proc). */
export function makeFolder(path: string): void {
  writing(path, () => {
    const missing: string[] = [];
    for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
    if (missing.length === 0 && !statSync(path).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    for (const folder of missing) mkdirSync(folder);
  });
}

/**
 * Writes text files into a folder and deletes those of an earlier run that are `stale` by their name and not written again. Each is whole or not
 * there; waiting for the disk with each of them would take longer than reading the document (see `syncFiles`).
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>, stale: (name: string) => boolean): void {
  makeFolder(folder);
  writing(folder, () => {
    for (const name of readdirSync(folder)) {
      if (stale(name) && !files.has(name)) rmSync(join(folder, name));
    }
    for (const [name, text] of files) replaceFile(join(folder, name), text, false);
  });
}

/** Makes the output folder and proves that it can be written, before any work is done. */
export function prepareOutput(folder: string, overwrite: boolean): void {
  makeFolder(folder);
  writing(folder, () => {
    const probe = join(folder, '.write-test.part');
    writeFileSync(probe, '');
    rmSync(probe);
  });
  const results = join(folder, 'documents.csv');
  if (!overwrite && existsSync(results)) {
    throw new UserError(EXIT.write, {
      en: `${results} exists and --no-overwrite was given. Choose another folder with --out, or leave --no-overwrite out.`,
      zh: `${results} 已存在，且指定了 --no-overwrite。请用 --out 换一个文件夹，或去掉 --no-overwrite。`,
    });
  }
}

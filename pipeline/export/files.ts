import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RecordFile } from '../../schemas/records.ts';
import { EXIT, systemReason, UserError } from '../errors.ts';
import { BOM, headerLine, recordLines } from './csv.ts';
import { RECORD_FILES } from './fields.ts';
import { markVersions } from './mark-versions.ts';
import type { RecordSet } from './records.ts';

/*
 * Writes are synchronous: a document is some twenty small files, and waiting for each of them costs more than writing it.
 */

export function cannotWrite(path: string, error: unknown): UserError {
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

/** Readers see the old file or the whole new one, never half of it. */
export function writeAtomically(path: string, text: string): void {
  const part = `${path}.part`;
  writing(path, () => {
    writeFileSync(part, text);
    renameSync(part, path);
  });
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

/** Writes text files into a folder and deletes those of an earlier run that match `stale` and are not written again. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>, stale: RegExp): void {
  makeFolder(folder);
  writing(folder, () => {
    for (const name of readdirSync(folder)) {
      if (stale.test(name) && !files.has(name)) rmSync(join(folder, name));
    }
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
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

/** Rows of one document as lines of CSV; files to which it adds nothing are left out. */
export type RowTexts = Readonly<Partial<Record<RecordFile, string>>>;

export function rowTexts(records: RecordSet): RowTexts {
  const filled = RECORD_FILES.filter((file) => records[file].length > 0);
  return Object.fromEntries(filled.map((file) => [file, recordLines(file, records[file])]));
}

/** The CSV files of a run: rows are appended document by document, the files take their names only at the end. */
export class CsvSet {
  readonly #folder: string;
  readonly #open = new Map<RecordFile, number>();

  constructor(folder: string) {
    this.#folder = folder;
    for (const file of RECORD_FILES) {
      this.#open.set(
        file,
        writing(this.#path(file), () => openSync(`${this.#path(file)}.part`, 'w')),
      );
      this.#write(file, BOM + headerLine(file));
    }
  }

  #path(file: RecordFile): string {
    return join(this.#folder, file);
  }

  #write(file: RecordFile, text: string): void {
    writing(this.#path(file), () => appendFileSync(this.#open.get(file)!, text));
  }

  append(rows: RowTexts): void {
    for (const file of RECORD_FILES) if (rows[file]) this.#write(file, rows[file]);
  }

  commit(): void {
    for (const [file, descriptor] of this.#open) {
      writing(this.#path(file), () => {
        closeSync(descriptor);
        this.#open.delete(file);
      });
    }
    const documents = `${this.#path('documents.csv')}.part`;
    writing(documents, () => writeFileSync(documents, markVersions(readFileSync(documents, 'utf8'))));
    for (const file of RECORD_FILES) writing(this.#path(file), () => renameSync(`${this.#path(file)}.part`, this.#path(file)));
  }

  /** After a failure: what an earlier run wrote stays as it was. */
  discard(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
    for (const file of RECORD_FILES) rmSync(`${this.#path(file)}.part`, { force: true });
  }
}

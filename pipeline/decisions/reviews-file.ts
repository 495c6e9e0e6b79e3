/** reviews.jsonl: lines in and out, and what two such files say together; imports schemas, extractors, base. */
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ReviewLine } from '../../schemas/reviewing/decisions.ts';
import { EXIT, systemReason, UserError } from '../base/errors.ts';
import { syncFolder, writing } from '../base/files.ts';

/** The decisions about the documents of an output folder, in it. */
export const REVIEWS = 'reviews.jsonl';

export const reviewsIn = (folder: string): string => join(folder, REVIEWS);

function wrongLine(path: string, number: number, reason: string): UserError {
  return new UserError(EXIT.input, {
    en: `${path}, line ${number}: is no decision of a review (${reason}). Nothing was read, so that no decision is left out unseen; correct the line, or remove it if it was never meant to be one.`,
    zh: `${path} 第 ${number} 行不是复核记录（${reason}）。为避免漏掉任何决定，文件未被采用；请改正该行，若本不是记录请删除。`,
  });
}

function lineOf(text: string): { line: ReviewLine } | { reason: string } {
  try {
    const { data, error } = ReviewLine.safeParse(JSON.parse(text));
    return data ? { line: data } : { reason: z.prettifyError(error).split('\n').slice(0, 2).join(' ') };
  } catch {
    return { reason: 'not JSON' };
  }
}

/**
 * The lines of a text. What stands behind the last line break was cut off while it was written, and nobody was told that it is saved:
 * it counts if it is whole.
 *
 * @throws UserError (exit code 2) for any other line that is none.
 */
export function parseReviews(text: string, path: string): ReviewLine[] {
  const texts = text.replace(/^\uFEFF/, '').split('\n');
  return texts.flatMap((raw, i) => {
    if (raw.trim() === '') return [];
    const parsed = lineOf(raw);
    if ('line' in parsed) return [parsed.line];
    if (i === texts.length - 1) return [];
    throw wrongLine(path, i + 1, parsed.reason);
  });
}

/** The lines of a file. @throws UserError (exit code 2) when it cannot be read or a line is none. */
export function readReviews(path: string): ReviewLine[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      EXIT.input,
      {
        en: `${path}: cannot be read (${systemReason(error)}); expected the reviews.jsonl of an output folder.`,
        zh: `${path}：无法读取（${systemReason(error)}）；应为输出文件夹中的 reviews.jsonl。`,
      },
      error,
    );
  }
  return parseReviews(text, path);
}

/** The lines of the file that is named, else of the one in the output folder, where there is one. */
export function reviewsFor(out: string | null, named: string | undefined): ReviewLine[] {
  if (named !== undefined) return readReviews(named);
  const own = out === null ? null : reviewsIn(out);
  return own !== null && existsSync(own) ? readReviews(own) : [];
}

const NEWLINE = '\n';

/** Lines at the end of a file. What `add` gives back is on the disk. One writer at a time: whoever opens it holds the folder's lock. */
export class ReviewsFile {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #lines: ReviewLine[];

  /** @throws UserError when it cannot be written (exit code 5), or holds a line that is none (2). */
  constructor(path: string) {
    this.#path = path;
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    this.#lines = parseReviews(text, path);
    this.#descriptor = writing(path, () => openSync(path, 'a+'));
    writing(path, () => this.#mend(text));
  }

  get lines(): readonly ReviewLine[] {
    return this.#lines;
  }

  /** All of the lines, or none. */
  add(lines: readonly ReviewLine[]): void {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}${NEWLINE}`).join(''));
    writing(this.#path, () => this.#append(bytes));
    this.#lines.push(...lines);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** A write that failed half-way is taken back: what it began would swallow the next line. */
  #append(bytes: Buffer): void {
    const before = this.#size();
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
      fsyncSync(this.#descriptor);
    } catch (error) {
      ftruncateSync(this.#descriptor, before);
      throw error;
    }
  }

  #size(): number {
    return fstatSync(this.#descriptor).size;
  }

  /** Ends the last line where a crash cut it off: a whole one gets its line break, a piece of one goes. */
  #mend(text: string): void {
    const end = text.lastIndexOf(NEWLINE) + 1;
    const rest = text.slice(end);
    if (rest.trim() !== '') {
      if ('line' in lineOf(rest)) writeSync(this.#descriptor, NEWLINE);
      else ftruncateSync(this.#descriptor, Buffer.byteLength(text.slice(0, end)));
    }
    fsyncSync(this.#descriptor);
    syncFolder(dirname(this.#path));
  }
}

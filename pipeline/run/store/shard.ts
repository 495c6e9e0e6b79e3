import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RECORDS, type RecordFile } from '../../../schemas/records.ts';
import { makeFolder, reading, writeAtomically } from '../../base/files.ts';
import type { RowTexts } from '../../publish/csv/csv-set.ts';
import { RECORD_FILES } from '../../publish/csv/fields.ts';
import type { Input } from '../inputs/input.ts';
import type { Outcome } from '../outcome.ts';
import { digest } from './fingerprint.ts';

/*
 * A shard is what a finished document adds to the CSV files, and by what it may be known again. It is written last, after the files
 * of the document's folder: where it lies, the document is done. A line of JSON, then the rows of each file one after the other.
 */

/** The folder of the output folder in which the program keeps what a later run goes on from. */
export const STATE_FOLDER = '.duizhang';

/** How the profile came to be chosen. */
export interface ProfileChoice {
  id: string;
  fingerprint: string;
  ambiguous: string[];
  /** Of the patterns by which profiles are chosen; '' where none was asked. */
  match: string;
  /** The beginning of the document; null where no profile was asked for. */
  text: string | null;
}

/** What a failure depends on that is no content: the limits of the run, and the profiles, whose patterns may be what took the time. */
export interface Limits {
  profiles: string;
  timeout: number | null;
  memory: number | null;
  maxTextBytes: number;
}

export interface ShardHead {
  /** Of this file and of the columns in it. */
  format: string;
  program: string;
  /** Language, named profile. */
  options: string;
  /** See `contentOf`; null: never the same again. */
  content: string | null;
  stamp: string | null;
  profile: ProfileChoice;
  limits: Limits | null;
  /** See `decisionsAbout`. */
  decisions: string;
  /** Where the document was read, for whoever wants to look at it again. */
  source: Pick<Input, 'path' | 'member'>;
  /** Name in the document's folder and bytes. */
  files: [string, number][];
  outcome: Pick<Outcome, 'record' | 'proved' | 'expected' | 'reviewRules' | 'exitCode'>;
  sections: [RecordFile, number][];
}

const SHARD_FORMAT = `2-${digest(RECORD_FILES.flatMap((file) => [file, ...Object.keys(RECORDS[file].shape)]))}`;

const HEAD_BYTES = 1 << 17;
const NEWLINE = 0x0a;

const ENDING = '.shard';
export const shardFolder = (out: string): string => join(out, STATE_FOLDER, 'shards');
const pathOf = (out: string, documentId: string): string => join(shardFolder(out), `${documentId}${ENDING}`);

/** Ids of the documents that have results in an output folder, sorted. */
export function documentsIn(out: string): string[] {
  const names = readdirSync(shardFolder(out)).filter((name) => name.endsWith(ENDING));
  return names.map((name) => name.slice(0, -ENDING.length)).sort();
}

export function writeShard(out: string, documentId: string, head: Omit<ShardHead, 'format' | 'sections'>, rows: RowTexts): void {
  const filled = RECORD_FILES.flatMap((file) => (rows[file] ? [[file, Buffer.from(rows[file])] as const] : []));
  const sections = filled.map(([file, bytes]): [RecordFile, number] => [file, bytes.length]);
  const line = Buffer.from(`${JSON.stringify({ format: SHARD_FORMAT, ...head, sections } satisfies ShardHead)}\n`);
  makeFolder(shardFolder(out));
  writeAtomically(pathOf(out, documentId), Buffer.concat([line, ...filled.map(([, bytes]) => bytes)]));
}

/** From now on the document is not done: its files are about to change. */
export function removeShard(out: string, documentId: string): void {
  rmSync(pathOf(out, documentId), { force: true });
}

/** Its format names everything in a head, so that nothing else has to be looked at: there is one for each document of a batch. */
const isHead = (value: unknown): value is ShardHead =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === SHARD_FORMAT;

/** Null for what no program of this version wrote as a whole. `size`: of the file. */
function parseHead(line: Buffer, size: number): ShardHead | null {
  try {
    const head: unknown = JSON.parse(line.toString('utf8'));
    return isHead(head) && head.sections.reduce((sum, [, length]) => sum + length, line.length + 1) === size ? head : null;
  } catch {
    return null;
  }
}

/** Null where there is no shard, or none that this program understands. */
export function readHead(out: string, documentId: string): ShardHead | null {
  let descriptor: number;
  try {
    descriptor = openSync(pathOf(out, documentId), 'r');
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(descriptor);
    for (let length = Math.min(HEAD_BYTES, size); ; length = size) {
      const bytes = Buffer.allocUnsafe(length);
      const end = bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0)).indexOf(NEWLINE);
      if (end !== -1) return parseHead(bytes.subarray(0, end), size);
      if (length === size) return null;
    }
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}

interface Shard {
  head: ShardHead;
  /** Rows of each file as bytes of CSV without a header. */
  rows: [RecordFile, Buffer][];
}

/** @throws UserError (exit code 5) when the shard is gone or no longer what it was. */
export function readShard(out: string, documentId: string): Shard {
  const path = pathOf(out, documentId);
  return reading(path, () => {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(NEWLINE);
    const head = parseHead(bytes.subarray(0, end), bytes.length);
    if (!head) throw new Error('not a whole shard of this version');
    let at = end + 1;
    const rows = head.sections.map(([file, length]): [RecordFile, Buffer] => {
      const start = at;
      at += length;
      return [file, bytes.subarray(start, at)];
    });
    return { head, rows };
  });
}

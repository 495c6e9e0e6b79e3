import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { Disclosure } from '../../../schemas/disclosure.ts';
import { Report } from '../../../schemas/report.ts';
import { EXIT, UserError } from '../../base/errors.ts';
import { reading } from '../../base/files.ts';
import { identityOf } from '../../run/inputs/identity.ts';
import type { Input } from '../../run/inputs/input.ts';
import { readInput } from '../../run/inputs/read-input.ts';
import { documentsIn, readHead, type ShardHead, shardFolder } from '../../run/store/shard.ts';

/** A document of an output folder, as its last extraction left it. */
export interface Extracted {
  documentId: string;
  head: ShardHead;
}

/** The documents of a folder. @throws UserError (exit code 2) for a folder that holds no results of this version. */
export function extractedIn(out: string): Extracted[] {
  const found = statSync(shardFolder(out), { throwIfNoEntry: false })?.isDirectory() ? documentsIn(out) : [];
  const documents = found.flatMap((documentId): Extracted[] => {
    const head = readHead(out, documentId);
    return head ? [{ documentId, head }] : [];
  });
  if (documents.length === 0) {
    throw new UserError(EXIT.input, {
      en: `${out}: holds no results of this version; expected the output folder of "duizhang extract". Give that command first, then review its folder.`,
      zh: `${out}：没有本版本的结果；应为 "duizhang extract" 的输出文件夹。请先执行该命令，再复核其文件夹。`,
    });
  }
  return documents;
}

/** The path of a file below a folder, all links followed; null where it is not there, or lies elsewhere. */
export function pathWithin(folder: string, name: string): string | null {
  try {
    const root = realpathSync(folder);
    const path = realpathSync(resolve(root, name));
    return path.startsWith(root + sep) ? path : null;
  } catch {
    return null;
  }
}

function readJson<T>(out: string, name: string, schema: z.ZodType<T>): T {
  const path = pathWithin(out, name);
  return reading(join(out, name), () => {
    if (path === null) throw new Error('not in this folder');
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  });
}

export const disclosureOf = (out: string, documentId: string): Disclosure => readJson(out, join(documentId, 'disclosure.json'), Disclosure);
export const reportOf = (out: string, documentId: string): Report => readJson(out, join(documentId, 'report.json'), Report);

/** The bytes that a document was read from, and no others; or why they cannot be had. */
export type SourceBytes = { state: 'there'; bytes: Uint8Array } | { state: 'changed' | 'gone' };

function inputsOf({ documentId, head }: Extracted, sources: string | null): Input[] {
  const { source_file: sourceFile } = head.outcome.record;
  const moved = sources === null ? null : pathWithin(sources, sourceFile);
  const known: Input = { ...head.source, sourceFile, documentId };
  return [known, ...(moved === null ? [] : [{ path: moved, sourceFile, documentId }])];
}

/** `sources`: the folder to which the files were moved, where they were. */
export async function sourceOf(document: Extracted, sources: string | null): Promise<SourceBytes> {
  let state: 'changed' | 'gone' = 'gone';
  for (const input of inputsOf(document, sources)) {
    const bytes = await readInput(input);
    if (!(bytes instanceof Uint8Array)) continue;
    if (identityOf(bytes).sha256 === document.head.outcome.record.sha256) return { state: 'there', bytes };
    state = 'changed';
  }
  return { state };
}

/** Whether there is a file at all, without reading it. */
export function isThere(document: Extracted, sources: string | null): boolean {
  return inputsOf(document, sources).some(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

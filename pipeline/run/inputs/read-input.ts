import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { FileIdentity } from '../../../extractors/extraction.ts';
import { systemReason } from '../../base/errors.ts';
import { inMegabytes, MAX_BYTES, openMember, readMember } from './archive.ts';
import { identityOf } from './identity.ts';
import type { Failure, Input, Member } from './input.ts';
import { bundleOf } from './page-pictures.ts';
import { osPath } from './path-bytes.ts';

/** Bytes of a document, or why there are none. */
export type Read = Uint8Array | { failure: Failure };

/** What is neither a file nor a folder. */
export type Special = Pick<Stats, 'isFIFO' | 'isSocket'>;

/** A special file has no content that ends; reading a pipe waits for whoever writes into it. */
export function notAFile(info: Special): Failure {
  const kind = info.isFIFO() ? 'a pipe' : info.isSocket() ? 'a socket' : 'a device';
  return { ruleId: 'source/unreadable', stage: 'read', actual: `${kind}, not a file` };
}

export function unreadable(error: unknown): Failure {
  return { ruleId: 'source/unreadable', stage: 'read', actual: systemReason(error) };
}

export async function readInput({ path, member, pages, failure }: Input): Promise<Read> {
  if (failure) return { failure };
  if (pages) return readPages(pages);
  if (member) return readMember(path, member);
  try {
    const info = await stat(osPath(path));
    if (info.isDirectory() || info.isFile()) return info.size > MAX_BYTES ? { failure: tooLarge(info.size) } : await readFile(osPath(path));
    return { failure: notAFile(info) };
  } catch (error) {
    return { failure: unreadable(error) };
  }
}

async function readPages(pages: readonly string[]): Promise<Read> {
  try {
    const sizes = await Promise.all(pages.map(async (page) => (await stat(osPath(page))).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return bytes > MAX_BYTES ? { failure: tooLarge(bytes) } : await bundleOf(pages);
  } catch (error) {
    return { failure: unreadable(error) };
  }
}

function tooLarge(bytes: number): Failure {
  return { ruleId: 'source/file-too-large', stage: 'read', actual: `${inMegabytes(bytes)} > ${inMegabytes(MAX_BYTES)}` };
}

/** Whether the failure stays the same as long as the input does; a file that cannot be opened may be another time. */
const isLasting = ({ ruleId }: Failure): boolean => ruleId !== 'source/unreadable';

/** What a document is known by again: the SHA-256 of its bytes, or the reason why it has none; null when neither will last. */
export function contentOf(read: Read): string | null {
  if (read instanceof Uint8Array) return createHash('sha256').update(read).digest('hex');
  return isLasting(read.failure) ? `${read.failure.ruleId} ${read.failure.actual}` : null;
}

/** Bytes up to which a file is read at once: a stream costs more than most documents are worth. */
const READ_AT_ONCE = 8 * 2 ** 20;

/** What a document is known by without holding a large file in memory; `identity` is that of nothing where it cannot be read. */
export async function identityOfInput(input: Input): Promise<{ content: string | null; identity: FileIdentity }> {
  const content = await hashInput(input);
  const bytes = input.member?.size ?? (await stat(osPath(input.path)).catch(() => null))?.size ?? 0;
  const isRead = content !== null && SHA256.test(content);
  return { content, identity: isRead ? { sha256: content, bytes } : identityOf(new Uint8Array(0)) };
}

const SHA256 = /^[0-9a-f]{64}$/;

async function hashMember(path: string, member: Member): Promise<string | null> {
  const hash = createHash('sha256');
  const failure = await openMember(path, member, (chunk) => hash.update(chunk));
  return failure ? contentOf({ failure }) : hash.digest('hex');
}

/** The same without holding a large file in memory. */
export async function hashInput(input: Input): Promise<string | null> {
  if (input.failure) return contentOf({ failure: input.failure });
  if (input.member) return hashMember(input.path, input.member);
  if (input.pages) return contentOf(await readInput(input));
  const info = await stat(osPath(input.path)).catch(() => null);
  if (info === null || !info.isFile() || info.size <= READ_AT_ONCE || info.size > MAX_BYTES) return contentOf(await readInput(input));
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(osPath(input.path))) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Size and time of change of the file (and the sum of a member): differs when the content does, unless somebody sets the clock back. */
export async function stampOf({ path, member, pages }: Input): Promise<string | null> {
  if (pages) {
    const stamps = await Promise.all(pages.map((page) => stampOf({ path: page, sourceFile: '', documentId: '' })));
    return stamps.includes(null) ? null : stamps.join(' ');
  }
  const info = await stat(osPath(path)).catch(() => null);
  return info ? [info.size, info.mtimeMs, ...(member ? [member.offset, member.crc32] : [])].join(' ') : null;
}

import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { reasonOf } from '../../base/errors.ts';
import { openDirectory } from './directory-reader.ts';
import type { Failure, Member } from './input.ts';
import { osPath } from './path-bytes.ts';

interface Listed {
  /** Path inside the archive with `/`; never absolute and without `..`. */
  name: string;
  member: Member;
  /** Why it must not be read. */
  failure: Failure | null;
}

/**
 * A document of more bytes, packed or not, is refused before it is read: it is held as a whole, twice while a reader takes it apart,
 * and two workers, the main process and a batch in them stay below 1.2 GB. The largest disclosures with a text layer have 20 MB.
 */
export const MAX_BYTES = 128 * 2 ** 20;
/** Each takes about a kilobyte while the directory is read. */
const MAX_ENTRIES = 200_000;
/** Real documents of this size are packed at most twenty times smaller; deflate can do a thousand. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 8 * 2 ** 20;
const LOCAL_HEADER_BYTES = 30;
const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;
const STORED = 0;
const DEFLATED = 8;
const SYMBOLIC_LINK = 0o12;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/** Without the flag a name is UTF-8 only where Chinese characters come of it: two bytes of GBK can pass for one Greek or Cyrillic letter. */
function guessName(bytes: Uint8Array): string {
  try {
    const text = UTF8.decode(bytes);
    if (!/[\u0080-\u07ff]/.test(text) || /[\u0800-\uffff]/.test(text)) return text;
  } catch {
    // not UTF-8
  }
  return GB18030.decode(bytes);
}

/** The name as its maker meant it: UTF-8 where the archive says so, else GBK, as Chinese Windows packs it. */
export function decodeName(raw: Uint8Array, flags: number, unicodePath?: Uint8Array | undefined): string {
  if ((flags & UTF8_FLAG) !== 0) return new TextDecoder().decode(raw);
  // version, CRC of the raw name, the name in UTF-8
  if (unicodePath && unicodePath.length > 5 && Buffer.from(unicodePath).readUInt32LE(1) === crc32(raw)) {
    return new TextDecoder().decode(unicodePath.subarray(5));
  }
  return guessName(raw);
}

/** The path that may be shown and joined to a folder; `unsafe` when the printed one leads out of it. */
export function safeName(printed: string): { name: string; unsafe: boolean } {
  const path = printed.replaceAll('\\', '/');
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const unsafe = /^\/|^[A-Za-z]:|\0/.test(path) || segments.includes('..');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const name = segments.map((segment) => (segment === '..' ? '__' : segment.replace(/[\u0000-\u001f:]/g, '_'))).join('/');
  return { name, unsafe };
}

export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function refusal(entry: Entry, printed: string, unsafe: boolean): Failure | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  const because = (ruleId: Failure['ruleId'], actual: string): Failure => ({ ruleId, stage: 'read', actual });
  if (unsafe) return because('archive/unsafe-name', printed.replaceAll('\0', '\\0'));
  if (entry.isEncrypted()) return because('archive/encrypted', printed);
  if (/\.zip$/i.test(printed)) return because('archive/nested', printed);
  if (uncompressedSize > MAX_BYTES) return because('archive/too-large', inMegabytes(uncompressedSize));
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO) {
    return because('archive/too-large', `${inMegabytes(compressedSize)} → ${inMegabytes(uncompressedSize)}`);
  }
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    return because('archive/damaged', `compression method ${compressionMethod}`);
  }
  return null;
}

/** Members that share bytes make an archive that unpacks to far more than it holds. */
function overlap(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return sorted.some((entry, index) => {
    const next = sorted[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
    return next !== undefined && end > next.relativeOffsetOfLocalHeader;
  });
}

const isFile = (entry: Entry, name: string): boolean =>
  !/[\\/]$/.test(name) && ((entry.externalFileAttributes >>> 16) & 0o170000) >> 12 !== SYMBOLIC_LINK;

const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** By its descriptor: the library takes paths as text only. `close` of what is returned closes it. */
async function openZip(path: string): Promise<ZipFile> {
  const { fromFdPromise } = await import('yauzl');
  const descriptor = openSync(osPath(path), 'r');
  try {
    return await fromFdPromise(descriptor, OPTIONS);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/**
 * The files of a .zip, sorted by name.
 *
 * @throws Error when it is no such archive, is damaged, has more members than it says, or its members share bytes.
 */
export async function listArchive(path: string): Promise<Listed[]> {
  const { zip, goesOn } = await openDirectory(path);
  const entries: Entry[] = [];
  try {
    if (zip.entryCount > MAX_ENTRIES) throw new Error(`${zip.entryCount} entries; at most ${MAX_ENTRIES} are read`);
    for await (const entry of zip.eachEntry()) entries.push(entry);
    if (goesOn()) throw new Error(`its end record counts ${zip.entryCount} entries, its directory has more`);
  } finally {
    zip.close();
  }
  if (overlap(entries)) throw new Error('its members overlap');
  const listed = entries.flatMap((entry): Listed[] => {
    const unicodePath = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
    const printed = decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag, unicodePath);
    if (!isFile(entry, printed)) return [];
    const { name, unsafe } = safeName(printed);
    const member: Member = {
      offset: entry.relativeOffsetOfLocalHeader,
      compressedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      stored: entry.compressionMethod === STORED,
      crc32: entry.crc32,
    };
    return [{ name, member, failure: refusal(entry, printed, unsafe) }];
  });
  return listed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.member.offset - b.member.offset));
}

/** Hands on the unpacked bytes of a member piece by piece. @throws Error when they are not as many as the directory says. */
async function unpack(path: string, member: Member, take: (chunk: Buffer) => void): Promise<void> {
  const { offset, compressedSize, size, stored } = member;
  const { Entry } = await import('yauzl');
  const zip = await openZip(path);
  try {
    const header = Object.assign(new Entry(), { relativeOffsetOfLocalHeader: offset, compressedSize });
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(header, { minimal: true });
    // yauzl 3.4 has this with a promise, too, but it calls another function
    const stream = await new Promise<Readable>((resolve, reject) => {
      const opened = (error: Error | null, readable: Readable): void => (error ? reject(error) : resolve(readable));
      zip.openReadStreamLowLevel(fileDataStart, compressedSize, 0, compressedSize, !stored, size, opened);
    });
    let length = 0;
    for await (const data of stream) {
      const chunk: Buffer = data;
      length += chunk.length;
      if (length > size) throw new Error('longer than its directory says');
      take(chunk);
    }
    if (length !== size) throw new Error('shorter than its directory says');
  } finally {
    zip.close();
  }
}

/** Gives the unpacked bytes of a member to `take`. @returns why they cannot be used, else null. */
export async function openMember(path: string, member: Member, take: (chunk: Buffer) => void): Promise<Failure | null> {
  const damaged = (actual: string): Failure => ({ ruleId: 'archive/damaged', stage: 'read', actual });
  let sum = 0;
  try {
    await unpack(path, member, (chunk) => {
      sum = crc32(chunk, sum);
      take(chunk);
    });
    return sum === member.crc32 ? null : damaged('CRC-32');
  } catch (error) {
    return damaged(reasonOf(error));
  }
}

/** The unpacked bytes of a member, or why there are none. */
export async function readMember(path: string, member: Member): Promise<Uint8Array | { failure: Failure }> {
  const bytes = new Uint8Array(member.size);
  let length = 0;
  const failure = await openMember(path, member, (chunk) => {
    bytes.set(chunk, length);
    length += chunk.length;
  });
  return failure ? { failure } : bytes;
}

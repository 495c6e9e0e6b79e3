/** Bytes of a ZIP container in, its members out, unpacked within a bound; imports nothing of ours. */
import { type UnzipFileInfo, unzipSync } from 'fflate';

const HEAD = [0x50, 0x4b, 0x03, 0x04];
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
/** The end record stands before a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
const LONGEST_COMMENT = 0xffff;
/** Real office files have some hundred; each name costs memory before anything of it is known. */
const MOST_ENTRIES = 20_000;

/** Most bytes that the wanted members of a file unpack to in sum: the largest workbooks and OFD files met have a tenth of it. */
export const MOST_UNPACKED = 128 * 2 ** 20;

/** Whether the bytes begin as a ZIP container does. */
export const isPackage = (bytes: Uint8Array): boolean => HEAD.every((byte, index) => bytes[index] === byte);

/** A member as the container's directory describes it; `name` as ASCII. */
interface Listed {
  name: string;
  /** CRC-32 of its bytes, and how many there are. */
  sum: number;
  size: number;
}

/** The container's directory (APPNOTE 4.3.12); empty where it has none that can be read. */
function directoryOf(bytes: Uint8Array): Listed[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return [];
  const listed: Listed[] = [];
  const latin = new TextDecoder('latin1');
  let at = view.getUint32(end + 16, true);
  for (let left = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES); left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const printed = latin.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name));
    listed.push({ name: printed, sum: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true) });
    at += ENTRY_BYTES + name + extra + comment;
  }
  return listed;
}

/** Names of the members by the container's directory, as ASCII; empty where it has none that can be read. */
export function memberNames(bytes: Uint8Array): string[] {
  return directoryOf(bytes).map(({ name }) => name);
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

/** More was asked for than a sound file holds. */
export class TooMuchUnpacked extends Error {}

/** In place of a size: it stands in the extra field (APPNOTE 4.3.9.2). */
const ELSEWHERE = 0xffffffff;

/** CRC-32 of each byte (APPNOTE 4.4.7). */
const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (SUMS[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * The members that are wanted, by name with `/`.
 *
 * @throws TooMuchUnpacked when their sizes by the directory are more than `most` bytes in sum; Error when the container is damaged, a
 * member is not as large as the directory says, or has another checksum: a digit may be another one then.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, most: number = MOST_UNPACKED): Map<string, Uint8Array> {
  let sum = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!wanted(name.replaceAll('\\', '/'))) return false;
    sum += originalSize;
    if (sum > most) throw new TooMuchUnpacked(`more than ${most} bytes`);
    return true;
  };
  const unpacked = Object.entries(unzipSync(bytes, { filter }));
  const listed = new Map(directoryOf(bytes).map((entry) => [entry.name, entry]));
  for (const [name, data] of unpacked) {
    const entry = listed.get(name);
    if (entry && ((entry.size !== ELSEWHERE && entry.size !== data.length) || entry.sum !== sumOf(data)))
      throw new Error(`${name} fails its checksum`);
  }
  return new Map(unpacked.map(([name, data]) => [name.replaceAll('\\', '/'), data]));
}

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

/** Names of the members by the container's directory (APPNOTE 4.3.12), as ASCII; empty where it has none that can be read. */
export function memberNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return [];
  const names: string[] = [];
  const latin = new TextDecoder('latin1');
  let at = view.getUint32(end + 16, true);
  for (let left = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES); left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    names.push(latin.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)));
    at += ENTRY_BYTES + name + extra + comment;
  }
  return names;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

/** More was asked for than a sound file holds. */
export class TooMuchUnpacked extends Error {}

/**
 * The members that are wanted, by name with `/`.
 *
 * @throws TooMuchUnpacked when their sizes by the directory are more than `most` bytes in sum, or a member is not as large as that;
 * Error when the container is damaged.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, most: number = MOST_UNPACKED): Map<string, Uint8Array> {
  let sum = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!wanted(name.replaceAll('\\', '/'))) return false;
    sum += originalSize;
    if (sum > most) throw new TooMuchUnpacked(`more than ${most} bytes`);
    return true;
  };
  return new Map(Object.entries(unzipSync(bytes, { filter })).map(([name, data]) => [name.replaceAll('\\', '/'), data]));
}

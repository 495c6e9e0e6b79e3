/** Bytes of a ZIP container in, its members out, unpacked within a bound; imports nothing of ours. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { membersOf } from './members.ts';

const HEAD = [0x50, 0x4b, 0x03, 0x04];

/** Most bytes that the wanted members of a file unpack to in sum: the largest workbooks and OFD files met have a tenth of it. */
export const MOST_UNPACKED = 128 * 2 ** 20;

/** Whether the bytes begin as a ZIP container does. */
export const isPackage = (bytes: Uint8Array): boolean => HEAD.every((byte, index) => bytes[index] === byte);

/** Names of the members by the container's directory; empty where it has none that can be read. */
export function memberNames(bytes: Uint8Array): string[] {
  return membersOf(bytes).map(({ name }) => name);
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

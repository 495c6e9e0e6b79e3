/** Bytes of a ZIP container in, its members out, unpacked within a bound; imports nothing of ours. */
import { contentOf, membersOf } from './members.ts';

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
 * @throws TooMuchUnpacked when their sizes by the directory are more than `most` bytes in sum; Error when the container is damaged, a
 * member is not as large as the directory says, or has another checksum: a digit may be another one then.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, most: number = MOST_UNPACKED): Map<string, Uint8Array> {
  const members = membersOf(bytes);
  if (members.length === 0) throw new Error('no directory');
  const unpacked = new Map<string, Uint8Array>();
  let sum = 0;
  for (const member of members) {
    const name = member.name.replaceAll('\\', '/');
    if (!wanted(name)) continue;
    sum += member.size;
    if (sum > most) throw new TooMuchUnpacked(`more than ${most} bytes`);
    const { data, isSound } = contentOf(bytes, member);
    if (!isSound) throw new Error(`${name} fails its checksum`);
    unpacked.set(name, data);
  }
  return unpacked;
}

import { isPackage } from '../package/index.ts';
import { membersOf } from '../package/members.ts';

/** Where the main file is looked for in a container without a directory: it stands first or nearly so. */
const HEAD = 4096;
const MAIN = /^\.?[\\/]?OFD\.xml$/i;
/** What a container of encrypted members names instead of them (GM/T 0099—2020). */
const ENCRYPTION = /(?:^|[\\/])(?:encryptions\.xml|decryptseed\.dat|entriesmap\.dat)$/i;

export const isMainFile = (name: string): boolean => MAIN.test(name);
export const isOfEncryption = (name: string): boolean => ENCRYPTION.test(name);

/** A ZIP container with the main file of an OFD (GB/T 33190—2016, 7.1), or what is left of one. */
export function isOfd(bytes: Uint8Array): boolean {
  if (!isPackage(bytes)) return false;
  const members = membersOf(bytes);
  if (members.length === 0) return new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).includes('OFD.xml');
  return members.some(({ name }) => isMainFile(name) || isOfEncryption(name));
}

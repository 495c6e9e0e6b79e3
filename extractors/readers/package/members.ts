import { inflateSync } from 'fflate';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const END_BYTES = 22;
/** The end record stands before a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
const LONGEST_COMMENT = 0xffff;
/** Real office files have some hundred; each name costs memory before anything of it is known. */
const MOST_ENTRIES = 20_000;
/** General purpose bit 0 (APPNOTE 4.4.4). */
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** A member by the container's directory (APPNOTE 4.3.12); sizes in bytes. */
export interface Member {
  name: string;
  isEncrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Of its local header. */
  offset: number;
}

/** The members by the container's directory; empty where it has none that can be read. */
export function membersOf(bytes: Uint8Array): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return [];
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES); left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    members.push({
      name: nameOf(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + name + extra + comment;
  }
  return members;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

/** Names are UTF-8 where their writer knew the standard, and what Chinese systems write otherwise. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * The bytes of one member, at most as many as the directory says.
 *
 * @returns `isSound`: they are as many, and have the checksum, that the directory says.
 * @throws Error where they are encrypted, packed in an unknown way, or cannot be unpacked.
 */
export function contentOf(bytes: Uint8Array, member: Member): { data: Uint8Array; isSound: boolean } {
  const { isEncrypted, method, offset, packed, size, crc } = member;
  if (isEncrypted) throw new Error('encrypted');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) throw new Error('no local header');
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const held = bytes.subarray(start, start + packed);
  const data = unpacked(held, method, size);
  return { data, isSound: held.length === packed && data.length === size && crc32(data) === crc };
}

function unpacked(held: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return held.subarray(0, size);
  if (method === DEFLATED) return inflateSync(held, { out: new Uint8Array(size) });
  throw new Error(`packed by method ${method}`);
}

const POLYNOMIAL = 0xedb88320;

const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

/** The checksum of ZIP (APPNOTE 4.4.7; ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_OF_BYTE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

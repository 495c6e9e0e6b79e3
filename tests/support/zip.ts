import { crc32, deflateRawSync } from 'node:zlib';

/** Archives written by code, sound ones and such as should not be. */
export interface ZipEntry {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  /** General purpose flags: 0x800 names are UTF-8, 1 encrypted. */
  flags?: number;
  stored?: boolean;
  /** What the directory claims instead of the truth. */
  claims?: { size?: number; compressedSize?: number; crc32?: number; offset?: number; method?: number };
  /** Unix mode, as for a symbolic link: 0o120777. */
  mode?: number;
  extra?: Uint8Array;
}

export const UTF8_NAME = 0x800;

function header(entry: ZipEntry, central: boolean, offset: number): { head: Buffer; data: Buffer } {
  const content = Buffer.from(entry.content ?? '');
  const name = Buffer.from(entry.name);
  const extra = Buffer.from(entry.extra ?? '');
  const data = entry.stored ? content : deflateRawSync(content);
  const { size = content.length, compressedSize = data.length, method = entry.stored ? 0 : 8 } = entry.claims ?? {};
  const fixed = Buffer.alloc(central ? 46 : 30);
  fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  const at = central ? 8 : 6;
  if (central) fixed.writeUInt16LE(0x0314, 4);
  fixed.writeUInt16LE(entry.flags ?? 0, at);
  fixed.writeUInt16LE(method, at + 2);
  fixed.writeUInt32LE(entry.claims?.crc32 ?? crc32(content), at + 8);
  fixed.writeUInt32LE(compressedSize, at + 12);
  fixed.writeUInt32LE(size, at + 16);
  fixed.writeUInt16LE(name.length, at + 20);
  fixed.writeUInt16LE(extra.length, at + 22);
  if (central) {
    fixed.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    fixed.writeUInt32LE(entry.claims?.offset ?? offset, 42);
  }
  return { head: Buffer.concat([fixed, name, extra]), data };
}

export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { head, data } = header(entry, false, 0);
    directory.push(header(entry, true, offset).head);
    parts.push(head, data);
    offset += head.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { ZipFile } from 'yauzl';
import { osPath } from './path-bytes.ts';

/** A directory is read front to back, some fifty bytes at a time: a block serves thousands of its entries. */
const BLOCK = 1 << 20;

/** A stretch of a file at any place, through one block of memory. */
function blockReader(descriptor: number): (buffer: Buffer, offset: number, length: number, position: number) => number {
  const block = Buffer.allocUnsafe(BLOCK);
  let start = 0;
  let filled = 0;
  return (buffer, offset, length, position) => {
    if (length > BLOCK) return readSync(descriptor, buffer, offset, length, position);
    if (position < start || position + length > start + filled) {
      start = position;
      filled = readSync(descriptor, block, 0, BLOCK, position);
    }
    return block.copy(buffer, offset, position - start, Math.min(position - start + length, filled));
  };
}

const ENTRY_SIGNATURE = 0x02014b50;
const SIGNATURE_BYTES = 4;

interface Directory {
  /** `close` closes the file, too. */
  zip: ZipFile;
  /** Whether another entry follows the last one that was read: there are more than the end record counts. */
  goesOn(): boolean;
}

/** A .zip whose directory is about to be listed. @throws Error when it is no archive. */
export async function openDirectory(path: string): Promise<Directory> {
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import('yauzl');
  const descriptor = openSync(osPath(path), 'r');
  const readAt = blockReader(descriptor);
  class DirectoryReader extends RandomAccessReader {
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null, read?: number) => void,
    ): void {
      let read: number;
      try {
        read = readAt(buffer, offset, length, position);
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      callback(null, read);
    }

    override _readStreamForRange(): Readable {
      return Readable.from([]);
    }
  }
  try {
    const zip = await fromRandomAccessReaderPromise(new DirectoryReader(), fstatSync(descriptor).size, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
    const close = zip.close.bind(zip);
    zip.close = () => {
      close();
      closeSync(descriptor);
    };
    const goesOn = (): boolean => {
      const signature = Buffer.alloc(SIGNATURE_BYTES);
      // a number, though the types of the library say otherwise
      readAt(signature, 0, SIGNATURE_BYTES, Number(zip.readEntryCursor));
      return signature.readUInt32LE() === ENTRY_SIGNATURE;
    };
    return { zip, goesOn };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

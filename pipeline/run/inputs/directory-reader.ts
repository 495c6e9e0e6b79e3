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

/** A .zip whose directory is about to be listed. `close` closes the file, too. @throws Error when it is no archive. */
export async function openDirectory(path: string): Promise<ZipFile> {
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
    return zip;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

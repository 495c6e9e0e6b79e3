/** Streams of an OLE container (MS-CFB): XLS, DOC, files of WPS, and office files that are encrypted. */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR = 64;
/** Streams below this many bytes stand in the mini stream (2.2). */
const MINI_CUTOFF = 4096;
const HEADER_FAT_SECTORS = 109;
const LAST_SECTOR = 0xfffffffa;
/** Office files have some thirty streams. */
const MOST_ENTRIES = 10_000;

/** Whether the bytes begin as an OLE container does. */
export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

interface Entry {
  name: string;
  type: number;
  start: number;
  size: number;
}

const STREAM = 2;
const ROOT = 5;

/** An OLE container; every chain of sectors ends after as many as the file has. */
export class Ole {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #fat: number[];
  readonly #miniFat: number[];
  readonly #entries: Entry[];
  readonly #mini: Uint8Array;

  /** @throws Error when it is damaged. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!isOle(bytes) || bytes.length < HEADER_BYTES) throw new Error('no OLE container');
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new Error(`sectors of 2^${shift} bytes`);
    this.#sectorBytes = 1 << shift;
    this.#fat = this.#numbersIn(this.#fatSectors());
    this.#miniFat = this.#numbersIn(this.#chain(this.#view.getUint32(60, true), this.#fat));
    this.#entries = this.#directory(this.#gather(this.#chain(this.#view.getUint32(48, true), this.#fat)));
    const root = this.#entries.find(({ type }) => type === ROOT);
    if (!root) throw new Error('no directory');
    this.#mini = this.#gather(this.#chain(root.start, this.#fat));
  }

  /** Names of the streams, in the order of the directory. */
  get names(): string[] {
    return this.#entries.filter(({ type }) => type === STREAM).map(({ name }) => name);
  }

  /** The bytes of the first stream of that name; null where there is none. @throws Error when its sectors are cut short. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.find((candidate) => candidate.type === STREAM && candidate.name === name);
    if (!entry) return null;
    const data = entry.size < MINI_CUTOFF ? this.#gatherMini(entry.start) : this.#gather(this.#chain(entry.start, this.#fat));
    if (data.length < entry.size) throw new Error(`${name} is cut short`);
    return data.subarray(0, entry.size);
  }

  #offsetOf(sector: number): number {
    return (sector + 1) * this.#sectorBytes;
  }

  #fatSectors(): number[] {
    const sectors: number[] = [];
    for (let i = 0; i < HEADER_FAT_SECTORS; i++) sectors.push(this.#view.getUint32(76 + 4 * i, true));
    const perSector = this.#sectorBytes / 4;
    let next = this.#view.getUint32(68, true);
    for (let left = this.#bytes.length / this.#sectorBytes; next < LAST_SECTOR && left > 0; left--) {
      const numbers = this.#numbersIn([next]);
      sectors.push(...numbers.slice(0, perSector - 1));
      next = numbers[perSector - 1] ?? LAST_SECTOR;
    }
    return sectors.filter((sector) => sector < LAST_SECTOR);
  }

  #numbersIn(sectors: readonly number[]): number[] {
    const numbers: number[] = [];
    for (const sector of sectors) {
      const from = this.#offsetOf(sector);
      for (let at = from; at < from + this.#sectorBytes && at + 4 <= this.#bytes.length; at += 4)
        numbers.push(this.#view.getUint32(at, true));
    }
    return numbers;
  }

  /** Sectors from `start` on; a chain that runs in a circle ends where it would be longer than all sectors. */
  #chain(start: number, table: readonly number[]): number[] {
    const sectors: number[] = [];
    for (let sector = start; sector < LAST_SECTOR && sectors.length <= table.length; sector = table[sector] ?? LAST_SECTOR)
      sectors.push(sector);
    if (sectors.length > table.length) throw new Error('sectors run in a circle');
    return sectors;
  }

  #gather(sectors: readonly number[]): Uint8Array {
    const data = new Uint8Array(sectors.length * this.#sectorBytes);
    let length = 0;
    for (const sector of sectors) {
      const from = this.#offsetOf(sector);
      const piece = this.#bytes.subarray(from, from + this.#sectorBytes);
      data.set(piece, length);
      length += piece.length;
    }
    return data.subarray(0, length);
  }

  #gatherMini(start: number): Uint8Array {
    const sectors = this.#chain(start, this.#miniFat);
    const data = new Uint8Array(sectors.length * MINI_SECTOR);
    for (const [i, sector] of sectors.entries())
      data.set(this.#mini.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR), i * MINI_SECTOR);
    return data;
  }

  #directory(data: Uint8Array): Entry[] {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const utf16 = new TextDecoder('utf-16le');
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= data.length && entries.length < MOST_ENTRIES; at += ENTRY_BYTES) {
      const nameBytes = Math.min(Math.max(0, view.getUint16(at + 64, true) - 2), 62);
      entries.push({
        name: utf16.decode(data.subarray(at, at + nameBytes)),
        type: view.getUint8(at + 66),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }
}

/** The streams of a container; null where it is none or is damaged. */
export function openOle(bytes: Uint8Array): Ole | null {
  if (!isOle(bytes)) return null;
  try {
    return new Ole(bytes);
  } catch {
    return null;
  }
}

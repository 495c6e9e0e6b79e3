import { type Filter, filterChains, type Unpacked, unpack } from '../filters/index.ts';
import type { Flaw } from '../filters/inflate.ts';
import { Exceeded } from '../objects/exceeded.ts';
import type { Extent, PdfObject, PdfObjects } from '../objects/index.ts';
import { type Dictionary, isArray, isDictionary, Reference, type Value } from '../objects/values.ts';
import type { Budgets } from './budgets.ts';

/** How often the bytes of a file may be unpacked: once in a sound file. More do streams that lie in each other. */
const MAX_PASSES = 4;
/** Bytes that may be unpacked in any case. */
const LEAST_UNPACKED = 1_000_000;

/** Damage of a stream. */
export interface Damage {
  flaw: Flaw;
  /** Packed bytes there are, and the share (0 … 1) of them before the damage. */
  bytes: number;
  share: number;
}

/** Filters of faxes (ISO 32000-1, 7.4.6): their parameters say how large the image is. */
const FAX: ReadonlySet<string> = new Set(['CCITTFaxDecode', 'CCF']);

const megabytes = (bytes: number): string => `${bytes / 1e6} MB`;

/** Unpacks streams within bounds and remembers how large and how sound they were. */
export class StreamSizes {
  /** By number of the object; of several versions the last. */
  readonly damage = new Map<number, Damage>();
  /** By number of the object: bytes of its largest version. */
  readonly #sizes = new Map<number, number>();
  #total = 0;
  #packed: number;

  constructor(
    private readonly file: Buffer,
    private readonly objects: PdfObjects,
    private readonly budgets: Budgets,
  ) {
    this.#packed = LEAST_UNPACKED + MAX_PASSES * file.length;
  }

  /** The data of a stream; what its filters make of it in its newest reading. @throws Exceeded */
  unpack({ number, value }: PdfObject, extent: Extent): Buffer {
    const dictionary: Dictionary = isDictionary(value) ? value : new Map();
    const packed = this.file.subarray(extent.start, extent.end);
    const chains = filterChains(dictionary, this.objects);
    let size = 0;
    let last: Unpacked = unpack(packed, [], Number.POSITIVE_INFINITY);
    for (const filters of chains.length === 0 ? [[]] : chains) {
      this.#packed -= packed.length;
      if (this.#packed < 0) throw new Exceeded('streams that lie in each other');
      last = unpack(packed, filters, this.budgets.stream);
      if (last.isOver) this.add(this.budgets.stream + 1);
      this.#checkUse(dictionary, last, filters);
      size = Math.max(size, last.data.length);
    }
    this.add(size);
    if (number !== null) this.#remember(number, size, last, extent);
    return last.data;
  }

  /** What the library makes more of than the data show. */
  #checkUse(dictionary: Dictionary, { data, image }: Unpacked, filters: readonly Filter[]): void {
    const shading = this.objects.resolved(dictionary.get('ShadingType'));
    if (typeof shading === 'number' && data.length > this.budgets.mesh)
      throw new Exceeded(`a shading of more than ${megabytes(this.budgets.mesh)}`);
    if (dictionary.has('W') && (dictionary.has('Index') || dictionary.has('Size'))) this.#checkEntries(dictionary, data);
    if (image === null || !FAX.has(image)) return;
    const parameters = filters.find(({ name }) => name === image)?.parameters;
    const side = (key: string): number => Math.max(1, Number(parameters?.get(key) ?? 1) || 1);
    const pixels = side('Columns') * side('Rows');
    if (pixels > this.budgets.maskPixels) throw new Exceeded(`a fax of ${pixels} pixels`);
  }

  /** Entries of a cross-reference stream have as many bytes as /W says; the library asks for no /Type. */
  #checkEntries(dictionary: Dictionary, data: Buffer): void {
    const widths = this.objects.resolved(dictionary.get('W'));
    const bytes = isArray(widths) ? widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : 0), 0) : 0;
    const entries = Math.floor(data.length / Math.max(1, bytes));
    if (entries > this.budgets.entries) throw new Exceeded(`more than ${this.budgets.entries} entries in a cross-reference stream`);
  }

  /** Counts bytes that the library will unpack. @throws Exceeded */
  add(bytes: number): void {
    if (bytes > this.budgets.stream) throw new Exceeded(`a stream of more than ${megabytes(this.budgets.stream)}`);
    this.#total += bytes;
    if (this.#total > this.budgets.document) throw new Exceeded(`streams of more than ${megabytes(this.budgets.document)} in all`);
  }

  #remember(number: number, size: number, { flaw, share }: Unpacked, { start, end, declared }: Extent): void {
    this.#sizes.set(number, Math.max(size, this.#sizes.get(number) ?? 0));
    const bytes = end - start;
    this.damage.delete(number);
    if (flaw) this.damage.set(number, { flaw, bytes, share });
    else if (size === bytes && declared !== null && declared > bytes + LINE_END) this.damage.set(number, { flaw: 'cut', bytes, share: 1 });
  }

  /** Checks the content of every page, streams counted as often as it lists them. @throws Exceeded */
  checkPages(): void {
    const known = new Map<number, number>();
    const listed = (contents: Value | undefined): number => {
      if (isArray(contents)) return contents.reduce<number>((sum, item) => sum + this.#sizeOf(item), 0);
      if (!(contents instanceof Reference)) return 0;
      const before = known.get(contents.number);
      if (before !== undefined) return before;
      const lists = this.objects.alternatives(contents).filter(isArray).map(listed);
      const size = Math.max(this.#sizeOf(contents), ...lists);
      known.set(contents.number, size);
      return size;
    };
    for (const dictionary of this.objects.dictionaries) {
      if (dictionary.has('Contents') && listed(dictionary.get('Contents')) > this.budgets.page)
        throw new Exceeded(`a page whose content has more than ${megabytes(this.budgets.page)}`);
    }
  }

  #sizeOf(value: Value): number {
    return value instanceof Reference ? (this.#sizes.get(value.number) ?? 0) : 0;
  }
}

/** Writers count the line end before `endstream` or do not. */
const LINE_END = 2;

/**
 * Objects of a PDF and their data in, the reason why it is too much out, or none; imports objects, filters.
 *
 * What a PDF may hold, each bound far above what sound files have and far below what hurts. Measured on published documents: the
 * largest stream (a font of all Chinese characters) unpacks to 20 MB, all streams of a document to 60 MB.
 */
export interface Budgets {
  /** One stream, unpacked (bytes). */
  stream: number;
  /** All streams but images that are never decoded, each once (bytes): the reader unpacks most of them at some time. */
  document: number;
  /** The streams of one page's content, each as often as it is listed (bytes): the reader joins them to one. */
  page: number;
  /** Codes that one list of widths or one character map may name by ranges: the library makes an entry for each. Fonts have 65,536. */
  codesOfOne: number;
  /** Codes of all ranges of a document: 150 fonts that map every code. */
  codes: number;
  /** Samples of a function that is a table (ISO 32000-1, 7.10.2): 17 steps of four inks to four others are 334,084. */
  samples: number;
  /**
   * Pixels of a mask or of a fax: of a small image the library decodes the mask whatever its size, and the fax whatever its rows. A page at 600 dots
   * an inch has 35 million.
   */
  maskPixels: number;
  /** Data of a shading that is a mesh (bytes): of each the library makes some twenty of its own. Drawings have some 100 kB. */
  mesh: number;
  /** Levels of the page tree: the library goes down all of them for each page. Sound ones have three or four. */
  treeLevels: number;
  /** Entries of a cross-reference stream: the library makes an object of each. A document of 10,000 pages has 300,000. */
  entries: number;
  /** Forms and patterns painted within one pattern or one glyph of a font: nothing else counts them. Sound ones have a handful. */
  painted: number;
  /** Levels of them below one pattern or one glyph: to count them is to go down all of them. Deeper no sound file nests them. */
  paintedLevels: number;
}

export const BUDGETS: Budgets = {
  stream: 64_000_000,
  document: 256_000_000,
  page: 64_000_000,
  codesOfOne: 1_000_000,
  codes: 10_000_000,
  samples: 4_000_000,
  maskPixels: 36_000_000,
  mesh: 4_000_000,
  treeLevels: 100,
  entries: 2_000_000,
  painted: 10_000,
  paintedLevels: 200,
};

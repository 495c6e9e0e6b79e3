/** The part of pdfjs-dist that the reader uses. The module itself is passed in: it reads files, extractors do not. */
export interface PdfLibrary {
  getDocument(source: PdfDocumentSource): { promise: Promise<PdfDocument>; destroy(): Promise<void> };
  OPS: Readonly<Record<string, number>>;
}

/** One document's way to the half of the library that parses. */
export interface PdfChannel {
  /** Goes into `PdfDocumentSource.worker`. */
  worker: unknown;
  /** Resolves when more operators came since the last `reset` than was agreed. */
  overflow: Promise<'overflow'>;
  reset(): void;
  close(): void;
}

/** What is known of a file before the library reads it. */
export interface PdfInspection {
  /** What it has too much of, so that reading would take more memory or time than any sound file; null for nothing. */
  tooMuch: string | null;
  /** How many objects it shows. */
  objects: number;
  /** Numbers of the page objects as the page tree lists them, null for a page that is none; what the library finds may differ. */
  pages: readonly (number | null)[];
  /** Whether it has annotations that may be painted. */
  isAnnotated: boolean;
  /** Damaged streams that the text of a page comes from, by the number of the page's object. */
  damageOf(page: number): readonly StreamDamage[];
}

/** Deflated data that are cut short, broken within, or have another checksum than their writer gave them. */
export interface StreamDamage {
  flaw: 'cut' | 'broken' | 'checksum';
  /** How many packed bytes there are. */
  bytes: number;
  /** Share (0 … 1) of them before the damage. */
  share: number;
}

/** What pipeline/ hands to the reader. URLs end in a slash. */
export interface PdfAccess {
  pdfjs: PdfLibrary;
  /** Does `work` while no other document is read in this process, and says what damage the library passed over without a word. */
  alone<T>(work: () => Promise<T>): Promise<{ value: T; passedOver: string | null }>;
  /** Opens a channel that tells when a page has more than `most` operators. */
  connect(most: number): PdfChannel;
  /** Looks through the bytes before the library does; images of more than `maxImagePixels` are taken as never decoded. */
  inspect(bytes: Uint8Array, maxImagePixels: number): PdfInspection;
  /** A place for fonts that displays nothing. */
  ownerDocument: unknown;
  cMapUrl: string;
  standardFontDataUrl: string;
}

export interface PdfDocumentSource {
  data: Uint8Array;
  worker: unknown;
  ownerDocument: unknown;
  cMapUrl: string;
  cMapPacked: boolean;
  standardFontDataUrl: string;
  verbosity: number;
  disableFontFace: boolean;
  useSystemFonts: boolean;
  isEvalSupported: boolean;
  stopAtErrors: boolean;
  maxImageSize: number;
  fontExtraProperties: boolean;
}

export interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getOptionalContentConfig(): Promise<PdfLayers>;
}

/** Which optional content is switched on, as a viewer shows the document when it opens it. */
export interface PdfLayers {
  isVisible(content: unknown): boolean;
}

export interface PdfPage {
  /** The page's object; null for a page that is none of its own. */
  ref: { num: number } | null;
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getAnnotations(options: { intent: 'display' }): Promise<readonly PdfAnnotation[]>;
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  commonObjs: { get(id: string): unknown };
  cleanup(): void;
}

/** Of an annotation; the flags are those of ISO 32000-1, table 165. */
export interface PdfAnnotation {
  id: string;
  subtype: string;
  annotationFlags?: number;
  hasAppearance?: boolean;
  contentsObj?: { str: string };
  /** The value of a form field: a text, several texts, or nothing. */
  fieldValue?: unknown;
}

export interface OperatorList {
  fnArray: readonly number[];
  /** Null for an operator without operands. */
  argsArray: readonly (ArrayLike<unknown> | null)[];
}

export interface PdfFont {
  name?: string;
  /** The font program as the library made it anew: OpenType, with `PdfGlyph.fontChar` in its character map. */
  data?: Uint8Array;
  isType3Font?: boolean;
  vertical?: boolean;
  fontMatrix?: readonly number[];
  /** What the procedures of a Type 3 font paint (PDF 32000-1, 9.6.5), by the name of the glyph; empty where the library failed. */
  charProcOperatorList?: Readonly<Record<string, OperatorList>>;
  defaultVMetrics?: readonly number[];
  /** From here on: what `fontExtraProperties` adds. */
  composite?: boolean;
  isSymbolicFont?: boolean;
  toUnicode?: { get(code: number): string | undefined };
  /** Names of glyphs by code. */
  defaultEncoding?: readonly string[];
  differences?: readonly (string | undefined)[];
}

export interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  originalCharCode?: number;
  /** The character by which its font draws it. */
  fontChar?: string;
  /** The number of the glyph instead, where it is named; null where nobody knows which it is. */
  fontGlyph?: number | null;
  /** Of a Type 3 font: the name of its glyph. */
  operatorListId?: string | null;
  vmetric?: readonly number[] | null;
}

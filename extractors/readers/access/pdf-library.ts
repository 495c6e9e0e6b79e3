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

/** What pipeline/ hands to the reader. URLs end in a slash. */
export interface PdfAccess {
  pdfjs: PdfLibrary;
  /** Opens a channel that tells when a page has more than `most` operators. */
  connect(most: number): PdfChannel;
  /** Whether a stream of the file unpacks to more than `limit` bytes. */
  unpacksBeyond(bytes: Uint8Array, limit: number): boolean;
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
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  commonObjs: { get(id: string): unknown };
  cleanup(): void;
}

export interface OperatorList {
  fnArray: readonly number[];
  /** Null for an operator without operands. */
  argsArray: readonly (ArrayLike<unknown> | null)[];
}

export interface PdfFont {
  name?: string;
  isType3Font?: boolean;
  vertical?: boolean;
  fontMatrix?: readonly number[];
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
  vmetric?: readonly number[] | null;
}

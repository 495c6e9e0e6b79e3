/** The part of pdfjs-dist that the reader uses. The module itself is passed in: it reads files, extractors do not. */
export interface PdfLibrary {
  getDocument(source: PdfDocumentSource): { promise: Promise<PdfDocument>; destroy(): Promise<void> };
  OPS: Readonly<Record<string, number>>;
}

/** What pipeline/ hands to the reader. URLs end in a slash. */
export interface PdfAccess {
  pdfjs: PdfLibrary;
  cMapUrl: string;
  standardFontDataUrl: string;
}

export interface PdfDocumentSource {
  data: Uint8Array;
  cMapUrl: string;
  cMapPacked: boolean;
  standardFontDataUrl: string;
  verbosity: number;
  disableFontFace: boolean;
  useSystemFonts: boolean;
  isEvalSupported: boolean;
  stopAtErrors: boolean;
  maxImageSize: number;
}

export interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  commonObjs: { get(id: string): unknown };
  cleanup(): void;
}

export interface OperatorList {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

export interface PdfFont {
  vertical?: boolean;
  fontMatrix?: readonly number[];
  defaultVMetrics?: readonly number[];
}

export interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[] | null;
}

/** What a reader is and what its host must hand to it: types, nothing enters and nothing leaves; imports schemas, model. */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { SourceDocument } from '../../model/source.ts';
import type { PdfAccess } from './pdf-library.ts';
import type { ScanAccess } from './scan-library.ts';
import type { SheetLibrary } from './sheet-library.ts';

/** What was read of a file, with findings about parts of it. */
export interface Read {
  source: SourceDocument;
  findings: Finding[];
}

/** Why nothing of a file can be read. */
export interface Unreadable {
  finding: Finding;
}

/** Libraries that readers need and that only the host can load; each is asked for when a file needs it. */
export interface Access {
  pdf(): Promise<PdfAccess>;
  /** `codePages`: texts may be in one of the old encodings of countries. */
  sheets(codePages: boolean): Promise<SheetLibrary>;
  /** What recognises pictures; null where that is not wanted. */
  scans(): Promise<ScanAccess> | null;
  /** Which pages that are pictures are recognised, counted from 1; by default all. */
  wantsPicture?(page: number): boolean;
}

/** A reader takes bytes to pages: of words and rulings, or of lines and finished grids. What a file contains never throws. */
export interface Reader {
  name: string;
  /** Endings of file names by which folders are searched, lower case with the dot. */
  extensions: readonly string[];
  /** By content: the ending is not asked. */
  recognises(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, access: Access): Read | Unreadable | Promise<Read | Unreadable>;
}

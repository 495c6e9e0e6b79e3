import type { RuleId } from '../../../schemas/rules/index.ts';

/** Where a file lies in a .zip, and what it must be. Plain data: a worker reads it without going through the directory again. */
export interface Member {
  /** Of its local header. */
  offset: number;
  compressedSize: number;
  /** Bytes when unpacked. */
  size: number;
  stored: boolean;
  crc32: number;
}

/** Why a document ended before it was extracted. */
export interface Failure {
  ruleId: RuleId;
  stage: string;
  actual: string;
}

export interface Input {
  /** Absolute path of the file, or of the archive that it is in; bytes that are no text as in path-bytes.ts. */
  path: string;
  /** Path relative to the input root, with `/`; inside an archive `archive.zip/inner/name.pdf`. */
  sourceFile: string;
  documentId: string;
  member?: Member | undefined;
  /** Absolute paths of pictures that are its pages; `path` is then their folder. */
  pages?: readonly string[] | undefined;
  /** Why it cannot be read, where that is known before. */
  failure?: Failure | undefined;
}

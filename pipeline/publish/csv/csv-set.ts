import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf } from '../../../extractors/model/at.ts';
import type { RecordFile } from '../../../schemas/records.ts';
import { replaceFile, syncFolder, writing } from '../../base/files.ts';
import type { RecordSet } from '../records/records.ts';
import { BOM, headerLine, recordLines } from './csv.ts';
import { RECORD_FILES } from './fields.ts';
import { markCounting } from './mark-counting.ts';
import { markVersions } from './mark-versions.ts';

/** Rows of one document as lines of CSV; files to which it adds nothing are left out. */
export type RowTexts = Readonly<Partial<Record<RecordFile, string>>>;

export function rowTexts(records: RecordSet): RowTexts {
  const filled = RECORD_FILES.filter((file) => records[file].length > 0);
  return Object.fromEntries(filled.map((file) => [file, recordLines(file, records[file])]));
}

/** The CSV files of a run: rows are appended document by document, the files take their names only at the end. */
export class CsvSet {
  readonly #folder: string;
  readonly #open = new Map<RecordFile, number>();

  constructor(folder: string) {
    this.#folder = folder;
    try {
      for (const file of RECORD_FILES) {
        this.#open.set(
          file,
          writing(this.#path(file), () => openSync(`${this.#path(file)}.part`, 'w')),
        );
        this.append([[file, Buffer.from(BOM + headerLine(file))]]);
      }
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  #path(file: RecordFile): string {
    return join(this.#folder, file);
  }

  append(rows: readonly (readonly [RecordFile, Uint8Array])[]): void {
    for (const [file, bytes] of rows) writing(this.#path(file), () => appendFileSync(entryOf(this.#open, file), bytes));
  }

  /** `factsOf` gives the rows of a document in facts.csv once more; it is asked for documents that may be forms of one. */
  commit(factsOf: (documentId: string) => string): void {
    for (const [file, descriptor] of this.#open) {
      writing(this.#path(file), () => {
        fsyncSync(descriptor);
        closeSync(descriptor);
        this.#open.delete(file);
      });
    }
    const documents = `${this.#path('documents.csv')}.part`;
    // Which document supersedes which is known when all are.
    const marked = markVersions(readFileSync(documents, 'utf8'), factsOf);
    writing(documents, () => replaceFile(documents, marked, true));
    const panel = `${this.#path('panel.csv')}.part`;
    writing(panel, () => replaceFile(panel, markCounting(readFileSync(panel, 'utf8'), marked), true));
    for (const file of RECORD_FILES) writing(this.#path(file), () => renameSync(`${this.#path(file)}.part`, this.#path(file)));
    syncFolder(this.#folder);
  }

  /** After a failure: what an earlier run wrote stays as it was. */
  discard(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
    for (const file of RECORD_FILES) rmSync(`${this.#path(file)}.part`, { force: true });
  }
}

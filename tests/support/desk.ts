import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reviewsFor } from '../../pipeline/decisions/reviews-file.ts';
import { Desk, type DeskOptions } from '../../pipeline/review/desk/index.ts';
import { runBatch } from '../../pipeline/run/batch/batch.ts';
import { studyOf } from '../../pipeline/run/document/studying.ts';
import { tabs } from '../extractors/documents.ts';
import { PROFILES } from './samples.ts';

/** A folder with documents, their output folder, and a desk over it; all of it in this process. */
export class Workplace {
  readonly folder: string;
  readonly out: string;
  readonly documents: string;
  #desk: Desk | null = null;

  constructor(folder = mkdtempSync(join(tmpdir(), 'desk-'))) {
    this.folder = folder;
    this.out = join(folder, 'out');
    this.documents = join(folder, 'in');
  }

  put(name: string, text: string): void {
    const path = join(this.documents, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, tabs(text));
  }

  /** `audit`: share of accepted numbers that are put into the queue. */
  async extract(audit = 0): Promise<void> {
    await runBatch({
      paths: [this.documents],
      out: this.out,
      profiles: PROFILES,
      isolated: false,
      audit,
      reviews: reviewsFor(this.out, undefined),
    });
  }

  desk(rest: Partial<DeskOptions> = {}): Desk {
    this.#desk?.close();
    this.#desk = new Desk({ out: this.out, sources: null, reviewer: 'ann', language: 'en', profiles: PROFILES, study: studyOf, ...rest });
    return this.#desk;
  }

  remove(): void {
    this.#desk?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * An output folder on the desk of whoever reviews it: its documents, the queue of what is left, decisions in and what they change out;
 * imports schemas, extractors, base, decisions, publish, run.
 */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { isAbout, standing } from '../../../extractors/judgement/decisions/index.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type {
  Change,
  DecisionRequest,
  DocumentEntry,
  DocumentView,
  PageView,
  Queue,
  QueueFilter,
  Session,
  Stats,
  StepRequest,
} from '../../../schemas/reviewing/api.ts';
import type { DecisionRecord, ReviewLine } from '../../../schemas/reviewing/decisions.ts';
import type { Language } from '../../../schemas/rules/index.ts';
import { makeFolder } from '../../base/files.ts';
import { packageVersion } from '../../base/version.ts';
import { ReviewsFile, reviewsIn } from '../../decisions/reviews-file.ts';
import { statsOf } from '../../decisions/stats.ts';
import { lock } from '../../run/store/lock.ts';
import { STATE_FOLDER } from '../../run/store/shard.ts';
import { differences } from './changes.ts';
import { OnDesk, type Study } from './document.ts';
import { extractedIn, type SourceBytes, sourceOf } from './folder.ts';
import { decisionsBehind, toRedo, toUndo } from './history.ts';
import { textsOf, UnknownName, withKeys } from './naming.ts';
import type { OpenDocument, Shown } from './opened.ts';
import { queueOf } from './queue.ts';

export interface DeskOptions {
  out: string;
  /** The folder to which the documents were moved, where they were. */
  sources: string | null;
  reviewer: string;
  language: Language;
  profiles: readonly Profile[];
  /** Takes a document up to its case. */
  study: Study;
}

/** A request that cannot be met: there is no such document or page, or a decision does not fit. */
export class Refusal extends Error {
  readonly status: 404 | 409 | 422;
  readonly code: string;

  constructor(status: 404 | 409 | 422, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const runOf = (out: string): number => statSync(join(out, 'run.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Documents that are held with their cases; others are opened again when they are asked for. */
const HELD_OPEN = 12;
/** How long a view waits for the case before it shows what the last extraction left, in milliseconds. */
const PATIENCE = 700;

export class Desk {
  readonly #options: DeskOptions;
  #documents: ReadonlyMap<string, OnDesk>;
  /** When the run ended that the documents are of. */
  #run: number;
  readonly #file: ReviewsFile;
  readonly #unlock: () => void;
  #records: DecisionRecord[];
  #closed = false;

  /** @throws UserError when the folder holds no results, another review works on it, or decisions cannot be read or written. */
  constructor(options: DeskOptions) {
    const { out } = options;
    this.#options = options;
    const extracted = extractedIn(out);
    const state = join(out, STATE_FOLDER, 'review');
    makeFolder(state);
    this.#unlock = lock(state);
    try {
      this.#file = new ReviewsFile(reviewsIn(out));
    } catch (error) {
      this.#unlock();
      throw error;
    }
    this.#records = standing(this.#file.lines);
    this.#run = runOf(out);
    this.#documents = new Map(extracted.map((each) => [each.documentId, new OnDesk(each, options)]));
  }

  /** Nothing is accepted any more; what was said to be saved is. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#file.close();
    this.#unlock();
  }

  /** Reads what the queue needs, document by document, and makes decisions that the last extraction did not know. */
  async prepare(): Promise<void> {
    for (const document of this.#documents.values()) {
      if (this.#closed) return;
      document.shown(this.#records);
      await turn();
    }
    for (const document of this.#documents.values()) {
      if (this.#closed) return;
      if (document.judgedState(this.#records) === 'pending') await this.#opened(document);
    }
  }

  session(): Session {
    this.#refresh();
    const { out, reviewer, language } = this.#options;
    const open = [...this.#documents.values()].reduce((sum, document) => sum + document.entry(this.#records).open, 0);
    return {
      version: packageVersion(),
      folder: basename(resolve(out)),
      reviewer,
      language,
      documents: this.#documents.size,
      open,
      revision: this.#revision,
    };
  }

  documents(): DocumentEntry[] {
    return [...this.#documents.values()].map((document) => document.entry(this.#records));
  }

  queue(filter: QueueFilter): Queue {
    const listed = [...this.#documents.values()].map((document) => ({
      entry: document.entry(this.#records),
      items: document.shown(this.#records).items,
    }));
    return queueOf(listed, filter);
  }

  async view(documentId: string): Promise<DocumentView> {
    const document = this.#document(documentId);
    await Promise.race([this.#opened(document), new Promise((done) => setTimeout(done, PATIENCE).unref())]);
    const { tables, statements } = document.shown(this.#records);
    return { ...this.#standOf(document), tables, statements };
  }

  async page(documentId: string, number: number): Promise<PageView> {
    const opened = await this.#opened(this.#document(documentId));
    const page = opened?.pages[number - 1];
    if (!page) throw new Refusal(404, 'no-page', `${documentId} has no page ${number} that could be read.`);
    return page;
  }

  async source(documentId: string): Promise<{ bytes: Uint8Array; media: DocumentEntry['media']; name: string }> {
    const document = this.#document(documentId);
    const found: SourceBytes = await sourceOf(document.extracted, this.#options.sources);
    const { media, sourceFile: name } = document.entry(this.#records);
    if (found.state === 'there') return { bytes: found.bytes, media, name: basename(name) };
    throw new Refusal(
      404,
      `source-${found.state}`,
      `${name}: the file that was read is ${found.state === 'gone' ? 'not there' : 'another one now'}.`,
    );
  }

  /** Makes decisions and keeps them: what is given back is on the disk. */
  async decide(documentId: string, request: DecisionRequest): Promise<Change> {
    const document = this.#document(documentId);
    const opened = await this.#opened(document);
    const records = this.#recordsOf(document, opened, request);
    const before = document.shown(this.#records);
    const others = request.revision !== document.revision;
    const next = [...this.#records, ...records];
    if (opened) {
      const judged = opened.judge(next);
      const made = new Set(records.map(({ id }) => id));
      const misfit = judged.decided.misfits.find(({ record }) => made.has(record.id));
      if (misfit) throw new Refusal(422, 'does-not-fit', misfit.reason);
      this.#save(records, next);
      document.keep(opened.show(judged));
    } else {
      this.#save(records, next);
    }
    return this.#change(document, before, others, records);
  }

  async step(documentId: string, which: 'undo' | 'redo', { revision, reviewer }: StepRequest): Promise<Change> {
    const document = this.#document(documentId);
    await this.#opened(document);
    const undoes = (which === 'undo' ? toUndo : toRedo)(this.#file.lines, document.known);
    if (undoes.length === 0) throw new Refusal(409, `nothing-to-${which}`, `There is nothing to ${which}.`);
    const before = document.shown(this.#records);
    const others = revision !== document.revision;
    const line: ReviewLine = { record: 'undo', ...this.#made(reviewer), undoes };
    this.#save([line], standing([...this.#file.lines, line]));
    return this.#change(document, before, others, [line]);
  }

  stats(): Stats {
    const bySource = new Map([...this.#documents.values()].map((document) => [document.record.sha256, document]));
    return statsOf(this.#file.lines, (sha256) => {
      const document = bySource.get(sha256);
      return document ? { documentId: document.record.document_id, open: document.entry(this.#records).open } : null;
    });
  }

  get #revision(): number {
    return this.#file.lines.length;
  }

  /** Takes up what an extraction has written since: what is the same stays open. */
  #refresh(): void {
    const { out } = this.#options;
    const run = runOf(out);
    if (run === this.#run) return;
    this.#run = run;
    this.#documents = new Map(
      extractedIn(out).map((each) => {
        const known = this.#documents.get(each.documentId);
        const isSame = known !== undefined && JSON.stringify(known.extracted.head) === JSON.stringify(each.head);
        return [each.documentId, isSame ? known : new OnDesk(each, this.#options)];
      }),
    );
  }

  #document(documentId: string): OnDesk {
    const document = this.#documents.get(documentId);
    if (!document) throw new Refusal(404, 'no-document', `There is no document ${documentId} in this folder.`);
    return document;
  }

  async #opened(document: OnDesk): Promise<OpenDocument | null> {
    const opened = await document.open(() => this.#records);
    const open = [...this.#documents.values()].filter((each) => each.isOpen);
    if (open.length > HELD_OPEN) {
      const oldest = open.filter((each) => each !== document).sort((a, b) => a.asked - b.asked)[0];
      oldest?.close(this.#records);
    }
    return opened;
  }

  #made(reviewer: string | undefined, at = this.#now()) {
    return { schemaVersion: 1 as const, id: randomUUID(), at, reviewer: reviewer ?? this.#options.reviewer };
  }

  /** What is decided now is later than all that stands, whatever the clocks of those who decided it said. */
  #now(): string {
    return this.#file.lines.reduce((latest, line) => (line.at > latest ? line.at : latest), new Date().toISOString());
  }

  #recordsOf(document: OnDesk, opened: OpenDocument | null, request: DecisionRequest): DecisionRecord[] {
    const group = randomUUID();
    const now = this.#now();
    const { decisions, itemId, reason, seconds = null, reviewer } = request;
    const asked = document.shown(this.#records).items.find((item) => item.itemId === itemId);
    const item = asked ? { itemId: asked.itemId, ruleId: asked.ruleId } : null;
    const tables = opened?.study.stated.tables ?? [];
    return decisions.map((said): DecisionRecord => {
      if (!opened && !('itemId' in said) && (!('factId' in said) || said.edit === 'move')) {
        throw new Refusal(
          409,
          'source-gone',
          'The file is not there any more: only numbers and items can be decided, not tables, rows or columns.',
        );
      }
      try {
        const decision = opened ? withKeys(said, tables) : said;
        const texts = opened ? textsOf(decision, tables) : document.textsOf(decision, this.#records);
        return {
          record: 'decision',
          ...this.#made(reviewer, now),
          group,
          document: document.reference,
          decision,
          item,
          ...texts,
          reason,
          seconds,
        };
      } catch (error) {
        if (error instanceof UnknownName) throw new Refusal(422, 'does-not-fit', error.message);
        throw error;
      }
    });
  }

  #save(lines: readonly ReviewLine[], records: DecisionRecord[]): void {
    if (this.#closed) throw new Refusal(409, 'closed', 'The review has ended.');
    this.#file.add(lines);
    this.#records = records;
    const revision = this.#revision;
    const concerned = decisionsBehind(lines, this.#file.lines);
    for (const document of this.#documents.values()) {
      if (concerned.some((record) => isAbout(record.document, document.known))) document.changed(revision);
    }
  }

  #standOf(document: OnDesk): Omit<DocumentView, 'tables' | 'statements'> {
    const { items, equations, decisions } = document.shown(this.#records);
    return {
      document: document.entry(this.#records),
      revision: document.revision,
      judged: document.judgedState(this.#records),
      items,
      equations,
      decisions,
      canUndo: toUndo(this.#file.lines, document.known).length > 0,
      canRedo: toRedo(this.#file.lines, document.known).length > 0,
    };
  }

  #change(document: OnDesk, before: Shown, others: boolean, saved: readonly ReviewLine[]): Change {
    const after = document.shown(this.#records);
    return { ...this.#standOf(document), others, saved: saved.map(({ id }) => id), ...differences(before, after) };
  }
}

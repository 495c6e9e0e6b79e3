import type { ExtractOptions } from '../../../extractors/extraction.ts';
import type { DocumentKnown } from '../../../extractors/judgement/decisions/index.ts';
import { Amount } from '../../../extractors/notation/decimal.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type { DocumentRecord } from '../../../schemas/records.ts';
import { Report } from '../../../schemas/report.ts';
import type { DocumentEntry } from '../../../schemas/reviewing/api.ts';
import type { Decision, DecisionRecord, DocumentReference } from '../../../schemas/reviewing/decisions.ts';
import type { Language } from '../../../schemas/rules/index.ts';
import type { Studied } from '../../run/document/studying.ts';
import { decisionsAbout } from '../../run/store/store.ts';
import { disclosureOf, type Extracted, isThere, reportOf, sourceOf } from './folder.ts';
import { type Left, OpenDocument, type Shown, shownAsLeft } from './opened.ts';

/** Takes a document up to its case; in a process of its own where the host is careful. */
export type Study = (bytes: Uint8Array, options: ExtractOptions) => Promise<Studied>;

interface Host {
  out: string;
  sources: string | null;
  language: Language;
  profiles: readonly Profile[];
  study: Study;
}

let clock = 0;

/** A document of the folder: as its last extraction left it, and, once it lies open, with its case. */
export class OnDesk {
  readonly extracted: Extracted;
  /** Grows whenever somebody decides about it. */
  revision = 0;
  /** When it was asked for last, in no unit. */
  asked = 0;
  readonly #host: Host;
  #opened: OpenDocument | null = null;
  #opening: Promise<OpenDocument | null> | null = null;
  #shown: Shown | null = null;
  #source: DocumentEntry['source'] | null = null;

  constructor(extracted: Extracted, host: Host) {
    this.extracted = extracted;
    this.#host = host;
  }

  get record(): DocumentRecord {
    return this.extracted.head.outcome.record;
  }

  /** What decisions about it are known by. */
  get known(): DocumentKnown {
    const { entity_id: entityId, year, disclosure_kind: kind, scope, sha256 } = this.record;
    return this.#opened?.study.document ?? { entityId, year, kind, scope, sha256 };
  }

  get reference(): DocumentReference {
    const { entity_name: entityName, source_file: sourceFile } = this.record;
    return { ...this.known, entityName, sourceFile };
  }

  get isOpen(): boolean {
    return this.#opened !== null;
  }

  /** `now` gives the decisions that stand when the case is there. Null where the bytes that were read cannot be had, or have no case. */
  open(now: () => readonly DecisionRecord[]): Promise<OpenDocument | null> {
    this.asked = ++clock;
    this.#opening ??= this.#read().then((opened) => {
      this.#opened = opened;
      if (opened) this.#shown = opened.show(opened.judge(now()));
      return opened;
    });
    return this.#opening;
  }

  /** Gives the case up; what is shown stays. */
  close(records: readonly DecisionRecord[]): void {
    this.#shown = this.shown(records);
    this.#opened = null;
    this.#opening = null;
  }

  /** Somebody has decided about it. */
  changed(revision: number): void {
    this.revision = revision;
    this.#shown = null;
  }

  /** What is shown from now on. */
  keep(shown: Shown): void {
    this.#shown = shown;
  }

  shown(records: readonly DecisionRecord[]): Shown {
    const opened = this.#opened;
    this.#shown ??= opened ? opened.show(opened.judge(records)) : shownAsLeft(this.#left(), records, this.known);
    return this.#shown;
  }

  /** Whether what is shown holds all decisions. */
  judgedState(records: readonly DecisionRecord[]): DocumentEntry['judged'] {
    if (this.#opened || this.extracted.head.decisions === decisionsAbout(records, this.record)) return 'yes';
    return this.#sourceState() === 'there' ? 'pending' : 'impossible';
  }

  entry(records: readonly DecisionRecord[]): DocumentEntry {
    const { items, decisions, confirmed } = this.shown(records);
    const { record } = this;
    const open = items.filter(({ state }) => state === 'open');
    return {
      documentId: record.document_id,
      sourceFile: record.source_file,
      entityName: record.entity_name,
      city: record.region_city,
      year: record.year,
      kind: record.disclosure_kind,
      scope: record.scope,
      title: record.title,
      media: Report.shape.media.catch('unknown').parse(record.media),
      status: record.status,
      pages: record.pages,
      tables: record.tables,
      facts: record.facts,
      open: open.length,
      unsure: items.length - open.length,
      decisions: decisions.length,
      confirmed,
      atStake: open.reduce((sum, { expectedLoss }) => sum.plus(expectedLoss), new Amount(0)).toFixed(2),
      source: this.#sourceState(),
      judged: this.judgedState(records),
    };
  }

  /** What a decision about a number found, from what is shown. */
  textsOf(decision: Decision, records: readonly DecisionRecord[]): { before: string; after: string } {
    if (!('factId' in decision)) return { before: '', after: '' };
    const cells = this.shown(records).tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const cell = cells.find(({ factId }) => factId === decision.factId);
    return { before: cell?.raw ?? '', after: decision.edit === 'value' ? decision.value : (cell?.value ?? '') };
  }

  #sourceState(): DocumentEntry['source'] {
    this.#source ??= isThere(this.extracted, this.#host.sources) ? 'there' : 'gone';
    return this.#source;
  }

  #left(): Left {
    const { out } = this.#host;
    const { tables, statements } = disclosureOf(out, this.extracted.documentId);
    const { equations, review } = reportOf(out, this.extracted.documentId);
    return { tables, statements, equations, items: review };
  }

  async #read(): Promise<OpenDocument | null> {
    const { sources, language, profiles, study } = this.#host;
    const source = await sourceOf(this.extracted, sources);
    this.#source = source.state;
    if (source.state !== 'there') return null;
    const { documentId, head } = this.extracted;
    const profile = profiles.some(({ id }) => id === head.profile.id) ? head.profile.id : undefined;
    const studied = await study(source.bytes, { documentId, sourceFile: this.record.source_file, profiles, profile, language });
    if (!studied.study) return null;
    return new OpenDocument(studied.study, { pages: studied.pages, documentId, language, items: this.#left().items });
  }
}

import { stamped } from '../../../extractors/extraction.ts';
import { type DocumentKnown, inEffect, isAbout } from '../../../extractors/judgement/decisions/index.ts';
import { type Judged, judge, type Study } from '../../../extractors/judgement/study.ts';
import type { Statement } from '../../../schemas/disclosure.ts';
import type { Equation } from '../../../schemas/equation.ts';
import type { ReviewItem } from '../../../schemas/review.ts';
import type { DecisionView, ItemView, PageView, TableView } from '../../../schemas/reviewing/api.ts';
import type { DecisionRecord } from '../../../schemas/reviewing/decisions.ts';
import type { Language } from '../../../schemas/rules/index.ts';
import type { Table } from '../../../schemas/table.ts';
import { factCells } from '../../../schemas/table.ts';
import { decisionViews, itemViews, tableViews, unsureIn } from './views.ts';

/** What is shown of a document after the decisions about it. */
export interface Shown {
  tables: TableView[];
  equations: Equation[];
  statements: Statement[];
  items: ItemView[];
  decisions: DecisionView[];
  confirmed: number;
}

/** The document as its last extraction left it: what is shown while its case is not there. */
export interface Left {
  tables: Table[];
  statements: Statement[];
  equations: Equation[];
  items: ReviewItem[];
}

const confirmedIn = (tables: readonly Table[]): number =>
  tables.flatMap(factCells).filter(({ valueState }) => valueState === 'confirmed').length;

const aboutOf = (records: readonly DecisionRecord[], document: DocumentKnown): DecisionRecord[] =>
  inEffect(records.filter((record) => isAbout(record.document, document)));

/** Whether all that an item asks about is decided; what else follows from that only its case tells. */
function isDecided({ itemId, factIds }: ReviewItem, about: readonly DecisionRecord[]): boolean {
  const decided = new Set(about.flatMap(({ decision }) => (SETTLING.has(decision.edit) && 'factId' in decision ? [decision.factId] : [])));
  if (about.some(({ decision }) => decision.edit === 'item-seen' && decision.itemId === itemId)) return true;
  return factIds.length > 0 && factIds.every((id) => decided.has(id));
}

const SETTLING: ReadonlySet<string> = new Set(['confirm', 'value', 'source']);

export function shownAsLeft(left: Left, records: readonly DecisionRecord[], document: DocumentKnown): Shown {
  const about = aboutOf(records, document);
  const items = left.items.filter((item) => !isDecided(item, about));
  return {
    tables: tableViews(left.tables, []),
    equations: left.equations,
    statements: left.statements,
    items: itemViews(items, left, unsureIn(about)),
    decisions: decisionViews(about, new Map()),
    confirmed: confirmedIn(left.tables),
  };
}

/** A document that lies open: its case, and what followed from the decisions about it so far. */
export class OpenDocument {
  readonly study: Study;
  readonly pages: readonly PageView[];
  readonly #documentId: string;
  readonly #language: Language;
  /** Items of the sample that its extraction drew. */
  readonly #audit: readonly ReviewItem[];
  #judged: Judged | undefined;
  #shown: Shown | undefined;

  constructor(
    study: Study,
    {
      pages,
      documentId,
      language,
      items,
    }: { pages: readonly PageView[]; documentId: string; language: Language; items: readonly ReviewItem[] },
  ) {
    this.study = study;
    this.pages = pages;
    this.#documentId = documentId;
    this.#language = language;
    this.#audit = items.filter(({ ruleId }) => ruleId === 'review/audit');
  }

  /** What decisions would make of it, without keeping that. */
  judge(records: readonly DecisionRecord[]): Judged {
    const stamp = (finding: Parameters<typeof stamped>[0], stage: string) => stamped(finding, stage, this.#language);
    return judge(this.study, records, { stamp, documentId: this.#documentId, language: this.#language }, this.#judged);
  }

  /** `judged`: what `judge` gave for these records. */
  show(judged: Judged): Shown {
    if (this.#judged === judged && this.#shown) return this.#shown;
    const { decided, verdict, items } = judged;
    const confirmed = new Set(decided.stated.confirmed);
    const sample = this.#audit.filter(({ factIds }) => !factIds.some((id) => confirmed.has(id)));
    this.#judged = judged;
    this.#shown = {
      tables: tableViews(verdict.tables, decided.stated.tables),
      equations: verdict.equations,
      statements: verdict.statements,
      items: itemViews([...items, ...sample], verdict, unsureIn(decided.about)),
      decisions: decisionViews(decided.about, new Map(decided.misfits.map(({ record, reason }) => [record.id, reason]))),
      confirmed: confirmedIn(verdict.tables),
    };
    return this.#shown;
  }
}

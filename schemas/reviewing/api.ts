import { z } from 'zod';
import { DisclosureKind, Scope, Statement } from '../disclosure.ts';
import { Equation } from '../equation.ts';
import { Report, Status } from '../report.ts';
import { ReviewItem, ReviewKind } from '../review.ts';
import { Table } from '../table.ts';
import { Decision } from './decisions.ts';

/*
 * The HTTP interface of `duizhang review`, all of it JSON below /api, but the bytes of a document. Amounts are decimal strings. Every answer that is no 2xx is a `Problem`.
 *
 * GET  /api/session                       → Session
 * GET  /api/documents                     → DocumentList
 * GET  /api/queue?city=&year=&kind=&form=&money=&document=&offset=&limit=   → Queue
 * GET  /api/documents/:id                 → DocumentView
 * GET  /api/documents/:id/source          → the bytes of the file, with its media type (404: it is not there any more)
 * GET  /api/documents/:id/pages/:number   → PageView
 * POST /api/documents/:id/decisions       DecisionRequest → Change
 * POST /api/documents/:id/undo, …/redo    StepRequest → Change
 * GET  /api/stats                         → Stats
 *
 * The first address (`/?token=…`) sets a cookie; a program sends the token as `X-Duizhang-Token` instead.
 */

export const TOKEN_HEADER = 'x-duizhang-token';

export const Problem = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });
export type Problem = z.infer<typeof Problem>;

const Media = Report.shape.media;

/** A document of the folder and what is left in it. */
export const DocumentEntry = z.strictObject({
  documentId: z.string(),
  sourceFile: z.string(),
  entityName: z.string().nullable(),
  city: z.string().nullable(),
  year: z.int().nullable(),
  kind: DisclosureKind.nullable(),
  scope: Scope.nullable(),
  title: z.string().nullable(),
  media: Media,
  status: Status,
  pages: z.int(),
  tables: z.int(),
  facts: z.int(),
  /** Items that nobody has decided; those that somebody could not tell are apart. */
  open: z.int(),
  unsure: z.int(),
  decisions: z.int(),
  confirmed: z.int(),
  /** Σ probability × money at stake (元) over the open items. */
  atStake: z.string(),
  /** Whether the file is still where it was read, with the same bytes. */
  source: z.enum(['there', 'changed', 'gone']),
  /** Whether the numbers shown hold all decisions; while `pending` they are those of the last extraction. */
  judged: z.enum(['yes', 'pending', 'impossible']),
});
export type DocumentEntry = z.infer<typeof DocumentEntry>;

export const DocumentList = z.strictObject({ documents: z.array(DocumentEntry) });
export type DocumentList = z.infer<typeof DocumentList>;

export const Session = z.strictObject({
  version: z.string(),
  /** Name of the output folder, without its path. */
  folder: z.string(),
  reviewer: z.string(),
  language: z.enum(['zh', 'en']),
  documents: z.int(),
  open: z.int(),
  /** Grows with every line of reviews.jsonl, whoever wrote it: a page that sees another one asks again. */
  revision: z.int(),
});
export type Session = z.infer<typeof Session>;

/** An item of a document, one cause each. `message` in the language of the session. */
export const ItemView = ReviewItem.extend({
  state: z.enum(['open', 'unsure']),
  /** Probability × money at stake, 元. */
  expectedLoss: z.string(),
  messages: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Ids of `equations` that the item is about, the one that leaves its residual first. */
  equationIds: z.array(z.string()),
  /** Unit of the residual, actual and expected; null: not known. */
  unit: z.string().nullable(),
  /** What taking the proposal would decide; empty where there is none. */
  take: z.array(Decision),
  /** What each of `alternatives` would decide, in their order; empty lists where that is no edit. */
  takeAlternatives: z.array(z.array(Decision)),
});
export type ItemView = z.infer<typeof ItemView>;

export const QueueEntry = z.strictObject({ documentId: z.string(), item: ItemView });
export type QueueEntry = z.infer<typeof QueueEntry>;

/** `kind` is a kind of finding; `form` a medium; `money` the least amount at stake in 元. */
export const QueueFilter = z.strictObject({
  city: z.string().optional(),
  year: z.coerce.number().int().optional(),
  kind: ReviewKind.optional(),
  form: Media.optional(),
  money: z.coerce.number().min(0).optional(),
  document: z.string().optional(),
  state: z.enum(['open', 'unsure', 'all']).default('open'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

/** The gravest first: by expected error × money. `total` counts what the filter lets through. */
export const Queue = z.strictObject({
  total: z.int(),
  entries: z.array(QueueEntry),
  choices: z.strictObject({ cities: z.array(z.string()), years: z.array(z.int()), kinds: z.array(ReviewKind), forms: z.array(Media) }),
});
export type Queue = z.infer<typeof Queue>;

/** A table as in disclosure.json with the keys by which decisions name it, its rows and columns; the same order. */
export const TableView = Table.extend({ key: z.string(), rowKeys: z.array(z.string()), columnKeys: z.array(z.string()) });
export type TableView = z.infer<typeof TableView>;

/** An active decision, for whoever wants to see or undo it. */
export const DecisionView = z.strictObject({
  id: z.string(),
  group: z.string(),
  at: z.string(),
  reviewer: z.string(),
  decision: Decision,
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  /** Why it could not be applied to this document as it is now; null: it is. */
  doesNotFit: z.string().nullable(),
});
export type DecisionView = z.infer<typeof DecisionView>;

const judged = {
  revision: z.int(),
  judged: DocumentEntry.shape.judged,
  /** In the order of the queue. */
  items: z.array(ItemView),
  equations: z.array(Equation),
  decisions: z.array(DecisionView),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
};

/** `equations`: terms name facts (f…) and statements (s…) by id; a term that is not in `tables` or `statements` is blank. */
export const DocumentView = z.strictObject({
  document: DocumentEntry,
  ...judged,
  tables: z.array(TableView),
  statements: z.array(Statement),
});
export type DocumentView = z.infer<typeof DocumentView>;

/**
 * What was read of a page. drawn: words and lines with boxes in points, origin top left, of the page as displayed (turned as the file says); the file itself
 * shows more. lines: a text, `number` as in places. grid: a sheet or the blocks of a page of HTML or Word; `cell` is the address as in places.
 */
export const PageView = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('drawn'),
    number: z.int(),
    of: z.int(),
    width: z.number(),
    height: z.number(),
    words: z.array(z.strictObject({ text: z.string(), box: z.tuple([z.number(), z.number(), z.number(), z.number()]), rotation: z.int() })),
    rulings: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  }),
  z.strictObject({
    form: z.literal('lines'),
    number: z.int(),
    of: z.int(),
    lines: z.array(z.strictObject({ number: z.int(), text: z.string() })),
  }),
  z.strictObject({
    form: z.literal('grid'),
    number: z.int(),
    of: z.int(),
    blocks: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('line'), line: z.int().nullable(), text: z.string() }),
        z.strictObject({
          kind: z.literal('table'),
          rows: z.array(
            z.strictObject({
              line: z.int().nullable(),
              cells: z.array(
                z.strictObject({
                  text: z.string(),
                  column: z.int(),
                  columnSpan: z.int(),
                  rowSpan: z.int(),
                  line: z.int().nullable(),
                  start: z.int().nullable(),
                  end: z.int().nullable(),
                  cell: z.string().nullable(),
                }),
              ),
            }),
          ),
        }),
      ]),
    ),
  }),
]);
export type PageView = z.infer<typeof PageView>;

/** One click: all of it is saved or none. `revision`: of the view that the person saw. Tables, rows and columns by key or position. */
export const DecisionRequest = z.strictObject({
  decisions: z.array(Decision).min(1).max(20_000),
  itemId: z.string().optional(),
  reason: z.string().max(4_000).default(''),
  seconds: z.number().min(0).optional(),
  reviewer: z.string().max(200).optional(),
  revision: z.int(),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

export const StepRequest = z.strictObject({ revision: z.int(), reviewer: z.string().max(200).optional() });
export type StepRequest = z.infer<typeof StepRequest>;

/**
 * What a click changed, when it is saved. `others`: somebody else changed the document since `revision` of the request; then ask for all of
 * it again. `tables` are those that differ, whole, by index; `cells` are facts whose state, value or column differs.
 */
export const Change = z.strictObject({
  ...judged,
  others: z.boolean(),
  saved: z.array(z.string()),
  cleared: z.array(z.string()),
  added: z.array(z.string()),
  cells: z.array(z.string()),
  tables: z.array(TableView),
  removedTables: z.array(z.int()),
  document: DocumentEntry,
});
export type Change = z.infer<typeof Change>;

export const Stats = z.strictObject({
  documents: z.array(
    z.strictObject({
      documentId: z.string().nullable(),
      sourceFile: z.string(),
      reviewers: z.array(z.string()),
      decisions: z.int(),
      undone: z.int(),
      seconds: z.number(),
      open: z.int().nullable(),
    }),
  ),
  decisions: z.int(),
  seconds: z.number(),
  /** Numbers of the audit sample that were looked at, and how many of them were wrong. */
  audited: z.int(),
  auditedWrong: z.int(),
  /** Decisions by what they decide: confirm, value, … */
  byDecision: z.record(z.string(), z.int()),
});
export type Stats = z.infer<typeof Stats>;

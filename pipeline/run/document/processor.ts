import { join } from 'node:path';
import type { Extraction } from '../../../extractors/extraction.ts';
import { EventList } from '../../base/log.ts';
import { rowTexts } from '../../publish/csv/csv-set.ts';
import { writeDocument } from '../../publish/document.ts';
import type { ExtractFunction } from '../extraction.ts';
import type { Failure, Input } from '../inputs/input.ts';
import { contentOf, identityOfInput, readInput, stampOf } from '../inputs/read-input.ts';
import type { Outcome, Processed } from '../outcome.ts';
import { removeShard, type ShardHead, writeShard } from '../store/shard.ts';
import { type Conditions, choiceOf, decisionsAbout, limitsOf } from '../store/store.ts';
import { DocumentRunner, type Finished, type Milliseconds, type RenderReport, type RunnerOptions, timed } from './document-runner.ts';

/**
 * Takes a document from its path to its files. It never throws for what a document contains.
 *
 * @throws UserError when something cannot be written.
 */
export interface Processor {
  process(input: Input): Promise<Processed>;
  /** Records a document that could not be worked on. */
  fail(input: Input, failure: Failure): Promise<Processed>;
  /** Ends what was started; nothing may be in work. */
  close(): Promise<void>;
}

/** What a processor is told once, before the first document; plain data, too. */
export interface ProcessorSetup extends Omit<RunnerOptions, 'log'> {
  /** Output folder; null writes nothing. */
  out: string | null;
  /** Whether `json` is wanted. */
  json: boolean;
  /** What its results may be known by in a later run. */
  conditions: Conditions;
}

function reviewRulesOf({ report }: Extraction): Record<string, number> {
  const rules: Record<string, number> = {};
  for (const { ruleId } of report.review) rules[ruleId] = (rules[ruleId] ?? 0) + 1;
  return rules;
}

function expectedOf({ report: { expectedTables } }: Extraction): Outcome['expected'] {
  return { tables: expectedTables.length, found: expectedTables.filter(({ found }) => found).length };
}

/** A document as it was met: see `contentOf` and `stampOf`. */
interface Source {
  input: Input;
  content: string | null;
  stamp: string | null;
}

/** Works in the thread that it is made in, one document at a time. */
export class LocalProcessor implements Processor {
  readonly #setup: ProcessorSetup;
  readonly #runner: DocumentRunner;
  readonly #events = new EventList();

  constructor(setup: ProcessorSetup, extract: ExtractFunction, render: RenderReport | null) {
    this.#setup = setup;
    this.#runner = new DocumentRunner({ ...setup, log: this.#events }, extract, render);
  }

  async process(input: Input): Promise<Processed> {
    const milliseconds: Milliseconds = new Map();
    const stamp = await stampOf(input);
    const read = await readInput(input);
    return this.#write({ input, content: contentOf(read), stamp }, await this.#runner.run(input, read, milliseconds), milliseconds);
  }

  async fail(input: Input, failure: Failure): Promise<Processed> {
    const stamp = await stampOf(input);
    // Its size may be what it failed for.
    const { content, identity } = await identityOfInput(input);
    return this.#write({ input, content, stamp }, this.#runner.fail(input, identity, failure), new Map());
  }

  async close(): Promise<void> {
    // Nothing was started.
  }

  #write(source: Source, finished: Finished, milliseconds: Milliseconds): Processed {
    const { out, json } = this.#setup;
    const { extraction, record, proved, exitCode } = finished;
    const { disclosure, report } = extraction;
    const outcome = { record, proved, expected: expectedOf(extraction), reviewRules: reviewRulesOf(extraction), exitCode };
    if (out !== null) timed(milliseconds, 'write', () => this.#keep(out, source, finished, outcome));
    return {
      ...outcome,
      input: source.input,
      json: json ? JSON.stringify({ disclosure, report }) : null,
      milliseconds: Object.fromEntries(milliseconds),
      events: this.#events.take(),
      kept: false,
    };
  }

  /** The shard goes first and comes last: where it lies, the files beside it are those that it names. */
  #keep(out: string, { input, content, stamp }: Source, finished: Finished, outcome: ShardHead['outcome']): void {
    const { conditions } = this.#setup;
    const { extraction, files, html, records } = finished;
    const { documentId } = input;
    removeShard(out, documentId);
    const written = writeDocument(join(out, documentId), files, html);
    const head = {
      program: conditions.program,
      options: conditions.options,
      content,
      stamp,
      profile: choiceOf(conditions, extraction.opening),
      limits: limitsOf(extraction, conditions),
      decisions: decisionsAbout(conditions.decisions, finished.record),
      source: { path: input.path, member: input.member },
      files: written,
      outcome,
    };
    writeShard(out, documentId, head, rowTexts(records));
  }
}

/** The program's own stages and report; they are loaded here, so that what only starts workers does not pay for them. */
export async function openLocal(setup: ProcessorSetup): Promise<LocalProcessor> {
  const { extract } = await import('./extract.ts');
  const render = setup.out === null ? null : (await import('../../publish/html.ts')).renderReport;
  return new LocalProcessor(setup, extract, render);
}

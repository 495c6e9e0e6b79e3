import type { ExtractOptions } from '../../../extractors/extraction.ts';
import type { PhaseName } from '../../../extractors/model/stage.ts';
import type { Bilingual, ExitCode } from '../../base/errors.ts';
import type { Drawing } from '../document/drawing.ts';
import type { ProcessorSetup } from '../document/processor.ts';
import type { Studied } from '../document/studying.ts';
import type { StageDump, TimedExtraction } from '../extraction.ts';
import type { Failure, Input } from '../inputs/input.ts';
import type { Processed } from '../outcome.ts';
import type { ScanEvent } from '../scan/events.ts';

/** What a process can be asked: plain data in, plain data out. */
export interface Tasks {
  /** What documents are taken through; comes before the first of them. */
  open: { task: { setup: ProcessorSetup }; answer: null };
  /** A document from its path to its files. */
  process: { task: { input: Input }; answer: Processed };
  /** The files of a document that could not be worked on. */
  fail: { task: { input: Input; failure: Failure }; answer: Processed };
  extract: { task: { bytes: Uint8Array; options: ExtractOptions }; answer: TimedExtraction };
  until: { task: { bytes: Uint8Array; options: ExtractOptions; phase: PhaseName }; answer: StageDump };
  study: { task: { bytes: Uint8Array; options: ExtractOptions }; answer: Studied };
  draw: { task: { bytes: Uint8Array; page: number }; answer: Drawing };
}
export type Kind = keyof Tasks;
export type Task<K extends Kind = Kind> = { [P in K]: { kind: P } & Tasks[P]['task'] }[K];
export type AnswerOf<K extends Kind> = Tasks[K]['answer'];

/** What a process says: that it can be asked, what a scan takes of it, and how each task ended. `resident`: bytes of memory that it holds. */
export type Message =
  | { ready: true }
  | { scans: ScanEvent }
  | { answer: unknown; resident: number }
  | { refused: { exitCode: ExitCode; text: Bilingual } }
  | { thrown: string };

/** A task had no answer: its time or memory was over, or the process is gone. */
export class Ended extends Error {
  readonly failure: Failure;

  constructor(ruleId: 'document/timed-out' | 'document/out-of-memory' | 'document/crashed', actual: string) {
    super(`${ruleId}: ${actual}`);
    this.failure = { ruleId, stage: 'extract', actual };
  }

  /** Where nothing else is at work, and with more memory, it may come to its end. */
  get mayEndOtherwise(): boolean {
    return this.failure.ruleId !== 'document/timed-out';
  }
}

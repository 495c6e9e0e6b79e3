import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../base/errors.ts';
import type { ScanEvent } from '../scan/events.ts';
import { type Bounds, SCAN_MEGABYTES, SCAN_SECONDS } from './bounds.ts';
import { type AnswerOf, Ended, type Kind, type Message, type Task } from './task.ts';

const MB = 2 ** 20;
/** For objects that live shortly: as much as the engine takes where its heap has no limit. */
const NURSERY_MEGABYTES = 16;
/** What is left of earlier tasks above this share of its memory would be blamed on the next one. */
const WORN_SHARE = 0.6;
/** What the engine, or the guard, says last when memory is over: a full heap, or a table that no heap holds. */
const NO_MEMORY = /out of memory|table size/i;
/** More than the last words of a process. */
const KEPT_WORDS = 20_000;
/** Node runs compiled code only. */
const COMPILED = import.meta.url.endsWith('.ts') ? '../../../dist/pipeline/run/isolation/child.js' : './child.js';
const CHILD = fileURLToPath(new URL(COMPILED, import.meta.url));

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

type Settle = (message: Message | Ended) => void;

/** A process of its own, asked one task at a time. As long as it is not asked it keeps nobody waiting. */
export class WorkerProcess {
  readonly #bounds: Bounds;
  readonly #child: ChildProcess;
  readonly #ready: Promise<Message | Ended>;
  #settle: Settle = () => undefined;
  #words = '';
  #resident = 0;
  #mayTake: number;
  /** When the task in work is over, in milliseconds of the clock that only goes forward. */
  #deadline = 0;

  /** `heapShare`: the engine's own limit, as a share of the memory. `file`: the compiled module that the process runs. */
  constructor(bounds: Bounds, heapShare: number, file: string = CHILD) {
    this.#bounds = bounds;
    const { megabytes } = bounds;
    this.#mayTake = megabytes * MB;
    const child = fork(file, [String(megabytes * MB)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${Math.floor(megabytes * heapShare)}`, `--max-semi-space-size=${NURSERY_MEGABYTES}`],
    });
    this.#child = child;
    running.add(child);
    this.#ready = this.#next();
    child.on('message', (message: Message) => ('scans' in message ? this.#allow(message.scans) : this.#settle(message)));
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#words = (this.#words + words).slice(-KEPT_WORDS);
    });
    child.once('error', (error) => this.#settle(new Ended('document/crashed', error.message)));
    child.once('close', (code, signal) => this.#settle(this.#ended(code, signal)));
    this.#keep(false);
  }

  get bounds(): Bounds {
    return this.#bounds;
  }

  /** Whether the next task is better asked of a fresh one. */
  get isWorn(): boolean {
    const { exitCode, signalCode } = this.#child;
    return exitCode !== null || signalCode !== null || this.#resident > WORN_SHARE * this.#mayTake;
  }

  /** @throws Ended when there is no answer; UserError when the answer is that nothing can be written. */
  async ask<K extends Kind>(task: Task<K>): Promise<AnswerOf<K>> {
    this.#keep(true);
    let timer: NodeJS.Timeout | undefined;
    const watch = (): void => {
      const left = this.#deadline - performance.now();
      if (left <= 0) this.#settle(new Ended('document/timed-out', String(this.#bounds.seconds)));
      else timer = setTimeout(watch, left);
    };
    try {
      // The start of the process does not count.
      const ready = await this.#ready;
      if (ready instanceof Ended) throw ready;
      const next = this.#next();
      this.#deadline = performance.now() + this.#bounds.seconds * 1000;
      watch();
      this.#child.send(task, (error) => error && this.#settle(new Ended('document/crashed', error.message)));
      return this.#answer<K>(await next);
    } finally {
      clearTimeout(timer);
      this.#keep(false);
    }
  }

  end(): void {
    running.delete(this.#child);
    this.#child.kill('SIGKILL');
  }

  /** Pictures take memory and time that texts do not: as much again for each page. */
  #allow(event: ScanEvent): void {
    if (event === 'loading') this.#mayTake += SCAN_MEGABYTES * MB;
    else this.#deadline += SCAN_SECONDS * 1000;
  }

  #next(): Promise<Message | Ended> {
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #answer<K extends Kind>(message: Message | Ended): AnswerOf<K> {
    if (message instanceof Ended) throw message;
    if ('refused' in message) throw new UserError(message.refused.exitCode, message.refused.text);
    if (!('answer' in message)) throw new Ended('document/crashed', 'thrown' in message ? message.thrown : 'no answer');
    this.#resident = message.resident;
    return message.answer as AnswerOf<K>;
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): Ended {
    running.delete(this.#child);
    if (signal !== null && NO_MEMORY.test(this.#words)) return new Ended('document/out-of-memory', String(this.#bounds.megabytes));
    return new Ended('document/crashed', signal ?? `exit code ${code}`);
  }

  /** Whether the program has to wait for this process before it can end. */
  #keep(waiting: boolean): void {
    const { channel, stderr } = this.#child;
    for (const held of [this.#child, channel, stderr instanceof Socket ? stderr : null]) {
      if (waiting) held?.ref();
      else held?.unref();
    }
  }
}

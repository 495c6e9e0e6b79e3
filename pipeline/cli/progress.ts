import type { SingleBar } from 'cli-progress';
import type { Language } from '../../schemas/rules/index.ts';
import type { Outcome } from '../run/outcome.ts';
import { say } from './talk.ts';

export interface Progress {
  start(total: number): void;
  advance(outcome: Pick<Outcome, 'record' | 'kept'>): void;
  stop(): void;
}

/** Seconds between two lines where there is no terminal; a short run says nothing. */
const LINE_SECONDS = 10;

const TEXT = {
  zh: (done: number, total: number, rate: string, left: string, failed: number) =>
    `${done}/${total}，每秒 ${rate} 份，剩余 ${left}，失败 ${failed}`,
  en: (done: number, total: number, rate: string, left: string, failed: number) =>
    `${done}/${total}, ${rate} documents/s, ${left} left, ${failed} failed`,
} as const;

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : `${Math.ceil(seconds)} s`;
}

/** Counts; what is kept from an earlier run takes hardly any time and says nothing about the rate. */
class Pace {
  total = 0;
  done = 0;
  failed = 0;
  #read = 0;
  #firstAt = 0;

  count({ record, kept }: Pick<Outcome, 'record' | 'kept'>): void {
    if (!kept && this.#read++ === 0) this.#firstAt = performance.now();
    this.done++;
    if (record.status === 'failed') this.failed++;
  }

  text(language: Language): string {
    const rate = (this.#read - 1) / ((performance.now() - this.#firstAt) / 1000);
    const known = this.#read > 1 && rate > 0;
    const left = known ? duration((this.total - this.done) / rate) : '?';
    return TEXT[language](this.done, this.total, known ? rate.toFixed(1) : '?', left, this.failed);
  }
}

/** A bar on stderr, or, where stderr is no terminal, a line from time to time. */
export function openProgress(language: Language, wanted: boolean): Progress {
  const pace = new Pace();
  let bar: SingleBar | null = null;
  let lastLine = performance.now();
  const terminal = process.stderr.isTTY === true;
  const load = wanted && terminal ? import('cli-progress') : null;
  return {
    start: (total) => {
      pace.total = total;
      void load?.then(({ default: { Presets, SingleBar: Bar } }) => {
        if (pace.done >= total) return;
        bar = new Bar({ format: '{bar} {text}', hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
        bar.start(total, pace.done, { text: pace.text(language) });
      });
    },
    advance: (outcome) => {
      pace.count(outcome);
      bar?.update(pace.done, { text: pace.text(language) });
      if (!wanted || terminal || performance.now() - lastLine < LINE_SECONDS * 1000) return;
      lastLine = performance.now();
      say(`${pace.text(language)}\n`);
    },
    stop: () => {
      bar?.stop();
      bar = null;
    },
  };
}

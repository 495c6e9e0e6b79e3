import type { SingleBar } from 'cli-progress';

export interface Progress {
  start(total: number): void;
  advance(): void;
  stop(): void;
}

/** A bar on stderr; nothing where stderr is no terminal. */
export function openProgress(wanted: boolean): Progress {
  let bar: SingleBar | null = null;
  let done = 0;
  const shown = wanted && process.stderr.isTTY === true;
  const load = shown ? import('cli-progress') : null;
  return {
    start: (total) => {
      void load?.then(({ default: { Presets, SingleBar: Bar } }) => {
        if (done >= total) return;
        bar = new Bar({ format: '{bar} {value}/{total} {eta_formatted}', hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
        bar.start(total, done);
      });
    },
    advance: () => {
      done++;
      bar?.update(done);
    },
    stop: () => {
      bar?.stop();
      bar = null;
    },
  };
}

import { type Bounds, boundsOf, HEAP_SHARE, type IsolationOptions } from './bounds.ts';
import { WorkerProcess } from './worker-process.ts';

let spare: WorkerProcess | null = null;

/** Starts the process that the first document will need, while the program itself is still being loaded. */
export function startSpare(options: IsolationOptions): void {
  spare ??= new WorkerProcess(boundsOf(options), HEAP_SHARE.first);
}

/** The process that was started before, where it has these bounds. */
export function takeSpare({ seconds, megabytes }: Bounds): WorkerProcess | null {
  if (spare?.bounds.seconds !== seconds || spare.bounds.megabytes !== megabytes) return null;
  const taken = spare;
  spare = null;
  return taken;
}

/** Ends what nobody took. */
export function endSpare(): void {
  spare?.end();
  spare = null;
}

import { createContext, Script } from 'node:vm';

const OVER_TIME = 'ERR_SCRIPT_EXECUTION_TIMEOUT';
const CALL = new Script('task()');

/**
 * The result of a task that may never end, such as a search for a pattern of a stranger; null after so many milliseconds. A timer
 * cannot end it: the engine itself must, and does so for scripts only.
 */
export function withinTime<T>(task: () => T, milliseconds: number): T | null {
  const results: T[] = [];
  const context = createContext({ task: () => void results.push(task()) });
  try {
    CALL.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    // the error is one of the context, no `Error` of this one
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === OVER_TIME) return null;
    throw error;
  }
  return results[0] ?? null;
}

import { Session } from 'node:inspector';
import { resolve } from 'node:path';

/*
 * Work counted instead of timed: how often functions and blocks (bodies of loops, branches) of the program's own files run. The same
 * input gives the same number on any machine under any load. What built-in functions do (a regular expression, indexOf) is not counted;
 * `npm run bench:sizes` measures that. Import this file before the code that is counted: blocks are counted in functions
 * that have not run before.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const LAYERS = /^(?:file:\/\/)?\/(?:schemas|extractors|pipeline)\//;

interface Coverage {
  result: { url: string; functions: { ranges: { count: number }[] }[] }[];
}

const session = new Session();
session.connect();

function post(method: string, parameters?: object): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Counts since the last call. */
function taken(): number {
  const { result } = post('Profiler.takePreciseCoverage') as Coverage;
  return result
    .filter(({ url }) => LAYERS.test(url.replace(ROOT, '')))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((total, count) => total + count, 0);
}

/** How many functions and blocks of the program ran during `run`. */
export function countWork(run: () => unknown): number {
  taken();
  run();
  return taken();
}

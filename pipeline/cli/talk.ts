import { EXIT, systemReason } from '../base/errors.ts';
import { shownLines } from '../base/shown/terminal.ts';

/*
 * All that the program says goes through here: names and texts of foreign files stand in it, and a terminal obeys control characters.
 */

let isReaderNeeded = true;

/** From now on the work has another outcome than what is printed: it goes on when nobody reads that any more. */
export function goOnWithoutReader(): void {
  isReaderNeeded = false;
}

/** What becomes of the program when stdout cannot be written. The reader of a pipe may stop early: `duizhang schema | head`. */
export function stdoutFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') {
    if (isReaderNeeded) process.exit(EXIT.ok);
    return;
  }
  const reason = systemReason(error);
  say(`Standard output cannot be written (${reason}). 标准输出无法写入（${reason}）。\n`);
  process.exit(EXIT.write);
}

/** Data, to stdout. */
export function print(text: string): void {
  process.stdout.write(shownLines(text));
}

/** Talk, to stderr. */
export function say(text: string): void {
  process.stderr.write(shownLines(text));
}

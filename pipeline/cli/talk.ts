import { shownLines } from '../base/shown/terminal.ts';

/*
 * All that the program says goes through here: names and texts of foreign files stand in it, and a terminal obeys control characters.
 */

/** Data, to stdout. */
export function print(text: string): void {
  process.stdout.write(shownLines(text));
}

/** Talk, to stderr. */
export function say(text: string): void {
  process.stderr.write(shownLines(text));
}

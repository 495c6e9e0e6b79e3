import { placeOfText, type TextLine } from '../../model/blocks.ts';
import { parseContentsEntry } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { MAX_ENTRY_REST } from './settings.ts';
import type { State } from './state.ts';
import { isProseHeading } from './wording.ts';

/** Prose, and the entries of the contents page within it. */

/** An entry of a contents page that is printed as a table. */
export function takesListedEntry(state: State, line: TextLine): boolean {
  const listed = line.contents ? parseContentsEntry(line.text) : null;
  if (listed) state.contents.push({ ...listed, place: placeOfText(line) });
  return listed !== null;
}

export function takeProse(state: State, line: TextLine): void {
  if (state.parts.length === 0) takeEntry(state, line);
  state.prose.push(line);
}

/** Before the first table a line may be an entry of the contents page, or the first or second half of one. */
function takeEntry(state: State, line: TextLine): void {
  const isHeading = isProseHeading(line.text.trim());
  const head = compact(line.text).length <= MAX_ENTRY_REST && !isHeading ? state.openEntry : null;
  const own = parseContentsEntry(line.text);
  const joined = own === null && head ? parseContentsEntry(head.text.trimEnd() + line.text.trim()) : null;
  if (own) state.contents.push({ ...own, place: placeOfText(line) });
  if (joined && head) state.contents.push({ ...joined, place: placeOfText(head) });
  const mayGoOn = own === null && joined === null && state.contents.length > 0 && isHeading;
  state.openEntry = mayGoOn ? line : null;
}

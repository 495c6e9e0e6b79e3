import { closeSync, openSync, readSync } from 'node:fs';
import Papa from 'papaparse';
import { fromCell } from '../base/shown/cell.ts';

const CHUNK = 1 << 20;
const QUOTE = 34;
const NEWLINE = 10;

/** Where the last whole record of `text` ends; a line break inside quotes ends none. `text` begins at a record. */
function endOfRecords(text: string): number {
  let end = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) quoted = !quoted;
    else if (code === NEWLINE && !quoted) end = i + 1;
  }
  return end;
}

const parse = (text: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true, transform: fromCell }).data;

/**
 * The records of a CSV file that this program wrote, header first, text as it was before a spreadsheet was thought of, some thousand at a time: a file of any size takes the memory of
 * a megabyte of text. Synchronous, as the writers are.
 */
export function* csvBatches(path: string): Generator<string[][]> {
  const file = openSync(path, 'r');
  try {
    const decoder = new TextDecoder('utf-8');
    const bytes = new Uint8Array(CHUNK);
    let rest = '';
    for (;;) {
      const read = readSync(file, bytes, 0, CHUNK, null);
      rest += decoder.decode(bytes.subarray(0, read), { stream: read > 0 });
      if (read === 0) break;
      const end = endOfRecords(rest);
      if (end === 0) continue;
      yield parse(rest.slice(0, end));
      rest = rest.slice(end);
    }
    if (rest !== '') yield parse(rest);
  } finally {
    closeSync(file);
  }
}

/** Arrays of at most `size` records without the header; `header` gets the header once, before the first. */
export function* csvChunks(path: string, size: number, header: (names: readonly string[]) => void): Generator<string[][]> {
  let waiting: string[][] = [];
  let isFirst = true;
  for (const batch of csvBatches(path)) {
    if (isFirst) header(batch.shift() ?? []);
    isFirst = false;
    for (const record of batch) {
      waiting.push(record);
      if (waiting.length < size) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}

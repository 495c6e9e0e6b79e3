/**
 * Control characters: C0 with escape, DEL and C1 (ECMA-48), and what turns the direction of a line or breaks it (Unicode
 * Standard Annex 9; U+2028, U+2029). Surrogates alone stand for bytes of a file name that are no text (see
 * pipeline/run/inputs/path-bytes.ts).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is shown
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
/** Whether there may be any besides line feeds and tabs: ten times faster, and long texts of the program's own have none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Surrogates that stand for the bytes 0x80 to 0xff. */
const [FIRST_BYTE, LAST_BYTE, BYTE_ZERO] = [0xdc80, 0xdcff, 0xdc00];

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= FIRST_BYTE && code <= LAST_BYTE) return `\\x${(code - BYTE_ZERO).toString(16)}`;
  return NAMED.get(character) ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`);
}

/** A name or a text on one line as a person may be shown it: control characters as `\x1b`, `\n`, `\u202e`, never as themselves. */
export function shown(text: string): string {
  return text.replace(CONTROL, escapeOf);
}

/** Lines of the program's own in which foreign text may stand: the same, but lines end and tabs part them. */
export function shownLines(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(CONTROL, (character) => (character === '\n' || character === '\t' ? character : escapeOf(character)));
}

const beyondAscii = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON on one line as the same JSON that a terminal can be given: JSON itself escapes C0 only. */
export function printableJson(json: string): string {
  return SUSPECT.test(json) ? json.replace(CONTROL, beyondAscii) : json;
}

export function shownJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return printableJson(JSON.stringify(value, replacer));
}

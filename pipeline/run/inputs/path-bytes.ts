/*
 * On most systems a file name is bytes. Inside the program it is text, in which a byte that is no UTF-8 stands as a lone surrogate,
 * U+DC80 to U+DCFF (as Python's PEP 383 does it): text can be joined, compared and sent to another process, and the bytes come
 * back when the file is opened. What people and data get has `\xff` for such a byte.
 */

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ESCAPE_BASE = 0xdc00;
const ESCAPED = /[\udc80-\udcff]/gu;
const LONGEST_SEQUENCE = 4;

function decoded(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** The character that begins at `start`, and its bytes; a byte that begins none stands for itself. */
function characterAt(bytes: Uint8Array, start: number): { text: string; length: number } {
  for (let length = 1; length <= LONGEST_SEQUENCE && start + length <= bytes.length; length++) {
    const text = decoded(bytes.subarray(start, start + length));
    if (text !== null) return { text, length };
  }
  return { text: String.fromCharCode(ESCAPE_BASE + (bytes[start] ?? 0)), length: 1 };
}

/** A name or path as text. */
export function pathOf(bytes: Uint8Array): string {
  const whole = decoded(bytes);
  if (whole !== null) return whole;
  let path = '';
  for (let at = 0; at < bytes.length; ) {
    const { text, length } = characterAt(bytes, at);
    path += text;
    at += length;
  }
  return path;
}

/** The path as the system wants it. */
export function osPath(path: string): string | Buffer {
  if (path.search(ESCAPED) === -1) return path;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { index } of path.matchAll(ESCAPED)) {
    parts.push(Buffer.from(path.slice(from, index)), Uint8Array.of(path.charCodeAt(index) - ESCAPE_BASE));
    from = index + 1;
  }
  return Buffer.concat([...parts, Buffer.from(path.slice(from))]);
}

/** The path as it is told: `\xff` for a byte that is no text. */
export function pathText(path: string): string {
  return path.replace(ESCAPED, (byte) => `\\x${(byte.charCodeAt(0) - ESCAPE_BASE).toString(16)}`);
}

/** What Node makes of an argument whose bytes are no text: what is none is lost as U+FFFD. */
export function lossy(path: string): string {
  const name = osPath(path);
  return typeof name === 'string' ? name : name.toString('utf8');
}

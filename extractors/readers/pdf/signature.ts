/** How far into the file the header is looked for. */
const HEAD = 1024;

/** PDF files may carry some bytes before their header. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const at = head.indexOf('%PDF-');
  return at === 0 || (at > 0 && !/<html|<!doctype/i.test(head));
}

/** Bytes of the longest character in common use: `length` Chinese characters of a slug take three times as many bytes. */
const BYTES_A_CHARACTER = 3;

/**
 * Letters, digits and `_` of any script stay; everything else becomes one `-`. At most `length` characters and three times as many
 * bytes of UTF-8, and no character cut: file systems take 255 bytes for a name.
 */
export function slugOf(text: string, length: number): string {
  const slug = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
  let left = length * BYTES_A_CHARACTER;
  let cut = '';
  for (const character of [...slug].slice(0, length)) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    cut += character;
  }
  return cut.replace(/-$/, '');
}

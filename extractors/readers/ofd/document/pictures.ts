/** Kinds of PNG by its header (ISO/IEC 15948, 11.2.2): colour types with alpha. */
const ALPHA = 4;
const COLOUR_TYPE = 25;
const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8];
const BMP = [0x42, 0x4d];
/** Chunks before the picture itself are few and small. */
const HEAD = 4096;

/** Whether a picture lets nothing through, by its bytes; null where that is not known. */
export function isOpaque(bytes: Uint8Array): boolean | null {
  const begins = (head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (begins(JPEG) || begins(BMP)) return true;
  if (!begins(PNG)) return null;
  const type = bytes[COLOUR_TYPE];
  if (type === undefined) return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return (type & ALPHA) === 0 && !head.split('IDAT')[0]?.includes('tRNS') ? true : null;
}

/** Letters, digits and `_` of any script stay; everything else becomes one `-`. At most `length` characters. */
export function slugOf(text: string, length: number): string {
  const slug = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...slug].slice(0, length).join('').replace(/-$/, '');
}

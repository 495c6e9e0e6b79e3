/** Columns that a terminal needs: two for Chinese characters and full-width signs. */
export const widthOf = (text: string): number =>
  text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g)?.length ?? 0);

/** Cut to `width` columns, with an ellipsis. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  for (const char of text) {
    if (widthOf(cut + char) >= width) break;
    cut += char;
  }
  return `${cut}…`;
}

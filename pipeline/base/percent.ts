/** Share of `part` in `whole` with one decimal, never rounded up to 100. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}

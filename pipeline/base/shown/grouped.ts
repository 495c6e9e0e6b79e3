/** `1234567.80` → `1,234,567.80`; anything that is no decimal comes back unchanged. */
export function grouped(value: string): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  const point = value.indexOf('.');
  const whole = point === -1 ? value : value.slice(0, point);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + value.slice(whole.length);
}

/** Amounts are bigints in hundredths of the facts' unit. */

/** `1234.56`; the form that gold files use. */
export function plain(hundredths: bigint): string {
  const sign = hundredths < 0n ? '-' : '';
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `36`, `9620.5`: trailing zeros stripped as older documents do. */
export function stripped(hundredths: bigint): string {
  return plain(hundredths).replace(/\.?0+$/, '');
}

/** Hundredths of 元 to 万元 with two decimals, half up: where rounding tails come from. */
export function roundedToTenThousands(hundredths: bigint): string {
  return plain((hundredths + 5000n) / 10000n);
}

/** `1,234.56`; each of several amounts in one cell. */
export function grouped(printed: string): string {
  return printed.replace(/\d+(?:\.\d{1,2})?/g, (amount) => amount.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')));
}

/** `8, 510.93`: grouped, with the space that a conversion leaves behind the comma. */
export function groupedLoosely(printed: string): string {
  return grouped(printed).replaceAll(',', ', ');
}

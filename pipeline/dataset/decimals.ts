/** Every number of the CSV files is a decimal string; as a typed column it is a decimal of this size, never a float. */
export const DECIMAL = { precision: 38, scale: 10 } as const;

const PARTS = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** A decimal string in units of 10^-scale. */
interface Scaled {
  /** null: no number, or too large for the precision. */
  value: bigint | null;
  /** The text says more than the column can hold: the value is rounded (half away from zero), or null. */
  inexact: boolean;
}

const LIMIT = 10n ** BigInt(DECIMAL.precision);

export function toScaled(text: string): Scaled {
  const parts = PARTS.exec(text);
  const whole = parts?.[2] ?? '';
  const fraction = parts?.[3] ?? '';
  if (!parts || whole + fraction === '') return { value: null, inexact: true };
  const kept = fraction.slice(0, DECIMAL.scale).padEnd(DECIMAL.scale, '0');
  const lost = fraction.slice(DECIMAL.scale);
  const size = BigInt(whole + kept) + (lost.charAt(0) >= '5' ? 1n : 0n);
  if (size >= LIMIT) return { value: null, inexact: true };
  return { value: parts[1] === '-' ? -size : size, inexact: /[1-9]/.test(lost) };
}

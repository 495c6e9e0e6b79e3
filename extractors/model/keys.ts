/** FNV-1a of 64 bits (Fowler, Noll and Vo), in limbs of 16 bits, lowest first; its prime is 2^40 + 0x1b3. */
const OFFSET_BASIS: readonly [number, number, number, number] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
const PRIME_LOW = 0x01b3;
/** Crockford's base 32: digits and letters that cannot be taken for each other. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 55 bits: of 100,000 names two are alike once in seven million documents, and then told apart by an ordinal. */
const LENGTH = 11;

const ENCODER = new TextEncoder();

/** FNV-1a of 64 bits of the text in UTF-8, as 16 hexadecimal digits. */
export function hashOf(text: string): string {
  return limbsOf(text)
    .reverse()
    .map((limb) => limb.toString(16).padStart(4, '0'))
    .join('');
}

/** Its last 55 bits in base 32. */
function digitsOf(text: string): string {
  const [a, b, c, d] = limbsOf(text);
  let [low, high] = [a + b * 0x10000, c + d * 0x10000];
  let digits = '';
  for (let i = 0; i < LENGTH; i++) {
    digits = DIGITS.charAt(low & 31) + digits;
    low = ((low >>> 5) | (high << 27)) >>> 0;
    high >>>= 5;
  }
  return digits;
}

function limbsOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = OFFSET_BASIS;
  for (const byte of ENCODER.encode(text)) {
    a ^= byte;
    // Times the prime: its low part limb by limb, and 2^40 = 2^8 of the limb after the next.
    const [e, f] = [a * PRIME_LOW, b * PRIME_LOW];
    const [g, h] = [c * PRIME_LOW + (a << 8), d * PRIME_LOW + (b << 8)];
    a = e & 0xffff;
    const second = f + (e >>> 16);
    b = second & 0xffff;
    const third = g + (second >>> 16);
    c = third & 0xffff;
    d = (h + Math.floor(third / 0x10000)) & 0xffff;
  }
  return [a, b, c, d];
}

/**
 * A letter for what is named, so that a key never looks like a number, and a hash of what it is. Ids in the output are such keys: they
 * are the same wherever the thing is the same.
 */
export function keyOf(kind: string, text: string): string {
  return kind + digitsOf(text);
}

/** The keys of one document: things that are the same by all that is known of them, and such whose hashes meet, are told apart by their order. */
export class Keys {
  /** By key, how often it was asked for. */
  private readonly asked = new Map<string, number>();

  next(kind: string, text: string): string {
    return this.unique(keyOf(kind, text));
  }

  /** The key itself for the first that has it. */
  unique(key: string): string {
    const ordinal = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, ordinal);
    return ordinal === 1 ? key : this.next(key.charAt(0), `${key}#${ordinal}`);
  }
}

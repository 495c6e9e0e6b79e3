import { type Dictionary, Reference, Text, type Value } from './values.ts';

/** Deeper nesting is no sound object; what lies deeper is not looked at. */
const MAX_DEPTH = 100;

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;

/** White space and delimiters by ISO 32000-1, tables 1 and 2. */
const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = SPACE;
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER;

export const isSpace = (byte: number | undefined): boolean => byte !== undefined && KINDS[byte] === SPACE;
export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** An empty dictionary takes some 170 bytes, a value in a list some 30. */
const VALUES_OF_DICTIONARY = 5;

/** What a parser met that is no value. */
const CLOSE_ARRAY = Symbol('close array');
const CLOSE_DICTIONARY = Symbol('close dictionary');
const END = Symbol('end');

/** `R` after two numbers; any other word is a null. */
const REFERS = Symbol('R');

type Token = Value | typeof CLOSE_ARRAY | typeof CLOSE_DICTIONARY | typeof END | typeof REFERS;

/** Reads values from bytes, tolerant: what is malformed becomes null, and nothing throws. Time is linear in the bytes that it passes. */
export class Parser {
  at: number;
  /** How many values it has met, a dictionary as many as it takes the memory of. */
  values = 0;
  /** With more values it stops where it is: a single object can fill the memory. */
  maxValues = Number.POSITIVE_INFINITY;
  /** Where every dictionary that it meets is added. */
  dictionaries: Dictionary[] = [];
  readonly #bytes: Buffer;
  readonly #end: number;

  readonly #keepsStrings: boolean;

  constructor(bytes: Buffer, at: number, end = bytes.length, strings: 'keep strings' | 'drop strings' = 'drop strings') {
    this.#bytes = bytes;
    this.at = at;
    this.#end = end;
    this.#keepsStrings = strings === 'keep strings';
  }

  get isAtEnd(): boolean {
    this.skipSpace();
    return this.at >= this.#end;
  }

  /** The value at `at`, which moves behind it; null where none is. */
  value(depth = 0): Value {
    const token = this.#token(depth);
    return typeof token === 'symbol' ? null : token;
  }

  skipSpace(): void {
    for (; this.at < this.#end; this.at++) {
      const byte = this.#bytes[this.at];
      if (byte === 0x25) this.#skipComment();
      else if (!isSpace(byte)) return;
    }
  }

  #skipComment(): void {
    while (this.at < this.#end && this.#bytes[this.at] !== 10 && this.#bytes[this.at] !== 13) this.at++;
  }

  #token(depth: number): Token {
    this.skipSpace();
    if (this.at >= this.#end || this.values > this.maxValues) return END;
    this.values++;
    const byte = this.#bytes[this.at];
    const next = this.#bytes[this.at + 1];
    if (byte === 0x2f) return this.#name();
    if (byte === 0x5b) return this.#open(1, depth, (items) => items);
    if (byte === 0x5d) return this.#step(1, CLOSE_ARRAY);
    if (byte === 0x3c) return next === 0x3c ? this.#open(2, depth, this.#dictionaryOf) : this.#hexString();
    if (byte === 0x3e) return next === 0x3e ? this.#step(2, CLOSE_DICTIONARY) : this.#step(1, null);
    if (byte === 0x28) return this.#literalString();
    if (byte === undefined || KINDS[byte] === DELIMITER) return this.#step(1, null);
    return this.#word();
  }

  #step(bytes: number, token: Token): Token {
    this.at += bytes;
    return token;
  }

  #name(): string {
    const start = ++this.at;
    while (this.at < this.#end && KINDS[this.#bytes[this.at] ?? 0] === REGULAR) this.at++;
    const name = this.#bytes.toString('latin1', start, this.at);
    if (!name.includes('#')) return name;
    return name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #open(bytes: number, depth: number, make: (items: Value[]) => Value): Value {
    this.at += bytes;
    if (depth >= MAX_DEPTH) return null;
    const items: Value[] = [];
    for (;;) {
      const token = this.#token(depth + 1);
      if (token === END || token === CLOSE_ARRAY || token === CLOSE_DICTIONARY) return make(items);
      if (token === REFERS) refer(items);
      else items.push(token as Value);
    }
  }

  readonly #dictionaryOf = (items: readonly Value[]): Dictionary => {
    const dictionary = dictionaryOf(items);
    this.dictionaries.push(dictionary);
    this.values += VALUES_OF_DICTIONARY;
    return dictionary;
  };

  #hexString(): Text | null {
    const start = this.at + 1;
    const close = this.#bytes.indexOf(0x3e, start);
    const end = close === -1 || close >= this.#end ? this.#end : close;
    this.at = Math.min(this.#end, end + 1);
    if (!this.#keepsStrings) return null;
    const digits = this.#bytes.toString('latin1', start, end).replace(/[^0-9a-f]/gi, '');
    return new Text(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'));
  }

  #literalString(): Text | null {
    const start = this.at + 1;
    let open = 0;
    for (; this.at < this.#end; this.at++) {
      const byte = this.#bytes[this.at];
      if (byte === 0x5c) this.at++;
      else if (byte === 0x28) open++;
      else if (byte === 0x29 && --open === 0) break;
    }
    const end = Math.min(this.#end, this.at);
    this.at = Math.min(this.#end, end + 1);
    return this.#keepsStrings ? new Text(unescaped(this.#bytes.toString('latin1', start, end))) : null;
  }

  /** Most numbers are whole; null for all others. */
  #wholeNumber(start: number): number | null {
    if (this.at - start > MAX_DIGITS) return null;
    let number = 0;
    for (let i = start; i < this.at; i++) {
      const digit = (this.#bytes[i] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return null;
      number = 10 * number + digit;
    }
    return number;
  }

  #word(): Token {
    const start = this.at;
    while (this.at < this.#end && KINDS[this.#bytes[this.at] ?? 0] === REGULAR) this.at++;
    if (this.at === start + 1 && this.#bytes[start] === 0x52) return REFERS;
    const whole = this.#wholeNumber(start);
    if (whole !== null) return whole;
    return numberOf(this.#bytes.toString('latin1', start, Math.min(this.at, start + MAX_NUMBER)));
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '', '\r\n': '' };

/** A literal string without its escapes (ISO 32000-1, table 3). */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 0xff) : (ESCAPES[code] ?? code),
  );
}

/** So many digits are a number without rounding. */
const MAX_DIGITS = 15;
/** No number is longer; of longer words the beginning is read. */
const MAX_NUMBER = 40;

/** As pdfjs reads numbers: two minus signs are one, and what follows the digits is passed over. */
function numberOf(word: string): number | null {
  const number = /^[-+.\d]/.test(word) ? Number.parseFloat(word.replace(/^--/, '-')) : Number.NaN;
  return Number.isNaN(number) ? null : number;
}

/** `12 0 R`: the two numbers before it become a reference. */
function refer(items: Value[]): void {
  const generation = items.pop();
  const number = items.pop();
  const isReference = typeof number === 'number' && typeof generation === 'number';
  items.push(isReference ? new Reference(number) : null);
}

/** Keys and values in turn; of a key that comes twice the last value counts, what stands where a key should is passed over. */
function dictionaryOf(items: readonly Value[]): Dictionary {
  const dictionary = new Map<string, Value>();
  for (let i = 0; i + 1 < items.length; i++) {
    const key = items[i];
    if (typeof key !== 'string') continue;
    dictionary.set(key, items[i + 1] ?? null);
    i++;
  }
  return dictionary;
}

import type { Finding } from '../../../schemas/diagnostic.ts';

/** Formats that are read, as they are named to a person. */
export const READABLE_FORMATS = 'text (UTF-8, UTF-16, GB18030), HTML, CSV, PDF, OFD, XLSX, XLS, ODS, DOCX, DOC';

const LF = 0x0a;

interface Signature {
  name: string;
  bytes: readonly number[];
}

const signature = (name: string, ...bytes: number[]): Signature => ({ name, bytes });
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** First bytes of the formats that are met in place of text. */
const SIGNATURES: readonly Signature[] = [
  signature('PNG', 0x89, ...ascii('PNG')),
  signature('JPEG', 0xff, 0xd8, 0xff),
  signature('GIF', ...ascii('GIF8')),
  signature('TIFF', ...ascii('II'), 0x2a, 0x00),
  signature('TIFF', ...ascii('MM'), 0x00, 0x2a),
  signature('OLE (DOC, XLS, WPS)', 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  signature('RAR', ...ascii('Rar!')),
  signature('7z', ...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c),
  signature('gzip', 0x1f, 0x8b),
  signature('RTF', ...ascii('{\\rtf')),
];

const ZIP = signature('ZIP', ...ascii('PK'), 0x03, 0x04);
const PDF = signature('PDF', ...ascii('%PDF-'));

/** Names of entries that tell what a ZIP container is. */
const ZIP_CONTENTS: readonly (readonly [entry: string, name: string])[] = [
  ['word/', 'DOCX'],
  ['xl/', 'XLSX'],
  ['ppt/', 'PPTX'],
  ['OFD.xml', 'OFD'],
  ['opendocument', 'ODF'],
];

function startsWith(bytes: Uint8Array, { bytes: head }: Signature): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function zipName(bytes: Uint8Array): string {
  const text = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(Math.max(0, bytes.length - 4096)));
  const content = ZIP_CONTENTS.find(([entry]) => text.includes(entry));
  return content ? `${content[1]} (ZIP)` : 'ZIP';
}

/** Undecoded bytes that cannot be text: what they are, as a finding. */
function binaryFinding(bytes: Uint8Array): Finding | null {
  if (startsWith(bytes, PDF)) return { ruleId: 'source/unsupported', actual: 'PDF', expected: READABLE_FORMATS };
  if (startsWith(bytes, ZIP)) return { ruleId: 'source/binary-file', actual: zipName(bytes), expected: READABLE_FORMATS };
  const known = SIGNATURES.find((candidate) => startsWith(bytes, candidate));
  if (known) return { ruleId: 'source/binary-file', actual: known.name, expected: READABLE_FORMATS };
  const nul = bytes.indexOf(0);
  return nul === -1 ? null : { ruleId: 'source/binary-file', actual: `NUL byte at offset ${nul}`, expected: READABLE_FORMATS };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of a text that is UTF-8 but for a few bytes, hardly any character is lost; read as UTF-8, GB18030 loses nearly all. */
const DAMAGED_UTF8_SHARE = 0.05;

interface Damage {
  share: number;
  where: string;
}

function utf8Damage(bytes: Uint8Array): Damage {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let lost = 0;
  let beyondAscii = 0;
  let line = 1;
  let lineOfFirst = 0;
  let first = -1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === LF) line++;
    if (code < 0x80) continue;
    beyondAscii++;
    if (code !== 0xfffd) continue;
    lost++;
    if (first === -1) {
      first = index;
      lineOfFirst = line;
    }
  }
  const offset = new TextEncoder().encode(text.slice(0, Math.max(0, first))).length;
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return { share: beyondAscii === 0 ? 0 : lost / beyondAscii, where: `line ${lineOfFirst}, offset ${offset}, byte 0x${byte}` };
}

/** What a page says of its own encoding, in its first bytes (HTML, section 13.2.3.2: in the first 1024; later ones are met). */
const DECLARED = /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})|<\?xml\b[^>]{0,100}?encoding\s*=\s*["']([\w-]{3,20})/i;
const DECLARING_BYTES = 4096;
/**
 * Encodings that only a declaration tells from GB18030, whose every text they could be as well. What else a page declares is proved or
 * disproved by its bytes: UTF-8 is no GB18030 by chance, and a declaration is often that of another page's template.
 */
const TOLD_BY_DECLARATION: ReadonlySet<string> = new Set(['big5', 'big5-hkscs', 'euc-kr', 'euc-jp', 'shift_jis']);

/** The text by the encoding that it declares; null: it declares none of those, or is none of it. */
function decodeAsDeclared(bytes: Uint8Array): Decoded | null {
  const match = DECLARED.exec(latin1(bytes.subarray(0, DECLARING_BYTES)));
  const encoding = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  if (!TOLD_BY_DECLARATION.has(encoding)) return null;
  const text = decodeStrictly(bytes, encoding);
  return text === null ? null : { text, encoding };
}

interface Decoded {
  text: string;
  encoding: string;
}

/**
 * UTF-8 (with or without byte-order mark), UTF-16 with a byte-order mark, GB18030, or another encoding of Chinese, Japanese or Korean that a
 * page declares. Linear in the size of the file.
 *
 * @returns the text, or the finding that says why there is none: `source/empty-file`, `source/binary-file`, `source/unsupported`,
 * `source/undecodable`.
 */
export function decode(bytes: Uint8Array): Decoded | { finding: Finding } {
  if (bytes.length === 0) return { finding: { ruleId: 'source/empty-file' } };
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (marked) {
    const text = decodeStrictly(bytes, marked);
    if (text !== null) return { text, encoding: marked };
    return {
      finding: { ruleId: 'source/undecodable', actual: `${marked.toUpperCase()} byte-order mark, then no ${marked.toUpperCase()}` },
    };
  }
  const binary = binaryFinding(bytes);
  if (binary) return { finding: binary };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const declared = decodeAsDeclared(bytes);
  if (declared) return declared;
  const damage = utf8Damage(bytes);
  const gb18030 = damage.share < DAMAGED_UTF8_SHARE ? null : decodeStrictly(bytes, 'gb18030');
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030' };
  return { finding: { ruleId: 'source/undecodable', actual: damage.where } };
}

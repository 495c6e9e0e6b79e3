import { MOST_UNPACKED } from '../../package/index.ts';
import { contentOf, type Member, membersOf } from '../../package/members.ts';
import { parseXml, type XmlElement } from '../../package/xml.ts';
import { MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_KEPT_ELEMENTS, MAX_XML_BYTES, TooLarge } from '../base/limits.ts';

/** A member as XML. */
export interface XmlFile {
  root: XmlElement;
  bytes: number;
  /** It is as it was written, as far as checksum and characters tell. */
  isSound: boolean;
}

const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const DECLARED = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/;

/** The members of an OFD file by their paths. Producers differ in slashes and in case, and readers take them all. */
export class Container {
  readonly #members = new Map<string, Member>();
  #left = MOST_UNPACKED;
  #keptLeft = MAX_KEPT_ELEMENTS;
  #mediaLeft = MOST_UNPACKED;

  constructor(private readonly bytes: Uint8Array) {
    for (const member of membersOf(bytes)) this.#members.set(keyOf(member.name), member);
  }

  get size(): number {
    return this.#members.size;
  }

  get members(): Iterable<Member> {
    return this.#members.values();
  }

  /**
   * The path of a member that is named in a file of `folder` (9.3: from the root where it begins with a slash); of what is nowhere
   * the path that it should have.
   */
  pathOf(folder: string, location: string): string {
    const plain = location.trim().replaceAll('\\', '/');
    const meant = normalised(plain.startsWith('/') ? plain : `${folder}/${plain}`);
    if (this.#members.has(meant.toLowerCase())) return meant;
    const fromRoot = normalised(plain);
    return this.#members.has(fromRoot.toLowerCase()) ? fromRoot : meant;
  }

  has(path: string): boolean {
    return this.#members.has(keyOf(path));
  }

  /**
   * @param isKept it stays in memory while all pages are read
   * @throws TooLarge; Error where there is no such member, or it cannot be unpacked or read as XML.
   */
  xml(path: string, isKept = false): XmlFile {
    const { data, isSound } = this.#content(path);
    let tags = 0;
    let attributes = 0;
    for (const byte of data) {
      if (byte === LESS_THAN) tags++;
      else if (byte === EQUALS) attributes++;
    }
    if (tags > 2 * MAX_ELEMENTS) throw new TooLarge(`${path}: more than ${MAX_ELEMENTS} elements`);
    if (attributes > MAX_ATTRIBUTES) throw new TooLarge(`${path}: more than ${MAX_ATTRIBUTES} attributes`);
    if (isKept) this.#keptLeft -= tags / 2;
    if (this.#keptLeft < 0) throw new TooLarge(`more than ${MAX_KEPT_ELEMENTS} elements besides those of pages`);
    const text = decoded(data);
    return { root: parseXml(text), bytes: data.length, isSound: isSound && !text.includes('\ufffd') };
  }

  /** The bytes of a picture; null where they cannot be had, or all of them are more than is unpacked. They take nothing from the pages. */
  media(path: string): Uint8Array | null {
    const member = this.#members.get(keyOf(path));
    if (!member || member.size > this.#mediaLeft) return null;
    this.#mediaLeft -= member.size;
    try {
      return contentOf(this.bytes, member).data;
    } catch {
      return null;
    }
  }

  #content(path: string): { data: Uint8Array; isSound: boolean } {
    const member = this.#members.get(keyOf(path));
    if (!member) throw new Error(`${path}: no such member`);
    if (member.size > MAX_XML_BYTES) throw new TooLarge(`${path}: ${member.size} bytes`);
    if (member.size > this.#left) throw new TooLarge(`more than ${MOST_UNPACKED} bytes unpacked`);
    this.#left -= member.size;
    return contentOf(this.bytes, member);
  }
}

/** The folder of a path, '' for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const keyOf = (path: string): string => normalised(path.replaceAll('\\', '/')).toLowerCase();

/** By its byte-order mark or its declaration; UTF-8 otherwise, as the standard asks for. */
function decoded(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data);
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be').decode(data);
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(data.subarray(0, 256)))?.[1] ?? 'utf-8';
  return new TextDecoder(/^(?:gb|x-gbk)/i.test(declared) ? 'gb18030' : 'utf-8').decode(data);
}

/**
 * Bytes of an OFD (GB/T 33190—2016) in, pages of words, ruling lines and printed lines out: what its objects paint is put into the
 * operators of the imaging model that PDF has, and seen as there; imports schemas, model, access, package, pdf, document, content, base.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { DrawnDocument, DrawnPage } from '../../model/source.ts';
import type { Read, Reader, Unreadable } from '../access/reader.ts';
import { listed, Tally } from '../pdf/tally.ts';
import { Meter, TooLarge } from './base/limits.ts';
import { Container } from './document/container.ts';
import { documentPaths, type OfdDocument, type Page, readDocument } from './document/document.ts';
import { type Reading, readPage } from './page.ts';
import { isMainFile, isOfd, isOfEncryption } from './signature.ts';

/** An OFD has pages of fixed layout. */
export interface OfdRead extends Read {
  source: DrawnDocument;
}

/**
 * Reads words and ruling lines of every page of every document in the file. Coordinates are points, origin top left.
 *
 * @returns the document with findings about single pages, or the finding that says why nothing can be read: `ofd/encrypted`,
 * `ofd/damaged`, `ofd/too-large`, `ofd/no-pages`, `ofd/needs-ocr`, `pdf/broken-characters`.
 */
export function readOfd(bytes: Uint8Array): OfdRead | Unreadable {
  try {
    const container = new Container(bytes);
    if (container.size === 0) return damaged('no directory of its members');
    if ([...container.members].some(({ name, isEncrypted }) => isEncrypted || isOfEncryption(name))) {
      return { finding: { ruleId: 'ofd/encrypted' } };
    }
    return readContainer(container);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return error instanceof TooLarge ? { finding: { ruleId: 'ofd/too-large', actual: message } } : damaged(message.replace(/[.。]+$/, ''));
  }
}

const damaged = (actual: string): Unreadable => ({ finding: { ruleId: 'ofd/damaged', actual } });

function readContainer(container: Container): OfdRead | Unreadable {
  const main = [...container.members].find(({ name }) => isMainFile(name));
  if (!main) return damaged('no OFD.xml');
  const unread = new Set<string>();
  const missing = (path: string): void => void unread.add(path);
  const documents: OfdDocument[] = [];
  const paths = documentPaths(container.xml(main.name, true).root, container, missing);
  for (const path of paths) {
    try {
      documents.push(readDocument(path, container, missing));
    } catch (error) {
      if (error instanceof TooLarge || paths.length === 1) throw error;
      missing(path);
    }
  }
  const listedPages = documents.flatMap((document) => document.pages.map((page) => ({ document, page })));
  if (listedPages.length === 0) return unread.size > 0 ? damaged(listed([...unread])) : { finding: { ruleId: 'ofd/no-pages' } };
  const tally = new Tally(listedPages.length, 'ofd');
  const shared = {
    container,
    meter: new Meter(),
    tally,
    missing,
    passedOver: new Map(),
    templates: new Map(),
    pictures: new Map(),
    fonts: new Map(),
  };
  const pages = readPages(listedPages, shared);
  const finding = tally.fatal();
  if (finding) return { finding };
  const findings = [...tally.findings, ...findingsOf(documents, shared, unread)];
  return { source: { kind: 'drawn', media: 'ofd', encoding: null, pages }, findings };
}

/** Each page is read once: where it is listed again it is blank, so that its numbers do not count twice. */
function readPages(listedPages: readonly { document: OfdDocument; page: Page }[], shared: Omit<Reading, 'document'>): DrawnPage[] {
  const firsts = new Map<string, number>();
  const pages: DrawnPage[] = [];
  let line = 1;
  for (const { document, page: listedPage } of listedPages) {
    const number = pages.length + 1;
    const blank: DrawnPage = { number, lines: [], words: [], rulings: [], width: null, height: null };
    const key = listedPage.path.toLowerCase();
    const page = shared.tally.isRepeated(number, firsts.get(key)) ? blank : readPage(listedPage, number, line, { ...shared, document });
    if (!firsts.has(key)) firsts.set(key, number);
    line += page.lines.length;
    pages.push(page);
  }
  return pages;
}

function findingsOf(
  documents: readonly OfdDocument[],
  { passedOver }: Pick<Reading, 'passedOver'>,
  unread: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const attachments = documents.flatMap((document) => document.attachments);
  if (documents.length > 1) findings.push({ ruleId: 'ofd/several-documents', actual: `${documents.length}` });
  if (unread.size > 0) findings.push({ ruleId: 'ofd/parts-unread', actual: listed([...unread]) });
  if (passedOver.size > 0) {
    const places = [...passedOver.keys()].map((page) => ({ page, line: null, start: null, end: null, bbox: null }));
    const actual = [...passedOver].map(([page, kinds]) => `${page}: ${[...kinds].map(([kind, count]) => `${count} × ${kind}`).join(', ')}`);
    findings.push({ ruleId: 'ofd/objects-passed-over', places, actual: listed(actual) });
  }
  if (attachments.length > 0) findings.push({ ruleId: 'ofd/attachments-unread', actual: listed(attachments) });
  return findings;
}

export const ofdReader: Reader = {
  name: 'ofd',
  extensions: ['.ofd'],
  recognises: isOfd,
  read: readOfd,
};

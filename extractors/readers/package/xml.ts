import { SaxesParser } from 'saxes';

/** An element; names without their prefix, as offices differ in prefixes and not in names. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Elements within each other; office files and fixed pages have some thirty. */
const DEEPEST = 256;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What is met of an XML text, in its order. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(data: string): void;
  close(name: string): void;
}

/**
 * Tells what an XML text holds without keeping it. Entities that the file declares itself are not expanded, external ones never fetched.
 *
 * @throws Error when it is not well-formed (a reference to an entity that XML itself does not know included) or nests too deeply.
 */
export function walkXml(text: string, events: XmlEvents): void {
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Error(`elements nested more than ${DEEPEST} deep`);
    events.open(local(name), localNames(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    events.close(local(name));
  });
  parser.on('text', (data) => events.text(data));
  parser.on('cdata', (data) => events.text(data));
  parser.write(text).close();
}

/** An XML text as a tree. @throws Error as `walkXml` does. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  walkXml(text, {
    open(name, attributes) {
      const element: XmlElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(data) {
      open.at(-1)?.children.push(data);
    },
    close() {
      open.pop();
    },
  });
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (!document) throw new Error('no element');
  return document;
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const name in attributes) if (!name.startsWith('xmlns')) named[local(name)] = attributes[name] ?? '';
  return named;
}

/** The text of a member, by its byte-order mark UTF-16, else UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(marked).decode(bytes);
}

/** The child elements of that name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The text of an element and of all below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

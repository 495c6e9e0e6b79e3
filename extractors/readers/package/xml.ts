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

/**
 * An XML text as a tree. Entities that the file declares itself are not expanded, external ones never fetched.
 *
 * @throws Error when it is not well-formed (a reference to an entity that XML itself does not know included) or nests too deeply.
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new Error(`elements nested more than ${DEEPEST} deep`);
    const element: XmlElement = { name: local(name), attributes: localNames(attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (data: string): void => {
    open.at(-1)?.children.push(data);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (!document) throw new Error('no element');
  return document;
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) named[local(name)] = value;
  return named;
}

/** The child elements of that name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The text of an element and of all below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

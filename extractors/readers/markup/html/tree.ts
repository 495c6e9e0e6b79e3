import { html, type Token, type TreeAdapter } from 'parse5';

/** What styles declare of an element; a property that is not there: nothing. */
export interface Sight {
  /** Neither it nor anything within is displayed. */
  gone?: boolean;
  /** It takes its room and shows nothing; what lies within can show itself again. */
  unseen?: boolean;
  /** A line runs through its text. */
  struck?: boolean;
  /** Its text is raised: a footnote mark, an exponent. */
  raised?: boolean;
}

/** A page as a tree of elements and texts, with no more of it than is asked for later: a page of megabytes has a million nodes. */

export interface HtmlElement {
  kind: 'element';
  /** Lower case. */
  tag: string;
  /** Those that decide what is seen or merged; null: none of them. */
  attributes: readonly Token.Attribute[] | null;
  parent: HtmlElement | null;
  children: HtmlNode[];
  namespace: html.NS;
  /** Where the tag that made it stands in the source; -1: none did. */
  from: number;
  /** What is declared of it; undefined: nobody asked yet. */
  sight: Sight | null | undefined;
}

/** A run of characters that are all white space, or none of them. [from, to) is where it stands in the source, references undecoded. */
export interface HtmlText {
  kind: 'text';
  text: string;
  parent: HtmlElement | null;
  from: number;
  to: number;
}

export type HtmlNode = HtmlElement | HtmlText;

/** What a tree has no use for: it is made, and put nowhere. */
interface Other {
  kind: 'other';
  parent: null;
}

export interface HtmlTree {
  node: HtmlNode | Other;
  parentNode: HtmlElement;
  childNode: HtmlNode | Other;
  document: HtmlElement;
  documentFragment: HtmlElement;
  element: HtmlElement;
  commentNode: Other;
  textNode: HtmlText;
  template: HtmlElement;
  documentType: Other;
}

/** A style without any of these words leaves what is seen of an element as it is. */
export const DECIDES_SIGHT = /display|visibility|opacity|font-size|line-through|mso-hide|vertical-align/i;
const KEPT: ReadonlySet<string> = new Set(['class', 'colspan', 'hidden', 'id', 'open', 'rowspan', 'span', 'style', 'width']);
const OTHER: Other = { kind: 'other', parent: null };
/** Of a node without children, which most are; it is never added to. */
const NO_CHILDREN: HtmlNode[] = [];

export function elementOf(tag: string, namespace: html.NS, list: readonly Token.Attribute[]): HtmlElement {
  const kept = list.length === 0 ? NO_ATTRIBUTES : list.filter(isKept);
  const attributes = kept.length === 0 ? null : kept;
  return { kind: 'element', tag, attributes, parent: null, children: NO_CHILDREN, namespace, from: -1, sight: undefined };
}

const isKept = ({ name, value }: Token.Attribute): boolean => KEPT.has(name) && (name !== 'style' || DECIDES_SIGHT.test(value));

export const NO_ATTRIBUTES: readonly Token.Attribute[] = [];

export function attributeOf({ attributes }: HtmlElement, name: string): string | null {
  return attributes?.find((attribute) => attribute.name === name)?.value ?? null;
}

export function append(parent: HtmlElement, node: HtmlNode | Other): void {
  if (node.kind === 'other') return;
  node.parent = parent;
  // A list that begins with one node is as long as it has to be; one that begins empty makes room for seventeen.
  if (parent.children.length === 0) parent.children = [node];
  else parent.children.push(node);
}

/** The node goes before `reference`, which stands at or near the end where text is moved out of a table. */
export function insertBefore(parent: HtmlElement, node: HtmlNode | Other, reference: HtmlNode | Other): void {
  if (node.kind === 'other') return;
  const at = reference.kind === 'other' ? -1 : parent.children.lastIndexOf(reference);
  if (at < 0) append(parent, node);
  else {
    node.parent = parent;
    parent.children.splice(at, 0, node);
  }
}

function detach(node: HtmlNode | Other): void {
  if (node.kind === 'other' || node.parent === null) return;
  const at = node.parent.children.lastIndexOf(node);
  if (at >= 0) node.parent.children.splice(at, 1);
  node.parent = null;
}

const ignore = (): void => {};
const nothing = (): string => '';

/**
 * How parse5 builds the tree. It is told of no attributes: of formatting elements (`font`, `s`) it then opens at most three alike again
 * in each paragraph, however many a page leaves open. Texts come with their places, from the parser itself (see BoundedParser).
 */
export const TREE: TreeAdapter<HtmlTree> = {
  createDocument: () => elementOf('#document', html.NS.HTML, []),
  createDocumentFragment: () => elementOf('#fragment', html.NS.HTML, []),
  createElement: elementOf,
  createCommentNode: () => OTHER,
  createTextNode: (text) => ({ kind: 'text', text, parent: null, from: -1, to: -1 }),
  appendChild: append,
  insertBefore,
  insertText: ignore,
  insertTextBefore: ignore,
  detachNode: detach,
  adoptAttributes: ignore,
  getAttrList: () => [],
  getChildNodes: ({ children }) => children,
  getFirstChild: ({ children }) => children[0] ?? null,
  getParentNode: ({ parent }) => parent,
  getTagName: ({ tag }) => tag,
  getNamespaceURI: ({ namespace }) => namespace,
  getTemplateContent: (template) => template,
  setTemplateContent: ignore,
  getTextNodeContent: ({ text }) => text,
  getCommentNodeContent: nothing,
  getDocumentTypeNodeName: nothing,
  getDocumentTypeNodePublicId: nothing,
  getDocumentTypeNodeSystemId: nothing,
  getDocumentMode: () => html.DOCUMENT_MODE.QUIRKS,
  setDocumentMode: ignore,
  setDocumentType: ignore,
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: ignore,
  updateNodeSourceCodeLocation: ignore,
  isCommentNode: (node): node is Other => node.kind === 'other',
  isDocumentTypeNode: (node): node is Other => node.kind === 'other',
  isElementNode: (node): node is HtmlElement => node.kind === 'element',
  isTextNode: (node): node is HtmlText => node.kind === 'text',
};

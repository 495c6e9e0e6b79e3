/** Elements, words in two languages, keys and long lists, for all views: plain values in, DOM nodes out; imports schemas. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);

export type Attributes = Readonly<Record<string, Attribute>>;

const SVG = 'http://www.w3.org/2000/svg';

function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
}

function addChildren(node: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (isList(child)) addChildren(node, child);
    else node.append(typeof child === 'number' ? String(child) : child);
  }
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);

/** An element. Texts become text nodes, so that nothing of a document is ever markup; `onclick: f` listens. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  addChildren(node, children);
  return node;
}

/** The same in SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS(SVG, tag);
  setAttributes(node, attributes);
  addChildren(node, children);
  return node;
}

export function replaceChildren(node: Element, ...children: Child[]): void {
  node.replaceChildren();
  addChildren(node, children);
}

/** Document text is Chinese, whatever language the page speaks. */
export const chinese = (...children: Child[]): HTMLElement => h('span', { lang: 'zh-CN' }, children);

/** Whether an event happened within what a selector names. */
export const within =
  ({ target }: Event) =>
  (selector: string): boolean =>
    target instanceof Element && target.closest(selector) !== null;

import { type Child, h, replaceChildren } from './dom.ts';
import { scrolledTo, seenRows } from './seen-rows.ts';

interface LongListOptions {
  /** Height of a row in CSS pixels; the style gives rows the same. */
  rowHeight: number;
  label: string;
  /** Prefix of the ids of rows. */
  name: string;
  /** What a row says; it may say more later, when `redraw` is called. */
  row: (at: number) => Child;
  /** A row was chosen: by a click, or with Enter. */
  open: (at: number) => void;
  /** Rows of this range are about to be seen. */
  seen?: (first: number, last: number) => void;
}

/** A list box of any length of which only the rows that are seen are drawn. */
export class LongList {
  readonly element: HTMLElement;
  readonly #options: LongListOptions;
  readonly #rows = h('div', { class: 'rows', role: 'presentation' });
  #count = 0;
  #current = 0;

  constructor(options: LongListOptions) {
    this.#options = options;
    this.element = h('div', { class: 'long-list', role: 'listbox', tabindex: 0, 'aria-label': options.label }, this.#rows);
    this.element.addEventListener('scroll', () => this.redraw());
    this.element.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-at]') : null;
      if (!row) return;
      this.#current = Number(row.getAttribute('data-at'));
      this.redraw();
      options.open(this.#current);
    });
    new ResizeObserver(() => this.redraw()).observe(this.element);
  }

  get current(): number {
    return this.#current;
  }

  show(count: number, current: number): void {
    this.#count = count;
    this.moveTo(current);
  }

  moveTo(at: number): void {
    this.#current = Math.max(0, Math.min(this.#count - 1, at));
    const { scrollTop, clientHeight } = this.element;
    // Before its rows are drawn the list is too low to scroll.
    this.#rows.style.height = `${this.#count * this.#options.rowHeight}px`;
    this.element.scrollTop = scrolledTo(this.#current, scrollTop, clientHeight, this.#options.rowHeight, 0);
    this.redraw();
  }

  redraw(): void {
    const { rowHeight, row, name, seen } = this.#options;
    const { scrollTop, clientHeight } = this.element;
    const { first, last } = seenRows(scrollTop, clientHeight, rowHeight, this.#count);
    seen?.(first, last);
    const rows = Array.from({ length: last - first }, (_, i) => {
      const at = first + i;
      const isCurrent = at === this.#current;
      const position = { 'aria-posinset': at + 1, 'aria-setsize': this.#count, 'aria-selected': String(isCurrent) };
      const node = h(
        'div',
        { role: 'option', id: `${name}-${at}`, 'data-at': at, class: isCurrent ? 'row on' : 'row', ...position },
        row(at),
      );
      node.style.top = `${at * rowHeight}px`;
      return node;
    });
    replaceChildren(this.#rows, rows);
    if (this.#count > 0) this.element.setAttribute('aria-activedescendant', `${name}-${this.#current}`);
    else this.element.removeAttribute('aria-activedescendant');
  }
}

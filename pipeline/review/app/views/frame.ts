/** Pages of the app: what the server tells in, elements that a person works with and questions to the server out; imports schemas, pipeline/base, publish/report, app/base, app/model, app/source. */
import { type Child, h, replaceChildren } from '../base/dom.ts';
import { word } from '../base/words.ts';
import { showHelp } from './dialogs.ts';

/** A page of the app. */
export interface View {
  element: HTMLElement;
  /** Takes a key; false leaves it to the browser. */
  key(event: KeyboardEvent): boolean;
  /** Called once its element is shown. */
  shown?(): void;
}

/** What stands around every page: the title line, and one place where the app says what happened. */
export class Frame {
  readonly #header = h('header', { class: 'app' });
  readonly #main = h('main', { id: 'main' });
  readonly #status = h('div', { class: 'status', role: 'status', 'aria-live': 'polite' });
  readonly #switchLanguage: () => void;
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(root: Element, switchLanguage: () => void) {
    this.#switchLanguage = switchLanguage;
    replaceChildren(root, this.#header, this.#main, this.#status);
  }

  /** `tools` stand at the right, before language and keys. */
  show(view: View, title: Child, tools: Child): void {
    const change = h('button', { type: 'button', 'aria-label': word('languageLabel'), onclick: this.#switchLanguage }, word('language'));
    const keys = h('button', { type: 'button', class: 'keys-button', onclick: showHelp }, word('help'), h('kbd', {}, '?'));
    replaceChildren(this.#header, title, h('span', { class: 'space' }), tools, change, keys);
    replaceChildren(this.#main, view.element);
    view.shown?.();
  }

  /** Said to eyes and to screen readers; `grave` stays until something else is said. */
  say(text: Child, grave = false): void {
    clearTimeout(this.#forgetting);
    replaceChildren(this.#status, h('p', { class: grave ? 'grave' : null }, text));
    if (!grave) this.#forgetting = setTimeout(() => this.hush(), SAID_MILLISECONDS);
  }

  hush(): void {
    replaceChildren(this.#status);
  }
}

/** How long a message stays: time to read two short sentences. */
const SAID_MILLISECONDS = 6_000;

/** The review app in a browser: one page that asks the server and shows queue and items; imports schemas, app/base, app/views. */
import type { Session } from '../../../schemas/reviewing/api.ts';
import type { Language } from '../../../schemas/rules/index.ts';
import { api } from './base/api.ts';
import { h, within } from './base/dom.ts';
import { commandOf } from './base/keys.ts';
import { language, speak, word } from './base/words.ts';
import { showHelp } from './views/dialogs.ts';
import { Frame, type View } from './views/frame.ts';
import { ItemView } from './views/item-view.ts';
import { askedOf, documentName, type Filter, NO_FILTER, QueueView } from './views/queue-view.ts';

const LANGUAGE = 'duizhang-language';

/** `#/d/<document>/<item>`; anything else is the queue. */
function addressOf(hash: string): { documentId: string; itemId: string | null } | null {
  const [, documentId, itemId] = /^#\/d\/([^/]+)(?:\/([^/]*))?$/.exec(hash) ?? [];
  if (!documentId) return null;
  try {
    return { documentId: decodeURIComponent(documentId), itemId: itemId ? decodeURIComponent(itemId) : null };
  } catch {
    return null;
  }
}

const hashOf = (documentId: string, itemId: string | null): string =>
  `#/d/${encodeURIComponent(documentId)}${itemId ? `/${encodeURIComponent(itemId)}` : ''}`;

/** In what language the page speaks, to itself and to screen readers. */
function speakOnPage(to: Language): void {
  speak(to);
  document.documentElement.lang = to === 'zh' ? 'zh-CN' : 'en';
}

class App {
  readonly #session: Session;
  readonly #frame: Frame;
  #view: View | null = null;
  #filter: Filter = { ...NO_FILTER };
  #at = 0;
  #shown = 0;

  constructor(session: Session, root: Element) {
    this.#session = session;
    this.#frame = new Frame(root, () => {
      speakOnPage(language() === 'zh' ? 'en' : 'zh');
      localStorage.setItem(LANGUAGE, language());
      this.show();
    });
    addEventListener('hashchange', () => this.show());
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Shows what the address names. */
  show(): void {
    const address = addressOf(location.hash);
    const shown = address ? this.#showItem(address.documentId, address.itemId) : this.#showQueue();
    shown.catch((error: unknown) => this.#failed(error));
  }

  #key(event: KeyboardEvent): void {
    const isHelp = commandOf(event, within(event)) === 'help';
    if (isHelp) showHelp();
    else if (!this.#view?.key(event)) return;
    event.preventDefault();
  }

  #failed(error: unknown): void {
    this.#frame.say(word('notLoaded', error instanceof Error ? error.message : String(error)), true);
  }

  async #showQueue(): Promise<void> {
    const asked = ++this.#shown;
    const [{ documents }, queue, stats] = await Promise.all([api.documents(), api.queue(askedOf(this.#filter, 0)), api.stats()]);
    if (asked !== this.#shown) return;
    const view = new QueueView({
      documents,
      queue,
      filter: this.#filter,
      at: this.#at,
      open: ({ documentId, item }) => {
        this.#at = view.at;
        location.hash = hashOf(documentId, item.itemId);
      },
      narrow: (filter) => {
        this.#filter = filter;
        this.#at = 0;
        this.show();
      },
      failed: (error) => this.#failed(error),
    });
    this.#view = view;
    document.title = `${word('queue')} · ${word('app')}`;
    const minutes = word('minutes', Math.round(stats.seconds / 60));
    const said = [word('decided', stats.decisions, minutes), stats.audited > 0 ? word('audited', stats.audited, stats.auditedWrong) : ''];
    this.#frame.show(
      view,
      h('h1', {}, word('app'), ' ', h('span', { class: 'dim' }, this.#session.folder)),
      h('span', { class: 'dim' }, said.filter(Boolean).join(' · ')),
    );
  }

  async #showItem(documentId: string, itemId: string | null): Promise<void> {
    const asked = ++this.#shown;
    const shown = await api.document(documentId);
    if (asked !== this.#shown) return;
    const view = new ItemView({
      document: shown,
      itemId,
      frame: this.#frame,
      reviewer: this.#session.reviewer,
      moved: (now) => history.replaceState(null, '', hashOf(documentId, now)),
      back: () => {
        location.hash = '#/';
      },
      further: () => void this.#further().catch((error: unknown) => this.#failed(error)),
    });
    this.#view = view;
    const name = documentName(shown.document);
    document.title = `${name} · ${word('app')}`;
    const back = h('button', { type: 'button', onclick: () => view.back() }, '‹ ', word('queue'), h('kbd', {}, 'Esc'));
    this.#frame.show(view, [back, h('h1', { lang: 'zh-CN', title: shown.document.sourceFile }, name)], null);
  }

  /** The gravest item that is left, by the filter in use; the queue where there is none. */
  async #further(): Promise<void> {
    const { entries } = await api.queue({ ...askedOf({ ...this.#filter, document: '' }, 0), limit: 1 });
    const [next] = entries;
    this.#at = 0;
    location.hash = next ? hashOf(next.documentId, next.item.itemId) : '#/';
  }
}

async function start(root: Element): Promise<void> {
  try {
    const session = await api.session();
    const kept = localStorage.getItem(LANGUAGE);
    speakOnPage(kept === 'zh' || kept === 'en' ? kept : session.language);
    new App(session, root).show();
  } catch (error) {
    root.replaceChildren(
      h('p', { class: 'note', role: 'alert' }, word('notLoaded', error instanceof Error ? error.message : String(error))),
    );
  }
}

const root = document.getElementById('app');
if (root) void start(root);

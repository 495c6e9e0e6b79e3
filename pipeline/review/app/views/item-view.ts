import type { Change, DocumentView, ItemView as Item } from '../../../../schemas/reviewing/api.ts';
import type { Decision } from '../../../../schemas/reviewing/decisions.ts';
import { itemPlaces } from '../../../publish/report/facts.ts';
import { api } from '../base/api.ts';
import { type Child, h, replaceChildren, within } from '../base/dom.ts';
import { type Command, commandOf, digitOf } from '../base/keys.ts';
import { word } from '../base/words.ts';
import { blaming, confirming, doubting, factsIn, SCOPES, type ScopeName, spokenOf } from '../model/choices.ts';
import { changedModel, type Model, mainFact, modelOf, tableOf } from '../model/document-model.ts';
import { SourceViewer } from '../source/viewer.ts';
import { askColumn, askHeader, askRow, askTable, askValue, type Decided } from './dialogs.ts';
import type { Frame, View } from './frame.ts';
import { actionBar, decisionList, itemHead, nothingShown } from './item-parts.ts';
import { TableGrid } from './table-grid.ts';

interface Wanted {
  document: DocumentView;
  itemId: string | null;
  frame: Frame;
  reviewer: string;
  /** The item that is shown now, for the address. */
  moved: (itemId: string | null) => void;
  back: () => void;
  /** The gravest item of another document. */
  further: () => void;
}

/** One item beside the page that it is printed on. */
export class ItemView implements View {
  readonly element: HTMLElement;
  readonly #wanted: Wanted;
  readonly #viewer: SourceViewer;
  readonly #grid: TableGrid;
  readonly #about = h('div', { class: 'about', tabindex: -1 });
  readonly #tables = h('select', { lang: 'zh-CN', 'aria-label': word('tableOther') });
  readonly #actions = h('div', { class: 'actions' });
  #model: Model;
  #item: Item | null = null;
  #selected: string | null = null;
  #scope: ScopeName = 'scopeItem';
  #table: number | null = null;
  #changed: ReadonlySet<string> = new Set();
  #since = performance.now();
  #busy = false;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#model = modelOf(wanted.document);
    this.#viewer = new SourceViewer((factId) => this.#select(factId));
    this.#grid = new TableGrid((factId) => this.#select(factId));
    this.#tables.addEventListener('change', () => {
      this.#table = Number(this.#tables.value);
      this.#show();
    });
    const table = h('div', { class: 'table-pane' }, h('div', { class: 'bar' }, this.#tables), this.#grid.element);
    const right = h('section', { class: 'details', 'aria-label': word('details') }, this.#about, table, this.#actions);
    this.element = h('div', { class: 'item' }, this.#viewer.element, right);
  }

  shown(): void {
    this.#goTo(this.#wanted.itemId);
  }

  back(): void {
    this.#wanted.back();
  }

  key(event: KeyboardEvent): boolean {
    const where = within(event);
    const command = commandOf(event, where);
    if (command !== null) return this.#obey(command, where('.paper'));
    const digit = digitOf(event, where);
    if (digit === null) return false;
    this.#take(digit - 1);
    return true;
  }

  /** Moves in the grid, unless the page of the source is being scrolled. */
  #step(step: 'up' | 'down' | 'left' | 'right', inSource: boolean): boolean {
    if (inSource) return false;
    const from = this.#selected ?? (this.#item ? mainFact(this.#model, this.#item) : null);
    const next = this.#selected === null && from !== null && this.#model.facts.has(from) ? from : this.#grid.beside(from, step);
    if (next !== null) this.#select(next);
    this.#grid.focus();
    return true;
  }

  #obey(command: Command, inSource = false): boolean {
    switch (command) {
      case 'up':
      case 'down':
      case 'left':
      case 'right':
        return this.#step(command, inSource);
      case 'nextPage':
      case 'previousPage':
        this.#viewer.turn(command === 'nextPage' ? 1 : -1);
        return true;
      case 'zoomIn':
      case 'zoomOut':
        this.#viewer.zoom(command === 'zoomIn' ? 1 : -1);
        return true;
      case 'asRead':
        this.#viewer.toggleForm();
        return true;
      case 'back':
        if (this.#selected !== null) this.#select(null);
        else this.#wanted.back();
        return true;
      case 'next':
      case 'previous':
        this.#beside(command === 'next' ? 1 : -1);
        return true;
      case 'undo':
      case 'redo':
        void this.#takeBack(command);
        return true;
      case 'help':
        return false;
      default:
        void this.#decide(command);
        return true;
    }
  }

  /** Items that nobody has decided; those that somebody could not tell come after them. */
  get #items(): readonly Item[] {
    const { items } = this.#model.view;
    return [...items.filter(({ state }) => state === 'open'), ...items.filter(({ state }) => state === 'unsure')];
  }

  #goTo(itemId: string | null): void {
    const items = this.#items;
    const item = items.find((each) => each.itemId === itemId) ?? (itemId === null ? items[0] : undefined) ?? null;
    this.#item = item;
    this.#selected = null;
    this.#scope = 'scopeItem';
    this.#table = null;
    this.#since = performance.now();
    this.#wanted.moved(item?.itemId ?? null);
    this.#show();
    this.#about.scrollTop = 0;
    if (item && tableOf(this.#model, item)) this.#grid.focus();
    else this.#about.focus({ preventScroll: true });
  }

  #beside(by: number): void {
    const items = this.#items;
    const at = items.findIndex(({ itemId }) => itemId === this.#item?.itemId);
    const next = items[at + by];
    if (next) this.#goTo(next.itemId);
    else if (by > 0) this.#wanted.further();
  }

  #select(factId: string | null): void {
    this.#selected = factId;
    this.#scope = factId === null ? 'scopeItem' : 'scopeCell';
    this.#table = null;
    this.#show();
  }

  get #facts(): readonly string[] {
    return this.#item ? factsIn(this.#scope, this.#model, this.#item, this.#selected) : [];
  }

  #show(): void {
    const [model, item] = [this.#model, this.#item];
    const about = new Set(item?.factIds ?? []);
    const spoken = this.#selected ?? (item ? mainFact(model, item) : null);
    const selectedTable = model.facts.get(this.#selected ?? '')?.table.index;
    const index = this.#table ?? selectedTable ?? (item ? tableOf(model, item)?.index : undefined) ?? null;
    const table = index === null ? null : (model.tables.get(index) ?? null);
    this.#showTables(table?.index ?? null);
    this.#showAbout();
    this.#showActions();
    this.#grid.show(table, { item: about, selected: this.#selected ?? spoken, changed: this.#changed });
    this.#viewer.show(model, { item: about, selected: this.#selected ?? spoken, places: item ? itemPlaces(model, item) : [] });
  }

  #showTables(shown: number | null): void {
    const none = shown === null ? [h('option', { value: '', selected: true }, '–')] : [];
    const options = this.#model.view.tables.map(({ index, number, title, unit }) =>
      h('option', { value: index, selected: index === shown }, [index, number, title, unit && `（${unit}）`].filter(Boolean).join(' ')),
    );
    replaceChildren(this.#tables, none, options);
  }

  #showAbout(): void {
    const [model, item] = [this.#model, this.#item];
    const items = this.#items;
    const { judged } = model.view;
    const note = judged === 'yes' ? null : h('p', { class: 'note' }, word(judged));
    const chosen = { selected: this.#selected, pick: (factId: string) => this.#select(factId) };
    const position = items.findIndex(({ itemId }) => itemId === item?.itemId);
    const about = item
      ? itemHead(model, item, { position, of: items.length }, chosen, (alternative) => this.#take(alternative))
      : nothingShown(items.length, () => this.#forward());
    replaceChildren(this.#about, note, about, decisionList(model));
  }

  #showActions(): void {
    const { canUndo, canRedo } = this.#model.view;
    const facts = this.#facts.length;
    const bar = actionBar({ item: this.#item, scope: this.#scope, facts, canUndo, canRedo }, (command) => void this.#obey(command));
    replaceChildren(this.#actions, bar);
  }

  #take(alternative: number | null): void {
    const item = this.#item;
    const decisions = alternative === null ? item?.take : item?.takeAlternatives[alternative];
    if (!decisions || decisions.length === 0) this.#wanted.frame.say(word('noProposal'));
    else void this.#save(decisions, '');
  }

  #forward(): void {
    if (this.#items.length > 0) this.#goTo(null);
    else this.#wanted.further();
  }

  async #decide(command: Command): Promise<void> {
    const item = this.#item;
    if (!item) {
      if (command === 'confirm') this.#forward();
      return;
    }
    if (command === 'nextScope') return this.#nextScope();
    if (command === 'take') return this.#take(null);
    const facts = this.#facts;
    if (command === 'confirm' || command === 'source' || command === 'cannotTell') {
      if (facts.length === 0 && this.#scope !== 'scopeItem') return this.#wanted.frame.say(word('noCell'));
      const choose = { confirm: confirming, source: blaming, cannotTell: doubting }[command];
      return this.#save(choose(facts, item), '');
    }
    const decided = await this.#asked(command);
    if (decided === null) return;
    if (decided.decisions.length === 0) this.#wanted.frame.say(word('nothingChanged'));
    else await this.#save(decided.decisions, decided.reason);
  }

  /** The form of a correction; says what it needs where that is missing. */
  async #asked(command: Command): Promise<Decided | null> {
    const model = this.#model;
    const fact = model.facts.get(spokenOf(model, this.#item, this.#selected) ?? '');
    const shown = model.tables.get(Number(this.#tables.value)) ?? null;
    const table = fact ? (model.tables.get(fact.table.index) ?? null) : shown;
    if (command === 'table' && shown) return askTable(shown);
    if (!fact || !table) {
      this.#wanted.frame.say(word('noCell'));
      return null;
    }
    if (command === 'value') return askValue(model, fact);
    if (command === 'move') return askColumn(model, table, fact);
    if (command === 'row') return askRow(table, fact);
    return command === 'column' ? askHeader(table, fact) : null;
  }

  #nextScope(): void {
    const { length } = SCOPES;
    const at = SCOPES.indexOf(this.#scope);
    if (this.#selected === null && this.#item) {
      const main = spokenOf(this.#model, this.#item, null);
      if (main === null) {
        this.#wanted.frame.say(word('noCell'));
        return;
      }
      this.#selected = main;
    }
    this.#scope = SCOPES[(at + 1) % length] ?? 'scopeItem';
    this.#show();
  }

  async #save(decisions: readonly Decision[], reason: string): Promise<void> {
    const item = this.#item;
    const seconds = (performance.now() - this.#since) / 1000;
    const { revision } = this.#model.view;
    const about = item ? { itemId: item.itemId } : {};
    const request = { decisions: [...decisions], ...about, reason, seconds, reviewer: this.#wanted.reviewer, revision };
    const change = await this.#asking(() => api.decide(this.#model.view.document.documentId, request));
    if (!change) return;
    const at = Math.max(
      0,
      this.#items.findIndex(({ itemId }) => itemId === item?.itemId),
    );
    await this.#accept(change);
    const after = this.#items.find(({ itemId }) => itemId === item?.itemId);
    const isOpen = after?.state === 'open';
    this.#wanted.frame.say([word('saved'), ...this.#told(change), isOpen && ` ${word('stillOpen')}`]);
    if (isOpen) return this.#stay(after);
    const open = this.#items.filter(({ state }) => state === 'open');
    this.#goTo((open[Math.min(at, open.length - 1)] ?? null)?.itemId ?? NONE);
  }

  /** The item is open still, with what the decision changed. */
  #stay(item: Item): void {
    this.#item = item;
    this.#since = performance.now();
    this.#show();
    this.#grid.focus();
  }

  /** What was cleared, and what newly breaks, with a way there. */
  #told({ cleared, added }: Change): Child[] {
    const [first] = added;
    const go =
      first === undefined
        ? false
        : h('button', { type: 'button', class: 'link', onclick: () => this.#goTo(first) }, word('broke', added.length));
    return [cleared.length > 0 && ` ${word('cleared', cleared.length)}`, go && ' ', go];
  }

  async #takeBack(which: 'undo' | 'redo'): Promise<void> {
    const { canUndo, canRedo, revision, document } = this.#model.view;
    if (!(which === 'undo' ? canUndo : canRedo)) return this.#wanted.frame.say(word(which === 'undo' ? 'nothingUndo' : 'nothingRedo'));
    const change = await this.#asking(() => api.step(document.documentId, which, { revision, reviewer: this.#wanted.reviewer }));
    if (!change) return;
    await this.#accept(change);
    this.#wanted.frame.say([word(which === 'undo' ? 'undone' : 'redone'), ...this.#told(change)]);
    const shown = this.#items.find(({ itemId }) => itemId === (change.added[0] ?? this.#item?.itemId));
    this.#goTo(shown?.itemId ?? this.#items[0]?.itemId ?? NONE);
  }

  /** One question at a time; what goes wrong is said, and nothing is taken for saved. */
  async #asking(ask: () => Promise<Change>): Promise<Change | null> {
    if (this.#busy) return null;
    this.#busy = true;
    this.#wanted.frame.say(word('saving'), true);
    try {
      return await ask();
    } catch (error) {
      this.#wanted.frame.say(word('failed', error instanceof Error ? error.message : String(error)), true);
      return null;
    } finally {
      this.#busy = false;
    }
  }

  async #accept(change: Change): Promise<void> {
    this.#changed = new Set(change.cells);
    this.#model = changedModel(this.#model, change);
    if (!change.others) return;
    this.#model = modelOf(await api.document(this.#model.view.document.documentId));
    this.#wanted.frame.say(word('others'), true);
  }
}

/** No item has this key. */
const NONE = '';

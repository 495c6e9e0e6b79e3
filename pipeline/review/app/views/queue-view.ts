import type { DocumentEntry, Queue, QueueEntry } from '../../../../schemas/reviewing/api.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { KINDS, REVIEW_KINDS } from '../../../publish/report/names.ts';
import { type Asked, api } from '../base/api.ts';
import { type Child, chinese, h, within } from '../base/dom.ts';
import { commandOf } from '../base/keys.ts';
import { LongList } from '../base/long-list.ts';
import { language, say, type Word, word } from '../base/words.ts';
import type { View } from './frame.ts';
import { placeText, yuan } from './places.ts';

/** Items asked for at once. */
const CHUNK = 200;

/** What the queue is narrowed to; kept while the app is open. */
export type Filter = Record<'city' | 'year' | 'kind' | 'form' | 'money' | 'state' | 'document', string>;

export const NO_FILTER: Filter = { city: '', year: '', kind: '', form: '', money: '', state: 'open', document: '' };

interface Wanted {
  documents: readonly DocumentEntry[];
  queue: Queue;
  filter: Filter;
  /** Item on which the list stands. */
  at: number;
  open: (entry: QueueEntry) => void;
  narrow: (filter: Filter) => void;
  failed: (error: unknown) => void;
}

export const documentName = ({ entityName, title, sourceFile, year }: DocumentEntry): string => {
  const name = entityName ?? title ?? sourceFile;
  return year === null || name.includes(String(year)) ? name : `${name} ${year}`;
};

/** What is left: documents at the left, their items at the right, the gravest first. */
export class QueueView implements View {
  readonly element: HTMLElement;
  readonly #wanted: Wanted;
  readonly #documents: readonly DocumentEntry[];
  readonly #byId: ReadonlyMap<string, DocumentEntry>;
  readonly #entries = new Map<number, QueueEntry>();
  readonly #asked = new Set<number>();
  readonly #items: LongList;
  readonly #list: LongList;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#documents = [...wanted.documents].sort(worstFirst);
    this.#byId = new Map(wanted.documents.map((document) => [document.documentId, document]));
    for (const [at, entry] of wanted.queue.entries.entries()) this.#entries.set(at, entry);
    this.#asked.add(0);
    this.#list = new LongList({
      name: 'document',
      rowHeight: 62,
      label: word('documents'),
      row: (at) => this.#documentRow(at),
      open: (at) => this.#narrowTo(at),
    });
    this.#items = new LongList({
      name: 'item',
      rowHeight: 64,
      label: word('items'),
      row: (at) => this.#itemRow(at),
      open: (at) => this.#open(at),
      seen: (first, last) => this.#fetch(first, last),
    });
    const { total } = wanted.queue;
    const empty = h(
      'p',
      { class: 'empty', hidden: total > 0 },
      word(wanted.documents.some(({ open }) => open > 0) ? 'nothingHere' : 'nothingLeft'),
    );
    const left = h('aside', { class: 'documents' }, this.#filters(), h('h2', {}, word('documents')), this.#list.element);
    const heading = h('h2', {}, word('items'), ' ', h('span', { class: 'dim' }, word('left', grouped(String(total)))));
    this.element = h(
      'div',
      { class: 'queue' },
      left,
      h('section', { class: 'items', 'aria-label': word('items') }, heading, empty, this.#items.element),
    );
    this.#items.element.hidden = total === 0;
  }

  shown(): void {
    const chosen = this.#documents.findIndex(({ documentId }) => documentId === this.#wanted.filter.document);
    this.#list.show(this.#documents.length + 1, chosen + 1);
    this.#items.show(this.#wanted.queue.total, this.#wanted.at);
    (this.#items.element.hidden ? this.#list : this.#items).element.focus({ preventScroll: true });
  }

  get at(): number {
    return this.#items.current;
  }

  key(event: KeyboardEvent): boolean {
    const list = event.target === this.#list.element ? this.#list : this.#items;
    switch (commandOf(event, within(event))) {
      case 'up':
        list.moveTo(list.current - 1);
        return true;
      case 'down':
        list.moveTo(list.current + 1);
        return true;
      case 'previousPage':
      case 'nextPage': {
        const rows = Math.max(1, Math.floor(list.element.clientHeight / 64) - 1);
        list.moveTo(list.current + (event.key === 'PageUp' || event.key === '[' ? -rows : rows));
        return true;
      }
      case 'left':
        this.#list.element.focus();
        return true;
      case 'right':
        if (!this.#items.element.hidden) this.#items.element.focus();
        return true;
      case 'confirm':
        if (list === this.#list) this.#narrowTo(list.current);
        else this.#open(list.current);
        return true;
      case 'back':
        this.#wanted.narrow({ ...NO_FILTER });
        return true;
      default:
        return false;
    }
  }

  #open(at: number): void {
    const entry = this.#entries.get(at);
    if (entry) this.#wanted.open(entry);
  }

  /** The first row stands for all documents. */
  #narrowTo(at: number): void {
    this.#wanted.narrow({ ...this.#wanted.filter, document: this.#documents[at - 1]?.documentId ?? '' });
  }

  #fetch(first: number, last: number): void {
    const { queue, filter, failed } = this.#wanted;
    for (let chunk = Math.floor(first / CHUNK); chunk * CHUNK < Math.min(last, queue.total); chunk += 1) {
      if (this.#asked.has(chunk)) continue;
      this.#asked.add(chunk);
      api.queue(askedOf(filter, chunk * CHUNK)).then(({ entries }) => {
        for (const [i, entry] of entries.entries()) this.#entries.set(chunk * CHUNK + i, entry);
        this.#items.redraw();
      }, failed);
    }
  }

  #documentRow(at: number): Child {
    const document = this.#documents[at - 1];
    if (!document) {
      const open = this.#documents.reduce((sum, each) => sum + each.open, 0);
      return [h('b', {}, word('allOpen')), h('span', { class: 'badge' }, grouped(String(open)))];
    }
    const kind = document.kind ? say(KINDS[document.kind]) : '';
    const { open, unsure, atStake, facts, confirmed } = document;
    const said = open > 0 ? word('left', open) : word('reviewed');
    const about = [document.city, kind, said, unsure > 0 && `${word('unsure')} ${unsure}`, open > 0 && yuan(atStake)].filter(Boolean);
    return [
      h('span', { class: 'name', lang: 'zh-CN', title: document.sourceFile }, documentName(document)),
      h('span', { class: open > 0 ? 'badge' : 'badge done' }, open > 0 ? open : '✓'),
      h('span', { class: 'dim about' }, about.join(' · ')),
      facts > 0 && confirmed > 0 && h('span', { class: 'dim' }, `${confirmed}/${facts}`),
    ];
  }

  #itemRow(at: number): Child {
    const entry = this.#entries.get(at);
    if (!entry) return h('span', { class: 'dim' }, word('loading'));
    const { item, documentId } = entry;
    const document = this.#byId.get(documentId);
    const title = [document ? documentName(document) : documentId, item.tableTitle].filter(Boolean).join(' · ');
    return [
      h('span', { class: 'rank' }, at + 1),
      h('span', { class: `tag ${item.kind}` }, say(REVIEW_KINDS[item.kind])),
      h('span', { class: 'message' }, item.messages[language()]),
      h('span', { class: 'dim about' }, chinese(title), ' · ', placeText(item.places[0])),
      h('span', { class: 'stake n' }, yuan(item.moneyAtStake)),
    ];
  }

  #filters(): HTMLElement {
    const { filter, queue } = this.#wanted;
    const { cities, years, kinds, forms } = queue.choices;
    const select = (name: keyof Filter, label: Word, choices: readonly (readonly [string, string])[]): HTMLElement => {
      const options = choices.map(([value, text]) => h('option', { value, selected: filter[name] === value }, text));
      const control = h('select', {}, options);
      control.addEventListener('change', () => this.#wanted.narrow({ ...this.#wanted.filter, [name]: control.value }));
      return h('label', {}, h('span', {}, word(label)), control);
    };
    const any = ['', word('any')] as const;
    const money = h('input', { type: 'number', min: 0, step: 'any', value: filter.money });
    money.addEventListener('change', () => this.#wanted.narrow({ ...this.#wanted.filter, money: money.value }));
    const states = (['open', 'unsure', 'all'] as const).map((state) => [state, word(state)] as const);
    const isNarrow = Object.entries(NO_FILTER).some(([name, value]) => filter[name as keyof Filter] !== value);
    return h(
      'form',
      { class: 'filters', 'aria-label': word('kind') },
      select('city', 'city', [any, ...cities.map((city) => [city, city] as const)]),
      select('year', 'year', [any, ...years.map((year) => [String(year), String(year)] as const)]),
      select('kind', 'kind', [any, ...kinds.map((kind) => [kind, say(REVIEW_KINDS[kind])] as const)]),
      select('form', 'form', [any, ...forms.map((form) => [form, form] as const)]),
      select('state', 'state', states),
      h('label', {}, h('span', {}, word('money')), money),
      isNarrow && h('button', { type: 'button', onclick: () => this.#wanted.narrow({ ...NO_FILTER }) }, word('clearFilters')),
    );
  }
}

export const askedOf = (filter: Filter, offset: number): Asked => ({ ...filter, offset, limit: CHUNK });

const stakeOf = ({ atStake }: DocumentEntry): number => Number(atStake);

/** Only the order of a list depends on these numbers. */
const worstFirst = (a: DocumentEntry, b: DocumentEntry): number =>
  Number(b.open > 0) - Number(a.open > 0) || stakeOf(b) - stakeOf(a) || b.open - a.open || a.sourceFile.localeCompare(b.sourceFile);

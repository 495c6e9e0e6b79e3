/**
 * Pages of the source of a document, with the numbers of an item outlined: what was read and where in, elements out; imports schemas, publish/report,
 * app/base, app/model.
 */
import type { Place } from '../../../../schemas/place.ts';
import type { DocumentEntry, PageView } from '../../../../schemas/reviewing/api.ts';
import { turnedSize, uprightTurn } from '../../../publish/report/turning.ts';
import { api } from '../base/api.ts';
import { h, replaceChildren } from '../base/dom.ts';
import { word } from '../base/words.ts';
import type { Model } from '../model/document-model.ts';
import { type DrawnView, drawnAsRead, overlay } from './drawn-page.ts';
import { gridPage } from './grid-page.ts';
import { linePage } from './line-page.ts';
import { listenForPicks, type Marking, type Pick, scrollToMark } from './marking.ts';
import { PdfFile } from './pdf-file.ts';

const ZOOMS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const NARROWEST_PAGE = 200;
/** Pages as read that are kept: those beside an item are looked at again. */
const KEPT_PAGES = 30;

/** What a page is looked at for. */
export interface Focus {
  item: ReadonlySet<string>;
  selected: string | null;
  places: readonly Place[];
}

/** One document at a time, one page of it at a time. */
export class SourceViewer {
  readonly element: HTMLElement;
  readonly #scroller = h('div', { class: 'paper', tabindex: 0, role: 'region', 'aria-label': word('sourcePane') });
  readonly #number = h('input', { type: 'number', min: 1, 'aria-label': word('page') });
  readonly #of = h('span', { class: 'dim' });
  readonly #note = h('p', { class: 'note', hidden: true });
  readonly #form = h('button', { type: 'button' });
  #document: DocumentEntry | null = null;
  #file: PdfFile | null = null;
  #pages = new Map<number, Promise<PageView>>();
  #model: Model | null = null;
  #focus: Focus = { item: new Set(), selected: null, places: [] };
  #page = 1;
  #zoom = ZOOMS.indexOf(1);
  #asRead = false;
  /** What is drawn; the outlines are redrawn alone while this stays. */
  #drawn = '';
  #asked = 0;

  constructor(pick: Pick) {
    const button = (name: Parameters<typeof word>[0], text: string, act: () => void): HTMLElement =>
      h('button', { type: 'button', 'aria-label': word(name), title: word(name), onclick: act }, text);
    this.#number.addEventListener('change', () => this.turnTo(Number(this.#number.value)));
    this.#form.addEventListener('click', () => this.toggleForm());
    const bar = h(
      'div',
      { class: 'bar' },
      button('previousPage', '‹', () => this.turn(-1)),
      this.#number,
      this.#of,
      button('nextPage', '›', () => this.turn(1)),
      h('span', { class: 'space' }),
      button('zoomOut', '−', () => this.zoom(-1)),
      button('zoomIn', '+', () => this.zoom(1)),
      this.#form,
    );
    this.element = h('section', { class: 'source-pane', 'aria-label': word('sourcePane') }, bar, this.#note, this.#scroller);
    listenForPicks(this.#scroller, pick);
    let width = 0;
    new ResizeObserver(() => {
      const now = this.#scroller.clientWidth;
      if (Math.abs(now - width) < 2) return;
      width = now;
      this.#drawn = '';
      void this.#draw();
    }).observe(this.#scroller);
  }

  /** Shows the page on which the focus is; the page that is shown where it has a place there. */
  show(model: Model, focus: Focus): void {
    this.#open(model.view.document);
    this.#model = model;
    this.#focus = focus;
    const pages = this.#pagesOf(model, focus);
    const [first] = pages;
    if (first !== undefined && !pages.includes(this.#page)) this.#page = first;
    void this.#draw();
  }

  turn(by: number): void {
    this.turnTo(this.#page + by);
  }

  turnTo(page: number): void {
    const last = this.#document?.pages ?? 1;
    this.#page = Math.min(Math.max(1, Math.trunc(page) || 1), Math.max(1, last));
    void this.#draw();
  }

  zoom(by: number): void {
    this.#zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.#zoom + by));
    this.#drawn = '';
    void this.#draw();
  }

  toggleForm(): void {
    if (this.#form.hidden) return;
    this.#asRead = !this.#asRead;
    void this.#draw();
  }

  #open(document: DocumentEntry): void {
    if (this.#document?.documentId === document.documentId) return;
    this.#file?.close();
    const isThere = document.media === 'pdf' && document.source !== 'gone';
    this.#file = isThere ? new PdfFile(api.sourceAddress(document.documentId)) : null;
    this.#document = document;
    this.#pages = new Map();
    this.#page = 1;
    this.#drawn = '';
    replaceChildren(this.#scroller, h('p', { class: 'dim' }, word('loading')));
    this.#form.hidden = !isThere;
    const note = document.source === 'gone' ? 'sourceGone' : document.source === 'changed' ? 'sourceChanged' : null;
    this.#note.hidden = note === null;
    this.#note.textContent = note === null ? '' : word(note);
  }

  /** Pages of the selected number, else of the item. */
  #pagesOf({ facts, statements }: Model, { item, selected, places }: Focus): number[] {
    const placesOf = (id: string) => facts.get(id)?.cell.places ?? statements.get(id)?.places ?? [];
    const own = selected === null ? [] : placesOf(selected);
    const all = own.length > 0 ? own : places.length > 0 ? places : [...item].flatMap(placesOf);
    return all.map(({ page }) => page);
  }

  #marking(): Marking {
    const { item, selected, places } = this.#focus;
    const marks = this.#model?.marks.get(this.#page) ?? [];
    const here = marks.some(({ factId }) => item.has(factId)) ? [] : places.filter(({ page }) => page === this.#page);
    return { marks, item, selected, places: here };
  }

  #read(document: DocumentEntry, number: number): Promise<PageView> {
    const known = this.#pages.get(number);
    if (known) return known;
    if (this.#pages.size >= KEPT_PAGES) this.#pages.delete(this.#pages.keys().next().value ?? 0);
    const read = api.page(document.documentId, number);
    this.#pages.set(number, read);
    // A page that failed once may come when it is asked for again.
    read.catch(() => this.#pages.delete(number));
    return read;
  }

  async #draw(): Promise<void> {
    const document = this.#document;
    if (!document) return;
    const [asked, number] = [++this.#asked, this.#page];
    this.#number.value = String(number);
    this.#of.textContent = word('ofPages', document.pages);
    this.#form.textContent = word(this.#asRead ? 'theFile' : 'asRead');
    try {
      const page = await this.#read(document, number);
      if (asked !== this.#asked) return;
      if (page.form === 'drawn') await this.#drawFixed(page, asked);
      else replaceChildren(this.#scroller, page.form === 'lines' ? linePage(page, this.#marking()) : gridPage(page, this.#marking()));
      if (asked !== this.#asked) return;
      this.#scroller.style.setProperty('--zoom', String(ZOOMS[this.#zoom] ?? 1));
      scrollToMark(this.#scroller);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#drawn = '';
      replaceChildren(
        this.#scroller,
        h('p', { class: 'note' }, word('pageFailed', error instanceof Error ? error.message : String(error))),
      );
    }
  }

  async #drawFixed(page: DrawnView, asked: number): Promise<void> {
    const turn = uprightTurn(page.words);
    const file = this.#asRead ? null : this.#file;
    const drawn = `${page.number} ${file !== null} ${this.#zoom}`;
    if (drawn !== this.#drawn) {
      const width = Math.max(NARROWEST_PAGE, this.#scroller.clientWidth - 16) * (ZOOMS[this.#zoom] ?? 1);
      const picture = file ? await file.draw(page.number, turn, width) : drawnAsRead(page, turn);
      if (!picture || asked !== this.#asked) return;
      const { width: across, height: down } = turnedSize(page.width, page.height, turn);
      const sheet = h('div', { class: 'sheet-of-paper' }, picture);
      sheet.style.width = `${width}px`;
      sheet.style.aspectRatio = `${across} / ${down}`;
      replaceChildren(this.#scroller, sheet);
      this.#drawn = drawn;
    }
    const sheet = this.#scroller.firstElementChild;
    sheet?.querySelector('.overlay')?.remove();
    sheet?.append(overlay(page, turn, this.#marking()));
  }
}

import type { PageView } from '../../../../schemas/reviewing/api.ts';
import { type Child, h } from '../base/dom.ts';
import { word } from '../base/words.ts';
import type { Mark } from '../model/document-model.ts';
import { type Marking, markClass } from './marking.ts';

type LinesView = Extract<PageView, { form: 'lines' }>;

/** Lines that are drawn around what is marked; more on request. */
const AROUND = 400;

/** The line with its numbers marked; marks that overlap an earlier one are left out. */
export function markedLine(text: string, marks: readonly Mark[], marking: Marking): Child[] {
  const placed = marks.filter(({ place: { start, end } }) => start !== null && end !== null && end > start);
  placed.sort((a, b) => (a.place.start ?? 0) - (b.place.start ?? 0));
  const parts: Child[] = [];
  let at = 0;
  for (const mark of placed) {
    const start = Math.min(mark.place.start ?? 0, text.length);
    const end = Math.min(mark.place.end ?? 0, text.length);
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), h('span', { class: markClass(mark, marking), 'data-fact': mark.factId }, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** The first line that is marked, by its position in the page. */
function focusOf({ lines }: LinesView, { marks, item, selected, places }: Marking): number {
  const wanted = marks.find(({ factId }) => factId === selected) ?? marks.find(({ factId }) => item.has(factId));
  const line = wanted?.place.line ?? places[0]?.line ?? null;
  return Math.max(
    0,
    lines.findIndex(({ number }) => number === line),
  );
}

/** The lines of a page of text; of a long one those around what is marked. */
export function linePage(page: LinesView, marking: Marking): HTMLElement {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marking.marks) {
    if (mark.place.line === null) continue;
    byLine.set(mark.place.line, [...(byLine.get(mark.place.line) ?? []), mark]);
  }
  const pointed = new Set(marking.places.map(({ line }) => line));
  const lineOf = ({ number, text }: LinesView['lines'][number]): HTMLElement =>
    h(
      'div',
      { class: pointed.has(number) ? 'line m of-item' : 'line' },
      h('span', { class: 'no' }, number),
      h('code', { lang: 'zh-CN' }, markedLine(text, byLine.get(number) ?? [], marking)),
    );
  const focus = focusOf(page, marking);
  let first = Math.max(0, focus - AROUND);
  let last = Math.min(page.lines.length, focus + AROUND);
  const body = h('div', { class: 'lines' }, page.lines.slice(first, last).map(lineOf));
  const before = h('button', { type: 'button', class: 'more', hidden: first === 0 }, word('moreRows'));
  const after = h('button', { type: 'button', class: 'more', hidden: last === page.lines.length }, word('moreRows'));
  before.addEventListener('click', () => {
    const from = Math.max(0, first - AROUND);
    body.prepend(...page.lines.slice(from, first).map(lineOf));
    first = from;
    before.hidden = first === 0;
  });
  after.addEventListener('click', () => {
    const to = Math.min(page.lines.length, last + AROUND);
    body.append(...page.lines.slice(last, to).map(lineOf));
    last = to;
    after.hidden = last === page.lines.length;
  });
  return h('div', {}, before, body, after);
}
